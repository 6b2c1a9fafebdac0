import { dayIn } from "./calendar.ts";
import type { CivilDay, QuestionKind } from "./regime.ts";

/** An instant as ISO 8601 text or a Date. */
export type Instant = Date | string;

export const clockEventKinds = [
  "identity-asked",
  "clarification-asked",
  "fee-asked",
  "extension-told",
  "acknowledged",
  "answer-sent",
  "appeal-received",
  "appeal-extension-told",
  "appeal-decided",
] as const;
export type ClockEventKind = (typeof clockEventKinds)[number];

/** Something that may move a clock. For questions `endedAt` is when the person answered, proved or paid. */
export type ClockEvent = {
  kind: ClockEventKind;
  at: Instant;
  endedAt?: Instant | null;
  /** For questions: asked without delay and for a reason. Anything but true counts as no. */
  prompt?: boolean | null;
};

/** A question to the person, in days of the zone. */
export type Question = {
  kind: QuestionKind;
  askedOn: CivilDay;
  answeredOn: CivilDay | null;
  prompt: boolean;
};

const questions: Partial<Record<ClockEventKind, QuestionKind>> = {
  "identity-asked": "identity",
  "clarification-asked": "clarification",
  "fee-asked": "fee",
};

/** The questions among the events, in the order in which they were asked. */
export function questionsAmong(events: readonly ClockEvent[], zone: string): Question[] {
  return events
    .flatMap((event) => {
      const kind = questions[event.kind];
      if (!kind) return [];
      const answeredOn = event.endedAt == null ? null : dayIn(event.endedAt, zone);
      return [{ kind, askedOn: dayIn(event.at, zone), answeredOn, prompt: event.prompt === true }];
    })
    .sort((a, b) => order(a.askedOn, b.askedOn) || order(a.answeredOn ?? "9999", b.answeredOn ?? "9999"));
}

/** Days on which events of one kind happened, first to last. */
export function daysOf(kind: ClockEventKind, events: readonly ClockEvent[], zone: string): CivilDay[] {
  return events
    .filter((event) => event.kind === kind)
    .map((event) => dayIn(event.at, zone))
    .sort(order);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
