import { html } from "#lib/html.ts";
import { byteOrderMark, csvLine } from "../csv.ts";
import type { BundleInput, CountedLeftOut } from "../input.ts";
import { paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { table, wholePage } from "./page.ts";
import { sentenceHtml } from "./sentence.ts";

/** Folder 5: what is withheld or covered, how much of it, why, by which law, and whom to ask. */
export function leftOutPage(
  entries: readonly CountedLeftOut[],
  input: BundleInput,
  reading: Reading,
): string {
  const { t } = reading;
  const labels = { what: t("leftOut.what"), howMany: t("leftOut.howMany"), why: t("leftOut.why") };
  const rows = entries.map(({ kind, what, count, reason, law, ask }) =>
    table.row([
      table.rowHead(labels.what, what),
      table.cell(
        labels.howMany,
        html`<span class="nowrap">${count === null ? t("leftOut.unknown") : t(`count.${counted[kind]}`, { count })}</span>`,
      ),
      table.cell(
        labels.why,
        html`${reason}${law !== null && html`<br><span class="muted">${law}</span>`}${ask !== null && html`<br>${t("leftOut.ask", { ask })}`}`,
        "t",
      ),
    ]),
  );
  const codes = Object.entries(input.redactionReasons);
  const [example] = codes;
  const heads = Object.values(labels).map((label) => table.head(label));
  return wholePage(
    { path: paths.leftOut, title: t("folders.leftOut.title"), aside: null },
    html`<p class="step">${t("page.folder", { number: 5 })}</p>
<h1>${t("folders.leftOut.title")}</h1>
<p class="lead">${t(entries.length === 0 ? "leftOut.nothing" : "leftOut.lead")}</p>
${entries.length > 0 && html`${table.open(t("folders.leftOut.title"), heads)}${rows}${table.close}`}
<p class="note">${t("leftOut.unspoken")}</p>
${
  example &&
  html`<h2>${t("leftOut.codes")}</h2>
<p>${sentenceHtml((gaps) => t("leftOut.marker", gaps), { example: html`<span class="black">${reading.covered(example[0])}</span>` })}</p>
${table.open(t("leftOut.codes"), [table.head(t("leftOut.code")), table.head(t("leftOut.meaning"))])}${codes.map(
    ([code, words]) =>
      table.row([
        table.rowHead(t("leftOut.code"), html`<span class="mono">${code}</span>`),
        table.cell(t("leftOut.meaning"), words, "t"),
      ]),
  )}${table.close}`
}`,
    input,
    reading,
  );
}

const counted = {
  covered: "records",
  withheld: "records",
  files: "files",
  named: "records",
  unreadable: "either",
} as const satisfies Record<CountedLeftOut["kind"], string>;

/** The same entries for a spreadsheet. */
export function leftOutCsv(entries: readonly CountedLeftOut[]): string {
  const columns = ["what", "how_many", "reason", "law", "who_to_ask"];
  const rows = entries.map(({ what, count, reason, law, ask }) =>
    csvLine([what, String(count ?? ""), reason, law ?? "", ask ?? ""]),
  );
  return byteOrderMark + csvLine(columns) + rows.join("");
}
