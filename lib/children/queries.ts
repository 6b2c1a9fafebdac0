import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { OnFile } from "#lib/identity/commands.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { ageOn } from "./age.ts";

/**
 * The age at that moment of the child somebody asks for, where it is the policy's or more: then she asks herself. The day of
 * birth on file counts, else the one that was given. Null below it, and where nobody asks for a child.
 */
export async function findGrownUpAge(tx: Tx, row: CaseRow, now: Date): Promise<number | null> {
  if (row.relation === null) return null;
  const sealer = await caseSealer(tx, row.id);
  const onFile = row.sealedContactOnFile
    ? sealer.open<OnFile>("cases.sealed_contact_on_file", row.id, row.sealedContactOnFile)
    : null;
  const { child } = sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester);
  const born = onFile?.born ?? child?.born;
  if (!born) return null;
  const { policy } = await getPolicy(tx, row.policyId);
  const age = ageOn(born, dayIn(now, row.zone));
  return age >= policy.children.age ? age : null;
}
