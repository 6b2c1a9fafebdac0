import { isWithin, touches } from "./categories.ts";
import type { Key } from "./keys.ts";
import { coverNeverOut, isNeverOutMark, type NeverOut } from "./never-out.ts";
import { valuesAt, type Json, type JsonRecord, type Scalar } from "./values.ts";
import type { Collection, Field } from "./vocabulary.ts";

/**
 * Makes records what may be kept of them: only declared members, and of an array through which a record was found only the
 * elements that matched (with `return_all_elements`: all). The others belong to somebody else.
 * @param fields names of the top-level fields that were read
 * @param keys what was looked for; keys into arrays decide which elements stay
 */
export function toShaper(
  collection: Collection,
  fields: readonly string[],
  keys: readonly Key[],
): (raw: JsonRecord) => JsonRecord {
  const wanted = collection.fields.filter(({ name }) => fields.includes(name));
  const members = toMembers(wanted, keys.map(toMatch));
  return (raw) => shapeMembers(raw, members);
}

/** One record, shaped as `toShaper` says. */
export function shapeRecord(
  raw: JsonRecord,
  collection: Collection,
  fields: readonly string[],
  keys: readonly Key[],
): JsonRecord {
  return toShaper(collection, fields, keys)(raw);
}

type Match = { path: string[]; isMatch: (value: Scalar) => boolean };

/** A declared member with the keys that lead into it, worked out once for all records. */
type Member = { name: string; keepsAll: boolean; matches: Match[]; members: Member[] };

/** One set per key, so that ten thousand values cost no more than one. */
const sets = new WeakMap<Key, Match>();

function toMatch(key: Key): Match {
  const known = sets.get(key);
  if (known) return known;
  const texts = new Set(key.values.map(String));
  const match = { path: key.path, isMatch: (value: Scalar) => texts.has(String(value)) };
  sets.set(key, match);
  return match;
}

function toMembers(fields: readonly Field[], matches: readonly Match[]): Member[] {
  return fields.map((field) => {
    const below = matches
      .filter(({ path }) => path[0] === field.name)
      .map(({ path, isMatch }) => ({ path: path.slice(1), isMatch }));
    return {
      name: field.name,
      keepsAll: field.returnAllElements,
      matches: below,
      members: toMembers(field.fields, below),
    };
  });
}

function shapeMembers(raw: JsonRecord, members: readonly Member[]): JsonRecord {
  const kept: [string, Json][] = [];
  let isUnchanged = true;
  for (const member of members) {
    if (!Object.hasOwn(raw, member.name)) continue;
    const value = raw[member.name] ?? null;
    const shaped = typeof value === "object" && value !== null ? shapeValue(value, member) : value;
    isUnchanged &&= shaped === value;
    kept.push([member.name, shaped]);
  }
  // fromEntries defines members; assigning would let one named __proto__ change the object instead.
  return isUnchanged && kept.length === Object.keys(raw).length ? raw : Object.fromEntries(kept);
}

function shapeValue(value: Json, member: Member): Json {
  if (Array.isArray(value)) {
    const matching = member.keepsAll ? [] : value.filter((element) => isAnyIn(element, member.matches));
    // Where nothing in it matched, the record was found by something else, and the array is as much hers as the record.
    return (matching.length > 0 ? matching : value).map((element) => shapeValue(element, member));
  }
  const isObject = typeof value === "object" && value !== null;
  return isObject && member.members.length > 0 ? shapeMembers(value, member.members) : value;
}

function isAnyIn(value: Json, matches: readonly Match[]): boolean {
  return matches.some(({ path, isMatch }) => valuesAt(value, path).some(isMatch));
}

/** Whether a record holds any of the values looked for: what a store that cannot search asks of each record. */
export function isFound(raw: JsonRecord, keys: readonly Key[]): boolean {
  return isAnyIn(raw, keys.map(toMatch));
}

/**
 * The record without what may never be part of a bundle (`habeas_meta.never_release`), and with a mark in place of every
 * value of the kinds kept back: that those are held is told.
 */
export function withoutUnreleasable(
  record: JsonRecord,
  collection: Collection,
  kept: ReadonlySet<NeverOut>,
): JsonRecord {
  return withoutForbidden(coverNeverOut(record, collection, kept).record, collection.fields);
}

function withoutForbidden(record: JsonRecord, fields: readonly Field[]): JsonRecord {
  const forbidding = fields.filter(forbids);
  if (forbidding.length === 0) return record;
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => {
      const field = forbidding.find((one) => one.name === name);
      if (!field) return [[name, value]];
      if (isNeverOutMark(value)) return [[name, value]];
      return field.habeas.neverRelease ? [] : [[name, withoutForbiddenIn(value, field.fields)]];
    }),
  );
}

function withoutForbiddenIn(value: Json, fields: readonly Field[]): Json {
  if (Array.isArray(value)) return value.map((element) => withoutForbiddenIn(element, fields));
  return typeof value === "object" && value !== null ? withoutForbidden(value, fields) : value;
}

/** Whether a field, or any inside it, may never go out. */
function forbids({ habeas, fields }: Field): boolean {
  return habeas.neverRelease || fields.some(forbids);
}

/**
 * A record cut to the categories asked for; null where nothing is left. A collection or an object whose own category is
 * asked for is released whole. Empty objects and arrays go, null values stay.
 */
export function cutToTargets(
  record: JsonRecord,
  collection: Collection,
  targets: readonly string[],
): JsonRecord | null {
  const isWhole = touches(collection.dataCategories, targets);
  const cut = isWhole ? record : cutMembers(record, collection.fields, targets);
  return Object.keys(cut).length > 0 ? cut : null;
}

function cutMembers(record: JsonRecord, fields: readonly Field[], targets: readonly string[]): JsonRecord {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = Object.hasOwn(record, field.name) ? record[field.name] : undefined;
      if (value === undefined) return [];
      const isTarget = field.dataCategories.some((category) =>
        targets.some((target) => isWithin(category, target)),
      );
      const cut = isTarget ? value : cutValue(value, field, targets);
      return cut === undefined || isEmpty(cut) ? [] : [[field.name, cut]];
    }),
  );
}

/** What of an object, or of each object in an array, is asked for; undefined where nothing can be. */
function cutValue(value: Json, field: Field, targets: readonly string[]): Json | undefined {
  if (field.fields.length === 0) return undefined;
  if (Array.isArray(value)) {
    return value
      .map((element) => cutValue(element, field, targets))
      .filter((element) => element !== undefined && !isEmpty(element)) as Json[];
  }
  return typeof value === "object" && value !== null ? cutMembers(value, field.fields, targets) : undefined;
}

function isEmpty(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
