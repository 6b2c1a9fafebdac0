import { html } from "#lib/html.ts";
import type { BundleInput } from "../input.ts";
import { paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { table, wholePage } from "./page.ts";
import { momentHtml } from "./searched.ts";

/** Folder 7: what happened to the request up to one event, and the messages both ways. */
export function requestPage(input: BundleInput, reading: Reading): string {
  const { t } = reading;
  const { events, messages, throughEvent } = input.history;
  const labels = {
    number: t("request.number"),
    when: t("request.when"),
    who: t("request.who"),
    what: t("request.what"),
  };
  const rows = events.map(({ number, at, who, sentence }) =>
    table.row([
      table.cell(labels.number, String(number)),
      table.cell(labels.when, momentHtml(at, reading)),
      table.cell(labels.who, who),
      table.cell(labels.what, sentence, "t"),
    ]),
  );
  const talk = messages.map(({ at, from, text }) =>
    table.row([
      table.cell(labels.when, momentHtml(at, reading)),
      table.cell(t("request.from"), t(`request.${from}`)),
      table.cell(t("request.text"), html`<span class="text" dir="auto">${text}</span>`, "t"),
    ]),
  );
  return wholePage(
    { path: paths.request, title: t("folders.request.title"), aside: null },
    html`<p class="step">${t("page.folder", { number: 7 })}</p>
<h1>${t("folders.request.title")}</h1>
<p class="lead">${t("request.lead", { event: throughEvent })}</p>
<h2>${t("request.events")}</h2>
${table.open(
  t("request.events"),
  Object.values(labels).map((label) => table.head(label)),
)}${rows}${table.close}
<h2>${t("request.messages")}</h2>
${messages.length === 0 ? html`<p>${t("request.noMessages")}</p>` : html`${table.open(t("request.messages"), [table.head(labels.when), table.head(t("request.from")), table.head(t("request.text"))])}${talk}${table.close}`}`,
    input,
    reading,
  );
}
