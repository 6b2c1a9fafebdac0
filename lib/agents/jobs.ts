import { and, desc, eq } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { authority, cases, permissionLink, proof, submittedFact } from "#db/schema/index.ts";
import { change, Refused, type CaseRow } from "#lib/cases/commands/change.ts";
import { readFacts } from "#lib/cases/queries/facts.ts";
import type { Context } from "#lib/context.ts";
import { confirmWith, isContactTrusted, personIndexOf, type OnFile } from "#lib/identity/commands.ts";
import {
  checkIdentity,
  compare,
  readStandards,
  readWork,
  type Compared,
  type Work,
} from "#lib/identity/jobs.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { choicesOf } from "#lib/preferences/choices.ts";
import { keepChoices } from "#lib/preferences/commands/keep.ts";
import { askPerson, meetDemands, saveDemand } from "./commands/asking.ts";
import { authorityStands } from "./standing.ts";

type Attempt = { isLastTry: boolean };

/**
 * The job "identity.check": compares facts with what the sources hold, and lets a case go on as far as it may. Where an agent
 * asks, what is found stays here: it decides whether she can be asked, and no page of his differs by it.
 */
export async function checkCase(ctx: Context, caseId: string, attempt: Attempt): Promise<void> {
  const db = database();
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
  if (!row || row.status !== "received") return;
  // An agent's case that was frozen after its proof goes on where it stood.
  if (row.agentId && row.proofId !== null) {
    if ((await readFacts(db, row)).identityConfirmed) await resume(ctx, caseId);
    return;
  }
  if (!row.agentId) return checkIdentity(ctx, caseId, attempt);
  await checkForAgent(ctx, row, attempt);
}

const resume = (ctx: Context, caseId: string) =>
  change(ctx, caseId, "resume", { save: async () => ({ payload: {}, result: null }) });

async function checkForAgent(ctx: Context, row: CaseRow, attempt: Attempt): Promise<void> {
  const read = await readStandards(row);
  if (read === null) return;
  const { standards } = read;
  if (standards.length === 0) return goOnWithoutProof(ctx, row);
  const work = await readWork(row.id);
  if (!work || work.requester.method !== "facts") return;
  const isKnown = await wereCompared(row.id);
  const compared = await compare(work, standards, { ...attempt, isKnown });
  if (!isKnown) await saveCompared(ctx, work, compared);
  if (!("found" in compared) || !compared.assessment.confirmed) return;
  const { assessment, found, results } = compared;
  const facts = await readFacts(database(), row);
  if (authorityStands(facts.agent)) {
    await change(ctx, row.id, "confirm-identity", {
      save: (tx, current) =>
        confirmWith(tx, ctx, current.row, work.policy, {
          kind: "facts",
          facts: results,
          note: null,
          assurance: assessment.assurance,
          scopes: assessment.scopes,
          person: found,
        }),
    });
    return;
  }
  await askHer(ctx, row.id, work);
}

/** An opt-out needs no proof: it is obeyed as soon as whoever says it may. */
async function goOnWithoutProof(ctx: Context, row: CaseRow): Promise<void> {
  const facts = await readFacts(database(), row);
  const work = await readWork(row.id);
  if (!work || !authorityStands(facts.agent)) return;
  const { email, telephone, residence, consents } = work.requester;
  const choices = choicesOf(work.policy, { rights: facts.claims.map(({ right }) => right), consents });
  await change(ctx, row.id, "start-without-proof", {
    save: async (tx, current) => {
      const chooser = { email, telephone, residence, subjectIndex: null, via: "form" as const };
      await keepChoices(tx, ctx, current.row, choices, chooser, row.receivedAt);
      return { payload: {}, set: { delivery: "given" }, result: null };
    },
  });
}

