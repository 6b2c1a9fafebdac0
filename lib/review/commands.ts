import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { claim, recordFlag, redaction } from "#db/schema/index.ts";
import type { BundleRecord } from "#lib/bundle/values.ts";
import { isOurs } from "#lib/cases/queries/own-claims.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import { readSources } from "#lib/cases/queries/view.ts";
import { groundsFor, type ReasonCode } from "#lib/decisions/reasons.ts";
import type { StaffContext } from "#lib/context.ts";
import { readKeptBack } from "#lib/engine/collecting/queries/kept-back.ts";
import { collectionOf, readMaps } from "#lib/engine/collecting/queries/maps.ts";
import { withoutUnreleasable } from "#lib/engine/datasets/shape.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { findRecord } from "./queries/record.ts";
import { changesSomething, filesField } from "./redaction.ts";

/** Where a record lies: enough to find it again, and nothing of what it says. */
export type RecordAt = { sourceId: string; source: string; collection: string; recordKey: string };

const sameRecord = (caseId: string, at: RecordAt) =>
  and(
    eq(redaction.caseId, caseId),
    eq(redaction.sourceId, at.sourceId),
    eq(redaction.collection, at.collection),
    eq(redaction.recordKey, at.recordKey),
    isNull(redaction.undoneAt),
  ) as SQL;

/** Covers a field of one record: certain words in it, or (places null) all of it. Refused where nothing would be covered. */
export function redact(
  ctx: StaffContext,
  caseId: string,
  at: RecordAt,
  cover: { field: string; places: string[] | null; reason: ReasonCode },
): Promise<Outcome<string>> {
  return change(ctx, caseId, "redact", {
    save: async (tx, { row }) => {
      await checkGround(tx, row, cover.reason, "field");
      await checkStands(tx, row, at, cover);
      const id = await insert(tx, ctx, caseId, at, cover);
      await decideFlags(tx, ctx, caseId, at, row.run);
      return {
        payload: { ...named(at), places: cover.places?.length ?? 1 },
        reason: cover.reason,
        result: id,
      };
    },
  });
}

/** Covers every place of a record in which somebody else was found to be named; files that name somebody stay behind. */
export function redactFlags(
  ctx: StaffContext,
  caseId: string,
  at: RecordAt,
  reason: ReasonCode,
): Promise<Outcome<number>> {
  return change(ctx, caseId, "redact", {
    save: async (tx, { row }) => {
      await checkGround(tx, row, reason, "field");
      const sealer = await caseSealer(tx, caseId);
      const flags = await tx
        .select()
        .from(recordFlag)
        .where(and(flagsOf(caseId, at, row.run), isNull(recordFlag.decidedAt)));
      if (flags.length === 0) throw new Refused("Nothing in this record waits for a decision.");
      for (const flag of flags) {
        const places = sealer.open<string[]>("record_flag.sealed_places", flag.id, flag.sealedPlaces);
        await insert(tx, ctx, caseId, at, {
          field: flag.field,
          places: flag.field === filesField ? null : places,
          reason,
        });
      }
      await decideFlags(tx, ctx, caseId, at, row.run);
      const count = flags.reduce((sum, flag) => sum + flag.placeCount, 0);
      return { payload: { ...named(at), places: count }, reason, result: count };
    },
  });
}

/** Leaves one record out as a whole. */
export function withhold(
  ctx: StaffContext,
  caseId: string,
  at: RecordAt,
  reason: ReasonCode,
): Promise<Outcome<string>> {
  return change(ctx, caseId, "withhold", {
    save: async (tx, { row }) => {
      await checkGround(tx, row, reason, "record");
      const id = await insert(tx, ctx, caseId, at, { field: null, places: null, reason });
      await decideFlags(tx, ctx, caseId, at, row.run);
      return { payload: named(at), reason, result: id };
    },
  });
}

/** Decides that a flagged record goes out as it is. */
export function keepRecord(ctx: StaffContext, caseId: string, at: RecordAt): Promise<Outcome<null>> {
  return change(ctx, caseId, "keep-record", {
    save: async (tx, { row }) => {
      await decideFlags(tx, ctx, caseId, at, row.run);
      return { payload: named(at), result: null };
    },
  });
}

