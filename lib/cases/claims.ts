import type { Request } from "#lib/intake/answers.ts";
import { addDays } from "#lib/law/calendar.ts";
import { explainDeadlines, type ClockEvent } from "#lib/law/deadlines.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import { hasTwoClocks, regimes, type RegimeReason } from "#lib/law/index.ts";
import type { Way } from "#lib/law/ways.ts";
import { governing } from "#lib/organisations/governing.ts";
import { needsProof } from "#lib/organisations/consents.ts";
import { establishmentFor, type Establishment, type Policy } from "#lib/organisations/policy.ts";
import { inWorkOrder } from "#lib/rights/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { owedAgain, type AppealStand } from "./appeals.ts";

export type PlannedClaim = {
  right: RightId;
  regime: RegimeId;
  regimeReason: RegimeReason;
  provisional: boolean;
  needsProof: boolean;
  establishment: Establishment;
  way: Way | null;
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
  /** How it came, where the law has a clock for either way; else null. */
  way?: Way | null;
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
  const { regime, right, zone, calendar, way = null } = clock;
  const explained = explainDeadlines(regimes[regime], {
    right,
    receivedAt: clock.receivedAt.toISOString(),
    zone,
    calendar,
    way,
    events,
  });
  const { due, by } = owedAgain(clock, explained.due, appeals) ?? { due: explained.due, by: "law" as const };
  return { ...explained, due, dueOn: due.dueOn, dueBy: by };
}

/** One claim per right asked for, each under its regime and with its first day, in the order in which they are worked. */
export function planClaims(
  policy: Policy,
  request: Request,
  receivedAt: Date,
  channel: "portal" | "mail" | "phone" | "paper" | "counter" = "portal",
): PlannedClaim[] {
  return inWorkOrder(request.rights).map((right) => {
    const { residence, relationship } = request;
    const choice = governing(policy, { residence, relationship, right }, receivedAt);
    const establishment = establishmentFor(policy, choice.regime);
    const { zone, calendar } = establishment;
    const leadsThere = policy.shineTheLight?.channels.includes(channel) ?? true;
    const way = hasTwoClocks(choice.regime)
      ? (request.notice?.way ?? (leadsThere ? "designated" : "elsewhere"))
      : null;
    const { dueOn, receivedOn } = explainClaim({
      regime: choice.regime,
      right,
      receivedAt,
      zone,
      calendar,
      way,
    });
    return {
      right,
      regime: choice.regime,
      regimeReason: choice.reason,
      provisional: choice.provisional,
      needsProof: needsProof(policy, right, request.consents),
      establishment,
      way,
      dueOn,
      aimOn: aimFor(dueOn, receivedOn, policy.aimDaysBefore),
    };
  });
}

/** The organisation's own aim: some days before the law's, never before the day after receipt. */
export function aimFor(dueOn: string, receivedOn: string, daysBefore: number): string {
  const aim = addDays(dueOn, -daysBefore);
  const soonest = addDays(receivedOn, 1);
  return aim < soonest ? (soonest < dueOn ? soonest : dueOn) : aim;
}
