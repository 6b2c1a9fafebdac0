import type { Tx } from "#db/client.ts";
import { notice } from "#db/schema/index.ts";
import type { CodeScope, Context } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { defaultLocale, type Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { domainOf, mailAddress, sameAddress } from "./address.ts";
import { getNotice } from "./index.ts";
import { isTeam, type NoticeKind, type Setting } from "./notice.ts";
import { unscopedAddressed, type Addressed } from "./queries/addressed.ts";
import type { Recipient } from "./queries/recipients.ts";
import { renderLetter, renderNotice } from "./render.ts";

export type Queued = {
  kind: NoticeKind;
  recipient: Recipient;
  /** What makes this occasion one: the same kind to the same recipient for it is one mail, however often it is asked for. */
  occasion: string;
  details: Record<string, unknown>;
  /** When the occasion arose. */
  at: Date;
  /** For who has a page of their own: its path below the organisation's, and their language. */
  place?: { path: string; locale: Locale };
};

/**
 * Writes a mail into the outbox, sealed under the case's key, and rings for it to be sent: both exist if, and only if,
 * the caller's transaction does. A letter waits there until staff have posted it. Does nothing where it is there already,
 * and where the notice does not go that way.
 */
export async function queueNotice(
  tx: Tx,
  about: Addressed,
  { kind, recipient, occasion, details, at, place }: Queued,
): Promise<void> {
  const { way } = recipient;
  const { ways = [way] } = getNotice(kind);
  if (!ways.includes(way)) return;
  const id = newId();
  const setting = settingFor(about, kind, recipient, place);
  const content =
    way === "post" ? renderLetter(kind, setting, details) : renderNotice(kind, setting, details);
  const [saved] = await tx
    .insert(notice)
    .values({
      id,
      organisationId: about.organisation.id,
      caseId: about.row.id,
      kind,
      way,
      dedupeKey: `${occasion}:${kind}:${recipient.role}`,
      sealedTo: about.sealer.seal("notice.sealed_to", id, recipient.address),
      sealedContent: about.sealer.seal("notice.sealed_content", id, content),
      messageId: `<${id}@${domainOf(env().mailFrom)}>`,
      state: "waiting",
      createdAt: at,
    })
    .onConflictDoNothing({ target: [notice.organisationId, notice.dedupeKey] })
    .returning({ id: notice.id });
  if (saved && way === "mail") await enqueue(tx, "notices.send", { noticeId: saved.id });
}

/**
 * Mails an agent a link by which he signs in. It is about no case, so it is sealed under the organisation's key. `to` is
 * the address he typed; where he is known, in the language he chose.
 */
export async function queueSignInLink(
  tx: Tx,
  ctx: Context,
  { to, url, locale, occasion }: { to: string; url: string; locale: Locale; occasion: string },
): Promise<void> {
  const address = mailAddress(to);
  if (!address) throw new HabeasError("bad-input", "This is not a mail address.");
  const { policy } = await getPolicyAt(tx, ctx.organisation.id, ctx.now);
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  const id = newId();
  const { zone } = policy.establishments.default;
  const mail = renderNotice(
    "agent-sign-in",
    {
      locale,
      organisation: senderOf(policy),
      way: "mail",
      zone,
      reference: "",
      url,
      audience: "agent",
      name: null,
    },
    {},
  );
  await tx.insert(notice).values({
    id,
    organisationId: ctx.organisation.id,
    caseId: null,
    kind: "agent-sign-in",
    way: "mail",
    dedupeKey: `${occasion}:agent-sign-in`,
    sealedTo: sealer.seal("notice.sealed_to", id, address),
    sealedContent: sealer.seal("notice.sealed_content", id, mail),
    messageId: `<${id}@${domainOf(env().mailFrom)}>`,
    state: "waiting",
    createdAt: ctx.now,
  });
  await enqueue(tx, "notices.send", { noticeId: id });
}

const senderOf = ({ name, imprint, accent, contact }: Policy): Setting["organisation"] => ({
  name,
  imprint,
  accent,
  email: contact.email,
  telephone: contact.telephone,
  post: contact.post,
});

/**
 * Mails a one-time code. `to` is the address the caller chose: the contact on file or the one she typed. The caller
 * records what it means; the code is in the sealed mail and nowhere else.
 */
export async function queueCodeNotice(
  tx: Tx,
  ctx: Context,
  { caseId, to, code, scope }: { caseId: string; to: string; code: string; scope: CodeScope },
): Promise<void> {
  const about = await unscopedAddressed(tx, caseId);
  if (about?.organisation.id !== ctx.organisation.id)
    throw new HabeasError("not-found", "There is no such case.");
  const address = mailAddress(to);
  if (!address) throw new HabeasError("bad-input", "This is not a mail address.");
  const audience = about.typed.address && sameAddress(about.typed.address, address) ? "typed" : "on-file";
  await queueNotice(tx, about, {
    kind: "code",
    recipient: { audience, role: audience, way: "mail", address },
    occasion: newId(),
    details: { code, scope },
    at: ctx.now,
  });
}

/** Writes the letter with a one-time code for the postal address on file, for staff to post. */
export async function queueCodeLetter(
  tx: Tx,
  ctx: Context,
  { caseId, code, occasion }: { caseId: string; code: string; occasion: string },
): Promise<void> {
  const about = await unscopedAddressed(tx, caseId);
  const { onFile, typed, organisation } = about ?? {};
  if (!about || !onFile?.post || !typed || organisation?.id !== ctx.organisation.id)
    throw new HabeasError("not-found", "There is no such case.");
  await queueNotice(tx, about, {
    kind: "code",
    recipient: {
      audience: "on-file",
      role: "on-file",
      way: "post",
      address: `${onFile.name ?? typed.name}\n${onFile.post.lines}`,
    },
    occasion,
    details: { code, scope: "full" },
    at: ctx.now,
  });
}

/**
 * Mails a controller the link to a request that was passed on to it. The caller made the link; its token is in the
 * sealed mail and nowhere else.
 */
export async function queueControllerNotice(
  tx: Tx,
  {
    caseId,
    to,
    path,
    locale,
    ...notice
  }: Pick<Queued, "kind" | "occasion" | "details" | "at"> & {
    caseId: string;
    to: string;
    path: string;
    locale: Locale;
  },
): Promise<void> {
  const about = await unscopedAddressed(tx, caseId);
  const address = mailAddress(to);
  if (!about || !address) throw new HabeasError("bad-input", "This is not a mail address.");
  const recipient = { audience: "controller" as const, role: "controller", way: "mail" as const, address };
  await queueNotice(tx, about, { ...notice, recipient, place: { path, locale } });
}

function settingFor(
  { row, organisation, policy, typed, onFile, agent }: Addressed,
  kind: NoticeKind,
  { audience, way }: Recipient,
  place: Queued["place"],
): Setting {
  const team = isTeam(audience);
  const { url } = env();
  const deskPlace = getNotice(kind).deskPlace ?? `cases/${row.reference}`;
  const path = place?.path ?? `${audience === "agent" ? "agent/cases" : "track"}/${row.reference}`;
  const own = place?.locale ?? (audience === "agent" ? agent?.locale : undefined);
  return {
    locale: own ?? (team ? defaultLocale : row.locale),
    organisation: senderOf(policy),
    way,
    zone: row.zone,
    reference: row.reference,
    url: team && !place ? `${url}/desk/${deskPlace}` : `${url}/${organisation.slug}/${path}`,
    audience,
    name: team || audience === "controller" ? null : nameOf({ typed, onFile, agent }, audience),
  };
}

function nameOf(
  { typed, onFile, agent }: Pick<Addressed, "typed" | "onFile" | "agent">,
  audience: Recipient["audience"],
): string | null {
  if (audience === "agent") return agent?.name ?? null;
  if (audience === "typed") return typed.name;
  return onFile.name ?? (audience === "paper" ? typed.name : null);
}
