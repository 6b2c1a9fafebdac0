import type { Right } from "./right.ts";

/** Sensitive data serves only what the person asked for. Without proof. Done when every source is limited. */
export const limitSensitive = {
  proof: "none",
  assurance: "none",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held"],
  tells: { dealings: [], uses: ["sensitive"] },
  order: 7,
  after: [],
  details: "none",
} as const satisfies Right;
