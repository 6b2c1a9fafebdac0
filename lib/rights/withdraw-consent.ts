import type { Right } from "./right.ts";

/** What rested on consent stops; what happened before stays lawful. Done when it has stopped in every source. */
export const withdrawConsent = {
  proof: "facts-or-login",
  assurance: "reasonable",
  plan: "tasks",
  taskOutcomes: ["done", "nothing-held"],
  order: 3,
  after: [],
  details: "optional",
} as const satisfies Right;
