import { html, type Html } from "#lib/html.ts";
import { oneLine } from "#lib/decisions/letter/line.ts";
import { formatNumber } from "#lib/locales/format.ts";
import type { Column } from "../columns.ts";
import type { AboutCategory, BundleCategory, BundleInput } from "../input.ts";
import { categoryPaths, linkFrom, paths } from "../layout.ts";
import type { PlacedFile } from "../prepare.ts";
import type { Reading } from "../reading.ts";
import type { Survey } from "../survey.ts";
import { fiveQuestions, questionList } from "./about.ts";
import { cellClass } from "./cells.ts";
import { timeChart } from "./chart.ts";
import { pageEnd, pageStart, table, type Page } from "./page.ts";
import { headHtml, shapeOf, type Shape } from "./rows.ts";

/** Everything known of a category once its JSON is written. `files` in the order of the category's list. */
export type CategoryPages = {
  input: BundleInput;
  about: AboutCategory;
  category: BundleCategory;
  survey: Survey;
  columns: readonly Column[];
  files: readonly (PlacedFile & { size: string })[];
  shown: number;
  pages: readonly { from: number; to: number }[];
};

/** What stands before and after the rows of page `number` (from 1) of a category. */
export function categoryFrame(
  view: CategoryPages,
  number: number,
  reading: Reading,
): { path: string; before: string; after: string } {
  const { input, about, survey, columns, pages } = view;
  const { t } = reading;
  const path = categoryPaths(about.id).page(number);
  const range = pages[number - 1] ?? { from: 0, to: 0 };
  const shape = shapeOf(columns.length, survey.records);
  const title =
    pages.length > 1
      ? `${about.title}, ${t("category.pageOf", { page: number, pages: pages.length })}`
      : about.title;
  const page: Page = {
    path,
    title,
    wide: shape === "wide",
    aside: categoryList(input, about.id, path, reading),
  };
  const caption = t("category.caption", {
    title: about.title,
    from: formatNumber(range.from, reading.locale),
    to: range.to,
  });
  const body =
    survey.records === 0 ? { open: "", close: "" } : rowsFrame(shape, caption, columns, about.title, reading);
  const turning = pageLinks(view, number, reading);
  return {
    path,
    before: `${pageStart(page, input, reading)}${String(number === 1 ? opening(view, reading) : head(about.title, reading))}${markup(turning)}${body.open}`,
    after: `${body.close}${markup(turning)}${markup(number === pages.length ? fileTable(view, reading) : null)}${pageEnd(page)}`,
  };
}

function markup(piece: Html | null): string {
  return piece === null ? "" : String(piece);
}

function opening({ about, category, survey, files, shown }: CategoryPages, reading: Reading): Html {
  const { t } = reading;
  const records = t("count.records", { count: survey.records });
  const lead =
    survey.records === 0
      ? t("category.leadNothing")
      : t("category.lead", { records, span: spanOf(survey, reading), files: files.length });
  const heading =
    survey.records === 1
      ? t("category.one")
      : shown < survey.records
        ? t("category.first", { shown: formatNumber(shown, reading.locale), records })
        : t("category.all", { records });
  return html`${head(about.title, reading)}
<p class="lead">${lead}</p>
${timeChart(survey, reading)}${questionList(about, fiveQuestions, reading)}
${survey.records > 0 && html`<h2>${heading}</h2>\n`}${formats(about, category, survey, shown, reading)}`;
}

function head(title: string, { t }: Reading): Html {
  return html`<p class="step"><a href="../index.html">3 ${t("folders.data.title")}</a></p>\n<h1>${title}</h1>`;
}

function formats(
  about: AboutCategory,
  category: BundleCategory,
  survey: Survey,
  shown: number,
  { t, locale }: Reading,
): Html {
  const { json, csv, schema, page } = categoryPaths(about.id);
  const link = (target: string) => linkFrom(page(1), target);
  const gaps = t("category.leftOut", { withheld: category.withheld, covered: survey.covered }).trim();
  const cut =
    shown < survey.records &&
    t("category.allInFiles", {
      shown: formatNumber(shown, locale),
      all: formatNumber(survey.records, locale),
    });
  return html`<p class="small muted">${t("category.formats")} <a href="${link(json)}">JSON</a>, <a href="${link(csv)}">CSV</a>, <a href="${link(schema)}">${t("category.fieldsFile")}</a>. ${cut}${gaps !== "" && html` ${gaps} <a href="${linkFrom(page(1), paths.leftOut)}">${t("category.seeWhy")}</a>.`}</p>
`;
}

function spanOf(survey: Survey, { t, month }: Reading): string {
  if (survey.from === null || survey.to === null) return "";
  const [from, to] = [month(survey.from), month(survey.to)];
  return from === to ? t("category.spanOne", { from }) : t("category.span", { from, to });
}

function rowsFrame(
  shape: Shape,
  caption: string,
  columns: readonly Column[],
  title: string,
  { t }: Reading,
): { open: string; close: string } {
  if (shape === "cards") return { open: `<div class="cards">\n`, close: "</div>\n" };
  const heads = columns.map((column) => table.head(headHtml(column), cellClass(column.field)));
  const inner = { open: String(table.open(caption, heads)), close: String(table.close) };
  if (shape === "table") return inner;
  const region = html`<div class="scroll" role="region" tabindex="0" aria-label="${t("category.scroll", { title })}">\n`;
  return { open: String(region) + inner.open, close: `${inner.close}</div>\n` };
}

function pageLinks({ about, pages }: CategoryPages, number: number, { t }: Reading): Html | null {
  if (pages.length === 1) return null;
  const paths = categoryPaths(about.id);
  const link = (target: number, words: string) =>
    target >= 1 &&
    target <= pages.length &&
    html`<a href="${linkFrom(paths.page(number), paths.page(target))}">${words}</a> `;
  return html`<nav class="pages" aria-label="${t("category.pages")}">${link(number - 1, t("category.previous"))}<span>${t("category.pageOf", { page: number, pages: pages.length })}</span> ${link(number + 1, t("category.next"))}</nav>
`;
}

function fileTable({ files }: CategoryPages, { t }: Reading): Html | null {
  if (files.length === 0) return null;
  const labels = { file: t("category.file"), size: t("category.size") };
  const rows = files.map(({ path, name, size }) =>
    table.row([
      table.rowHead(labels.file, html`<a href="${path}"><bdi>${oneLine(name)}</bdi></a>`),
      table.cell(labels.size, size, "r"),
    ]),
  );
  const heading = t("category.filesHeading", { count: files.length });
  return html`<h2>${heading}</h2>
${table.open(heading, [table.head(labels.file), table.head(labels.size, "r")])}${rows}${table.close}`;
}

function categoryList(input: BundleInput, current: string, path: string, { t }: Reading): Html {
  const items = (input.data?.categories ?? []).map(({ id }) => {
    const title = input.about?.categories.find((about) => about.id === id)?.title ?? id;
    const target = linkFrom(path, categoryPaths(id).page(1));
    return html`<li>${id === current ? html`<b aria-current="page">${title}</b>` : html`<a href="${target}">${title}</a>`}</li>`;
  });
  return html`<nav aria-labelledby="in-folder"><h2 id="in-folder">${t("category.inFolder")}</h2><ul>${items}</ul></nav>`;
}
