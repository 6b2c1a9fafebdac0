import type { Right } from "./right.ts";

/**
 * To whom the organisation disclosed customers' data for their own direct marketing in the calendar year before. Told from
 * the register of processing, the same to everybody, on a notice with name, address and a certificate of residence. Done
 * when the list went out.
 */
export const shineTheLight = {
  proof: "none",
  assurance: "none",
  plan: "register",
  taskOutcomes: [],
  tells: null,
  order: 14,
  after: [],
  details: "none",
} as const satisfies Right;
