const dayMs = 24 * 3600 * 1000;

/** How far asking a silent controller has come. */
export type Chased = {
  /** When the request was passed on. */
  at: Date;
  /** Reminders that were due so far, sent or made up for by a later one. */
  chased: number;
  escalatedAt: Date | null;
};

/**
 * What is due now for a controller that has not answered: a reminder, or, once `escalateDays` have passed, telling
 * staff. Days are full days of 24 hours from passing on. Reminders that were missed are made up for by one, not by
 * several at once; `chased` is how many are behind us with it.
 */
export function chaseDue(
  { at, chased, escalatedAt }: Chased,
  { chaseDays, escalateDays }: ChasePlan,
  now: Date,
): { do: "remind"; chased: number } | { do: "escalate" } | null {
  const days = (now.getTime() - at.getTime()) / dayMs;
  if (escalatedAt === null && days >= escalateDays) return { do: "escalate" };
  const behind = chaseDays.filter((day) => days >= day).length;
  return escalatedAt === null && behind > chased ? { do: "remind", chased: behind } : null;
}

/** Days after passing on: ascending for reminders, and the one on which staff are told. */
export type ChasePlan = { chaseDays: readonly number[]; escalateDays: number };

/** When there is next something to do for a silent controller; null once staff were told. */
export function nextChaseAt(
  { at, chased, escalatedAt }: Chased,
  { chaseDays, escalateDays }: ChasePlan,
): Date | null {
  if (escalatedAt !== null) return null;
  const day = Math.min(chaseDays[chased] ?? escalateDays, escalateDays);
  return new Date(at.getTime() + day * dayMs);
}
