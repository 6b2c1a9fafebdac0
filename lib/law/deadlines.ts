import type { RightId } from "#lib/rights/ids.ts";
import { appealDeadlines } from "./appeal-deadlines.ts";
import { build, startAt, type Base, type ClockFacts, type From } from "./build.ts";
import { dayIn } from "./calendar.ts";
import { daysOf, questionsAmong } from "./clock-events.ts";
import { sourceOf, type Judged } from "./questions.ts";
import type { CivilDay, Clock, Regime } from "./regime.ts";
import type { Deadline, DeadlineKind, Step } from "./steps.ts";
import { versionOn } from "./versions.ts";

export type { ClockFacts } from "./build.ts";
export type { ClockEvent, ClockEventKind } from "./clock-events.ts";
export type { Deadline, DeadlineKind, Step } from "./steps.ts";

export type Explained = {
  /** The receipt day in the zone, and the day the count starts from. */
  receivedOn: CivilDay;
  startOn: CivilDay;
  /** False where the law had not begun on the receipt day; its earliest text then serves as the safe reading. */
  inForce: boolean;
  deadlines: Readonly<Partial<Record<DeadlineKind, Deadline>>>;
  /** What became of the first notice of extension; a second one adds nothing. */
  extension: { toldOn: CivilDay; valid: boolean; because: "too-late" | "before-receipt" | null } | null;
  /** The date in force: opt-out, answer, or extended answer; of a complaint its acknowledgement, if a law sets one. */
  due: Deadline | null;
  dueOn: CivilDay | null;
  /** The date in force for an appeal that was received and is not decided. */
  appealDue: Deadline | null;
};

/** A request for a right always has a day; only a complaint may have none. */
export type ExplainedRequest = Explained & { due: Deadline; dueOn: CivilDay };

/**
 * Every date a regime owes for one request (or complaint), each with its other readings and the steps that explain
 * it. Pure: the same facts give the same dates, whatever the server's clock, zone or language.
 * @throws HabeasError for unknown zones, calendars and times.
 */
export function explainDeadlines(regime: Regime, facts: ClockFacts & { right: RightId }): ExplainedRequest;
export function explainDeadlines(regime: Regime, facts: ClockFacts): Explained;
export function explainDeadlines(regime: Regime, facts: ClockFacts): Explained {
  const receivedOn = dayIn(facts.receivedAt, facts.zone);
  const base: Base = { regime, facts, receivedOn, ...versionOn(regime, receivedOn) };
  return facts.right === "complaint" ? explainComplaint(base) : explainRequest(base, facts.right);
}

function explainRequest(base: Base, right: RightId): ExplainedRequest {
  const { facts, version, receivedOn } = base;
  const from = startAt(base, "request", facts.receivedAt, receivedOn);
  const deadlines: Partial<Record<DeadlineKind, Deadline>> = {};
  const { acknowledgement } = version;
  if (acknowledgement?.rights.includes(right)) {
    deadlines.acknowledgement = build(base, "acknowledgement", acknowledgement, from);
  }
  const optOut = version.optOut[right];
  const stop = optOut ? build(base, "optOut", optOut, from) : null;
  if (stop) deadlines.optOut = stop;
  const answer = optOut && !optOut.alsoAnswer ? null : answerDates(base, right);
  const due = stop ?? answer?.due;
  if (!due) throw new Error(`${base.regime.id} sets no day for ${right}`);
  const appeal = appealDeadlines(base);
  return {
    receivedOn,
    startOn: answer?.due.startOn ?? receivedOn,
    inForce: base.inForce,
    deadlines: { ...deadlines, ...answer?.deadlines, ...appeal.deadlines },
    extension: answer?.extension ?? null,
    due,
    dueOn: due.dueOn,
    appealDue: appeal.appealDue,
  };
}

/** The ordinary answer, the last day to tell of an extension, and the extended answer. */
function answerDates(base: Base, right: RightId) {
  const { facts, version, receivedOn } = base;
  const { clock, from } = answerClock(base, startAt(base, "request", facts.receivedAt, receivedOn));
  const questions = judged(base, right);
  const response = build(base, "response", clock, from, { questions });
  if (!version.extension) return { deadlines: { response }, extension: null, due: response };
  const extension = firstNotice(base, response.dueOn);
  const source = sourceOf(version.extension);
  const toldOn = extension?.valid ? extension.toldOn : null;
  const more = { ...version.extension.period, source, toldOn };
  const extended = build(base, "extended", { ...clock, ...source }, from, { questions, more });
  const inVain: Step[] =
    extension && extension.because !== null
      ? [
          {
            rule: "extension-without-effect",
            toldOn: extension.toldOn,
            because: extension.because,
            ...source,
          },
        ]
      : [];
  const answer: Deadline = { ...response, why: [...response.why, ...inVain] };
  const notice: Deadline = { ...response, kind: "extensionNotice" };
  return {
    deadlines: { response: answer, extensionNotice: notice, extended },
    extension,
    due: extension?.valid ? extended : answer,
  };
}

/** The clock of the answer; of two, the one for the way in which the request came, and the step that says so. */
function answerClock({ facts, version }: Base, from: From): { clock: Clock; from: From } {
  if (!version.elsewhere) return { clock: version.response, from };
  const way = facts.way ?? "designated";
  const clock = way === "elsewhere" ? version.elsewhere : version.response;
  return { clock, from: { ...from, steps: [...from.steps, { rule: "came", way, ...sourceOf(clock) }] } };
}

/** It must be out by the last day of the answer, and not before the request came. */
function firstNotice(base: Base, dueOn: CivilDay): Explained["extension"] {
  const told = daysOf("extension-told", base.facts.events, base.facts.zone);
  const toldOn = told.find((day) => day >= base.receivedOn) ?? told[0];
  if (!toldOn) return null;
  const because = toldOn < base.receivedOn ? "before-receipt" : toldOn > dueOn ? "too-late" : null;
  return { toldOn, valid: because === null, because };
}

/** The questions asked so far, each with the first rule that names the right. */
function judged(base: Base, right: RightId): Judged[] {
  return questionsAmong(base.facts.events, base.facts.zone).map((question) => {
    const rules = base.version.questions[question.kind];
    const rule = rules.find((one) => one.rights === "all" || one.rights.includes(right));
    if (!rule) throw new Error(`${base.regime.id} has no rule for ${question.kind} asked about ${right}`);
    return { question, rule };
  });
}

function explainComplaint(base: Base): Explained {
  const { facts, receivedOn } = base;
  const { route } = base.version;
  const from = startAt(base, "complaint", facts.receivedAt, receivedOn);
  const acknowledge =
    route.kind === "complaint" && route.acknowledge
      ? build(base, "complaintAcknowledgement", route.acknowledge, from)
      : null;
  const decide = route.kind === "complaint" ? build(base, "complaintDecision", route.decide, from) : null;
  const done = daysOf("acknowledged", facts.events, facts.zone).length > 0;
  const due = done ? null : acknowledge;
  return {
    receivedOn,
    startOn: receivedOn,
    inForce: base.inForce,
    deadlines: {
      ...(acknowledge ? { complaintAcknowledgement: acknowledge } : {}),
      ...(decide ? { complaintDecision: decide } : {}),
    },
    extension: null,
    due,
    dueOn: due?.dueOn ?? null,
    appealDue: null,
  };
}
