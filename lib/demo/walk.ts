import type { CastKey } from "./cast.ts";

/** What the walk looks at of one event of the audit log. */
export type WalkEvent = {
  id: number;
  caseRef: string | null;
  type: string;
  actorKind: string;
  /** Roles of a member of staff, separated by blanks. */
  role: string;
  hasReason: boolean;
};

/** The request that is walked through the house. */
export type WalkedCase = { ref: string; reference: string };

export type WalkStep = {
  key: string;
  by: CastKey;
  /** What the list says. */
  text: string;
  /** What the bar says to whoever it is up to: "send a request". */
  ask: string;
  /** Where it is done. */
  href: string;
};

/** The walk's own request, and the one that was refused before the walk began; null while there is none. */
export type WalkCases = { own: WalkedCase | null; refused: { reference: string } | null };

type Rule = Omit<WalkStep, "href" | "ask"> & {
  /** With `{own}` and `{refused}` where those references belong, in `ask` too. */
  href: string;
  ask: string;
  isDone: (events: readonly WalkEvent[], own: Pick<WalkedCase, "ref"> | null) => boolean;
};

const onCase =
  (type: string, test: (event: WalkEvent) => boolean = () => true) =>
  (events: readonly WalkEvent[], own: Pick<WalkedCase, "ref"> | null) =>
    own !== null && events.some((event) => event.caseRef === own.ref && event.type === type && test(event));
const by = (role: string) => (event: WalkEvent) => event.role.split(" ").includes(role);

/** One request from asked to opened, and read by the auditor. */
const first: readonly Rule[] = [
  {
    key: "ask",
    by: "maya",
    text: "Maya sends a request",
    ask: "send a request",
    href: "/ipc",
    isDone: (_events, own) => own !== null,
  },
  {
    key: "mail",
    by: "maya",
    text: "She follows the link in her mail",
    ask: "open your page from the mail",
    href: "/demo/mailbox?to=people&reference={own}",
    isDone: onCase("code.accept"),
  },
  {
    key: "read",
    by: "ana",
    text: "Ana finds it in the queue, collected already",
    ask: "open request {own}",
    href: "/desk/cases/{own}",
    isDone: (events, own) =>
      onCase("case.read", by("caseworker"))(events, own) || onCase("assign")(events, own),
  },
  {
    key: "prepare",
    by: "ana",
    text: "Ana covers the neighbour’s name, decides and asks for approval",
    ask: "cover other people’s names, decide, and have it approved",
    href: "/desk/cases/{own}/review",
    isDone: onCase("ask-approval"),
  },
  {
    key: "approve",
    by: "tom",
    text: "Tom approves",
    ask: "approve what Ana prepared",
    href: "/desk/cases/{own}/decision",
    isDone: onCase("approve"),
  },
  {
    key: "send",
    by: "ana",
    text: "Ana sends it",
    ask: "send the approved answer",
    href: "/desk/cases/{own}/decision",
    isDone: onCase("send"),
  },
  {
    key: "open",
    by: "maya",
    text: "Maya opens her bundle",
    ask: "open the mail and download the bundle",
    href: "/demo/mailbox?to=people&reference={own}",
    isDone: onCase("download"),
  },
  {
    key: "audit",
    by: "ingrid",
    text: "Ingrid reads and verifies the history",
    ask: "verify the history of this request",
    href: "/audit/cases/{own}",
    isDone: onCase("case.read", by("auditor")),
  },
];

