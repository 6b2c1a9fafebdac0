import { exactNumber } from "#lib/engine/datasets/numbers.ts";
import type { Scalar } from "#lib/engine/datasets/values.ts";
import { isStorable } from "#lib/text.ts";

/** What a column does to values on their way in (https://sqlite.org/datatype3.html, 3.1). */
export type Affinity = "integer" | "numeric" | "real" | "text" | "none";

/** The affinity of a declared type, by SQLite's own rules in their own order. */
export function affinityOf(declared: string): Affinity {
  const type = declared.toUpperCase();
  if (type.includes("INT")) return "integer";
  if (/CHAR|CLOB|TEXT/.test(type)) return "text";
  if (type === "" || type.includes("BLOB")) return "none";
  return /REAL|FLOA|DOUB/.test(type) ? "real" : "numeric";
}

/** What SQLite would take for a number, however it is written. */
const numberLike = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const wholeNumber = /^-?(0|[1-9]\d*)$/;
const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];

/**
 * Values as JSON for `json_each`, each in the forms in which a column of that affinity can hold it, and how many it
 * cannot hold at all. SQLite would find 42 when asked for "042"; a value that is not written like the number is left out.
 */
export function matching(values: readonly Scalar[], affinity: Affinity): { json: string; unfit: number } {
  const forms = values.map((value) => formsOf(value, affinity));
  return { json: `[${forms.flat().join(",")}]`, unfit: forms.filter((one) => one.length === 0).length };
}

function formsOf(value: Scalar, affinity: Affinity): string[] {
  const text = String(value);
  if (!isStorable(text)) return [];
  if (affinity === "text") return [JSON.stringify(text)];
  const number = typeof value === "boolean" ? String(Number(value)) : numberForm(text, affinity);
  if (affinity === "none") return number === null ? [JSON.stringify(text)] : [JSON.stringify(text), number];
  if (number !== null) return [number];
  // Any column can hold text that is no number.
  return numberLike.test(text) ? [] : [JSON.stringify(text)];
}

function numberForm(text: string, affinity: Affinity): string | null {
  if (wholeNumber.test(text)) return BigInt(text) >= least && BigInt(text) <= most ? text : null;
  if (affinity === "integer" || !/^-?\d+\.\d+$/.test(text)) return null;
  return typeof exactNumber(text) === "number" ? text : null;
}
