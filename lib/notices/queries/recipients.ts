import { and, arrayContains, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bundle, staff } from "#db/schema/index.ts";
import type { Role } from "#lib/auth/roles.ts";
import { isContactTrusted } from "#lib/identity/commands.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { mailAddress, sameAddress } from "../address.ts";
import type { Audience } from "../notice.ts";
import type { Addressed } from "./addressed.ts";

/** Somebody who gets a mail. `role` tells the mails of one occasion apart; it holds no address. */
export type Recipient = { audience: Audience; role: string; address: string };

/**
 * Who gets a notice about a case at `at`. The contact on file is left out while it is too young to be trusted with
 * anything (security rule L5), and where it is the address that was typed: one occasion, one mail.
 */
export async function listRecipients(
  tx: Tx,
  about: Addressed,
  audiences: readonly Audience[],
  at: Date,
): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  for (const audience of audiences) {
    if (audience === "caseworkers") recipients.push(...(await team(tx, about, audience, "caseworker", null)));
    else if (audience === "approvers") {
      recipients.push(...(await team(tx, about, audience, "approver", await preparerOf(tx, about))));
    } else {
      const address = audience === "typed" ? about.typed.address : trustedOnFile(about, at);
      if (address && !recipients.some((other) => sameAddress(other.address, address))) {
        recipients.push({ audience, role: audience, address });
      }
    }
  }
  return recipients;
}

function trustedOnFile({ row, policy, onFile }: Addressed, at: Date): string | null {
  return isContactTrusted(row, policy, at) ? onFile.address : null;
}

/** Whoever prepared the answer that waits; she cannot approve it, so nobody asks her to. */
async function preparerOf(tx: Tx, { row }: Addressed): Promise<string | null> {
  const [newest] = await tx
    .select({ by: bundle.preparedById })
    .from(bundle)
    .where(eq(bundle.caseId, row.id))
    .orderBy(desc(bundle.version))
    .limit(1);
  return newest?.by ?? null;
}

async function team(
  tx: Tx,
  about: Addressed,
  audience: Audience,
  role: Role,
  without: string | null,
): Promise<Recipient[]> {
  const organisationId = about.organisation.id;
  const members = await tx
    .select({ id: staff.id, sealedEmail: staff.sealedEmail })
    .from(staff)
    .where(
      and(
        eq(staff.organisationId, organisationId),
        isNull(staff.disabledAt),
        arrayContains(staff.roles, [role]),
      ),
    )
    .orderBy(staff.id);
  if (members.length === 0) return [];
  const sealer = await organisationSealer(tx, organisationId);
  return members.flatMap(({ id, sealedEmail }) => {
    const address =
      id === without ? null : mailAddress(sealer.open<string>("staff.sealed_email", id, sealedEmail));
    return address ? [{ audience, role: `${audience}/${id}`, address }] : [];
  });
}
