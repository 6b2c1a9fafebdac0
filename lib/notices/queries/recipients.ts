import { and, arrayOverlaps, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bundle, staff } from "#db/schema/index.ts";
import { may, roles, type Role } from "#lib/auth/roles.ts";
import { isContactTrusted, isPostTrusted } from "#lib/identity/commands.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { mailAddress, sameAddress } from "../address.ts";
import type { Audience } from "../notice.ts";
import type { Way } from "../ways.ts";
import type { Addressed } from "./addressed.ts";

/**
 * Somebody who gets a mail or a letter. `role` tells those of one occasion apart; it holds no address. By post the address
 * is a name and the lines below it.
 */
export type Recipient = { audience: Audience; role: string; way: Way; address: string };

/**
 * Who gets a notice about a case at `at`. The contact on file is left out while it is too young to be trusted with
 * anything (security rule L5), and where it is the address that was typed: one occasion, one mail. Whoever has no mail
 * address is written to on paper, where we know one to post to.
 */
export async function listRecipients(
  tx: Tx,
  about: Addressed,
  audiences: readonly Audience[],
  at: Date,
): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  for (const audience of audiences) {
    if (audience === "caseworkers")
      recipients.push(...(await team(tx, about, audience, ["caseworker"], null)));
    else if (audience === "approvers") {
      recipients.push(...(await team(tx, about, audience, ["approver"], await preparerOf(tx, about))));
    } else if (audience === "officers") {
      const officers = roles.filter((role) => may([role], "findings.close"));
      recipients.push(...(await team(tx, about, audience, officers, null)));
    } else if (audience === "paper") recipients.push(onPaper(about, at));
    else if (audience !== "controller") {
      const to = reached(about, audience, at);
      if (to && !recipients.some((other) => sameAddress(other.address, to.address))) {
        recipients.push({ audience, role: audience, ...to });
      }
    }
  }
  return recipients;
}

type Reached = Pick<Recipient, "way" | "address"> | null;

const byMail = (address: string | null): Reached => (address ? { way: "mail", address } : null);
const byPost = (name: string, lines: string | null): Reached =>
  lines ? { way: "post", address: `${name}\n${lines}` } : null;

function reached(about: Addressed, audience: "typed" | "on-file" | "agent", at: Date): Reached {
  if (audience === "agent") {
    // That she made it her own he hears, and nothing that happens after it.
    const { takenOverAt } = about.row;
    return takenOverAt && at > takenOverAt ? null : byMail(about.agent?.address ?? null);
  }
  if (audience === "typed") return typed(about);
  return about.mayTellHer ? onFile(about, at) : null;
}

const typed = ({ typed: given }: Addressed) => byMail(given.address) ?? byPost(given.name, given.post);

function onFile({ row, policy, onFile: held, typed: given }: Addressed, at: Date): Reached {
  if (held.address) return isContactTrusted(row, policy, at) ? byMail(held.address) : null;
  return isPostTrusted(held.post, policy, at) ? byPost(held.name ?? given.name, held.post.lines) : null;
}

/** One place for an answer on paper: that on file, else that given, which staff have looked at; else staff write it by hand. */
function onPaper(about: Addressed, at: Date): Recipient {
  const { policy, onFile: held, typed: given } = about;
  const name = held.name ?? given.name;
  const lines = isPostTrusted(held.post, policy, at) ? held.post.lines : given.post;
  return { audience: "paper", role: "paper", way: "post", address: lines ? `${name}\n${lines}` : name };
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
  held: readonly Role[],
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
        arrayOverlaps(staff.roles, [...held]),
      ),
    )
    .orderBy(staff.id);
  if (members.length === 0) return [];
  const sealer = await organisationSealer(tx, organisationId);
  return members.flatMap(({ id, sealedEmail }) => {
    const address =
      id === without ? null : mailAddress(sealer.open<string>("staff.sealed_email", id, sealedEmail));
    return address ? [{ audience, role: `${audience}/${id}`, way: "mail" as const, address }] : [];
  });
}
