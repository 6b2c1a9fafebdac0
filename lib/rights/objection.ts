import type { Right } from "./right.ts";

/** A use stops because the person objects. Done when it has stopped, or stays with a reason, in every source. */
export const objection = {
  proof: "facts-or-login",
  assurance: "reasonable",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held", "kept"],
  tells: null,
  order: 8,
  after: [],
  details: "optional",
} as const satisfies Right;
