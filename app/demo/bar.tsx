import { DemoBar } from "#components/ui/demo-bar.tsx";
import { cast, isCastKey, type CastKey, type Role } from "#lib/demo/cast.ts";
import { isDemo } from "#lib/demo/queries/mode.ts";
import { currentWalk } from "#lib/demo/walk.ts";
import { log } from "#lib/log.ts";
import { signedIn } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import type { Visit } from "#lib/web/visit.ts";
import { longDate } from "./words.ts";

/** The bar on every page of a demo; nothing anywhere else. A page is never lost because its bar could not be drawn. */
export async function BarOfThisVisit() {
  if (!isDemo()) return null;
  const props = await barProps().catch((error: unknown) => {
    log.warn({ error }, "the demo bar could not be drawn");
    return null;
  });
  return props && <DemoBar {...props} />;
}

async function barProps() {
  const visit = await currentVisit();
  const walk = await import("#lib/demo/queries/walk.ts");
  const [state, unread, me] = await Promise.all([walk.readWalk(), walk.countUnread(), whoIsHere(visit)]);
  const steps = currentWalk(state);
  const next = steps.find((step) => step.state === "now");
  return {
    locale: "en",
    who: me.says,
    progress: { done: steps.filter((step) => step.state === "done").length, steps: steps.length },
    ...(next ? { next: nextFor(next, me.key) } : {}),
    links: [
      { href: "/demo/mailbox", label: unread > 0 ? `Mailbox, ${unread} new` : "Mailbox" },
      { href: "/demo#date", label: longDate(visit.now) },
      { href: "/demo", label: "Switch person" },
    ],
  } as const;
}

/** A step of one's own is a link to where it is done; somebody else's leads to her card first. */
function nextFor(step: { by: CastKey; ask: string; href: string }, me: CastKey | null) {
  if (step.by === me || step.href.startsWith("/demo/")) return { href: step.href, label: step.ask };
  const [firstName] = cast[step.by].name.split(" ");
  return { href: `/demo#${step.by}`, label: `be ${firstName}, and ${step.ask}` };
}

async function whoIsHere(visit: Visit): Promise<{ key: CastKey | null; says: string }> {
  const session = await signedIn(visit, { isPassive: true });
  const kept = visit.cookie("persona");
  const persona = isCastKey(kept) ? kept : null;
  if (session?.kind === "staff") {
    const key = (Object.keys(cast) as CastKey[]).find((one) => cast[one].name === session.staff.name) ?? null;
    const who = key ? cast[key].who : session.staff.roles.join(", ");
    return { key, says: `Demo. You are ${session.staff.name}, ${who}.` };
  }
  const role: Role | null = persona ? cast[persona] : null;
  if (persona && role && role.kind !== "staff") return { key: persona, says: `Demo. You are ${role.name}, ${role.who}.` };
  return { key: null, says: session ? "Demo. You are signed in as a customer." : "Demo. You are nobody yet." };
}
