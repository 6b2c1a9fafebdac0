import type { Right } from "./right.ts";

/** No computer judges the person by what it guesses about her. Without proof. Done when every source obeys. */
export const optOutProfiling = {
  proof: "none",
  assurance: "none",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held"],
  tells: { dealings: [], uses: ["profiling"] },
  order: 6,
  after: [],
  details: "none",
} as const satisfies Right;
