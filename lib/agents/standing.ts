import type { Demand, Lane } from "./demands.ts";
import type { AuthorityStanding } from "./kinds.ts";

/** What guards look at where an agent asked; read under the case's lock. */
export type AgentFacts = {
  authority: AuthorityStanding;
  lane: Lane;
  /** What she said to the link, or on her own page. */
  personSaid: "confirmed" | "verified" | null;
  /** Demands that were made on this case, in their order. */
  made: Demand[];
  /** Those made of her that she has not met. */
  unmet: Demand[];
  /** She made it her own: nobody acts for her any more. */
  isOwn: boolean;
};

/** Whether an agent may be acted on: his paper counts and, where the law lets her be asked, she has answered. */
export function authorityStands(facts: AgentFacts | null): boolean {
  if (facts === null || facts.isOwn) return true;
  if (facts.authority !== "valid") return false;
  if (facts.lane === "person") return facts.personSaid !== null;
  // Where the law is silent, accepting the paper is the house's own free choice.
  return facts.lane === "offer" || facts.unmet.length === 0;
}

/** Demands that are met by the person herself. */
export const ofThePerson: readonly Demand[] = ["identity", "confirmation"];

/** What she may say to a permission link, besides that she authorised nobody. */
export type Offered = "confirm" | "verify" | "take-over";

/**
 * What her link offers. Where the law lets one of two be asked she chooses which; where it is silent she goes on with it
 * herself; else what staff asked of her.
 */
export function offeredTo({ lane, unmet }: Pick<AgentFacts, "lane" | "unmet">): Offered[] {
  if (lane === "person") return ["confirm", "verify"];
  if (lane === "offer") return ["take-over"];
  return [
    ...(unmet.includes("confirmation") ? (["confirm"] as const) : []),
    ...(unmet.includes("identity") ? (["verify"] as const) : []),
  ];
}