/** Takes every redaction of one record back. Its flags want a decision again. */
export function undoRedactions(ctx: StaffContext, caseId: string, at: RecordAt): Promise<Outcome<number>> {
  return change(ctx, caseId, "undo-redaction", {
    save: async (tx, { row }) => {
      const undone = await tx
        .update(redaction)
        .set({ undoneAt: ctx.now })
        .where(sameRecord(caseId, at))
        .returning({ id: redaction.id });
      await tx
        .update(recordFlag)
        .set({ decidedAt: null, decidedByRef: null })
        .where(flagsOf(caseId, at, row.run));
      return { payload: { ...named(at), places: undone.length }, result: undone.length };
    },
  });
}

const named = ({ source, collection }: RecordAt) => ({ source, collection });

function flagsOf(caseId: string, at: RecordAt, run: number): SQL {
  return and(
    eq(recordFlag.caseId, caseId),
    eq(recordFlag.run, run),
    eq(recordFlag.sourceId, at.sourceId),
    eq(recordFlag.collection, at.collection),
    eq(recordFlag.recordKey, at.recordKey),
  ) as SQL;
}

async function decideFlags(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
  at: RecordAt,
  run: number,
): Promise<void> {
  await tx
    .update(recordFlag)
    .set({ decidedAt: ctx.now, decidedByRef: ctx.actor.ref })
    .where(flagsOf(caseId, at, run));
}

async function insert(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
  at: RecordAt,
  cover: { field: string | null; places: string[] | null; reason: ReasonCode },
): Promise<string> {
  const id = newId();
  const sealer = await caseSealer(tx, caseId);
  await tx.insert(redaction).values({
    id,
    organisationId: ctx.organisation.id,
    caseId,
    sourceId: at.sourceId,
    collection: at.collection,
    recordKey: at.recordKey,
    field: cover.field,
    sealedPlaces: cover.places ? sealer.seal("redaction.sealed_places", id, cover.places) : null,
    placeCount: cover.places?.length ?? 0,
    reason: cover.reason,
    byRef: ctx.actor.ref,
    at: ctx.now,
  });
  return id;
}

/** A record or a part of it is kept back only for a reason that a law of this case knows. */
async function checkGround(
  tx: Tx,
  row: CaseRow,
  reason: ReasonCode,
  scope: "record" | "field",
): Promise<void> {
  const claims = await tx
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, row.id), isOurs));
  const day = dayIn(row.receivedAt, row.zone);
  const known = claims.some((one) =>
    groundsFor(one.regime, one.right, day, scope).some((ground) => ground.id === reason),
  );
  if (!known)
    throw new Refused(
      "The law of this request does not know that reason for keeping data back. Choose another one.",
    );
}

/**
 * What would cover nothing is refused: nobody may read that words are covered which go out all the same, or which stay
 * behind for everybody.
 */
async function checkStands(
  tx: Tx,
  row: CaseRow,
  at: RecordAt,
  { field, places, reason }: { field: string; places: string[] | null; reason: ReasonCode },
): Promise<void> {
  const found = await findRecord(tx, row, at);
  if (!found) throw new Refused("This record is not among those that were found.");
  if (field === filesField) {
    if (found.files.length === 0) throw new Refused("This record has no files.");
    return;
  }
  const maps = await readMaps(tx, row, await readSources(tx, row.id));
  const collection = collectionOf(maps, at);
  const record = (
    collection ? withoutUnreleasable(found.record, collection, await readKeptBack(tx, row)) : found.record
  ) as BundleRecord;
  const each = places === null ? [null] : places.map((place) => [place]);
  if (each.length === 0 || !each.every((one) => changesSomething(record, { field, places: one, reason })))
    throw new Refused(
      places === null
        ? "There is nothing in that field to cover."
        : "These words do not stand in that field. Type them as they stand there, or leave this empty to cover all of it.",
    );
}
