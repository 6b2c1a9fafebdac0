import { html, type Html } from "#lib/html.ts";
import { deletedSentence } from "#lib/decisions/letter/promises.ts";
import type { BundleInput, SearchedPlace } from "../input.ts";
import { paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { table, wholePage } from "./page.ts";

/** Folder 6: every place searched, what it was searched by, when, and what came of it. */
export function searchedPage(places: readonly SearchedPlace[], input: BundleInput, reading: Reading): string {
  const { t } = reading;
  const labels = {
    place: t("searched.place"),
    by: t("searched.by"),
    when: t("searched.when"),
    result: t("searched.result"),
  };
  const rows = places.map((place) =>
    table.row([
      table.rowHead(labels.place, html`${place.name}<br><span class="muted">${place.what}</span>`),
      table.cell(labels.by, place.identifiers.join(", "), "t"),
      table.cell(
        labels.when,
        place.searchedAt === null ? t("searched.notSearched") : momentHtml(place.searchedAt, reading),
      ),
      table.cell(
        labels.result,
        html`${resultHtml(place.outcome, reading)}${place.unreadable > 0 && html`<br>${t("searched.unreadable", { count: place.unreadable })}`}${place.unopened.length > 0 && html`<br>${t("searched.unopened", { what: place.unopened.join(", ") })}`}`,
        "t",
      ),
    ]),
  );
  const lead =
    places.length === 0
      ? t("searched.nowhere")
      : t("searched.lead", { places: t("count.places", { count: places.length }) });
  return wholePage(
    { path: paths.searched, title: t("folders.searched.title"), wide: true, aside: null },
    html`<p class="step">${t("page.folder", { number: 6 })}</p>
<h1>${t("folders.searched.title")}</h1>
<p class="lead">${lead}</p>
${
  places.length > 0 &&
  html`${table.open(
    t("folders.searched.title"),
    Object.values(labels).map((label) => table.head(label)),
    "told",
  )}${rows}${table.close}`
}`,
    input,
    reading,
  );
}

function resultHtml(outcome: SearchedPlace["outcome"], { t, locale }: Reading): Html {
  switch (outcome.kind) {
    case "found":
      return html`<b>${t("searched.found", { records: outcome.records })}</b>`;
    case "nothing-held":
      return html`<b>${t("searched.nothingHeld")}</b><br>${t("searched.nothingHeldMore")}`;
    case "deleted":
      return html`<b>${t("searched.deleted")}</b><br>${deletedSentence(outcome, locale)}`;
    case "not-known-here":
      return html`<b>${t("searched.notKnown")}</b><br>${t("searched.notKnownMore")}`;
    case "failed":
      return html`<b>${t("searched.failed")}</b><br>${t("searched.failedMore", { reason: outcome.sentWithout })}`;
    case "read-in-part":
      return html`<b>${t("searched.inPart", { records: outcome.records })}</b><br>${t("searched.inPartMore", { reason: outcome.sentWithout })}`;
    case "not-opened":
      return html`<b>${t("searched.notOpened")}</b>`;
    case "skipped":
      return html`<b>${t("searched.skipped")}</b><br>${outcome.reason}`;
  }
}

/** A moment on two lines, day and time, with the exact instant for machines. */
export function momentHtml(iso: string, { moment }: Reading): Html {
  const { day, time } = moment(Date.parse(iso));
  return html`<time datetime="${iso}">${day}<br><span class="muted">${time}</span></time>`;
}
