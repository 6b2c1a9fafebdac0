import type { Right } from "./right.ts";

/** Data is deleted, last of all: a copy asked for in the same request is made first. Done when every source has deleted, or kept with a ground. */
export const erasure = {
  proof: "facts-or-login",
  assurance: "reasonable",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held", "kept"],
  tells: null,
  order: 11,
  after: ["access", "portability"],
  details: "optional",
} as const satisfies Right;
