import { escapeHtml, html, raw, type Html } from "#lib/html.ts";
import { oneLine } from "#lib/decisions/letter/line.ts";
import { formatMoney } from "#lib/locales/format.ts";
import { valueAt, type Column } from "../columns.ts";
import type { BundleField } from "../input.ts";
import { instantOf, isDay } from "../instants.ts";
import type { PreparedRecord } from "../prepare.ts";
import type { Reading } from "../reading.ts";
import { isPlacedFile } from "../survey.ts";
import type { CellClass } from "./page.ts";
import { isObject, isRedacted, isRedactedText, type BundleValue, type Redacted } from "../values.ts";

/** Longest text shown in one cell, in UTF-16 units; the JSON file has all of it. */
const longestText = 20_000;

/** `size` tells how big a file of this category is, in words; null where the path is unknown. */
export type CellContext = { reading: Reading; size: (path: string) => string | null };

/** What a person reads in one cell. Says the same as JSON, in words: nothing is added, rounded or dropped. */
export function cellHtml(record: PreparedRecord, column: Column, context: CellContext): Html {
  return valueHtml(valueAt(record, column.path), column.field, record, context);
}

/** How a column is set: keys small, amounts flush right, long texts with room, all texts free to break. */
export function cellClass({ field: { kind, technical }, isLong }: Column): CellClass {
  if (technical) return "key";
  if (kind === "number" || kind === "money") return "r";
  if (isLong) return "t long";
  return kind === "text" || kind === "nested" ? "t" : "";
}

function valueHtml(
  value: BundleValue,
  field: BundleField | null,
  record: PreparedRecord,
  context: CellContext,
): Html {
  const { reading } = context;
  if (value === null || isEmpty(value)) return emptyHtml(reading);
  if (typeof value === "boolean") return html`${reading.t(value ? "yes" : "no")}`;
  if (typeof value === "string" || typeof value === "number")
    return scalarHtml(value, field, record, reading);
  if (isObject(value)) {
    if (isRedacted(value, reading.reasons)) return coveredHtml(value, reading);
    if (isRedactedText(value, reading.reasons)) {
      return html`${value.redacted_text.map((part) => (typeof part === "string" ? textHtml(part, reading) : coveredHtml(part, reading)))}`;
    }
    if (isPlacedFile(value)) return fileHtml(value.file, value.name, context);
    const inside = Object.entries(value).map(([key, inner]) => {
      const described = field?.fields?.find(({ name }) => name === key) ?? null;
      return html`<dt>${described?.label ?? key}</dt><dd>${valueHtml(inner, described, record, context)}</dd>`;
    });
    return html`<dl class="inside">${inside}</dl>`;
  }
  return html`<ul class="inside">${value.map((item) => html`<li>${valueHtml(item, field, record, context)}</li>`)}</ul>`;
}

function isEmpty(value: BundleValue): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function emptyHtml({ t }: Reading): Html {
  return html`<span class="muted" aria-hidden="true">–</span><span class="vh">${t("empty")}</span>`;
}

function scalarHtml(
  value: string | number,
  field: BundleField | null,
  record: PreparedRecord,
  reading: Reading,
): Html {
  const text = String(value);
  switch (field?.kind) {
    case "date":
      return isDay(text)
        ? html`<time datetime="${text}">${reading.day(text)}</time>`
        : textHtml(text, reading);
    case "month":
      return isDay(`${text}-01`) ? html`${reading.month(text)}` : textHtml(text, reading);
    case "instant": {
      const at = instantOf(text);
      if (at === null) return textHtml(text, reading);
      const { day, time } = reading.moment(at);
      return html`<time datetime="${text}">${day}<br><span class="muted">${time}</span></time>`;
    }
    case "money":
      return html`${moneyText(text, field, record, reading)}`;
    case "code": {
      const words = field.codes && Object.hasOwn(field.codes, text) ? field.codes[text] : undefined;
      return words === undefined ? textHtml(text, reading) : html`${words} <span class="tech">${text}</span>`;
    }
    default:
      return textHtml(text, reading);
  }
}

/** "£18.40"; the stored digits and the code where that form would round, or where the currency is not known. */
function moneyText(text: string, field: BundleField, record: PreparedRecord, reading: Reading): string {
  const named = typeof field.currency === "object" ? record[field.currency.field] : field.currency;
  const currency =
    typeof named === "string" && /^[A-Z]{3}$/.test(named.toUpperCase()) ? named.toUpperCase() : null;
  const digits = /^-?(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (currency === null || !digits) return currency === null ? text : `${text} ${currency}`;
  const decimals =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const isMinor = field.unit === "minor";
  const exact = isMinor ? digits[2] === undefined : (digits[2] ?? "").replace(/0+$/, "").length <= decimals;
  if (!exact) return `${text} ${currency}`;
  const amount = isMinor ? Number(text) / 10 ** decimals : Number(text);
  return formatMoney(amount, currency, reading.locale);
}

function coveredHtml({ redacted }: Redacted, reading: Reading): Html {
  return html`<span class="black">${reading.covered(redacted.reason)}</span>`;
}

function fileHtml(path: string, name: string, { size }: CellContext): Html {
  const bytes = size(path);
  return html`<a href="${path}"><bdi>${oneLine(name)}</bdi></a>${bytes !== null && html`, ${bytes}`}`;
}

function textHtml(text: string, reading: Reading): Html {
  if (text.length <= longestText) return directed(text);
  const end = longestText - (/[\uD800-\uDBFF]/.test(text[longestText - 1] ?? "") ? 1 : 0);
  return html`${directed(text.slice(0, end))}… <span class="muted">${reading.t("cut")}</span>`;
}

/** Right-to-left scripts are set in their own direction, without turning what stands around them. */
function directed(text: string): Html {
  const markup = escapeHtml(visible(text));
  const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u202A-\u202E\u2066-\u2069]/.test(text);
  return rightToLeft ? raw(`<bdi>${markup}</bdi>`) : raw(markup);
}

/** Control characters become their pictures (␀, ␛): HTML cannot hold them, and the reader should see that they are there. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0);
    if (control === "\t" || control === "\n" || control === "\r") return control;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\uFFFD";
  });
}
