import { findField } from "#lib/engine/datasets/fields.ts";
import { coverNeverOut, type NeverOut } from "#lib/engine/datasets/never-out.ts";
import { valuesAt, type JsonRecord } from "#lib/engine/datasets/values.ts";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { NamedOnly } from "../input.ts";
import { plainLabel } from "./fields.ts";

/** What a walk over records met of values that stay behind, by the path of their field. */
export type Named = Map<string, Omit<NamedOnly, "label">>;

/** Counts, for one record, each field whose value stays behind, and keeps the earliest day. */
export function noteNamed(
  named: Named,
  record: JsonRecord,
  collection: Collection,
  kept: ReadonlySet<NeverOut>,
): void {
  const { covered } = coverNeverOut(record, collection, kept);
  if (covered.length === 0) return;
  const day = dayOf(record, collection);
  for (const [path, kind] of new Map(covered.map((one) => [one.path, one.kind]))) {
    const before = named.get(path);
    const days = [before?.since ?? null, day].filter((one) => one !== null).sort();
    named.set(path, { kind, count: (before?.count ?? 0) + 1, since: days[0] ?? null });
  }
}

/** The day by which the map puts records in order, where it is one. */
function dayOf(record: JsonRecord, { habeas }: Collection): string | null {
  const days = habeas.orderBy.flatMap(({ field }) => valuesAt(record, field.split(".")).map(String));
  return days.map((one) => /^\d{4}-\d{2}-\d{2}/.exec(one)?.[0] ?? null).find((one) => one !== null) ?? null;
}

/** The same in the words of the map. */
export function namedIn(collection: Collection, named: Named, locale: Locale): NamedOnly[] {
  return [...named].map(([path, one]) => {
    const label = findField(collection, path.split("."))?.habeas.label;
    return { ...one, label: label?.[locale] ?? label?.["en"] ?? plainLabel(path) };
  });
}
