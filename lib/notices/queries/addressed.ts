import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { agent, cases, organisation, permissionLink } from "#db/schema/index.ts";
import type { OnFile } from "#lib/identity/commands.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer, organisationSealer, type Sealer } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import { getPolicy, type OrganisationRow } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { mailAddress } from "../address.ts";

type CaseRow = typeof cases.$inferSelect;

/** A case with everything a mail about it may need. Never shown to anybody: it is what the outbox writes from. */
export type Addressed = {
  row: CaseRow;
  organisation: OrganisationRow;
  policy: Policy;
  sealer: Sealer;
  /** The name and addresses given with the request; no address where an agent gave it, who may give any. */
  typed: { name: string; address: string | null; post: string | null };
  /** The name and addresses the organisation had before, as read when identity was confirmed. */
  onFile: { name: string | null; address: string | null; post: OnFile["post"] };
  /** Who asks for her; null where she asks herself. */
  agent: { name: string; address: string | null; locale: Locale } | null;
  /** Whether she may be written to at the contact on file: always, but where an agent asks and nobody may ask her. */
  mayTellHer: boolean;
};

/**
 * Reads it. Null where there is no such case.
 * @throws HabeasError `gone` once the case was shredded
 */
export async function unscopedAddressed(tx: Tx, caseId: string): Promise<Addressed | null> {
  const [found] = await tx
    .select({ row: cases, organisation })
    .from(cases)
    .innerJoin(organisation, eq(organisation.id, cases.organisationId))
    .where(eq(cases.id, caseId));
  if (!found) return null;
  const { row } = found;
  const sealer = await caseSealer(tx, caseId);
  const requester = sealer.open<Requester>("cases.sealed_requester", caseId, row.sealedRequester);
  const onFile = row.sealedContactOnFile
    ? sealer.open<OnFile>("cases.sealed_contact_on_file", caseId, row.sealedContactOnFile)
    : null;
  return {
    ...found,
    policy: (await getPolicy(tx, row.policyId)).policy,
    sealer,
    typed: {
      name: requester.name,
      address: row.agentId ? null : mailAddress(requester.email),
      post: row.agentId ? null : (requester.post ?? null),
    },
    onFile: {
      name: onFile?.name ?? null,
      address: mailAddress(onFile?.contact?.value),
      post: onFile?.post ?? null,
    },
    agent: row.agentId ? await readAgent(tx, row.agentId) : null,
    mayTellHer: row.agentId === null || (await knowsOfAgent(tx, row)),
  };
}

async function readAgent(tx: Tx, agentId: string): Promise<Addressed["agent"]> {
  const [found] = await tx.select().from(agent).where(eq(agent.id, agentId));
  if (!found) return null;
  const sealer = await organisationSealer(tx, found.organisationId);
  return {
    name: sealer.open<string>("agent.sealed_name", found.id, found.sealedName),
    address: mailAddress(sealer.open<string>("agent.sealed_email", found.id, found.sealedEmail)),
    locale: found.locale,
  };
}

/** She knows that somebody asks for her once she was sent a link, made it her own, or our answer goes to her. */
async function knowsOfAgent(tx: Tx, { id, status, takenOverAt }: CaseRow): Promise<boolean> {
  if (takenOverAt || status === "answered" || status === "appealed") return true;
  return (await tx.$count(permissionLink, eq(permissionLink.caseId, id))) > 0;
}
