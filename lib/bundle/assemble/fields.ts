import type { BundleField, FieldKind } from "../input.ts";
import type { BundleRecord, BundleValue } from "../values.ts";
import { isNeverOutMark, neverOutOf } from "#lib/engine/datasets/never-out.ts";
import type { Json } from "#lib/engine/datasets/values.ts";
import type { Collection, Field } from "#lib/engine/datasets/vocabulary.ts";
import type { Locale } from "#lib/locales/index.ts";
import { capitalised } from "#lib/text.ts";

const patterns: [FieldKind, RegExp][] = [
  ["date", /^\d{4}-\d{2}-\d{2}$/],
  ["month", /^\d{4}-\d{2}$/],
  ["instant", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)$/],
];

/** How a field is shown: by what its map says, else by what its values look like in the records at hand. */
export function kindOf(field: Field, values: readonly BundleValue[]): FieldKind {
  if (field.habeas.money) return "money";
  if (Object.keys(field.habeas.codes).length > 0) return "code";
  if (field.fields.length > 0) return "nested";
  const known = values.filter((value) => value !== null && value !== undefined);
  if (known.some((value) => typeof value === "object")) return "nested";
  if (known.length > 0 && known.every((value) => typeof value === "boolean")) return "yes-no";
  if (known.length > 0 && known.every((value) => typeof value === "number")) return "number";
  const shape = patterns.find(
    ([, pattern]) =>
      known.length > 0 && known.every((value) => typeof value === "string" && pattern.test(value)),
  );
  return shape?.[0] ?? "text";
}

/** `billing_postcode` → "Billing postcode": a label where the map gives none. */
export function plainLabel(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_.-]+/g, " ")
    .trim()
    .toLowerCase();
  return words === "" ? name : capitalised(words);
}

/** The fields of a category for the person: those of all its collections, each once, without what may never go out. */
export function fieldsFor(
  collections: readonly Collection[],
  sample: readonly BundleRecord[],
  locale: Locale,
): BundleField[] {
  const fields = new Map<string, BundleField>();
  for (const collection of collections) {
    for (const field of collection.fields) {
      if (isUnspoken(field, collection.dataCategories) || fields.has(field.name)) continue;
      fields.set(
        field.name,
        toBundleField(
          field,
          sample.map((record) => shown(record[field.name])),
          locale,
        ),
      );
    }
  }
  return [...fields.values()];
}

/** Left out without a mark. Of the kinds that never go out it is told that they are there. */
const isUnspoken = (field: Field, inherited: readonly string[]) =>
  field.habeas.neverRelease && neverOutOf(field, inherited) === null;

/** A value as far as it shows what values of its field look like: one that is covered shows nothing. */
const shown = (value: BundleValue | undefined): BundleValue =>
  value === undefined || isNeverOutMark(value as Json) ? null : value;

function toBundleField(field: Field, values: readonly BundleValue[], locale: Locale): BundleField {
  const { label, explanation, money, codes } = field.habeas;
  const kind = kindOf(field, values);
  const inner = values
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== null && typeof value === "object");
  return {
    name: field.name,
    label: label?.[locale] ?? label?.["en"] ?? plainLabel(field.name),
    ...(explanation ? { explanation: explanation[locale] ?? explanation["en"] } : {}),
    kind,
    ...(isTechnical(field, values) ? { technical: true } : {}),
    ...(money ? { currency: money } : {}),
    ...(kind === "code"
      ? {
          codes: Object.fromEntries(
            Object.entries(codes).map(([code, words]) => [code, words[locale] ?? words["en"] ?? code]),
          ),
        }
      : {}),
    ...(kind === "nested" && field.fields.length > 0
      ? {
          fields: field.fields
            .filter((one) => !isUnspoken(one, field.dataCategories))
            .map((one) =>
              toBundleField(
                one,
                inner.map((value) => shown((value as BundleRecord)[one.name])),
                locale,
              ),
            ),
        }
      : {}),
  };
}

/** What only tells or joins the records of a store: keys and numbers of its own, not what the person is known by. */
function isTechnical(
  { primaryKey, references, dataCategories, identity }: Field,
  values: readonly BundleValue[],
) {
  const isOwn = dataCategories.length > 0 && dataCategories.every((one) => internal.test(one));
  if (identity !== null || !(primaryKey || references.length > 0 || isOwn)) return false;
  const known = values.filter((value) => value !== null);
  return known.every(
    (value) => typeof value === "number" || (typeof value === "string" && number.test(value)),
  );
}

const internal = /^(system|user\.unique_id)(\.|$)/;

/** Digits alone, or an identifier of 128 or 96 bits in hexadecimal. */
const number = /^(\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24})$/i;

/** The field by which records are placed in time: the order of the map if it is one, else the first that is. */
export function timeFieldOf(
  collections: readonly Collection[],
  fields: readonly BundleField[],
): string | null {
  const isTime = (name: string | undefined) =>
    fields.find((field) => field.name === name && (field.kind === "instant" || field.kind === "date"));
  const ordered = collections.flatMap((collection) => collection.habeas.orderBy.map((order) => order.field));
  const found =
    ordered.map(isTime).find(Boolean) ??
    fields.find((field) => field.kind === "instant" || field.kind === "date");
  return found?.name ?? null;
}
