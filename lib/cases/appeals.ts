import { dayIn } from "#lib/law/calendar.ts";
import { explainDeadlines, type Deadline } from "#lib/law/deadlines.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import { regimes } from "#lib/law/index.ts";
import type { RightId } from "#lib/rights/ids.ts";

/** What an appeal's clock needs to know of its claim. */
export type Appealed = { regime: RegimeId; right: RightId; zone: string; calendar: string | null };

/** Where one appeal or complaint stands. */
export type AppealStand = {
  receivedAt: Date;
  acknowledgedAt: Date | null;
  /** Null while it is open. */
  outcome: "upheld" | "overturned" | "in-part" | null;
  decidedAt: Date | null;
};

/** Every day of one appeal or complaint. */
export type AppealDays = {
  /** By when it must be decided; null where no law sets a day. */
  decision: Deadline | null;
  /** By when the person must be told that it is here; null where no law asks for it. */
  acknowledgement: Deadline | null;
  /** The day the house gives itself where no law sets one for the outcome; else null. */
  own: Deadline | null;
};

/** A day that counts now: the law's, or where the law names none, the house's own. */
export type Owed = { due: Deadline; by: "law" | "house" };

/** The days of an appeal or complaint that came in at `receivedAt`, under the law of that day. */
export function explainAppeal({ regime, right, zone, calendar }: Appealed, receivedAt: Date): AppealDays {
  const facts = { receivedAt: receivedAt.toISOString(), zone, calendar };
  const { deadlines } = explainDeadlines(regimes[regime], { ...facts, right: "complaint", events: [] });
  const { appealDue } = explainDeadlines(regimes[regime], {
    ...facts,
    right,
    events: [{ kind: "appeal-received", at: facts.receivedAt }],
  });
  return {
    decision: appealDue,
    acknowledgement: deadlines.complaintAcknowledgement ?? null,
    own: deadlines.complaintDecision ?? null,
  };
}

/** The day an open appeal or complaint is owed now. The duty to confirm it ends with the confirmation. */
export function owedOnAppeal(claim: Appealed, appeal: AppealStand): Owed {
  const { decision, acknowledgement, own } = explainAppeal(claim, appeal.receivedAt);
  const byLaw = decision ?? (appeal.acknowledgedAt ? null : acknowledgement);
  if (byLaw) return { due: byLaw, by: "law" };
  if (own) return { due: own, by: "house" };
  throw new Error(`${claim.regime} sets no day for an appeal`);
}

/**
 * The day by which a claim is answered again after an appeal that opened it; null where none did. Where the law gives
 * a time for "action taken in response to an appeal", that day (Va. Code 59.1-577(C), C.R.S. 6-1-1306(3)). Elsewhere no
 * law starts a new period: the first day stands while it lies ahead, afterwards the house's own day for the complaint.
 */
export function owedAgain(claim: Appealed, first: Deadline, appeals: readonly AppealStand[]): Owed | null {
  const opening = appeals.findLast(({ outcome }) => outcome === "overturned" || outcome === "in-part");
  if (!opening?.decidedAt) return null;
  const { decision, own } = explainAppeal(claim, opening.receivedAt);
  if (decision) return { due: decision, by: "law" };
  if (first.dueOn >= dayIn(opening.decidedAt, claim.zone)) return { due: first, by: "law" };
  return own && { due: own, by: "house" };
}

/** The two days a case is sorted by: the last day, and the house's aim before it. Civil days. */
export type Days = { dueOn: string; aimOn: string };

/**
 * The days of a case: the earliest of what is still owed on it. Once nothing is, those of its claims stay, so that a
 * closed case tells by when it was to be answered.
 */
export function daysOfCase(
  claims: readonly (Days & { status: "open" | "decided" | "passed-on" })[],
  openAppeals: readonly Days[],
): Days {
  const owed = [...openAppeals, ...claims.filter((claim) => claim.status === "open")];
  const days = owed.length > 0 ? owed : claims;
  return {
    dueOn: earliestDay(days.map((one) => one.dueOn)),
    aimOn: earliestDay(days.map((one) => one.aimOn)),
  };
}

/** The first of some civil days; there is at least one. */
export const earliestDay = (days: readonly string[]): string =>
  days.reduce((first, day) => (day < first ? day : first));