/** Another request, refused and appealed. It may be any case. */
const second: readonly Rule[] = [
  {
    key: "refuse",
    by: "ana",
    text: "Ana refuses another request, with a reason",
    ask: "refuse a request that is not verified: open one, then Decision",
    href: "/desk?view=not-verified",
    isDone: (events, own) =>
      events.some(
        (event) =>
          event.type === "decide" &&
          event.hasReason &&
          event.actorKind === "staff" &&
          event.caseRef !== own?.ref,
      ),
  },
  {
    key: "appeal",
    by: "leo",
    text: "Leo, refused weeks ago, appeals",
    ask: "read why you were refused, and appeal",
    href: "/ipc/track/{refused}",
    isDone: (events) => events.some((event) => event.type === "appeal" && event.actorKind === "person"),
  },
  {
    key: "decide-appeal",
    by: "ben",
    text: "Ben decides the appeal",
    ask: "decide Leo’s appeal",
    href: "/desk/cases/{refused}/decision",
    isDone: (events) =>
      events.some((event) => event.type === "uphold-appeal" || event.type === "overturn-appeal"),
  },
  {
    key: "audit-appeal",
    by: "ingrid",
    text: "Ingrid verifies that history too",
    ask: "verify the history of Leo’s case",
    href: "/audit/cases/{refused}",
    isDone: (events) => {
      const appealed = new Set(
        events.filter((event) => event.type === "appeal").map((event) => event.caseRef),
      );
      return events.some(
        (event) => event.type === "case.read" && by("auditor")(event) && appealed.has(event.caseRef),
      );
    },
  },
];

/** Event types the walk is ticked by. */
export const walkEventTypes = [
  "case.open",
  "code.accept",
  "case.read",
  "assign",
  "ask-approval",
  "approve",
  "send",
  "download",
  "decide",
  "appeal",
  "uphold-appeal",
  "overturn-appeal",
] as const;

export type Ticked = WalkStep & { state: "done" | "now" | "todo" };
export type WalkState = { first: Ticked[]; second: Ticked[] };

/** The pseudonym of the request that somebody sent last: the walk follows that one. What staff record is none of it. */
export function walkedCaseRef(events: readonly WalkEvent[]): string | null {
  return (
    events.filter((event) => event.type === "case.open" && event.actorKind !== "staff").at(-1)?.caseRef ??
    null
  );
}

/**
 * Ticks the walk by what really happened; events in their order. What comes after a step that is done is next, so that a
 * mail nobody opened does not hold the walk up.
 */
export function tickWalk(events: readonly WalkEvent[], cases: WalkCases): WalkState {
  return { first: tick(first, events, cases), second: tick(second, events, cases) };
}

function tick(rules: readonly Rule[], events: readonly WalkEvent[], cases: WalkCases): Ticked[] {
  const done = rules.map((rule) => rule.isDone(events, cases.own));
  const next = done.lastIndexOf(true) + 1;
  const named = (text: string) =>
    text.replace("{own}", cases.own?.reference ?? "").replace("{refused}", cases.refused?.reference ?? "");
  return rules.map(({ key, by, text, ask, href }, index) => ({
    key,
    by,
    text,
    ask: named(ask),
    href: named(href),
    state: done[index] ? "done" : index === next ? "now" : "todo",
  }));
}

/** The walk that is being walked: the first until it is through, then the second. */
export function currentWalk({ first: one, second: two }: WalkState): Ticked[] {
  return one.some((step) => step.state === "now") ? one : two;
}

/**
 * What is up next for somebody who looks at this page. A step that is done by coming here counts as done: its event is
 * written while the page is being drawn.
 * @param path of the page, with its query
 */
export function nextStep(walk: WalkState, me: CastKey | null, path: string): Ticked | null {
  const isDoneHere = (step: Ticked) =>
    step.by === me &&
    doneByComing.has(step.key) &&
    (path === step.href || /^[/?]/.test(after(path, step.href)));
  const waiting = [...walk.first, ...walk.second].filter((step) => step.state !== "done");
  const now = waiting.findIndex((step) => step.state === "now");
  const step = waiting[now];
  return (step && isDoneHere(step) ? waiting[now + 1] : step) ?? null;
}

const doneByComing: ReadonlySet<string> = new Set(["read", "audit", "audit-appeal"]);
const after = (path: string, href: string) => (path.startsWith(href) ? path.slice(href.length) : "");
