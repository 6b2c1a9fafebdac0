import { html, raw, type Html } from "#lib/html.ts";
import { formatNumber } from "#lib/locales/format.ts";
import type { Column } from "../columns.ts";
import type { ToldGroup } from "../groups.ts";
import type { PreparedRecord } from "../prepare.ts";
import { cellClass, cellHtml, type CellContext } from "./cells.ts";
import { table } from "./page.ts";

/** `cards`: one small table per record, for few records with many fields. `wide`: one table over the full width. */
export type Shape = "table" | "wide" | "cards";

/** How a group is set: by its columns and the number of its records alone, so that a checker comes to the same. */
export function shapeOf({ columns, count }: Pick<ToldGroup, "columns" | "count">): Shape {
  if (columns.length <= 4) return "table";
  const telling = columns.filter(({ field }) => field.technical !== true).length;
  return count <= 2 || (telling > 10 && count <= 40) ? "cards" : "wide";
}

/** Where a record stands, counted from 1: over the whole category, as in JSON and CSV, and in its group. */
export type Place = {
  inCategory: number;
  inGroup: number;
  /** It is the only one of its group. */
  isAlone: boolean;
};

/** One record as a row or card. */
export function recordHtml(
  record: PreparedRecord,
  place: Place,
  shape: Shape,
  columns: readonly Column[],
  context: CellContext,
): string {
  if (shape === "cards") return cardHtml(record, place, columns, context);
  const cells = columns.map((column) =>
    table.cell(column.label, cellHtml(record, column, context), cellClass(column)),
  );
  return String(html`<tr role="row" data-record="${place.inCategory}">${cells}</tr>\n`);
}

function cardHtml(
  record: PreparedRecord,
  { inCategory, inGroup, isAlone }: Place,
  columns: readonly Column[],
  { reading, size }: CellContext,
): string {
  const caption = reading.t("category.record", { number: formatNumber(inGroup, reading.locale) });
  const rows = columns.map(
    (column) =>
      html`<tr><th scope="row">${headHtml(column)}</th><td>${cellHtml(record, column, { reading, size })}</td></tr>`,
  );
  return String(
    html`<table class="card" data-record="${inCategory}"><caption${isAlone && raw(' class="vh"')}>${caption}</caption><tbody>${rows}</tbody></table>\n`,
  );
}

/** A field's label, its technical name in small print, and what it means where the label does not say it. */
export function headHtml({ label, header, field }: Column): Html {
  return html`${label} <span class="tech">${breakable(header)}</span>${field.explanation !== undefined && html` <span class="means">${field.explanation}</span>`}`;
}

/** A technical name that may break where its words do. */
function breakable(name: string): Html {
  return html`${name.split(/(?<=[_.-])(?=.)/).map((part, index) => html`${index > 0 && raw("<wbr>")}${part}`)}`;
}

/** The rows found in a page, in order, exactly as they were written. */
export function recordsIn(page: string): { number: number; markup: string }[] {
  return [...page.matchAll(/<(tr|table)\b[^>]* data-record="(\d+)">.*?<\/\1>\n/gs)].map(
    ([markup, , number]) => ({
      number: Number(number),
      markup,
    }),
  );
}
