import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { recordFlag, redaction } from "#db/schema/index.ts";
import type { Sealer } from "#lib/keys/sealer.ts";
import type { Redaction } from "../redaction.ts";

/** `source|collection|record key`: how redactions and flags name the record they belong to. */
export function recordId(at: { sourceId: string; collection: string; recordKey: string }): string {
  return `${at.sourceId}|${at.collection}|${at.recordKey}`;
}

/** All standing redactions of a case by record, opened. */
export async function readRedactions(
  tx: Tx,
  sealer: Sealer,
  caseId: string,
): Promise<Map<string, Redaction[]>> {
  const rows = await tx
    .select()
    .from(redaction)
    .where(and(eq(redaction.caseId, caseId), isNull(redaction.undoneAt)))
    .orderBy(redaction.at, redaction.id);
  const found = new Map<string, Redaction[]>();
  for (const row of rows) {
    const places = row.sealedPlaces
      ? sealer.open<string[]>("redaction.sealed_places", row.id, row.sealedPlaces)
      : null;
    const known = found.get(recordId(row)) ?? [];
    found.set(recordId(row), [...known, { field: row.field, places, reason: row.reason }]);
  }
  return found;
}

export type FlagView = { field: string; places: string[]; decided: boolean };

/** The flags of one run by record: where somebody else is named. */
export async function readFlags(
  tx: Tx,
  sealer: Sealer,
  caseId: string,
  run: number,
): Promise<Map<string, FlagView[]>> {
  const rows = await tx
    .select()
    .from(recordFlag)
    .where(and(eq(recordFlag.caseId, caseId), eq(recordFlag.run, run)));
  const found = new Map<string, FlagView[]>();
  for (const row of rows) {
    const places = sealer.open<string[]>("record_flag.sealed_places", row.id, row.sealedPlaces);
    const known = found.get(recordId(row)) ?? [];
    found.set(recordId(row), [...known, { field: row.field, places, decided: row.decidedAt !== null }]);
  }
  return found;
}
