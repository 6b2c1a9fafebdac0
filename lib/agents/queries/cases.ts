import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { authority, bundle, cases, claim, demandMade } from "#db/schema/index.ts";
import { readCaseEvents } from "#lib/audit/queries/events.ts";
import type { EventType } from "#lib/audit/events.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import { askedOf } from "#lib/cases/queries/agent-facts.ts";
import { readFacts } from "#lib/cases/queries/facts.ts";
import { readClaims } from "#lib/cases/queries/view.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import type { AgentContext } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { mayDemandAll, type Demand } from "../demands.ts";
import type { Rejection } from "../kinds.ts";
import { agentStateOf, type AgentState } from "../states.ts";
import { ofThePerson } from "../standing.ts";
import { openAuthority, readReviews, type AuthorityView } from "./authorities.ts";

/** A case of his, in his list. Of her it holds what he sent himself. */
export type AgentCaseRow = {
  reference: string;
  person: string;
  rights: RightId[];
  state: AgentState;
  receivedAt: Date;
  dueOn: string;
  zone: string;
  validUntil: string | null;
};

/** The cases an agent asked for, the newest first. */
export async function listAgentCases(ctx: AgentContext): Promise<AgentCaseRow[]> {
  const db = database();
  if (ctx.actor.kind !== "agent") return [];
  const rows = await db
    .select({ row: cases, authority })
    .from(cases)
    .innerJoin(authority, eq(authority.id, cases.authorityId))
    .where(visibleCases(ctx))
    .orderBy(desc(cases.receivedAt), desc(cases.id))
    .limit(500);
  const sealer = await organisationSealer(db, ctx.organisation.id);
  return Promise.all(
    rows.map(async ({ row, authority: paper }) => {
      const view = openAuthority(sealer, paper, dayIn(row.receivedAt, row.zone));
      const claims = await db
        .select({ right: claim.right, dueOn: claim.dueOn })
        .from(claim)
        .where(eq(claim.caseId, row.id))
        .orderBy(asc(claim.position));
      return {
        reference: row.reference,
        person: view.principal.name,
        rights: claims.map(({ right }) => right),
        state: await stateOf(db, row),
        receivedAt: row.receivedAt,
        dueOn: claims.map(({ dueOn }) => dueOn).toSorted()[0] ?? row.dueOn,
        zone: row.zone,
        validUntil: paper.validUntil,
      };
    }),
  );
}

async function stateOf(tx: Tx, row: CaseRow): Promise<AgentState> {
  const facts = await readFacts(tx, row);
  return agentStateOf(facts, await openDemands(tx, row.id));
}

async function openDemands(tx: Tx, caseId: string): Promise<Demand[]> {
  const rows = await tx
    .select()
    .from(demandMade)
    .where(eq(demandMade.caseId, caseId))
    .orderBy(asc(demandMade.at));
  // What is asked of her he does not learn: only who is on file can be asked.
  return rows
    .filter(({ demand, metAt }) => metAt === null && !ofThePerson.includes(demand))
    .map(({ demand }) => demand);
}

/** What happened that is for him to know. */
const told: readonly EventType[] = [
  "case.open",
  "send-authority",
  "accept-authority",
  "reject-authority",
  "make-demand",
  "write-to-agent",
  "write-as-agent",
  "disown",
  "lift-freeze",
  "take-over",
  "end-permission",
  "withdraw",
  "send",
  "fetch-as-agent",
];

export type AgentCase = AgentCaseRow & {
  id: string;
  version: number;
  authority: AuthorityView;
  /** Why staff did not accept the paper; empty where they did, or have not looked. */
  rejections: Rejection[];
  /** What is asked of him now, each with the law that lets it be asked. */
  demands: { demand: Demand; citation: string }[];
  /** Once it is answered: what became of each right. He learns reasons, never what was found. */
  decisions: { right: RightId; outcome: "granted" | "in-part" | "refused"; reasons: string[] }[];
  recipient: "self" | "agent";
  /** The answer that he may fetch; null where it goes to her, or there is none. */
  download: { version: number; sizeBytes: number; linkExpiresAt: Date | null; sha256: string } | null;
  answeredAt: Date | null;
  events: { type: EventType; at: Date; isHis: boolean }[];
  residence: string;
};

