"use server";

import { z } from "zod";
import { errorsOf } from "#components/forms/errors-of.ts";
import { oneOf } from "#components/forms/values.ts";
import { answerPermission, type PermissionAnswer } from "#lib/agents/commands/person.ts";
import { recipients } from "#lib/agents/kinds.ts";
import { unscopedFindPermission } from "#lib/agents/queries/permission.ts";
import { intakeMessages } from "#lib/intake/messages.ts";
import { proofSchema } from "#lib/intake/schemas.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { action, type Values } from "#lib/web/action.ts";
import { visitor } from "#lib/web/gates.ts";
import { proofSetting } from "./proof-setting.ts";

const anybody = (values: Values) => visitor(oneOf(values["organisation"]));
const errors = (locale: Locale) => {
  const t = translator(locale, "permission");
  return { say: t("errors.say"), recipient: t("errors.recipient") };
};
const answerSchema = z.looseObject({
  token: z.string().max(100),
  say: z.enum(["confirm", "verify", "take-over", "disown"], { error: () => "say" }),
  recipient: z.enum(recipients, { error: () => "recipient" }).default("self"),
});

/** Takes the answer of whoever holds the link. Pressed twice, the first one counts. */
export const answer = action(
  anybody,
  answerSchema,
  async (ctx, { token, say, recipient, ...typed }, { locale, network }) => {
    const t = translator(locale, "permission");
    const here = `/${ctx.organisation.slug}/permission/${encodeURIComponent(token)}`;
    const view = await unscopedFindPermission(ctx, token);
    if (view?.state !== "open") return { to: here };
    let given: PermissionAnswer;
    if (say === "verify") {
      const proof = proofSchema(proofSetting(view, ctx.now, locale)).safeParse(
        { ...typed, how: "facts" },
        { error: () => "check" },
      );
      if (!proof.success)
        return { errors: errorsOf(proof.error.issues, intakeMessages(view.policy, locale)) };
      given = { say, facts: proof.data.method === "facts" ? proof.data.facts : {} };
    } else given = say === "confirm" ? { say, recipient } : { say };
    const outcome = await answerPermission(ctx, { token, network }, given);
    if (outcome.ok) return { to: `${here}?said=${say}` };
    if (outcome.why === "ended") return { to: here };
    return { ok: false, says: t(outcome.why === "moved" ? "errors.moved" : "errors.tooOften") };
  },
  { messages: errors },
);
