import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { cases, controller, handover, handoverLink } from "#db/schema/index.ts";
import { countAttempts } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { record } from "#lib/audit/commands.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import { contextFor, systemRefs, type Context } from "#lib/context.ts";
import { newId, newToken } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { queueControllerNotice } from "#lib/notices/commands.ts";
import type { NoticeKind } from "#lib/notices/notice.ts";
import { linkRules, linkSeconds } from "../links.ts";

export type HandoverRow = typeof handover.$inferSelect;

const databaseNow = sql`clock_timestamp()`;
const fromNow = (seconds: number) => sql`${databaseNow} + make_interval(secs => ${seconds})` as never;

/**
 * Mails a fresh link to the controller's contact as the register has it now. The mail says what was asked and when;
 * who asked stands behind the link alone. Earlier links go on working.
 */
export async function mailLink(
  tx: Tx,
  ctx: Context,
  about: {
    handover: HandoverRow;
    kind: Extract<NoticeKind, "controller-asked" | "controller-reminded">;
    zone: string;
  },
): Promise<void> {
  const { handover: passed, kind, zone } = about;
  const [to] = await tx.select().from(controller).where(eq(controller.id, passed.controllerId));
  if (!to) throw new Error("a handover names a controller of the register");
  const sealer = await organisationSealer(tx, passed.organisationId);
  const { id, token } = await makeLink(tx, passed);
  await queueControllerNotice(tx, {
    caseId: passed.caseId,
    kind,
    to: sealer.open<string>("controller.sealed_email", to.id, to.sealedEmail),
    locale: to.locale,
    path: `controller/${token}`,
    occasion: id,
    details: { rights: passed.rights, passedOn: dayIn(passed.at, zone), days: linkRules.lastsDays },
    at: ctx.now,
  });
}

/** A fresh link to one request. Whoever gets its token can open it. */
export async function makeLink(
  tx: Tx,
  { id: handoverId, organisationId }: Pick<HandoverRow, "id" | "organisationId">,
): Promise<{ id: string; token: string }> {
  const [id, token] = [newId(), newToken()];
  await tx.insert(handoverLink).values({
    id,
    organisationId,
    handoverId,
    tokenHash: tokenHash(token),
    createdAt: databaseNow as never,
    expiresAt: fromNow(linkSeconds),
  });
  return { id, token };
}

/** The link of a token at an organisation's address, also one that is used or too old. */
async function findLink(tx: Tx, ctx: Context, token: string) {
  const [found] = await tx
    .select({ link: handoverLink, handover, case: { id: cases.id, ref: cases.ref, zone: cases.zone } })
    .from(handoverLink)
    .innerJoin(handover, eq(handover.id, handoverLink.handoverId))
    .innerJoin(cases, eq(cases.id, handover.caseId))
    .where(
      and(eq(handoverLink.tokenHash, tokenHash(token)), eq(handoverLink.organisationId, ctx.organisation.id)),
    )
    .for("update", { of: cases });
  return found ?? null;
}

export type OpenedLink = { ok: true; token: string } | { ok: false };

/** Takes a link once: from then on the browser holds the visit, and whoever finds the mail opens nothing with it. */
export async function openLink(ctx: Context, token: string): Promise<OpenedLink> {
  return inTransaction(async (tx): Promise<OpenedLink> => {
    const found = await findLink(tx, ctx, token);
    if (!found) return { ok: false };
    const visit = newToken();
    const [taken] = await tx
      .update(handoverLink)
      .set({
        usedAt: databaseNow as never,
        visitHash: tokenHash(visit),
        visitExpiresAt: fromNow(linkRules.visitSeconds),
      })
      .where(
        and(
          eq(handoverLink.id, found.link.id),
          isNull(handoverLink.usedAt),
          gt(handoverLink.expiresAt, databaseNow),
        ),
      )
      .returning({ id: handoverLink.id });
    if (!taken) return { ok: false };
    if (!found.handover.openedAt)
      await tx.update(handover).set({ openedAt: ctx.now }).where(eq(handover.id, found.handover.id));
    const [named] = await tx
      .select({ name: controller.name })
      .from(controller)
      .where(eq(controller.id, found.handover.controllerId));
    const actor = {
      kind: "controller" as const,
      ref: found.handover.controllerId,
      handoverId: found.handover.id,
      caseId: found.case.id,
    };
    await record(tx, contextFor({ ...ctx, actor }), {
      type: "controller.open",
      case: found.case,
      payload: { controller: named?.name ?? "" },
      obj: [found.handover.id],
    });
    return { ok: true, token: visit };
  });
}

/**
 * Sends a new link to the contact in the register, for who holds a used or old one. What is shown is the same for
 * every token, one that never was too.
 */
export async function askNewLink(ctx: Context, asked: { token: string; network: string }): Promise<void> {
  const counted = await countAttempts([
    attemptAt("code-send/network", asked.network),
    attemptAt("code-send/case", `${ctx.organisation.id}|link|${asked.token}`),
  ]);
  if (!counted.allowed) return;
  await inTransaction(async (tx) => {
    const found = await findLink(tx, ctx, asked.token);
    if (!found) return;
    const worker = { kind: "system", ref: systemRefs.worker, part: "worker" } as const;
    await mailLink(tx, contextFor({ ...ctx, actor: worker }), {
      handover: found.handover,
      kind: "controller-asked",
      zone: found.case.zone,
    });
  });
}