/**
 * A case of his, without a word of her data beyond what he sent.
 * @throws HabeasError `not-found` for every case that is not his, whether or not there is one
 */
export async function getAgentCase(ctx: AgentContext, reference: string): Promise<AgentCase> {
  const db = database();
  const [found] = await db
    .select({ row: cases, authority })
    .from(cases)
    .innerJoin(authority, eq(authority.id, cases.authorityId))
    .where(and(eq(cases.reference, reference), visibleCases(ctx)));
  if (!found || ctx.actor.kind !== "agent") throw new HabeasError("not-found", "There is no such request.");
  const { row } = found;
  const sealer = await caseSealer(db, row.id);
  const house = await organisationSealer(db, row.organisationId);
  const claims = await readClaims(db, sealer, row, "sent");
  const facts = await readFacts(db, row);
  const open = facts.agent?.isOwn ? [] : await openDemands(db, row.id);
  const paper = openAuthority(house, found.authority, dayIn(row.receivedAt, row.zone));
  const [sent] = await db
    .select()
    .from(bundle)
    .where(and(eq(bundle.caseId, row.id), inArray(bundle.state, ["released", "destroyed"])))
    .orderBy(desc(bundle.version))
    .limit(1);
  const isAnswered = (row.status === "answered" || row.status === "appealed") && !facts.agent?.isOwn;
  const reviews = await readReviews(db, found.authority);
  const asked = facts.agent?.isOwn ? [] : await askedFor(db, row, found.authority);
  const mayFetch =
    isAnswered && row.recipient === "agent" && paper.standing === "valid" && sent?.state === "released";
  return {
    id: row.id,
    version: row.version,
    reference: row.reference,
    person: paper.principal.name,
    residence: paper.principal.residence,
    rights: claims.map(({ right }) => right),
    state: agentStateOf(facts, open),
    receivedAt: row.receivedAt,
    dueOn: claims.map(({ explained }) => explained.dueOn).toSorted()[0] ?? row.dueOn,
    zone: row.zone,
    validUntil: paper.validUntil,
    authority: paper,
    rejections: reviews.filter(({ verdict }) => verdict === "reject").flatMap(({ reasons }) => reasons),
    demands: open.map((demand) => ({ demand, citation: mayDemandAll(asked, demand).citation })),
    decisions: isAnswered
      ? claims.flatMap(({ right, decision }) =>
          decision ? [{ right, outcome: decision.outcome, reasons: decision.reasons }] : [],
        )
      : [],
    recipient: row.recipient,
    download:
      mayFetch && sent
        ? {
            version: sent.version,
            sizeBytes: sent.sizeBytes ?? 0,
            linkExpiresAt: sent.linkExpiresAt,
            sha256: Buffer.from(sent.archiveSha256 ?? []).toString("hex"),
          }
        : null,
    answeredAt: isAnswered ? (sent?.releasedAt ?? null) : null,
    events: await readTold(db, ctx, row),
  };
}

async function askedFor(tx: Tx, row: CaseRow, paper: typeof authority.$inferSelect) {
  const claims = await tx.select().from(claim).where(eq(claim.caseId, row.id)).orderBy(asc(claim.position));
  return askedOf(claims, paper);
}

async function readTold(tx: Tx, ctx: AgentContext, row: CaseRow): Promise<AgentCase["events"]> {
  const events = await readCaseEvents(tx, await caseSealer(tx, row.id), row.ref);
  const until = row.takenOverAt;
  return events
    .filter(
      ({ type, payload, at }) =>
        told.includes(type) &&
        // What happens after she took it over is between her and us.
        (until === null || at <= until) &&
        !(type === "make-demand" && ofThePerson.includes(payload?.["demand"] as Demand)),
    )
    .map(({ type, at, entry }) => ({ type, at, isHis: entry.actor === ctx.actor.ref }));
}
