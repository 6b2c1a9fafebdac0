import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { cases, source } from "#db/schema/index.ts";
import { readCaseEvents, type EventView } from "#lib/audit/queries/events.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import {
  readClaims,
  readSources,
  readTasks,
  type ClaimView,
  type SourceProgress,
  type TaskView,
} from "#lib/cases/queries/view.ts";
import { readEarlier, type EarlierRequest } from "#lib/cases/queries/earlier.ts";
import { handoversAt, readHandovers, toldOf } from "#lib/controllers/queries/handovers.ts";
import type { ToldHandover } from "#lib/controllers/told.ts";
import { readKeptBack } from "#lib/engine/collecting/queries/kept-back.ts";
import { readMaps, type CaseMap } from "#lib/engine/collecting/queries/maps.ts";
import type { NeverOut } from "#lib/engine/datasets/never-out.ts";
import { HabeasError } from "#lib/errors.ts";
import type { LetterInput } from "#lib/decisions/letter.ts";
import type { OnFile } from "#lib/identity/commands.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseBlobKeys, caseSealer, type Sealer } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import { nameIn, type Policy } from "#lib/organisations/policy.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { readRedactions } from "#lib/review/queries/marks.ts";
import type { Redaction } from "#lib/review/redaction.ts";

/** Everything an answer is made from, opened once. */
export type Parts = {
  tx: Tx;
  row: CaseRow;
  sealer: Sealer;
  identity: string;
  policy: Policy;
  locale: Locale;
  requester: Requester;
  onFile: OnFile | null;
  claims: ClaimView[];
  sources: SourceProgress[];
  maps: CaseMap[];
  tasks: TaskView[];
  /** Requests like this one in the same calendar year, where the law counts them. */
  earlier: EarlierRequest[];
  redactions: Map<string, Redaction[]>;
  /** What other controllers decide of the same request. */
  passedOn: ToldHandover[];
  /** Kinds of data of which the answer says no more than that they are held. */
  kept: ReadonlySet<NeverOut>;
  events: EventView[];
  /** Whether the answer may tell what is held. */
  identityStanding: LetterInput["identity"];
  preparedAt: Date;
};

/** Reads the parts of a case's answer. `history` bounds the events, so that a later one changes nothing. */
export async function readParts(
  tx: Tx,
  caseId: string,
  answer: { preparedAt: Date; historyUpTo: number | null },
): Promise<Parts> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new HabeasError("not-found", "There is no such case.");
  const sealer = await caseSealer(tx, caseId);
  const { identity } = await caseBlobKeys(tx, caseId);
  const claims = await readClaims(tx, sealer, row);
  const { policy } = await getPolicy(tx, row.policyId);
  const names = await sourceNames(tx, row, policy);
  const sources = (await readSources(tx, caseId)).map((one) => ({
    ...one,
    name: names.get(one.sourceId) ?? one.name,
  }));
  const needsProof = claims.some((claim) => claim.needsProof);
  return {
    tx,
    row,
    sealer,
    identity,
    policy,
    locale: row.locale,
    requester: sealer.open<Requester>("cases.sealed_requester", caseId, row.sealedRequester),
    onFile: row.sealedContactOnFile
      ? sealer.open<OnFile>("cases.sealed_contact_on_file", caseId, row.sealedContactOnFile)
      : null,
    claims,
    sources,
    maps: await readMaps(tx, row, sources),
    tasks: (await readTasks(tx, sealer, caseId)).map((task) => ({
      ...task,
      where: task.recipient
        ? nameIn(task.recipient, row.locale)
        : (names.get(task.sourceId ?? "") ?? task.where),
    })),
    earlier: await readEarlier(tx, row, claims),
    redactions: await readRedactions(tx, sealer, caseId),
    passedOn: toldOf(handoversAt(await readHandovers(tx, sealer, caseId), answer.preparedAt), row.zone),
    kept: await readKeptBack(tx, row),
    events: await readCaseEvents(
      tx,
      sealer,
      row.ref,
      answer.historyUpTo === null ? {} : { upTo: answer.historyUpTo },
    ),
    identityStanding: standingOf(row, needsProof),
    preparedAt: answer.preparedAt,
  };
}

/** As far as it is settled who asks, and that she may. A relation that was not shown is told before all else. */
function standingOf({ relation, judgement, proofId }: CaseRow, needsProof: boolean): LetterInput["identity"] {
  if (relation === "not-accepted") return "relation-not-shown";
  if (judgement === "not-able") return "child-not-able";
  if (proofId) return "proved";
  return needsProof ? "not-confirmed" : "not-needed";
}

/** What she reads as the name of each source, by its id: the policy's, in her language, else that of the settings. */
async function sourceNames(
  tx: Tx,
  { organisationId, locale }: CaseRow,
  policy: Policy,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: source.id, key: source.key, name: source.name })
    .from(source)
    .where(eq(source.organisationId, organisationId));
  return new Map(rows.map(({ id, key, name }) => [id, nameIn(policy.sourceNames?.[key] ?? name, locale)]));
}
