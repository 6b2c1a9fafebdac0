import { storedForms } from "#lib/identity/stored-form.ts";
import { castValue, type Cast } from "./cast.ts";
import { distinct, type Json, type Scalar } from "./values.ts";
import type { Entry, Step } from "./traversal.ts";
import type { FieldAddress } from "./vocabulary.ts";

/** Values to look for in one field. A record that matches any value of any key is found. */
export type Key = { path: string[]; values: Scalar[] };

/** Values that were left out because they do not fit the declared type; how many, never which. */
export type KeyFailure = { path: string[]; count: number; says: string };

/** Verified values per identity: `{ email: ["maya@example.org"] }`. */
export type Seeds = Readonly<Record<string, readonly Json[]>>;

/**
 * What one step has to look for: the union, per field, of the verified seeds and of all values found before, without
 * doubles and in a fixed order. Only null means nothing; 0, false and "" are looked for.
 * @param found values collected so far from a field of an earlier step
 */
export function keysFor(
  step: Step,
  seeds: Seeds,
  found: (field: FieldAddress) => Iterable<Json>,
): { keys: Key[]; failures: KeyFailure[] } {
  const keys: Key[] = [];
  const failures: KeyFailure[] = [];
  for (const [path, entries] of Map.groupBy(step.entries, (entry) => entry.path.join("."))) {
    const values: Scalar[] = [];
    const reasons = new Map<string, number>();
    for (const { from, dataType, digestOf } of entries) {
      for (const raw of "identity" in from ? (seeds[from.identity] ?? []) : found(from.field)) {
        if (raw === null) continue;
        const cast = digestOf === null ? castValue(raw, dataType) : digestOfValue(raw, digestOf);
        if (cast.ok) values.push(cast.value);
        else reasons.set(cast.reason, (reasons.get(cast.reason) ?? 0) + 1);
      }
    }
    const at = entries[0]?.path ?? [];
    if (values.length > 0) keys.push({ path: at, values: distinct(values) });
    for (const [reason, count] of reasons)
      failures.push({ path: at, count, says: failureSays(path, count, reason) });
  }
  return { keys, failures };
}

function digestOfValue(raw: Json, kind: NonNullable<Entry["digestOf"]>): Cast {
  const written = castValue(raw, { base: "string", isArray: false });
  if (!written.ok) return written;
  const value = storedForms.sha256(kind, String(written.value), undefined);
  return value === "" ? { ok: false, reason: `is not of the kind ${kind}` } : { ok: true, value };
}

function failureSays(path: string, count: number, reason: string): string {
  return count === 1
    ? `One value could not be looked for in ${path}: it ${reason}.`
    : `${count} values could not be looked for in ${path}: each ${reason}.`;
}
