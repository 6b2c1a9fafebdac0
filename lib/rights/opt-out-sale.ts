import type { Right } from "./right.ts";

/** No more selling, sharing or targeted advertising. Whoever says so is obeyed, without proof. Done when every source obeys. */
export const optOutSale = {
  proof: "none",
  assurance: "none",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held"],
  tells: { dealings: ["shared", "sold"], uses: ["advertising"] },
  order: 4,
  after: [],
  details: "none",
} as const satisfies Right;
