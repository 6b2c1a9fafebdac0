/** What staff can say of two cases: that they belong together, or that they are not the same. */
export const verdicts = ["linked", "apart"] as const;
export type Verdict = (typeof verdicts)[number];

/** What two cases can have in common. A name alone is nobody's own, so it is no sign. */
export const signs = ["account", "locator", "email", "telephone", "notice"] as const;
export type Sign = (typeof signs)[number];

/** What two cases have in common, as staff read it. Only a sign-in says by itself who it was: the rest was typed. */
export const signWords = {
  account: "the same sign-in",
  locator: "the same account number as typed",
  email: "the same e-mail address as typed",
  telephone: "the same telephone number as typed",
  notice: "the same name and postal address in the notice",
} satisfies Record<Sign, string>;

/** Two ids in the order in which a pair keeps them, whichever side it is seen from. */
export function inOrder(one: string, other: string): { caseId: string; otherId: string } {
  return one < other ? { caseId: one, otherId: other } : { caseId: other, otherId: one };
}
