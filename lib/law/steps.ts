import type { ClosedDay } from "./calendar.ts";
import type { RegimeId } from "./ids.ts";
import type { Way } from "./ways.ts";
import type { CivilDay, Period, QuestionKind, Reading, Source } from "./regime.ts";

/** What a period runs from. */
export type Start = "receipt" | "identity" | "fee" | "appeal" | "complaint" | "answer";

/** Why a question to the person leaves the date where it is. */
export type WithoutEffect =
  "law" | "not-prompt" | "open" | "too-late" | "before-receipt" | "answered-before-asked" | "no-day-lost";

/** One step from an event to a date. The words for it are drawn in `why.ts`; nothing else explains a date. */
export type Step = Source &
  (
    | {
        rule: "received";
        what: "request" | "appeal" | "complaint" | "answer";
        on: CivilDay;
        at: string;
        zone: string;
      }
    /** Received before the law began: the earliest text serves as the safe reading. */
    | { rule: "not-in-force"; from: CivilDay | null }
    /** Which of a law's two clocks counts. */
    | { rule: "came"; way: Way }
    | { rule: "restarted"; by: "identity" | "fee"; askedOn: CivilDay; on: CivilDay }
    /** `more`: what the extension adds; the whole period is counted from the same start. */
    | {
        rule: "counted";
        period: Period;
        more: Period | null;
        from: CivilDay;
        since: Start;
        on: CivilDay;
        clamped: boolean;
        firstDayCounts: boolean;
      }
    /** Days off inside a period of working days. */
    | { rule: "skipped"; days: readonly ClosedDay[] }
    /** `from` to `to` do not count; `days` of them were not saved already. */
    | {
        rule: "waited";
        question: QuestionKind;
        from: CivilDay;
        to: CivilDay;
        askedOn: CivilDay;
        days: number;
      }
    | {
        rule: "asked-without-effect";
        question: QuestionKind;
        askedOn: CivilDay;
        answeredOn: CivilDay | null;
        because: WithoutEffect;
      }
    | {
        rule: "moved";
        from: CivilDay;
        on: CivilDay;
        over: readonly ClosedDay[];
        calendars: readonly string[];
      }
    | { rule: "kept"; on: CivilDay; calendars: readonly string[] }
    | { rule: "every-day-counts"; on: CivilDay }
    | { rule: "extended"; toldOn: CivilDay; more: Period }
    | { rule: "extension-without-effect"; toldOn: CivilDay; because: "too-late" | "before-receipt" }
  );

export type DeadlineKind =
  | "acknowledgement"
  | "response"
  | "extensionNotice"
  | "extended"
  | "optOut"
  | "appealWindow"
  | "appealDecision"
  | "appealExtensionNotice"
  | "appealExtended"
  | "complaintAcknowledgement"
  | "complaintDecision";

/** A stretch in which the clock stood still, first and last day. */
export type Stop = { question: QuestionKind; fromOn: CivilDay; toOn: CivilDay; days: number };

/** One date a law asks for, with everything that explains it. */
export type Deadline = {
  kind: DeadlineKind;
  regime: RegimeId;
  /** The day of the event: receipt of request, appeal or complaint. */
  fromOn: CivilDay;
  /** The day the count starts from: later than the event where proof or fee restarted it. */
  startOn: CivilDay;
  /** The usual reading: shown, sorted by, promised. */
  dueOn: CivilDay;
  /** Before it moved off a weekend or holiday. */
  unrolledOn: CivilDay;
  readings: Readonly<Partial<Record<Reading, CivilDay>>>;
  /** Days the clock stood still, per reading. */
  stoppedDays: Readonly<Partial<Record<Reading, number>>>;
  stops: readonly Stop[];
  /** A question that lawfully stops the clock and has no answer yet; until then the date stays where it is. */
  openStop: { question: QuestionKind; sinceOn: CivilDay } | null;
  why: readonly Step[];
};
