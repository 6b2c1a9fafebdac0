import { html, type Html } from "#lib/html.ts";
import { oneLine } from "#lib/decisions/letter/line.ts";
import { formatNumber } from "#lib/locales/format.ts";
import type { AboutCategory, BundleCategory, BundleInput } from "../input.ts";
import { categoryPaths, linkFrom, paths, type Slice } from "../layout.ts";
import type { PlacedFile } from "../prepare.ts";
import type { Reading } from "../reading.ts";
import type { Survey } from "../survey.ts";
import { fiveQuestions, questionList } from "./about.ts";
import { timeChart } from "./chart.ts";
import { anchorOf, type GroupsView } from "./group.ts";
import { pageEnd, pageStart, table, type Page } from "./page.ts";
import { shapeOf } from "./rows.ts";

/** Everything known of a category once its JSON is written. `files` in the order of the category's list. */
export type CategoryView = GroupsView & {
  input: BundleInput;
  about: AboutCategory;
  category: BundleCategory;
  survey: Survey;
  files: readonly (PlacedFile & { size: string })[];
  pages: readonly (readonly Slice[])[];
};

/** What stands before and after the records on page `number` (from 1) of a category. */
export function categoryFrame(
  view: CategoryView,
  number: number,
  reading: Reading,
): { path: string; before: string; after: string } {
  const { input, about, groups, pages } = view;
  const { t } = reading;
  const path = categoryPaths(about.id).page(number);
  const title =
    pages.length > 1
      ? `${about.title}, ${t("category.pageOf", { page: number, pages: pages.length })}`
      : about.title;
  const page: Page = {
    path,
    title,
    wide: groups.some((group) => shapeOf(group) === "wide"),
    aside: categoryList(input, about.id, path, reading),
  };
  return {
    path,
    before: `${pageStart(page, input, reading)}${String(number === 1 ? opening(view, reading) : head(about.title, reading))}${markup(pageLinks(view, number, t("category.pages"), reading))}`,
    after: `${markup(pageLinks(view, number, t("category.pagesBelow"), reading))}${markup(number === pages.length ? fileTable(view, reading) : null)}${pageEnd(page)}`,
  };
}

function markup(piece: Html | null): string {
  return piece === null ? "" : String(piece);
}

function opening(view: CategoryView, reading: Reading): Html {
  const { about, category, survey, files } = view;
  const { t } = reading;
  const records = t("count.records", { count: survey.records });
  const lead =
    survey.records > 0
      ? t("category.lead", { records, span: spanOf(survey, reading), files: files.length })
      : t(category.withheld > 0 ? "category.leadWithheld" : "category.leadNothing");
  return html`${head(about.title, reading)}
<p class="lead">${lead}</p>
${timeChart(survey, reading)}${questionList(about, fiveQuestions, reading)}
${survey.records > 0 && html`<h2>${recordsHeading(view, reading)}</h2>\n`}${formats(view, reading)}${groupList(view, reading)}`;
}

function shownOf({ shown }: CategoryView): number {
  return shown.reduce((sum, count) => sum + count, 0);
}

function recordsHeading(view: CategoryView, { t, locale }: Reading): string {
  const { groups, survey } = view;
  if (survey.records === 1) return t("category.one");
  if (shownOf(view) === survey.records)
    return t("category.all", { records: t("count.records", { count: survey.records }) });
  const numbers = { shown: formatNumber(shownOf(view), locale), all: formatNumber(survey.records, locale) };
  return t(groups.length > 1 ? "category.some" : "category.first", numbers);
}

/** Where there are several groups: what they are, how many records each has, and where each begins. */
function groupList({ about, groups, pages }: CategoryView, { t }: Reading): Html | null {
  if (groups.length < 2) return null;
  const { page } = categoryPaths(about.id);
  const items = groups.map((group, index) => {
    const number = 1 + pages.findIndex((slices) => slices.some((slice) => slice.group === index));
    const address = `${number === 1 ? "" : linkFrom(page(1), page(number))}#${anchorOf(group)}`;
    return html`<li><a href="${address}">${group.title}</a>, ${t("count.records", { count: group.count })}</li>`;
  });
  return html`<ul class="plain">${items}</ul>\n`;
}

function head(title: string, { t }: Reading): Html {
  return html`<p class="step"><a href="../index.html">3 ${t("folders.data.title")}</a></p>\n<h1>${title}</h1>`;
}

function formats(view: CategoryView, { t, locale }: Reading): Html {
  const { about, category, survey } = view;
  const { json, csv, schema, page } = categoryPaths(about.id);
  const link = (target: string) => linkFrom(page(1), target);
  const gaps = t("category.leftOut", {
    withheld: category.withheld,
    files: category.filesLeftOut.length,
    covered: survey.covered,
  }).trim();
  const shown = shownOf(view);
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

function pageLinks(
  { about, pages }: CategoryView,
  number: number,
  label: string,
  { t }: Reading,
): Html | null {
  if (pages.length === 1) return null;
  const paths = categoryPaths(about.id);
  const link = (target: number, words: string) =>
    target >= 1 &&
    target <= pages.length &&
    html`<a href="${linkFrom(paths.page(number), paths.page(target))}">${words}</a> `;
  return html`<nav class="pages" aria-label="${label}">${link(number - 1, t("category.previous"))}<span>${t("category.pageOf", { page: number, pages: pages.length })}</span> ${link(number + 1, t("category.next"))}</nav>
`;
}

function fileTable({ files }: CategoryView, { t }: Reading): Html | null {
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
