import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { bundle, cases, decision, transfer } from "#db/schema/index.ts";
import { readCaseEvents, type EventView } from "#lib/audit/queries/events.ts";
import type { CodeScope, Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { lackingIn } from "#lib/intake/notice.ts";
import type { NoticePart } from "#lib/law/notice-parts.ts";
import { caseBlobKeys, caseSealer, type Sealer } from "#lib/keys/sealer.ts";
import { silentGrounds } from "#lib/law/grounds.ts";
import type { Locale } from "#lib/locales/index.ts";
import { nameIn, type Policy } from "#lib/organisations/policy.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import type { Standing } from "#lib/preferences/choices.ts";
import { readChoices } from "#lib/preferences/queries.ts";
import { rights } from "#lib/rights/index.ts";
import { explainClaim } from "../claims.ts";
import type { CaseStatus } from "../statuses.ts";
import { readFacts } from "./facts.ts";
import { readClaims, readSources, readTasks, type ClaimView, type TaskView } from "./view.ts";
import { visibleCases } from "./visible.ts";

type CaseRow = typeof cases.$inferSelect;

/** What was asked, as it stands from the moment of sending on. */
type Asked = {
  reference: string;
  receivedAt: Date;
  zone: string;
  locale: Locale;
  /** What the organisation decides itself. */
  claims: ClaimView[];
  /** What others decide, to whom it was passed on. */
  passedOn: ClaimView[];
  /** Whether anything of it needs a proof, and whether records are gathered. */
  needsProof: boolean;
  collects: boolean;
};

/** A request as the page after sending shows it: the same whatever the facts were. */
export type SentView = Asked & {
  email: string | null;
  telephone: string | null;
  method: Requester["method"];
  /** What counts from the moment it was sent. */
  choices: Standing[];
  /** The child she asks for, by the name she gave. */
  childName: string | null;
};

/**
 * The case that a draft became, for the browser that sent it. Whoever calls holds that draft's token; nothing here says
 * what has happened since.
 */
export async function unscopedSentCase(ctx: Context, caseId: string): Promise<SentView | null> {
  const db = database();
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.organisationId, ctx.organisation.id)));
  if (!row) return null;
  const sealer = await caseSealer(db, row.id);
  const claims = (await readClaims(db, sealer, row)).map((claim) => asFirstTold(claim, row));
  const { email, telephone, method, child } = sealer.open<Requester>(
    "cases.sealed_requester",
    row.id,
    row.sealedRequester,
  );
  const all = await readClaims(db, sealer, row, "sent", "theirs");
  const choices = await readChoices(db, row.id);
  return { ...askedOf(row, claims, all), email, telephone, method, choices, childName: child?.name ?? null };
}

function askedOf(
  { reference, receivedAt, zone, locale }: CaseRow,
  claims: ClaimView[],
  passedOn: ClaimView[],
): Asked {
  return {
    reference,
    receivedAt,
    zone,
    locale,
    claims,
    passedOn,
    needsProof: claims.some((claim) => claim.needsProof),
    collects: claims.some((claim) => rights[claim.right].plan === "collect"),
  };
}

/**
 * A claim with the date that was told first, and nothing that happened later but `appeals`: those against refusals
 * that said nothing of her.
 */
function asFirstTold(
  claim: ClaimView,
  { receivedAt }: CaseRow,
  appeals: ClaimView["appeals"] = [],
): ClaimView {
  const explained = explainClaim({ ...claim, receivedAt }, [], appeals);
  return { ...claim, explained, dueOn: explained.dueOn, decision: null, appeals, scope: "whole" };
}

/** Decisions of a case, oldest first: whether each said only that identity could not be confirmed. */
async function unverifiedRefusals(tx: Tx, caseId: string) {
  const rows = await tx
    .select()
    .from(decision)
    .where(eq(decision.caseId, caseId))
    .orderBy(asc(decision.version));
  return rows.map((row) => ({ claimId: row.claimId, at: row.at, isUnverified: saysOnlyUnverified(row) }));
}

const saysOnlyUnverified = ({ outcome, reasons }: { outcome: string; reasons: readonly string[] }) =>
  outcome === "refused" && reasons.every((reason) => (silentGrounds as readonly string[]).includes(reason));

/** The archive that was released to her, as its box shows it. `usedTransfers` of the link's life. */
export type DownloadView = {
  version: number;
  isDestroyed: boolean;
  sizeBytes: number;
  fileCount: number;
  sha256: string;
  linkExpiresAt: Date | null;
  keptUntil: Date | null;
  usedTransfers: number;
  wasDownloaded: boolean;
};

/** Whether somebody who has data of hers was told of her choice, and what it answered, as far as her proof reaches. */
export type Telling = { name: string; toldOn: string | null; answer: TaskView["outcome"] };

