"use server";

import { z } from "zod";
import { oneOf } from "#components/forms/values.ts";
import { readReference } from "#lib/auth/codes.ts";
import { translator } from "#lib/locales/index.ts";
import { readChoiceName } from "#lib/preferences/choices.ts";
import { undoChoice } from "#lib/preferences/commands/undo.ts";
import { action, type Values } from "#lib/web/action.ts";
import { requester, visitor } from "#lib/web/gates.ts";

/** Herself, by her request; or, where no request is named, whoever is signed in. */
const chooser = (values: Values) => {
  const slug = oneOf(values["organisation"]);
  const reference = oneOf(values["reference"]);
  return reference === "" ? visitor(slug) : requester(slug, reference, { scope: "conversation" });
};

/** Takes a choice back. Pressed twice, it is taken back. */
export const takeBack = action(
  chooser,
  z.object({ choice: z.string().max(200), reference: z.string().max(100).default("") }),
  async (ctx, { choice, reference }, { locale }) => {
    const { slug } = ctx.organisation;
    const named = readChoiceName(choice);
    const { actor } = ctx;
    if (!named || actor.kind !== "person")
      return { ok: false, says: translator(locale, "signin")("edge.signedOut") };
    await undoChoice(ctx, named, reference === "" ? null : actor.caseId);
    const known = readReference(reference);
    return { to: known ? `/${slug}/track/${known}#choices` : `/${slug}/preferences?undone=1` };
  },
);
