import type { Right } from "./right.ts";

/** Data is kept but not used. Done when it is marked so, or stays in use with a reason, in every source. */
export const restriction = {
  proof: "facts-or-login",
  assurance: "reasonable",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held", "kept"],
  tells: null,
  order: 9,
  after: [],
  details: "optional",
} as const satisfies Right;