/** Whether the facts as they are now were compared already: new ones, typed by her, are a new try. */
async function wereCompared(caseId: string): Promise<boolean> {
  const db = database();
  const [last] = await db
    .select({ at: proof.at })
    .from(proof)
    .where(eq(proof.caseId, caseId))
    .orderBy(desc(proof.at))
    .limit(1);
  const [newest] = await db
    .select({ at: submittedFact.at })
    .from(submittedFact)
    .where(eq(submittedFact.caseId, caseId))
    .orderBy(desc(submittedFact.at))
    .limit(1);
  return last !== undefined && newest !== undefined && last.at >= newest.at;
}

/** Notes how the facts fit, for staff alone, and whom they found. Facts that she typed herself show who she is. */
async function saveCompared(ctx: Context, work: Work, compared: Compared): Promise<void> {
  const isFound = "found" in compared && compared.assessment.confirmed;
  const results = "found" in compared ? compared.results : [];
  await change(ctx, work.row.id, "agent-facts-checked", {
    save: async (tx, { row }) => {
      await tx.insert(proof).values({
        id: newId(),
        organisationId: ctx.organisation.id,
        caseId: row.id,
        kind: "facts",
        passed: isFound,
        facts: results,
        byRef: ctx.actor.ref,
        at: ctx.now,
      });
      return {
        payload: {
          facts: Object.fromEntries(results.map((one) => [one.fact, one.outcome])),
          limited: "limited" in compared,
          ...("problem" in compared ? { problem: compared.problem } : {}),
        },
        set: isFound && "found" in compared ? await keepFound(tx, ctx, row, work, compared.found) : {},
        result: null,
      };
    },
  });
}

/** Her contact on file stays sealed in the case; the authority learns by a blind index whose it is. */
async function keepFound(
  tx: Tx,
  ctx: Context,
  row: CaseRow,
  { policy }: Work,
  found: Extract<Compared, { found: unknown }>["found"],
) {
  const personIndex = personIndexOf(ctx, policy, found);
  if (row.authorityId && personIndex)
    await tx.update(authority).set({ personIndex }).where(eq(authority.id, row.authorityId));
  if (await isHerOwnAnswer(tx, row.id)) {
    const { agent } = await readFacts(tx, row);
    await meetDemands(tx, ctx, row.id, "verified", agent?.lane === "person");
  }
  const sealer = await caseSealer(tx, row.id);
  const onFile: OnFile = { name: found.name, contact: found.contact, post: found.post, born: found.born };
  return {
    personIndex,
    sealedContactOnFile: sealer.seal("cases.sealed_contact_on_file", row.id, onFile),
    contactOnFileChangedAt: found.contactChangedAt,
    contactOnFileReadAt: ctx.now,
  };
}

/** Whether the facts came from her, through the link: then an earlier comparison was the agent's. */
async function isHerOwnAnswer(tx: Tx, caseId: string): Promise<boolean> {
  return (await tx.$count(proof, eq(proof.caseId, caseId))) > 1;
}

/**
 * Sends her the link, once, where the law lets her be asked or is silent; later ones are for staff to send. Without a contact
 * on file that can be trusted nobody is asked.
 */
async function askHer(ctx: Context, caseId: string, { policy }: Work): Promise<void> {
  const [row] = await database().select().from(cases).where(eq(cases.id, caseId));
  if (!row || !isContactTrusted(row, policy, ctx.now)) return;
  const { agent } = await readFacts(database(), row);
  if (!agent || agent.lane === "authority" || agent.isOwn) return;
  if (agent.authority !== "pending" && agent.authority !== "valid") return;
  const sent = await database().$count(permissionLink, and(eq(permissionLink.caseId, caseId)));
  if (sent > 0) return;
  const isOffer = agent.lane === "offer";
  const outcome = await change(ctx, caseId, "make-demand", {
    save: async (tx, current) => {
      await askPerson(tx, ctx, current.row, { isOffer });
      if (!isOffer) await saveDemand(tx, ctx, caseId, "confirmation", null);
      return { payload: { demand: "confirmation", ground: null, isOffer }, result: null };
    },
  });
  // No contact on file: staff see it, and nobody else anything.
  if (!outcome.ok && outcome.why !== "guard") throw new Refused(outcome.says);
}
