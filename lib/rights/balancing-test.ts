import type { Right } from "./right.ts";

/**
 * How the organisation weighed its legitimate interests against those of the people. Anybody may ask, at any time; told
 * from the register of processing, without proof. Done when the explanation went out.
 */
export const balancingTest = {
  proof: "none",
  assurance: "none",
  plan: "register",
  taskOutcomes: [],
  tells: null,
  order: 13,
  after: [],
  details: "none",
} as const satisfies Right;
