import "server-only";
import { refresh } from "next/cache";
import { forbidden, notFound, redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { errorsOf } from "#components/forms/errors-of.ts";
import type { FormAction, FormState } from "#components/forms/state.ts";
import { valuesOf } from "#components/forms/values.ts";
import { isDatabaseAway } from "#lib/database-away.ts";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { log } from "#lib/log.ts";
import { isStorable } from "#lib/text.ts";
import { turnAway, type Gate, type Refusal } from "./gates.ts";
import { isOwnForm } from "./origin.ts";
import { currentVisit } from "./request.ts";
import { noteFormRead, noteStatus } from "./statuses.ts";
import type { Visit } from "./visit.ts";

/** The texts of a form by name, as sent. */
export type Values = NonNullable<FormState>["values"];

/**
 * How a run ends when it does not redirect by itself: where to go, a sentence about the whole form or about some of its
 * fields (an expected "no"; the outcome of `change` is one), or nothing, and the page shows what stands now.
 */
export type Reply =
  { to: string } | { ok: false; says: string } | { ok: true } | { errors: Record<string, string> } | void;

type Options = {
  /** Sentences by the messages of the schema, where those are keys. */
  messages?: (locale: Locale) => Record<string, string>;
  /** Fields that are never sent back, besides `password`. */
  secret?: readonly string[];
  /** Where a form takes longer texts than others do: its characters in all, under what next.config.mjs lets in. */
  mostCharacters?: number;
};

/** More than any form of ours has, and less than would hurt to parse. */
const most = { fields: 400, characters: 400_000 };

/**
 * Makes a server action: gate → parse → run → translate. The form must come from one of our pages; the schema is the
 * one the browser checks too; what was typed comes back with one sentence per field. Redirects pass through, raw errors
 * never do.
 * @param gate who may do this; a function of what was sent where the form names the organisation or the case
 */
export function action<C, S extends z.ZodType>(
  gate: Gate<C> | ((values: Values) => Gate<C>),
  schema: S,
  run: (ctx: C, input: z.output<S>, visit: Visit) => Promise<Reply>,
  { messages = () => ({}), secret = [], mostCharacters = most.characters }: Options = {},
): FormAction {
  return async (_before, form) => {
    noteFormRead();
    const visit = await currentVisit();
    const read = readForm(form, visit, mostCharacters);
    if (!read.ok) return { values: {}, errors: { form: read.says } };
    const { values } = read;
    const answer = (errors: Record<string, string>) => ({
      values: withoutSecrets(values, ["password", ...secret]),
      errors,
    });
    try {
      const entry = await (typeof gate === "function" ? gate(values) : gate).check(visit);
      if (!entry.ok) return answer({ form: whyNot(entry, visit) });
      const parsed = parse(schema, values, visit, messages(visit.locale));
      if (!parsed.ok) return answer(parsed.errors);
      const reply = await run(entry.ctx, parsed.input, visit);
      // What stands around the form, the layout too, is drawn anew.
      refresh();
      if (!reply) return null;
      if ("to" in reply) redirect(reply.to);
      if ("errors" in reply) return answer(reply.errors);
      return reply.ok ? null : answer({ form: reply.says });
    } catch (error) {
      unstable_rethrow(error);
      return answer({ form: sentenceFor(error, visit) });
    }
  };
}

/** `form` is what a caller sent for one: whoever calls an action by hand may send anything. */
function readForm(
  form: unknown,
  visit: Visit,
  mostCharacters: number,
): { ok: true; values: Values } | { ok: false; says: string } {
  const t = translator(visit.locale, "signin");
  if (!isOwnForm(visit.sender, env().url) || !(form instanceof FormData))
    return { ok: false, says: t("edge.elsewhere") };
  const entries = [...form.entries()];
  const characters = entries.reduce(
    (sum, [name, value]) => sum + name.length + (typeof value === "string" ? value.length : value.size),
    0,
  );
  if (entries.length > most.fields || characters > mostCharacters)
    return { ok: false, says: t("edge.tooMuch") };
  return { ok: true, values: valuesOf(form) };
}

type Parsed<T> = { ok: true; input: T } | { ok: false; errors: Record<string, string> };

/** Checks what can be stored at all before the schema looks at what it says. */
function parse<S extends z.ZodType>(
  schema: S,
  values: Values,
  { locale }: Visit,
  messages: Record<string, string>,
): Parsed<z.output<S>> {
  const t = translator(locale, "signin");
  const known: Record<string, string> = {
    unstorable: t("edge.unstorable"),
    "too-long": t("edge.tooLong"),
    check: t("edge.check"),
    ...messages,
  };
  const unstorable = Object.keys(values).filter(
    (name) => ![name, values[name]].flat().every((text) => isStorable(text ?? "")),
  );
  if (unstorable.length > 0)
    return { ok: false, errors: Object.fromEntries(unstorable.map((name) => [name, t("edge.unstorable")])) };
  // Where a schema says nothing itself, zod's own words would be shown: they are for programmers.
  const parsed = schema.safeParse(values, { error: () => "check" });
  return parsed.success
    ? { ok: true, input: parsed.data }
    : { ok: false, errors: errorsOf(parsed.error.issues, known) };
}

function withoutSecrets(values: Values, secret: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
}

/** Who must sign in again keeps what she typed; who may not gets no form back. */
function whyNot(entry: Refusal, { locale }: Visit): string {
  const t = translator(locale, "signin");
  if (entry.why === "sign-in") return t("edge.signedOut");
  if (entry.why === "prove") return t("edge.proveAgain");
  if (entry.why === "forbidden") noteStatus(403);
  return turnAway(entry);
}

function sentenceFor(error: unknown, { requestId, locale }: Visit): string {
  if (error instanceof HabeasError) {
    if (error.code === "not-found") notFound();
    if (error.code === "not-allowed") {
      noteStatus(403);
      forbidden();
    }
    return error.message;
  }
  log.error({ requestId, error }, "an action failed");
  noteStatus(isDatabaseAway(error) ? 503 : 500);
  return translator(locale, "signin")("edge.broken", { requestId });
}
