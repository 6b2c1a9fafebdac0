import { exactNumber } from "./numbers.ts";
import type { BaseType, DataType } from "./vocabulary.ts";
import type { Json, Scalar } from "./values.ts";

export type Cast = { ok: true; value: Scalar } | { ok: false; reason: string };

/**
 * A value as the declared type of the field it is about to be compared with. Nothing is lost on the way: 0, false and ""
 * stay, whole numbers beyond 2^53 and fractions that no double holds stay as digits, and what does not fit is a failure
 * with a reason (never the value) instead of a silent null.
 */
export function castValue(value: Json, type: DataType | null): Cast {
  if (value === null) return fail("nothing");
  if (typeof value === "object") return fail(Array.isArray(value) ? "a list" : "an object");
  return type ? casts[type.base](value) : { ok: true, value };
}

const casts = {
  string: (value) => ({ ok: true, value: String(value) }),
  integer: toInteger,
  float: toFloat,
  boolean: toBoolean,
  object_id: (value) =>
    typeof value === "string" && /^[0-9a-f]{24}$/i.test(value)
      ? { ok: true, value: value.toLowerCase() }
      : fail("no object id of 24 hexadecimal digits"),
  object: () => fail("a single value where an object is declared"),
} satisfies Record<BaseType, (value: Scalar) => Cast>;

function toInteger(value: Scalar): Cast {
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { ok: true, value } : fail("no whole number");
  const [, sign, digits] = (typeof value === "string" && /^\s*([+-]?)0*(\d+)\s*$/.exec(value)) || [];
  if (digits === undefined) return fail("no whole number");
  const text = sign === "-" && digits !== "0" ? `-${digits}` : digits;
  return { ok: true, value: exactNumber(text) };
}

function toFloat(value: Scalar): Cast {
  if (typeof value === "number")
    return Number.isFinite(value) ? { ok: true, value } : fail("no finite number");
  if (typeof value === "string" && /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) {
    return { ok: true, value: exactNumber(value.trim()) };
  }
  return fail("no number");
}

const truths = new Map<Scalar, boolean>([
  [true, true],
  ["True", true],
  ["true", true],
  [1, true],
  ["1", true],
  [false, false],
  ["False", false],
  ["false", false],
  [0, false],
  ["0", false],
]);

function toBoolean(value: Scalar): Cast {
  const truth = truths.get(value);
  return truth === undefined ? fail("neither true nor false") : { ok: true, value: truth };
}

function fail(what: string): Cast {
  return { ok: false, reason: `is ${what}` };
}
