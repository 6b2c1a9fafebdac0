import type { Right } from "./right.ts";

/**
 * No more advertising by e-mail, letter, telephone or SMS. Whoever says so is obeyed, without proof: the right is
 * absolute (GDPR Art. 21(2)-(3)). Done when every source obeys.
 */
export const optOutMarketing = {
  proof: "none",
  assurance: "none",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held"],
  tells: { dealings: [], uses: ["marketing", "advertising"] },
  order: 5,
  after: [],
  details: "none",
} as const satisfies Right;
