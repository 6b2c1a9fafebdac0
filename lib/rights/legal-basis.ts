import type { Right } from "./right.ts";

/**
 * Why the law lets the organisation do what it does, and whether data has to be given. Told from the register of
 * processing: nothing personal is in it, so nobody has to prove anything. Done when the explanation went out.
 */
export const legalBasis = {
  proof: "none",
  assurance: "none",
  plan: "register",
  taskOutcomes: [],
  tells: null,
  order: 12,
  after: [],
  details: "none",
} as const satisfies Right;
