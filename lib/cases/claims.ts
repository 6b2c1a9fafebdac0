import type { Request } from "#lib/intake/answers.ts";
import { addDays, dayIn } from "#lib/law/calendar.ts";
import { explainDeadlines, type ClockEvent } from "#lib/law/deadlines.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import { regimeFor, regimes, type RegimeReason } from "#lib/law/index.ts";
import { establishmentFor, type Establishment, type Policy } from "#lib/organisations/policy.ts";
import { inWorkOrder } from "#lib/rights/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { owedAgain, type AppealStand } from "./appeals.ts";

export type PlannedClaim = {
  right: RightId;
  regime: RegimeId;
  regimeReason: RegimeReason;
  provisional: boolean;
  establishment: Establishment;
  dueOn: string;
  aimOn: string;
};

/** What a claim's clock runs by; the same facts always give the same dates. */
export type ClaimClock = {
  regime: RegimeId;
  right: RightId;
  receivedAt: Date;
  zone: string;
  calendar: string | null;
};

/**
 * The dates of one claim, with the reasons that explain them. Everything that shows a date of a claim comes through
 * here. `appeals`, oldest first: one that opened the claim again gives it another day; `dueBy` says whose day it is.
 */
export function explainClaim(
  clock: ClaimClock,
  events: readonly ClockEvent[] = [],
  appeals: readonly AppealStand[] = [],
) {
  const { regime, right, zone, calendar } = clock;
  const explained = explainDeadlines(regimes[regime], {
    right,
    receivedAt: clock.receivedAt.toISOString(),
    zone,
    calendar,
    events,
  });
  const { due, by } = owedAgain(clock, explained.due, appeals) ?? { due: explained.due, by: "law" as const };
  return { ...explained, due, dueOn: due.dueOn, dueBy: by };
}

/** One claim per right asked for, each under its regime and with its first day, in the order in which they are worked. */
export function planClaims(policy: Policy, request: Request, receivedAt: Date): PlannedClaim[] {
  return inWorkOrder(request.rights).map((right) => {
    const choice = chooseRegime(policy, request, right, receivedAt);
    const establishment = establishmentFor(policy, choice.regime);
    const { zone, calendar } = establishment;
    const { dueOn, receivedOn } = explainClaim({ regime: choice.regime, right, receivedAt, zone, calendar });
    return {
      right,
      regime: choice.regime,
      regimeReason: choice.reason,
      provisional: choice.provisional,
      establishment,
      dueOn,
      aimOn: aimFor(dueOn, receivedOn, policy.aimDaysBefore),
    };
  });
}

/** The receipt day is read where the answering place is, and which place that is depends on the law: looked at twice. */
function chooseRegime(policy: Policy, request: Request, right: RightId, receivedAt: Date) {
  const ask = {
    residence: request.residence,
    relationship: request.relationship,
    right,
    policyRegimes: policy.regimes,
  };
  const first = regimeFor({ ...ask, receivedOn: dayIn(receivedAt, policy.establishments.default.zone) });
  const place = establishmentFor(policy, first.instead ?? first.regime);
  return regimeFor({ ...ask, receivedOn: dayIn(receivedAt, place.zone) });
}

/** The organisation's own aim: some days before the law's, never before the day after receipt. */
export function aimFor(dueOn: string, receivedOn: string, daysBefore: number): string {
  const aim = addDays(dueOn, -daysBefore);
  const soonest = addDays(receivedOn, 1);
  return aim < soonest ? (soonest < dueOn ? soonest : dueOn) : aim;
}
