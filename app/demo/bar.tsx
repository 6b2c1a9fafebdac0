import { DemoBar } from "#components/ui/demo-bar.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { cast, isCastKey, type CastKey, type Role } from "#lib/demo/cast.ts";
import { cheatCard } from "#lib/demo/facts.ts";
import { isDemo } from "#lib/demo/queries/mode.ts";
import { currentWalk, nextStep, type WalkStep } from "#lib/demo/walk.ts";
import { log } from "#lib/log.ts";
import { signedIn } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import type { Visit } from "#lib/web/visit.ts";
import { enterAs } from "./actions.ts";
import { longDate } from "./words.ts";

/** The bar on every page of a demo; nothing anywhere else. A page is never lost because its bar could not be drawn. */
export async function BarOfThisVisit() {
  if (!isDemo()) return null;
  const props = await barProps().catch((error: unknown) => {
    log.warn({ error }, "the demo bar could not be drawn");
    return null;
  });
  if (!props) return null;
  const { isDownloading, ...bar } = props;
  return (
    <>
      <DemoBar {...bar} />
      {isDownloading && <LiveRefresh everySeconds={4} />}
    </>
  );
}

async function barProps() {
  const visit = await currentVisit();
  const [walk, marks] = await Promise.all([
    import("#lib/demo/queries/walk.ts"),
    import("#lib/demo/queries/marks.ts"),
  ]);
  const [state, unread, firstDay, me] = await Promise.all([
    walk.readWalk(),
    walk.countUnread(),
    marks.findFirstDay(),
    whoIsHere(visit),
  ]);
  const steps = currentWalk(state);
  const next = nextStep(state, me.key, visit.path);
  const facts = firstDay ? factsOf(me.key, firstDay) : undefined;
  const isCustomer = me.key !== null && cast[me.key].kind !== "staff";
  return {
    locale: "en",
    who: me.says,
    progress: { done: steps.filter((step) => step.state === "done").length, steps: steps.length },
    ...(next ? { next: nextFor(next, me.key) } : {}),
    ...(facts ? { facts } : {}),
    links: [
      {
        href: isCustomer ? "/demo/mailbox?to=people" : "/demo/mailbox",
        label: unread > 0 ? `Mailbox, ${unread} new` : "Mailbox",
      },
      { href: "/demo#date", label: longDate(visit.now) },
      { href: "/demo", label: "Switch person" },
    ],
    /** A download leaves the page as it is: it looks by itself whether the step is done. */
    isDownloading: next?.key === "open" && /^\/\w+\/track\//.test(visit.path),
  } as const;
}

/** One's own step is a link to where it is done; for somebody else's one becomes her first. */
function nextFor({ by, ask, href }: WalkStep, me: CastKey | null) {
  if (by === me) return { href, label: ask };
  const [firstName] = cast[by].name.split(" ");
  return { action: enterAs, as: by, label: `as ${firstName}, ${ask}` };
}

/** What she can type, for those who prove who they are. */
function factsOf(key: CastKey | null, firstDay: string) {
  const row = cheatCard(firstDay).find((one) => one.key === key);
  if (!row) return undefined;
  return {
    label: "Your facts",
    items: [
      { key: "Name", value: row.name },
      { key: "E-mail", value: row.email },
      { key: "Account number", value: row.accountNo },
      { key: "Last invoice", value: row.invoice },
      { key: "Postcode", value: row.postcode },
      { key: "Born", value: row.born },
      { key: "Card ends in", value: row.card },
    ],
  };
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
  if (persona && role && role.kind !== "staff")
    return { key: persona, says: `Demo. You are ${role.name}, ${role.who}.` };
  return {
    key: null,
    says: session ? "Demo. You are signed in as a customer." : "Demo. You are nobody yet.",
  };
}
