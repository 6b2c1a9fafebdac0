/** How sure we are that the person who asks is the person the data is about. */
export const assurances = ["none", "contact", "reasonable", "high"] as const;
export type Assurance = (typeof assurances)[number];

/** Whether `held` is at least `needed`. */
export function suffices(held: Assurance, needed: Assurance): boolean {
  return assurances.indexOf(held) >= assurances.indexOf(needed);
}
