import type { CaseFacts } from "#lib/cases/guards.ts";
import type { Demand } from "./demands.ts";

/**
 * Where a case stands for the agent who asked. Nothing here differs by whether the person is on file: `waiting` is said of
 * her and of nobody alike.
 */
export type AgentState =
  "review" | "yours" | "waiting" | "working" | "answered" | "stopped" | "frozen" | "hers" | "withdrawn";

/** Who must act next, by state; null: nobody. */
export const whoActs = {
  review: "us",
  yours: "you",
  waiting: "them",
  working: "us",
  answered: null,
  stopped: "you",
  frozen: "us",
  hers: null,
  withdrawn: null,
} as const satisfies Record<AgentState, "us" | "you" | "them" | null>;

/** @param demands what is asked of him and not met */
export function agentStateOf(facts: CaseFacts, demands: readonly Demand[]): AgentState {
  const { status, agent } = facts;
  if (!agent || agent.isOwn) return "hers";
  if (status === "withdrawn" || status === "frozen") return status;
  if (status === "answered" || status === "appealed") return "answered";
  if (demands.length > 0) return "yours";
  if (status !== "received") return "working";
  if (agent.authority !== "pending" && agent.authority !== "valid") return "stopped";
  // While she may be asked, or is not on file, the same is said: nothing here tells one from the other.
  if (agent.lane !== "authority") return "waiting";
  return agent.authority === "pending" ? "review" : "working";
}
