"use server";

import { z } from "zod";
import { oneOf } from "#components/forms/values.ts";
import { answerHandover, instruct } from "#lib/controllers/commands/answers.ts";
import { askNewLink, openLink } from "#lib/controllers/commands/links.ts";
import { linkRules } from "#lib/controllers/links.ts";
import { handoverAnswers, helpKinds } from "#lib/controllers/register.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { caps, optionalText, textInput } from "#lib/text.ts";
import { action, type Values } from "#lib/web/action.ts";
import { afterwards } from "#lib/web/afterwards.ts";
import { controllerCookie, passedOnTo, visitor } from "#lib/web/gates.ts";
import { keepCookie } from "#lib/web/request.ts";

const anybody = (values: Values) => visitor(oneOf(values["organisation"]));
const itself = (values: Values) => passedOnTo(oneOf(values["organisation"]));
const token = z.string().max(100);
const errors = (locale: Locale) => {
  const t = translator(locale, "controllers");
  return {
    answer: t("page.errors.answer"),
    kind: t("page.errors.kind"),
    who: t("page.errors.who"),
    words: t("page.errors.words"),
  };
};
const told = (max: number, missing: string) => textInput(max).refine((text) => text !== "", missing);

/** Opens a link: it is used up, and this browser holds the request. */
export const open = action(anybody, z.object({ token }), async (ctx, input) => {
  const opened = await openLink(ctx, input.token);
  const { slug } = ctx.organisation;
  if (!opened.ok) return { to: `/${slug}/controller/${encodeURIComponent(input.token)}` };
  await keepCookie(controllerCookie, opened.token, linkRules.visitSeconds);
  return { to: `/${slug}/controller` };
});

/** Has a new link sent to the contact in the register; the page after it is the same for every token. */
export const renew = action(anybody, z.object({ token }), async (ctx, input, visit) => {
  afterwards(visit, () => askNewLink(ctx, { token: input.token, network: visit.network }));
  return { to: `/${ctx.organisation.slug}/controller/${encodeURIComponent(input.token)}?sent=1` };
});

/** What became of the request, in the words of whoever decides. */
export const tell = action(
  itself,
  z.object({
    answer: z.enum(handoverAnswers, { error: () => "answer" }),
    words: optionalText(caps.paragraph),
  }),
  async (ctx, { answer, words }, { locale }) => {
    const { caseId, handoverId } = ctx.actor;
    const outcome = await answerHandover(ctx, caseId, { handoverId, answer, words });
    return outcome.ok
      ? { to: `/${ctx.organisation.slug}/controller?told=1` }
      : { ok: false, says: translator(locale, "controllers")("page.errors.moved") };
  },
  { messages: errors },
);

/** What whoever decides wants us to do. */
export const instructUs = action(
  itself,
  z.object({
    help: z.enum(helpKinds, { error: () => "kind" }),
    who: told(caps.line, "who"),
    instruction: told(caps.paragraph, "words"),
  }),
  async (ctx, { help, who, instruction }, { locale }) => {
    const { caseId, handoverId } = ctx.actor;
    const outcome = await instruct(ctx, caseId, { handoverId, help, who, words: instruction });
    return outcome.ok
      ? { to: `/${ctx.organisation.slug}/controller#help` }
      : { ok: false, says: translator(locale, "controllers")("page.errors.moved") };
  },
  { messages: errors },
);
