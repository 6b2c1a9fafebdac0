import type { Scalar } from "#lib/engine/datasets/values.ts";
import { isStorable } from "#lib/text.ts";

/** A column as the catalogue describes it; of a domain, the type beneath. */
export type Column = {
  name: string;
  /** Name of the type in `pg_type`: `int8`, `text`, `jsonb`; of an array, that of its elements. */
  type: string;
  /** The same as it is written in a cast, schema and quotes included, without length (a length would cut values). */
  cast: string;
  isArray: boolean;
  isNullable: boolean;
};

type Rule = { fits: (text: string, value: Scalar) => boolean; cast: string | null };

const whole = (min: bigint, max: bigint) => (text: string) =>
  /^-?(0|[1-9]\d{0,18})$/.test(text) && BigInt(text) >= min && BigInt(text) <= max;
const decimal = /^-?(\d{1,400}(\.\d{1,400})?|\.\d{1,400})(e[+-]?\d{1,3})?$/i;
const isZero = (text: string) => !/[1-9]/.test(text.replace(/e.*$/i, ""));
const real = (round: (value: number) => number) => (text: string) =>
  decimal.test(text) && Number.isFinite(round(Number(text))) && (round(Number(text)) !== 0 || isZero(text));
const anyText: Rule["fits"] = (text) => isStorable(text);

/**
 * Which values can stand in a column of a type. The others cannot be there, so leaving them out loses nothing, while
 * casting them would end the whole question in an error.
 */
const rules: Record<string, Rule> = {
  int2: { fits: whole(-32_768n, 32_767n), cast: "int2" },
  int4: { fits: whole(-2_147_483_648n, 2_147_483_647n), cast: "int4" },
  int8: { fits: whole(-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n), cast: "int8" },
  oid: { fits: whole(0n, 4_294_967_295n), cast: "oid" },
  numeric: { fits: (text) => decimal.test(text), cast: "numeric" },
  float4: { fits: real(Math.fround), cast: "float4" },
  float8: { fits: real((value) => value), cast: "float8" },
  bool: { fits: (text) => text === "true" || text === "false", cast: "bool" },
  uuid: { fits: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text), cast: "uuid" },
  date: { fits: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text), cast: "date" },
  timestamp: { fits: (text) => isInstant(text, false), cast: "timestamp" },
  timestamptz: { fits: (text) => isInstant(text, true), cast: "timestamptz" },
  text: { fits: anyText, cast: "text" },
  varchar: { fits: anyText, cast: "text" },
  bpchar: { fits: anyText, cast: "bpchar" },
  name: { fits: (text) => isStorable(text) && Buffer.byteLength(text) < 64, cast: "name" },
};

/** Types whose equality is that of their text: a row has one value, and two different values are never the same. */
const singleTypes = new Set(["int2", "int4", "int8", "oid", "bool", "text", "varchar"]);

/** How values are compared with a column: the cast of the list, or null to compare the column's text; and which can match. */
export function matching(
  column: Column,
  values: readonly Scalar[],
): { cast: string | null; texts: string[]; unfit: number } {
  // citext compares in its own way, wherever the extension lives.
  const rule = rules[column.type] ?? { fits: anyText, cast: column.type === "citext" ? column.cast : null };
  const texts = values.map(String).filter((text, index) => rule.fits(text, values[index] as Scalar));
  return { cast: rule.cast, texts, unfit: values.length - texts.length };
}

export function isSingle(column: Column): boolean {
  return !column.isArray && singleTypes.has(column.type);
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  return (
    year > 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  );
}

function isInstant(text: string, mayHaveZone: boolean): boolean {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/.exec(
      text,
    );
  return found !== null && isDay(text) && (mayHaveZone || found[3] === undefined);
}
