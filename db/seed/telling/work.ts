import { and, eq } from "drizzle-orm";
import { readFileSync } from "node:fs";
import { database } from "#db/client.ts";
import { cases, source, task } from "#db/schema/index.ts";
import { closeTransfer, openTransfer } from "#lib/bundle/commands.ts";
import type { CaseRow, Outcome } from "#lib/cases/commands/change.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { chaseController } from "#lib/controllers/commands/chase.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { finishTask, type TaskResult } from "#lib/engine/collecting/commands.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { recordPosting } from "#lib/notices/commands/posting.ts";
import type { Posting } from "#lib/notices/posting.ts";
import { listLetters } from "#lib/notices/queries/letters.ts";
import { redact } from "#lib/review/commands.ts";
import { readFlags } from "#lib/review/queries/marks.ts";
import { filesField } from "#lib/review/redaction.ts";
import type { DemoOrganisation } from "../organisation.ts";
import type { Deed } from "../story.ts";
import { claimsOf, sourceOf } from "./lookups.ts";
import { enterMap } from "./organisations.ts";

/** Deeds that take several commands, or have to look something up first. */

const nothingToDo: Outcome<null> = { ok: false, why: "wrong-state", says: "There was nothing to do." };

/** Covers every name and address of somebody else that was found, and withholds files that name one. */
export async function coverOthers(ctx: StaffContext, caseId: string): Promise<Outcome> {
  const db = database();
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
  if (!row) return nothingToDo;
  const flags = await readFlags(db, await caseSealer(db, caseId), caseId, row.run);
  let last: Outcome = unchanged(row);
  for (const [id, views] of flags) {
    const [sourceId = "", collection = "", ...key] = id.split("|");
    const [named] = await db.select({ key: source.key }).from(source).where(eq(source.id, sourceId));
    const at = { sourceId, source: named?.key ?? "", collection, recordKey: key.join("|") };
    for (const { field, places } of views) {
      const cover = { field, places: field === filesField ? null : places, reason: "others-rights" as const };
      last = await redact(ctx, caseId, at, cover);
      if (!last.ok) return last;
    }
  }
  return last;
}

/** Records of every letter that waits that it was posted that day. */
export async function postLetters(
  ctx: StaffContext,
  caseId: string,
  how: Posting["how"],
  number: string | null,
): Promise<Outcome> {
  let last: Outcome = nothingToDo;
  for (const { id, zone } of (await listLetters(ctx, caseId)).filter((letter) => !letter.posted)) {
    last = await recordPosting(ctx, caseId, { noticeId: id, on: dayIn(ctx.now, zone), how, number });
    if (!last.ok) return last;
  }
  return last;
}

/** Finishes the tasks that are open, or only the first of them; who else must hear of it is told on that day. */
export async function finishTasks(
  ctx: StaffContext,
  caseId: string,
  result: TaskResult,
  all: boolean,
): Promise<Outcome> {
  const open = await database()
    .select()
    .from(task)
    .where(and(eq(task.caseId, caseId), eq(task.status, "open")))
    .orderBy(task.sourceId);
  let last: Outcome = nothingToDo;
  for (const one of all ? open : open.slice(0, 1)) {
    const told = one.recipient ? { toldOn: ctx.now.toISOString().slice(0, 10) } : {};
    last = await finishTask(ctx, caseId, one.id, { ...result, ...told });
    if (!last.ok) return last;
  }
  return last;
}

/** Decides the named right, or every one of the case. */
export async function decide(
  ctx: StaffContext,
  caseId: string,
  deed: Extract<Deed, { do: "decide" }>,
): Promise<Outcome> {
  let last: Outcome = nothingToDo;
  for (const { id } of await claimsOf(caseId, deed.right)) {
    const { outcome } = deed;
    last = await decideClaim(ctx, caseId, {
      claimId: id,
      outcome,
      reasons: deed.outcome === "granted" ? [] : deed.reasons,
      explanation: deed.outcome === "granted" ? null : deed.explanation,
    });
    if (!last.ok) return last;
  }
  return last;
}

/** The person fetches her whole bundle. */
export async function download(ctx: Context, caseId: string): Promise<Outcome> {
  const opened = await openTransfer(ctx as Context & { actor: { kind: "person" } }, caseId);
  if (!opened.ok) return { ok: false, why: "guard", says: `The bundle could not be fetched: ${opened.why}.` };
  await closeTransfer(ctx, caseId, opened.transfer.id, { bytes: opened.transfer.sizeBytes, whole: true });
  return unchangedOf(caseId);
}

/** What the worker does for a silent controller on that day. */
export async function chase(ctx: Context, caseId: string, handoverId: string): Promise<Outcome> {
  await chaseController(ctx, caseId, handoverId);
  return unchangedOf(caseId);
}

/** Adds a table that is not there to a source's map, or (null) puts the map back as its file has it. */
export async function changeMap(
  ctx: StaffContext,
  organisation: DemoOrganisation,
  key: string,
  add: string | null,
): Promise<Outcome> {
  const declared = organisation.sources.find((one) => one.key === key);
  const { id } = await sourceOf(ctx, key);
  if (!declared) return nothingToDo;
  const yaml = readFileSync(declared.datasetFile, "utf8");
  await enterMap(ctx, id, add === null ? yaml : `${yaml.trimEnd()}\n${collectionLike(add)}`);
  return { ok: true, result: null, status: "received", version: 0, eventId: 0, seq: 0 };
}

const collectionLike = (name: string) => `
      - name: ${name}
        habeas_meta:
          label: { en: Old invoices, de: Alte Rechnungen }
          category: invoices
        fields:
          - name: account_id
            data_categories: [user.financial]
            fides_meta:
              primary_key: true
              data_type: integer
              references: [{ dataset: ipc_accounts, field: accounts.account_id, direction: from }]
`;

async function unchangedOf(caseId: string): Promise<Outcome> {
  const [row] = await database().select().from(cases).where(eq(cases.id, caseId));
  return row ? unchanged(row) : nothingToDo;
}

function unchanged(row: CaseRow): Outcome {
  return { ok: true, result: null, status: row.status, version: row.version, eventId: 0, seq: 0 };
}
