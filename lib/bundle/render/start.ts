import { html, type Html } from "#lib/html.ts";
import { formatNumber } from "#lib/locales/format.ts";
import { recordsOf } from "../groups.ts";
import type { BundleCategory, BundleInput } from "../input.ts";
import { categoryPaths, paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import type { Survey } from "../survey.ts";
import { folderLines, headline, leadSentences } from "./folders.ts";
import { table, wholePage } from "./page.ts";
import { checkAnchor } from "./rights.ts";
import { sentenceHtml } from "./sentence.ts";

/** START-HERE.html: a numbered contents page, then the kinds of data with counts and years. */
export function startPage(
  input: BundleInput,
  surveys: ReadonlyMap<string, Survey>,
  reading: Reading,
): string {
  const { t } = reading;
  const lines = folderLines(input, reading).map(
    ({
      number,
      path,
      title,
      about,
      count,
    }) => html`<li value="${number}"><span class="n" aria-hidden="true">${number}</span><div><a href="${path}">${title}</a><p>${about}</p></div><span class="c">${count}</span></li>
`,
  );
  return wholePage(
    {
      path: paths.start,
      title: `${t("start.tab")}: ${headline(input, reading)}`,
      aside: contactAside(input, reading),
    },
    html`<h1><bdi>${headline(input, reading)}</bdi></h1>
<p class="lead">${leadSentences(input, reading)}</p>
<nav aria-label="${t("start.contents")}"><ol class="toc">
${lines}</ol></nav>
${kindsTable(input, surveys, paths.start, reading)}
<h2>${t("start.complete")}</h2>
<p>${sentenceHtml((gaps) => t("start.completeHow", gaps), { manifest: code(paths.manifest), checksums: code(paths.checksums) })} <a href="${paths.rights}#${checkAnchor}">${t("rights.check")}</a></p>`,
    input,
    reading,
  );
}

/** The kinds of data with time span and count; what was looked for and not found stands in it as a statement. */
export function kindsTable(
  input: BundleInput,
  surveys: ReadonlyMap<string, Survey>,
  page: string,
  reading: Reading,
): Html | null {
  if (input.data === null) return null;
  const { t, month } = reading;
  const prefix = page === paths.start ? "" : "../";
  const rows = input.data.categories.map((category) => {
    const survey = surveys.get(category.id);
    const title = input.about?.categories.find(({ id }) => id === category.id)?.title ?? category.id;
    const held = recordsOf(category) > 0;
    const span = (day: string | null | undefined) =>
      day ? month(day) : held ? t("start.noDates") : emptyWords(category, reading);
    return table.row([
      table.rowHead(
        t("start.kind"),
        html`<a href="${prefix}${categoryPaths(category.id).page(1)}">${title}</a>`,
      ),
      table.cell(t("start.from"), span(survey?.from)),
      table.cell(t("start.to"), survey?.to ? month(survey.to) : ""),
      table.cell(t("start.records"), formatNumber(recordsOf(category), reading.locale), "r"),
    ]);
  });
  const notHeld = input.data.notHeld.map((kind) =>
    table.row([
      table.rowHead(t("start.kind"), kind),
      table.cell(t("start.from"), t("start.nothingHeld")),
      table.cell(t("start.to"), ""),
      table.cell(t("start.records"), "0", "r"),
    ]),
  );
  return html`<h2>${t("start.byKind")}</h2>
${table.open(
  t("start.kindsInFolder"),
  [
    table.head(t("start.kind")),
    table.head(t("start.from")),
    table.head(t("start.to")),
    table.head(t("start.records"), "r"),
  ],
  "dates",
)}${rows}${notHeld}${table.close}`;
}

/** What is said of a kind of which nothing is given: that there is nothing, or that all of it is left out. */
export function emptyWords({ withheld }: BundleCategory, { t }: Reading): string {
  return t(withheld > 0 ? "start.allLeftOut" : "start.nothingHeld");
}

function contactAside(input: BundleInput, reading: Reading): Html {
  const { t, day } = reading;
  const { email, telephone } = input.organisation.contact;
  return html`<h2>${t("page.questions")}</h2>
<p><a href="mailto:${email}">${email}</a>${telephone !== null && html`<br>${telephone}`}</p>
<p class="muted">${t("page.madeOn", { day: day(reading.dayOf(input.createdAt)) })}</p>`;
}

function code(name: string): Html {
  return html`<span class="mono">${name}</span>`;
}
