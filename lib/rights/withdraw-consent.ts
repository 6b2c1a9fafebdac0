import type { Right } from "./right.ts";

/** What rested on consent stops; what happened before stays lawful. Done when it has stopped in every source. */
export const withdrawConsent = {
  proof: "by-consent",
  assurance: "reasonable",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held"],
  tells: null,
  order: 3,
  after: [],
  details: "optional",
} as const satisfies Right;
