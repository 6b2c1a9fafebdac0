import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "#db/client.ts";
import { agent, agentLink } from "#db/schema/index.ts";
import { countAttempts } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { record } from "#lib/audit/commands.ts";
import { startAgentSession } from "#lib/auth/commands/sessions.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import { contextFor, type Context } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { newId, newToken } from "#lib/ids.ts";
import { emailSchema, nameSchema } from "#lib/intake/answers.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import { queueSignInLink } from "#lib/notices/commands.ts";
import { caps, optionalText } from "#lib/text.ts";
import { agentKinds, signInLinkMinutes } from "../kinds.ts";
import { agentEmailIndex } from "../queries/accounts.ts";
import { liveLink } from "../queries/links.ts";

const databaseNow = sql`clock_timestamp()`;

/**
 * Mails a link to whoever asks for one: the same work, and the same page after it, whether or not there is an account. A
 * suspended agent gets one too; he then reads why he may not ask.
 */
export async function askForSignIn(
  ctx: Context,
  typed: { email: string; network: string; locale: Locale },
): Promise<void> {
  const email = emailSchema.safeParse(typed.email);
  if (!email.success) return;
  const index = agentEmailIndex(ctx.organisation.id, email.data);
  const counted = await countAttempts([
    attemptAt("agent-link/address", Buffer.from(index).toString("hex")),
    attemptAt("agent-link/network", typed.network),
  ]);
  if (!counted.allowed) return;
  await inTransaction(async (tx) => {
    const id = newId();
    const token = newToken();
    const sealer = await organisationSealer(tx, ctx.organisation.id);
    await tx.insert(agentLink).values({
      id,
      organisationId: ctx.organisation.id,
      tokenHash: tokenHash(token),
      sealedEmail: sealer.seal("agent_link.sealed_email", id, email.data),
      emailIndex: index,
      createdAt: databaseNow as never,
      expiresAt: sql`${databaseNow} + make_interval(mins => ${signInLinkMinutes})` as never,
    });
    const url = `${env().url}/${ctx.organisation.slug}/agent/sign-in/${token}`;
    await queueSignInLink(tx, ctx, { to: email.data, url, locale: typed.locale, occasion: id });
  });
}

export type SignedIn =
  | { ok: true; token: string }
  /** Nobody has this address yet: the same link is used once more, with a name. */
  | { ok: false; why: "register" }
  | { ok: false; why: "ended" };

/** Who somebody says to be who registers with a link. */
export const registrationSchema = z.object({
  name: nameSchema,
  company: optionalText(caps.line),
  kind: z.enum(agentKinds),
});
export type Registration = z.infer<typeof registrationSchema>;

/**
 * Uses a link up and signs its agent in. By a press of a button only: a mail scanner that opens the page uses nothing up.
 * @param registration who he is, where there is no account yet
 */
export async function signInByLink(
  ctx: Context,
  given: { token: string; network: string; locale: Locale },
  registration: Registration | null = null,
): Promise<SignedIn> {
  const counted = await countAttempts([attemptAt("agent-link-try/network", given.network)]);
  if (!counted.allowed) return { ok: false, why: "ended" };
  return inTransaction(async (tx): Promise<SignedIn> => {
    const [link] = await tx.select().from(agentLink).where(liveLink(ctx, given.token)).for("update");
    if (!link) return { ok: false, why: "ended" };
    const known = await findByIndex(tx, ctx, link.emailIndex);
    if (!known && !registration) return { ok: false, why: "register" };
    const account = known ?? (await register(tx, ctx, link, registration as Registration, given.locale));
    await tx
      .update(agentLink)
      .set({ usedAt: databaseNow as never })
      .where(eq(agentLink.id, link.id));
    await record(tx, asAgent(ctx, account), { type: "agent.sign-in", payload: {} });
    const token = await startAgentSession(tx, {
      organisationId: ctx.organisation.id,
      agentId: account.id,
    });
    return { ok: true, token };
  });
}

async function findByIndex(tx: Tx, ctx: Context, index: Uint8Array) {
  const [row] = await tx
    .select({ id: agent.id, ref: agent.ref })
    .from(agent)
    .where(and(eq(agent.organisationId, ctx.organisation.id), eq(agent.emailIndex, index)));
  return row ?? null;
}

async function register(
  tx: Tx,
  ctx: Context,
  link: typeof agentLink.$inferSelect,
  { name, company, kind }: Registration,
  locale: Locale,
) {
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  const account = { id: newId(), ref: newId() };
  const email = sealer.open<string>("agent_link.sealed_email", link.id, link.sealedEmail);
  await tx.insert(agent).values({
    ...account,
    organisationId: ctx.organisation.id,
    sealedName: sealer.seal("agent.sealed_name", account.id, name),
    sealedCompany: company ? sealer.seal("agent.sealed_company", account.id, company) : null,
    sealedEmail: sealer.seal("agent.sealed_email", account.id, email),
    emailIndex: link.emailIndex,
    kind,
    locale,
    status: "active",
    statusAt: ctx.now,
    createdAt: ctx.now,
  });
  await record(tx, asAgent(ctx, account), { type: "agent.register", payload: { kind }, obj: [account.id] });
  return account;
}

/** From here on he is that agent: his link has just been used. */
function asAgent(ctx: Context, { id, ref }: { id: string; ref: string }): Context {
  return contextFor({ ...ctx, actor: { kind: "agent", id, ref, sessionId: null, provedAt: ctx.now } });
}

/** Removes links that ended more than a day ago. @returns how many */
export async function tidyAgentLinks(): Promise<number> {
  const gone = await inTransaction((tx) =>
    tx
      .delete(agentLink)
      .where(lt(agentLink.expiresAt, sql`now() - interval '1 day'`))
      .returning({ id: agentLink.id }),
  );
  return gone.length;
}
