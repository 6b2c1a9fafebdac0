import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { cases, organisation } from "#db/schema/index.ts";
import type { OnFile } from "#lib/identity/commands.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer, type Sealer } from "#lib/keys/sealer.ts";
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
  /** The name and addresses given with the request. */
  typed: { name: string; address: string | null; post: string | null };
  /** The name and addresses the organisation had before, as read when identity was confirmed. */
  onFile: { name: string | null; address: string | null; post: OnFile["post"] };
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
    typed: { name: requester.name, address: mailAddress(requester.email), post: requester.post ?? null },
    onFile: {
      name: onFile?.name ?? null,
      address: mailAddress(onFile?.contact?.value),
      post: onFile?.post ?? null,
    },
  };
}
