import type { Right } from "./right.ts";

/** The data the person gave or caused, in a form another service can read. Gathered like a copy. */
export const portability = {
  proof: "facts-or-login",
  assurance: "reasonable",
  plan: "collect",
  taskOutcomes: ["done", "nothing-held"],
  tells: null,
  order: 2,
  after: [],
  details: "none",
} as const satisfies Right;
