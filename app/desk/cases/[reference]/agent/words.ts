import type { FormTest } from "#lib/agents/form-test.ts";
import type { AgentKind, AgentStatus, AuthorityKind, AuthorityStanding } from "#lib/agents/kinds.ts";

/** How staff read what an agent, his paper and what was found on it are. */
export const agentKindWords = {
  company: "a company",
  "law-firm": "a law firm",
  relative: "a relative",
  other: "somebody else",
} satisfies Record<AgentKind, string>;

export const agentStatusWords = {
  active: ["done", "active"],
  flagged: ["flagged", "flagged: somebody did not authorise him"],
  suspended: ["refused", "suspended: asks nothing new"],
} as const satisfies Record<AgentStatus, readonly ["done" | "flagged" | "refused", string]>;

export const paperWords = {
  permission: "signed permission",
  "power-of-attorney": "power of attorney",
  mandate: "mandate",
} satisfies Record<AuthorityKind, string>;

export const standingWords = {
  pending: ["waiting", "waits to be looked at"],
  valid: ["done", "accepted"],
  rejected: ["refused", "rejected"],
  revoked: ["refused", "ended by the person or the agent"],
  disputed: ["flagged", "the person says she did not authorise it"],
  expired: ["refused", "expired"],
} as const satisfies Record<AuthorityStanding, readonly ["waiting" | "done" | "refused" | "flagged", string]>;

export const signedByWords = {
  principal: "By the person",
  "another-adult": "By another adult, in her presence and at her direction",
  nobody: "It is not signed",
} satisfies Record<FormTest["signedBy"], string>;

export const attestedWords = {
  notary: "A notary’s acknowledgment",
  "two-witnesses": "Two adult witnesses",
  neither: "Neither",
} satisfies Record<FormTest["attested"], string>;
