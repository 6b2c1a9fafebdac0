import { and, desc, eq, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { auditEvent, cases, claim } from "#db/schema/index.ts";
import { readOrganisationEvents, readCaseEvents } from "#lib/audit/queries/events.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import { verifyHistory, type Verdict } from "#lib/audit/verify.ts";
import type { StaffContext } from "#lib/context.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { ring } from "#lib/keys/ring.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import type { CaseRow } from "../commands/change.ts";
import { cursorText, readCursor, type Cursor } from "../cursor.ts";
import { historyLine, sourceNames, type HistoryLine } from "./history.ts";
import { maskedName } from "./queue.ts";
import { staffNames } from "./view.ts";
import { visibleCases } from "./visible.ts";

const pageRows = 50;

export type RegisterRow = Pick<CaseRow, "id" | "reference" | "status" | "receivedAt" | "dueOn" | "zone"> & {
  person: string;
  rights: string[];
  regimes: (typeof claim.$inferSelect)["regime"][];
  events: number;
};

function behind({ value, id }: Cursor): SQL | undefined {
  const at = new Date(value);
  return or(lt(cases.receivedAt, at), and(eq(cases.receivedAt, at), sql`${cases.id} < ${id}::uuid`));
}

/** Every case of the organisation, newest first, with persons masked. `after`: the last row of the page before. */
export async function listRegister(
  ctx: StaffContext,
  after: string | null,
): Promise<{ rows: RegisterRow[]; next: string | null }> {
  await authorise(ctx, "audit.read");
  const db = database();
  const cursor = readCursor(after, "instant");
  const found = await db
    .select()
    .from(cases)
    .where(and(visibleCases(ctx), cursor ? behind(cursor) : undefined))
    .orderBy(desc(cases.receivedAt), desc(cases.id))
    .limit(pageRows + 1);
  const page = found.slice(0, pageRows);
  if (page.length === 0) return { rows: [], next: null };
  const claims = await db
    .select()
    .from(claim)
    .where(
      inArray(
        claim.caseId,
        page.map((row) => row.id),
      ),
    )
    .orderBy(claim.position);
  const counts = await db
    .select({ ref: auditEvent.caseRef, n: sql<number>`count(*)::int` })
    .from(auditEvent)
    .where(
      inArray(
        auditEvent.caseRef,
        page.map((row) => row.ref),
      ),
    )
    .groupBy(auditEvent.caseRef);
  const rows = await Promise.all(
    page.map(async (row): Promise<RegisterRow> => {
      const sealer = await caseSealer(db, row.id);
      const own = claims.filter((one) => one.caseId === row.id);
      return {
        ...row,
        person: maskedName(
          sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester).name,
        ),
        rights: own.map((one) => one.right),
        regimes: [...new Set(own.map((one) => one.regime))],
        events: counts.find((one) => one.ref === row.ref)?.n ?? 0,
      };
    }),
  );
  const last = page.at(-1);
  return {
    rows,
    next:
      found.length > pageRows && last
        ? cursorText({ value: last.receivedAt.toISOString(), id: last.id })
        : null,
  };
}

export type AuditedHistory = { lines: HistoryLine[]; verdict: Verdict; person: string };

/** The history of one case for an auditor: everything that happened, nobody's name but the staff's, and whether it is whole. */
export async function readAuditedHistory(row: CaseRow): Promise<AuditedHistory> {
  const db = database();
  const sealer = await caseSealer(db, row.id);
  const names = await historyNames(db, row.organisationId);
  const events = await readCaseEvents(db, sealer, row.ref);
  const verdict = verifyHistory(
    events.map((event) => ({
      seq: event.seq ?? 0,
      bytes: event.bytes,
      mac: event.mac,
      expectedMac: ring().mac("audit", event.bytes),
    })),
  );
  return {
    lines: events.map((event) => historyLine(event, names)).reverse(),
    verdict,
    person: maskedName(sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester).name),
  };
}

/** What happened outside of cases: sign-ins, searches, settings, and every attempt that was refused. Newest first. */
export async function listHouseEvents(
  ctx: StaffContext,
  before: number | null,
): Promise<{ lines: HistoryLine[]; next: number | null }> {
  await authorise(ctx, "audit.read");
  const db = database();
  const sealer = await organisationSealer(db, ctx.organisation.id);
  const names = await historyNames(db, ctx.organisation.id);
  const events = await readOrganisationEvents(db, sealer, ctx.organisation.ref, {
    before,
    limit: pageRows + 1,
  });
  const page = events.slice(0, pageRows);
  return {
    lines: page.map((event) => historyLine(event, names)),
    next: events.length > pageRows ? (page.at(-1)?.id ?? null) : null,
  };
}

async function historyNames(tx: Tx, organisationId: string) {
  return { staff: await staffNames(tx, organisationId), sources: await sourceNames(tx, organisationId) };
}