export type OwnCase = Asked & {
  scope: CodeScope;
  status: CaseStatus;
  residence: string;
  /** The child she asks for, by the name she gave. */
  childName: string | null;
  policy: Policy;
  closedAt: Date | null;
  /** When the newest answer went out; null before the first one, and while the case is open again. */
  answeredAt: Date | null;
  /** While the case is open again: the answer that was sent before. Its decisions stand, but for what an appeal opened. */
  earlier: { sentAt: Date; isFirst: boolean } | null;
  /** Staff hand the answer over on paper: nothing of it is opened here, whatever she proves and however long it lies. */
  isOnPaper: boolean;
  /** What she said no to with this request, and whether it still counts. */
  choices: Standing[];
  /** What her Shine the Light notice lacks, while it is not answered. */
  lacks: NoticePart[];
  /** Who else is told of it. */
  tellings: Telling[];
  /** Ids of the claims whose answer stands and with which she can disagree here, as far as her proof reaches. */
  standing: readonly string[];
  /** The answer says only that identity could not be confirmed: then she may read it without a proof. */
  isRefusedUnverified: boolean;
  /** Only for who proved that the case is hers. */
  whole: {
    identityConfirmed: boolean;
    /** Records found, and places that were searched through, so far. */
    found: { records: number; done: number; places: number } | null;
    download: DownloadView | null;
    events: EventView[];
  } | null;
};

type PersonContext = Context & { actor: { kind: "person"; caseId: string; scope: CodeScope } };

/**
 * Her own case, as far as her proof reaches. With a code to the address she typed: what she asked, the day first told,
 * whether it is answered, and a refusal that says nothing but that identity could not be confirmed.
 * @throws HabeasError `not-found`, `gone` once it was shredded
 */
export async function getOwnCase(ctx: PersonContext): Promise<OwnCase> {
  const db = database();
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, ctx.actor.caseId), visibleCases(ctx)));
  if (!row) throw new HabeasError("not-found", "There is no such request.");
  const sealer = await caseSealer(db, row.id);
  const { residence, child, notice } = sealer.open<Requester>(
    "cases.sealed_requester",
    row.id,
    row.sealedRequester,
  );
  const { policy } = await getPolicy(db, row.policyId);
  const isAnswered = row.status === "answered" || row.status === "appealed";
  const isFull = ctx.actor.scope === "full";
  const isOnPaper = row.delivery === "paper";
  const sent = row.status === "withdrawn" ? [] : await sentBundles(db, row.id);
  const [newest] = sent;
  const read = (await readClaims(db, sealer, row, "sent")).map((claim) =>
    newest ? claim : { ...claim, decision: null },
  );
  const refusals = await unverifiedRefusals(db, row.id);
  const wasUnverified = newest?.releasedAt ? isUnverifiedAnswer(read, refusals, newest.releasedAt) : false;
  const isRefusedUnverified = isAnswered && wasUnverified;
  const mayDisagree = isFull || wasUnverified || isOnPaper;
  const claims =
    isFull || isRefusedUnverified
      ? read
      : read.map((claim) => ({
          ...asFirstTold(claim, row, isOnPaper ? unsaidAppeals(claim) : tellableAppeals(claim, refusals)),
          decision: wasUnverified ? claim.decision : null,
        }));
  return {
    ...askedOf(row, claims, await readClaims(db, sealer, row, "sent", "theirs")),
    scope: ctx.actor.scope,
    status: row.status,
    residence,
    childName: child?.name ?? null,
    policy,
    closedAt: row.closedAt,
    answeredAt: isAnswered ? (newest?.releasedAt ?? null) : null,
    earlier:
      !isAnswered && newest?.releasedAt && mayDisagree
        ? { sentAt: newest.releasedAt, isFirst: sent.length === 1 }
        : null,
    isOnPaper,
    choices: await readChoices(db, row.id),
    lacks:
      notice && !isAnswered && row.status !== "withdrawn"
        ? lackingIn(notice, policy.shineTheLight?.wants ?? [])
        : [],
    tellings: await readTellings(db, sealer, row, isFull),
    standing: mayDisagree ? read.filter(({ decision }) => decision !== null).map(({ id }) => id) : [],
    isRefusedUnverified,
    whole: isFull ? await readWhole(db, sealer, row, isOnPaper ? null : (newest ?? null), policy) : null,
  };
}

/** Each recipient once, however many choices it hears of; what it holds is told to who proved that she is asked about. */
async function readTellings(tx: Tx, sealer: Sealer, row: CaseRow, isFull: boolean): Promise<Telling[]> {
  const told = (await readTasks(tx, sealer, row.id)).flatMap(({ recipient, toldOn, outcome }): Telling[] =>
    recipient
      ? [
          {
            name: nameIn(recipient, row.locale),
            toldOn,
            answer: isFull || outcome === "taken-back" ? outcome : null,
          },
        ]
      : [],
  );
  return [...new Map(told.map((one) => [one.name, one])).values()];
}

