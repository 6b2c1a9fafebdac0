import { html, type Html } from "#lib/html.ts";
import { formatNumber } from "#lib/locales/format.ts";
import { inReadingOrder } from "../columns.ts";
import type { ToldGroup } from "../groups.ts";
import type { Slice } from "../layout.ts";
import type { PreparedRecord } from "../prepare.ts";
import type { Reading } from "../reading.ts";
import { cellClass, type CellContext } from "./cells.ts";
import { table } from "./page.ts";
import { headHtml, recordHtml, shapeOf } from "./rows.ts";

/** The groups of a category in their order, and how many records of each the pages show. */
export type GroupsView = { groups: readonly ToldGroup[]; shown: readonly number[] };

/** Writes one stretch of one group: what stands before its records, each of them, and what stands behind. */
export type SliceWriter = {
  open: string;
  /** `number` counts from 1 within the group. */
  row: (record: PreparedRecord, number: number) => string;
  close: string;
};

/** How a stretch of a group is written, from nothing but what the schema file tells: a checker comes to the same. */
export function sliceWriter(view: GroupsView, slice: Slice, context: CellContext): SliceWriter {
  const group = view.groups[slice.group];
  if (!group) throw new Error(`there is no group ${slice.group}`);
  const before = view.groups.slice(0, slice.group).reduce((sum, { count }) => sum + count, 0);
  const columns = inReadingOrder(group.columns);
  const shape = shapeOf(group);
  const isAlone = group.count === 1;
  const { open, close } = rowsFrame(group, slice, context.reading);
  const heading =
    view.groups.length > 1 && headingHtml(group, slice, view.shown[slice.group] ?? 0, context.reading);
  const explanation = slice.from === 1 && group.explanation !== null && html`<p>${group.explanation}</p>\n`;
  return {
    open: `${String(html`${heading}${explanation}`)}${open}`,
    row: (record, number) =>
      recordHtml(record, { inCategory: before + number, inGroup: number, isAlone }, shape, columns, context),
    close,
  };
}

/** Where the records of a group begin on their page. */
export function anchorOf({ id }: ToldGroup): string {
  return `records-${id}`;
}

/** The heading of a group that stands beside others; a page on which it goes on repeats it. */
function headingHtml(group: ToldGroup, { from }: Slice, shown: number, { t, locale }: Reading): Html {
  const { title, count } = group;
  const records = t("count.records", { count });
  const anchor = anchorOf(group);
  if (from > 1) return html`<h2 id="${anchor}">${t("category.groupGoesOn", { title, records })}</h2>\n`;
  const words =
    shown < count
      ? t("category.groupFirst", {
          title,
          shown: formatNumber(shown, locale),
          all: formatNumber(count, locale),
        })
      : t("category.group", { title, records });
  return html`<h2 id="${anchor}">${words}</h2>\n`;
}

function rowsFrame(group: ToldGroup, { from, to }: Slice, { t, locale }: Reading) {
  const shape = shapeOf(group);
  if (shape === "cards") return { open: `<div class="cards">\n`, close: "</div>\n" };
  const { title } = group;
  const numbers = { from: formatNumber(from, locale), to: formatNumber(to, locale) };
  const heads = inReadingOrder(group.columns).map((column) =>
    table.head(headHtml(column), cellClass(column)),
  );
  const inner = {
    open: String(
      table.open(t("category.caption", { title, ...numbers }), heads, heads.length > 8 ? "dense" : ""),
    ),
    close: String(table.close),
  };
  if (shape === "table") return inner;
  const region = html`<div class="scroll" role="region" tabindex="0" aria-label="${t("category.scroll", { title })}">\n`;
  return { open: String(region) + inner.open, close: `${inner.close}</div>\n` };
}
