"use server";

import { z } from "zod";
import { oneOf } from "#components/forms/values.ts";
import { readReference } from "#lib/auth/codes.ts";
import { acceptCode, sendCode } from "#lib/auth/commands/codes.ts";
import { renewLink } from "#lib/bundle/commands.ts";
import type { Outcome } from "#lib/cases/commands/change.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import type { CodeScope } from "#lib/context.ts";
import { takeAppeal } from "#lib/decisions/commands/appeal.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { writeToTeam } from "#lib/messages/commands.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { caps, textInput } from "#lib/text.ts";
import { afterwards } from "#lib/web/afterwards.ts";
import { action, type Reply, type Values } from "#lib/web/action.ts";
import { requester, visitor, type PersonContext } from "#lib/web/gates.ts";
import { keepCaseSession } from "#lib/web/person-session.ts";

const anybody = (values: Values) => visitor(oneOf(values["organisation"]));
const herself = (scope: CodeScope) => (values: Values) =>
  requester(oneOf(values["organisation"]), oneOf(values["reference"]), { scope });

const reference = z.string().max(100);
const words = (max: number, missing: string) => textInput(max).refine((text) => text !== "", missing);
const sentences = (own: (locale: Locale) => Record<string, string>) => ({ messages: own });
const tracked = (slug: string, typed: string) =>
  `/${slug}/track/${encodeURIComponent(readReference(typed) ?? typed)}`;
const home = (ctx: PersonContext, typed: string) => tracked(ctx.organisation.slug, typed);

/** The guards' own sentences speak to staff; a person reads one of hers. */
function told(outcome: Outcome, locale: Locale, to: string): Reply {
  return outcome.ok ? { to } : { ok: false, says: translator(locale, "tracker")("moved") };
}

/** Leads to the page of a reference. Whether there is such a request, nobody learns here. */
export const find = action(
  anybody,
  z.object({ reference: z.string().max(500) }),
  async (ctx, input, { locale }) => {
    const known = readReference(input.reference);
    if (!known) return { errors: { reference: translator(locale, "tracker")("find.wrong") } };
    return { to: tracked(ctx.organisation.slug, known) };
  },
);

const onward = z.enum(["download"]).optional();

/** Sends a code, if there is anybody to send one to; the page after it is the same for everybody, and waits for nothing. */
export const askForCode = action(
  anybody,
  z.object({ reference, next: onward }),
  async (ctx, input, visit) => {
    afterwards(visit, () => sendCode(ctx, { reference: input.reference, network: visit.network }));
    return {
      to: `${tracked(ctx.organisation.slug, input.reference)}?code=sent${input.next ? `&next=${input.next}` : ""}`,
    };
  },
);

/** Takes a code and lets this browser in. */
export const enterCode = action(
  anybody,
  z.object({ reference, code: words(100, "missing"), next: onward }),
  async (ctx, input, visit) => {
    const typed = { reference: input.reference, code: input.code, network: visit.network };
    const accepted = await acceptCode(ctx, typed, (work) => afterwards(visit, work));
    if (!accepted.ok) return { errors: { code: translator(visit.locale, "signin")("code.refused") } };
    await keepCaseSession(accepted.reference, accepted.token);
    return {
      to: `${tracked(ctx.organisation.slug, accepted.reference)}${input.next ? `/${input.next}` : ""}`,
    };
  },
  sentences((locale) => ({ missing: translator(locale, "tracker")("code.missing") })),
);

/** A message of hers in the thread. */
export const write = action(
  herself("conversation"),
  z.object({ reference, body: words(caps.letter, "empty") }),
  async (ctx, input, { locale }) =>
    told(
      await writeToTeam(ctx, ctx.actor.caseId, input.body),
      locale,
      `${home(ctx, input.reference)}?written=1#messages`,
    ),
  sentences((locale) => ({ empty: translator(locale, "tracker")("messages.empty") })),
);

/** Gives an expired or used-up download another life. */
export const renew = action(herself("full"), z.object({ reference }), async (ctx, input, { locale }) =>
  told(await renewLink(ctx, ctx.actor.caseId), locale, `${home(ctx, input.reference)}/download?renewed=1`),
);

/** An appeal, or a complaint where the law knows no appeal, against the answer to one right. */
export const disagree = action(
  herself("conversation"),
  z.object({ reference, right: z.enum(rightIds), grounds: words(caps.letter, "empty") }),
  async (ctx, { right, grounds, ...input }, { locale }) => {
    const { claims } = await getOwnCase(ctx);
    const claim = claims.find((one) => one.right === right);
    if (!claim) return { ok: false, says: translator(locale, "tracker")("moved") };
    const outcome = await takeAppeal(ctx, ctx.actor.caseId, {
      claimId: claim.id,
      grounds,
      receivedAt: ctx.now,
    });
    return told(outcome, locale, `${home(ctx, input.reference)}/appeal?right=${right}`);
  },
  sentences((locale) => ({ empty: translator(locale, "tracker")("appeal.empty") })),
);

/** Ends the request, on her word. Only the answer can have come before it; pressed twice, it is ended as she wished. */
export const withdraw = action(
  herself("conversation"),
  z.object({ reference }),
  async (ctx, input, { locale }) => {
    const outcome = await withdrawCase(ctx, ctx.actor.caseId);
    const isEnded = outcome.ok || (await getOwnCase(ctx)).status === "withdrawn";
    return isEnded
      ? { to: home(ctx, input.reference) }
      : { ok: false, says: translator(locale, "tracker")("withdraw.late") };
  },
);
