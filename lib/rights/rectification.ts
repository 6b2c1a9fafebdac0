import type { Right } from "./right.ts";

/** What is wrong is put right, what is missing is added. Done when every source is corrected, or stays with a reason. */
export const rectification = {
  proof: "facts-or-login",
  assurance: "reasonable",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held", "kept"],
  tells: null,
  order: 10,
  after: [],
  details: "required",
} as const satisfies Right;
