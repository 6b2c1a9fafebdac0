import type { Right } from "./right.ts";

/** A copy of everything held, with what the law wants told about it. Done when every source was asked and the copy went out. */
export const access = {
  proof: "facts-or-login",
  assurance: "reasonable",
  plan: "collect",
  taskOutcomes: ["done", "nothing-held"],
  tells: null,
  order: 1,
  after: [],
  details: "none",
} as const satisfies Right;
