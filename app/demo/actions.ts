"use server";

import { z } from "zod";
import { cookieWithToken, tokenInCookie } from "#lib/auth/options.ts";
import { sessionRules } from "#lib/auth/sessions.ts";
import { castKeys, type CastKey } from "#lib/demo/cast.ts";
import { nextStep } from "#lib/demo/walk.ts";
import { action } from "#lib/web/action.ts";
import { dropCookie, keepCookie } from "#lib/web/request.ts";
import { demoVisitor } from "./gate.ts";

const enterSchema = z.object({
  as: z.enum(castKeys),
  /** To where the walk goes on, if that is up to her; else to where she begins. */
  goTo: z.literal("step").optional(),
});

/** Becomes one of the demo's people, with a session as real as any other. */
export const enterAs = action(demoVisitor(), enterSchema, async (visit, input) => {
  const demo = await import("#lib/demo/commands/enter.ts");
  const entered = await demo.enterAs(input.as, await tokenInCookie(visit.cookie("session")), visit);
  if (!entered.ok) return entered;
  if (entered.token)
    await keepCookie("session", await cookieWithToken(entered.token), sessionRules.staff.lastsSeconds);
  else await dropCookie("session");
  await keepCookie("persona", input.as, sessionRules.staff.lastsSeconds);
  return { to: (input.goTo && (await placeOfStep(input.as))) ?? entered.to };
});

async function placeOfStep(key: CastKey): Promise<string | null> {
  const { readWalk } = await import("#lib/demo/queries/walk.ts");
  const step = nextStep(await readWalk(), key, "");
  return step?.by === key ? step.href : null;
}

/** Begins the walk anew, as nobody. */
export const startOver = action(demoVisitor(), z.object({}), async (visit) => {
  const demo = await import("#lib/demo/commands/walk.ts");
  await demo.startOver(visit.now);
  await dropCookie("session");
  await dropCookie("persona");
  return { to: "/demo" };
});

const moveSchema = z.object({ days: z.enum(["0", "1", "7", "30"]).transform(Number) });

/** Moves the simulated date. */
export const moveClock = action(demoVisitor(), moveSchema, async (visit, input) => {
  const demo = await import("#lib/demo/commands/clock.ts");
  const moved = await demo.moveClock(input.days, visit.now);
  return moved
    ? { to: "/demo#date" }
    : { ok: false, says: "The date is two years ahead already. Bring it back first." };
});
