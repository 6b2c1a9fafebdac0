"use server";

import { z } from "zod";
import { oneOf } from "#components/forms/values.ts";
import { revokeAuthority } from "#lib/agents/commands/person.ts";
import { readReference } from "#lib/auth/codes.ts";
import { translator } from "#lib/locales/index.ts";
import { action, type Values } from "#lib/web/action.ts";
import { requester } from "#lib/web/gates.ts";
import { homeOf } from "../own.ts";

const herself = (values: Values) =>
  requester(oneOf(values["organisation"]), oneOf(values["reference"]), { scope: "full" });

/** She ends what an agent may do for her. Pressed twice, it is ended. */
export const revoke = action(
  herself,
  z.object({
    reference: z.string().max(100),
    authority: z.uuid(),
    requests: z.enum(["stop", "keep"]).default("stop"),
  }),
  async (ctx, { reference, authority, requests }, { locale }) => {
    const home = homeOf(ctx.organisation.slug, readReference(reference) ?? reference);
    const ended = await revokeAuthority(ctx, authority, { takeOver: requests === "keep" });
    if (ended.ok) return { to: `${home}/agents?ended=1` };
    return { ok: false, says: translator(locale, "permission")("mine.moved") };
  },
);