/** Whether an answer said of everything that had to be proved only that identity could not be confirmed. */
function isUnverifiedAnswer(
  claims: readonly ClaimView[],
  refusals: Awaited<ReturnType<typeof unverifiedRefusals>>,
  sentAt: Date,
): boolean {
  const proved = claims.filter((claim) => claim.needsProof);
  if (proved.length === 0) return false;
  return proved.every(
    ({ id }) => refusals.findLast(({ claimId, at }) => claimId === id && at <= sentAt)?.isUnverified === true,
  );
}

/** Where the answer came by post she disagrees with no more than a code: that it is here is told, and none of its words. */
const unsaidAppeals = ({ appeals }: ClaimView): ClaimView["appeals"] =>
  appeals
    .filter(({ outcome }) => outcome === null)
    .map((appeal) => ({ ...appeal, grounds: "", explanation: null }));

/** The appeals of a claim that were made against a refusal as unverified: with her code she wrote them herself. */
function tellableAppeals(
  { id, appeals }: ClaimView,
  refusals: Awaited<ReturnType<typeof unverifiedRefusals>>,
): ClaimView["appeals"] {
  return appeals.filter(({ receivedAt }) => {
    const appealed = refusals.findLast(({ claimId, at }) => claimId === id && at <= receivedAt);
    return appealed?.isUnverified === true;
  });
}

/** The answers of a case that were sent, the newest first. */
async function sentBundles(tx: Tx, caseId: string) {
  return tx
    .select()
    .from(bundle)
    .where(and(eq(bundle.caseId, caseId), inArray(bundle.state, ["released", "destroyed"])))
    .orderBy(desc(bundle.version));
}

type BundleRow = Awaited<ReturnType<typeof sentBundles>>[number];

async function readWhole(
  tx: Tx,
  sealer: Sealer,
  row: CaseRow,
  released: BundleRow | null,
  policy: Policy,
): Promise<OwnCase["whole"]> {
  const facts = await readFacts(tx, row);
  const sources = await readSources(tx, row.id);
  const searched = sources.filter((source) => source.outcome !== null && source.outcome !== "failed");
  return {
    identityConfirmed: facts.identityConfirmed,
    found:
      sources.length > 0
        ? {
            records: sources.reduce((sum, source) => sum + source.rows, 0),
            done: searched.length,
            places: sources.length,
          }
        : null,
    download: released ? await downloadView(tx, released, policy) : null,
    events: withTasksAsOne(await readCaseEvents(tx, sealer, row.ref)),
  };
}

/** Tasks are worked off source by source; she is told once, when the last one before an answer was finished. */
function withTasksAsOne(events: EventView[]): EventView[] {
  return events.filter((event, index) => {
    if (event.type !== "finish-task") return true;
    const next = events
      .slice(index + 1)
      .find(({ type }) => type === "finish-task" || type === "ask-approval");
    return next?.type !== "finish-task";
  });
}

const dayMs = 24 * 3600 * 1000;

async function downloadView(tx: Tx, row: BundleRow, policy: Policy): Promise<DownloadView> {
  const all = await tx.select().from(transfer).where(eq(transfer.bundleId, row.id));
  const whole = all.filter((one) => one.completedAt !== null);
  const since = row.linkExpiresAt ? row.linkExpiresAt.getTime() - policy.delivery.linkDays * dayMs : 0;
  return {
    version: row.version,
    isDestroyed: row.state === "destroyed",
    sizeBytes: row.sizeBytes ?? 0,
    fileCount: row.fileCount ?? 0,
    sha256: Buffer.from(row.archiveSha256 ?? []).toString("hex"),
    linkExpiresAt: row.linkExpiresAt,
    keptUntil: row.destroyAfter,
    usedTransfers: whole.filter((one) => one.startedAt.getTime() >= since).length,
    wasDownloaded: whole.length > 0,
  };
}

/** Whether this session has begun a transfer of her answer that is not whole yet: it may be resumed without a new proof. */
export async function hasBegunTransfer(
  ctx: PersonContext & { actor: { sessionId: string | null } },
): Promise<boolean> {
  const { caseId, sessionId } = ctx.actor;
  if (!sessionId) return false;
  const [begun] = await database()
    .select({ id: transfer.id })
    .from(transfer)
    .where(
      and(
        eq(transfer.caseId, caseId),
        eq(transfer.organisationId, ctx.organisation.id),
        eq(transfer.sessionId, sessionId),
        isNull(transfer.completedAt),
      ),
    )
    .limit(1);
  return begun !== undefined;
}

/** The key that opens the archive of her own case; whoever calls has let her in with a full proof. */
export async function getArchiveKey(ctx: PersonContext): Promise<string> {
  const db = database();
  const [row] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, ctx.actor.caseId), visibleCases(ctx)));
  if (!row || ctx.actor.scope !== "full") throw new HabeasError("not-found", "There is no such request.");
  return (await caseBlobKeys(db, row.id)).identity;
}
