import { build, startAt, type Base } from "./build.ts";
import { dayIn } from "./calendar.ts";
import { daysOf } from "./clock-events.ts";
import { sourceOf } from "./questions.ts";
import type { Clock, Route } from "./regime.ts";
import type { Deadline, DeadlineKind } from "./steps.ts";

type Appealing = { deadlines: Partial<Record<DeadlineKind, Deadline>>; appealDue: Deadline | null };

/** What follows an answer: how long to appeal is advertised, and the clock of an appeal. Empty where no law has one. */
export function appealDeadlines(base: Base): Appealing {
  const { route } = base.version;
  if (route.kind !== "appeal") return { deadlines: {}, appealDue: null };
  const window = advertisedWindow(base, route);
  const appeal = latestAppeal(base);
  const { deadlines, due } = appeal ? decisionDates(base, route, appeal) : { deadlines: {}, due: null };
  return {
    deadlines: { ...(window ? { appealWindow: window } : {}), ...deadlines },
    appealDue: appeal?.open ? due : null,
  };
}

type AppealRoute = Extract<Route, { kind: "appeal" }>;

/** The last day that is advertised, from the day the latest answer was sent. Later appeals are taken too. */
function advertisedWindow(base: Base, route: AppealRoute): Deadline | null {
  const { events, zone, appealDays } = base.facts;
  const sent = events
    .filter((event) => event.kind === "answer-sent")
    .map((event) => ({ at: event.at, on: dayIn(event.at, zone) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  if (!sent) return null;
  const period = { n: appealDays ?? route.window.days, unit: "days" as const };
  const clock: Clock = { ...sourceOf(route.window), period, rolls: null };
  return build(base, "appealWindow", clock, startAt(base, "answer", sent.at, sent.on));
}

/** The first appeal since the last one was decided; where none is open, the last there was. */
function latestAppeal(base: Base) {
  const { events, zone } = base.facts;
  const decidedOn = daysOf("appeal-decided", events, zone).at(-1);
  const appeals = events
    .filter((event) => event.kind === "appeal-received")
    .map((event) => ({ at: event.at, on: dayIn(event.at, zone) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const open = appeals.find((appeal) => decidedOn === undefined || appeal.on > decidedOn);
  const shown = open ?? appeals.at(-1);
  return shown ? { ...shown, open: open !== undefined } : null;
}

function decisionDates(base: Base, route: AppealRoute, appeal: { at: Date | string; on: string }) {
  const from = startAt(base, "appeal", appeal.at, appeal.on);
  const decision = build(base, "appealDecision", route.decision, from);
  if (!route.extension) return { deadlines: { appealDecision: decision }, due: decision };
  const told = daysOf("appeal-extension-told", base.facts.events, base.facts.zone).find(
    (day) => day >= appeal.on,
  );
  const toldOn = told !== undefined && told <= decision.dueOn ? told : null;
  const clock: Clock = { ...route.decision, ...sourceOf(route.extension) };
  const more = { ...route.extension.period, source: sourceOf(route.extension), toldOn };
  const extended = build(base, "appealExtended", clock, from, { more });
  const notice: Deadline = { ...decision, kind: "appealExtensionNotice" };
  return {
    deadlines: { appealDecision: decision, appealExtensionNotice: notice, appealExtended: extended },
    due: toldOn ? extended : decision,
  };
}
