"use server";

import { z } from "zod";
import { errorsOf } from "#components/forms/errors-of.ts";
import { oneOf } from "#components/forms/values.ts";
import { countAttempts } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { findLogin } from "#lib/auth/queries/person.ts";
import { forgetDraft, saveAnswer } from "#lib/intake/commands.ts";
import { sendDraft } from "#lib/intake/commands/send.ts";
import { intakeMessages } from "#lib/intake/messages.ts";
import { findDraft } from "#lib/intake/queries.ts";
import { requestFrom } from "#lib/intake/request.ts";
import { assumedAnswers, isFormStep, stepSchema } from "#lib/intake/schemas.ts";
import { settingFor } from "#lib/intake/setting.ts";
import { firstOpen, stepAfter } from "#lib/intake/steps.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { translator } from "#lib/locales/index.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { action, type Values } from "#lib/web/action.ts";
import { visitor } from "#lib/web/gates.ts";
import { dropDraftToken, keepDraftToken, readDraftToken } from "#lib/web/person-session.ts";
import { houseFor } from "../arrive.ts";

const atTheForm = (values: Values) => visitor(oneOf(values["organisation"]));

const answered = z.looseObject({
  step: z.string().refine(isFormStep),
  change: z.literal("1").optional(),
  wanted: z.enum(rightIds).optional(),
});

/** Takes the answer of one page, keeps it, and leads on to the next question. */
export const answer = action(atTheForm, answered, async (ctx, input, { locale }) => {
  const { slug } = ctx.organisation;
  const { step, change, wanted, ...typed } = input;
  if (!isFormStep(step)) return;
  const token = await readDraftToken(slug);
  const draft = await findDraft(ctx, token);
  if (draft?.sentCaseId) return { to: `/${slug}/request/check` };
  const { policy } = await getHouse(ctx);
  const house = await houseFor(ctx, policy);
  const before = draft?.answers ?? assumedAnswers(typed);
  const parsed = stepSchema(step, settingFor(house, before, locale)).safeParse(typed, {
    error: () => "check",
  });
  if (!parsed.success) return { errors: errorsOf(parsed.error.issues, intakeMessages(policy, locale)) };
  const hint = step === "rights" ? { wanted: undefined } : wanted ? { wanted } : {};
  const saved = await saveAnswer(ctx, token, { ...hint, [step]: parsed.data });
  if (!saved.ok) return { to: `/${slug}/request/check` };
  if (saved.begun) await keepDraftToken(slug, saved.begun.token);
  const next = stepAfter(step, saved.answers, house, { isChange: change === "1" });
  const query =
    saved.begun && step !== "residence" ? "?lost=1" : change === "1" && next !== "check" ? "?change=1" : "";
  return { to: `/${slug}/request/${next}${query}` };
});

/** Opens a case from the answers of this browser. Pressed twice, it is the same case. No source is read here (V2). */
export const send = action(
  atTheForm,
  z.object({ seen: z.string().max(40), website: z.string().max(2000).default("") }),
  async (ctx, { seen, website }, { locale, network }) => {
    const { slug } = ctx.organisation;
    const t = translator(locale, "intake");
    const draft = await findDraft(ctx, await readDraftToken(slug));
    if (!draft) return { to: `/${slug}/request/residence?lost=1` };
    if (draft.sentCaseId) return { to: `/${slug}/request/sent` };
    if (website !== "") return { ok: false, says: t("check.trapped") };
    if (seen !== draft.savedAt.toISOString()) return { to: `/${slug}/request/check?changed=1` };
    const { policy } = await getHouse(ctx);
    const house = await houseFor(ctx, policy);
    const request = requestFrom(draft.answers, house);
    if (!request) return { to: `/${slug}/request/${firstOpen(draft.answers, house)}` };
    const counted = await countAttempts([
      attemptAt("submission/network", network),
      { kind: "submission/draft", key: draft.id, windows: [{ limit: 10, windowSeconds: 3600 }] },
    ]);
    if (!counted.allowed)
      return { ok: false, says: t("check.tooOften", { minutes: Math.ceil(counted.retryAfterSeconds / 60) }) };
    // What needs no proof counts for the account, too, where somebody is signed in to it: on every device of hers.
    const login = ["login", "none"].includes(request.proof.method) ? await findLogin(ctx) : null;
    if (request.proof.method === "login" && !login) return { to: `/${slug}/request/sign-in?ended=1` };
    // Too many proofs by facts from one network: the answer is the same, only nothing is compared (security guide 4.3).
    const byFacts =
      request.proof.method === "facts" ? await countAttempts([attemptAt("identity/network", network)]) : null;
    const opened = await sendDraft(ctx, draft, {
      channel: "portal",
      locale,
      receivedAt: ctx.now,
      request,
      login: login && { issuer: login.issuer, subject: login.subject },
      isOverLimit: byFacts?.allowed === false,
    });
    return { to: opened ? `/${slug}/request/sent` : `/${slug}/request/check?changed=1` };
  },
);

/** Begins anew after a request was sent. The sent one stays where it is. */
export const again = action(atTheForm, z.object({}), async (ctx) => {
  await dropDraftToken(ctx.organisation.slug);
  return { to: `/${ctx.organisation.slug}/request/residence` };
});

/** Deletes what this browser had begun. */
export const forget = action(atTheForm, z.object({}), async (ctx) => {
  const { slug } = ctx.organisation;
  const token = await readDraftToken(slug);
  if (token) await forgetDraft(ctx, token);
  await dropDraftToken(slug);
  return { to: `/${slug}?forgotten=1` };
});
