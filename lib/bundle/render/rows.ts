import { html, raw, type Html } from "#lib/html.ts";
import type { Column } from "../columns.ts";
import type { PreparedRecord } from "../prepare.ts";
import { cellClass, cellHtml, type CellContext } from "./cells.ts";
import { table } from "./page.ts";

/** `cards`: one small table per record, for few records with many fields. `wide`: one table over the full width. */
export type Shape = "table" | "wide" | "cards";

/** How a category is set: by the number of its columns and records alone, so that a checker comes to the same. */
export function shapeOf(columns: number, records: number): Shape {
  if (columns <= 4) return "table";
  const fewRecords = records <= (columns > 10 ? 40 : 6);
  return fewRecords ? "cards" : "wide";
}

/** One record as a row or card. `number` counts from 1 over the whole category, as in JSON and CSV. */
export function recordHtml(
  record: PreparedRecord,
  number: number,
  shape: Shape,
  columns: readonly Column[],
  context: CellContext,
): string {
  if (shape === "cards") return cardHtml(record, number, columns, context);
  const cells = columns.map((column) =>
    table.cell(column.label, cellHtml(record, column, context), cellClass(column.field)),
  );
  return String(html`<tr role="row" data-record="${number}">${cells}</tr>\n`);
}

function cardHtml(
  record: PreparedRecord,
  number: number,
  columns: readonly Column[],
  context: CellContext,
): string {
  const caption = context.reading.t("category.record", { number });
  const rows = columns.map(
    (column) =>
      html`<tr><th scope="row">${headHtml(column)}</th><td>${cellHtml(record, column, context)}</td></tr>`,
  );
  return String(
    html`<table class="card" data-record="${number}"><caption>${caption}</caption><tbody>${rows}</tbody></table>\n`,
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
