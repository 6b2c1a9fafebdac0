import type { RightId } from "#lib/rights/ids.ts";

/** What an agent is, as he says of himself. */
export const agentKinds = ["company", "law-firm", "relative", "other"] as const;
export type AgentKind = (typeof agentKinds)[number];

/** `flagged`: somebody said that she did not authorise him; he may ask on, staff look twice. `suspended`: he asks nothing. */
export const agentStatuses = ["active", "flagged", "suspended"] as const;
export type AgentStatus = (typeof agentStatuses)[number];

/** The paper an agent acts on: signed for this request, a power of attorney, or a standing mandate. */
export const authorityKinds = ["permission", "power-of-attorney", "mandate"] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

/** Where an authority stands. Its last day passes by itself: see `standingOn`. */
export const authorityStatuses = ["pending", "valid", "rejected", "revoked", "disputed"] as const;
export type AuthorityStatus = (typeof authorityStatuses)[number];
export type AuthorityStanding = AuthorityStatus | "expired";

/** Where an authority stands on a civil day: a valid one whose last day has passed is expired. */
export function standingOn(
  { status, validUntil }: { status: AuthorityStatus; validUntil: string | null },
  day: string,
): AuthorityStanding {
  return (status === "valid" || status === "pending") && validUntil !== null && validUntil < day
    ? "expired"
    : status;
}

/** Whether a paper may be used for another request: accepted or still looked at, not over, and wide enough. */
export function serves(
  paper: { status: AuthorityStatus; validUntil: string | null; rights: readonly RightId[] },
  asked: readonly RightId[],
  day: string,
): boolean {
  const standing = standingOn(paper, day);
  return (
    (standing === "valid" || standing === "pending") && asked.every((right) => paper.rights.includes(right))
  );
}

/** How somebody acts for a person, as the table of demands knows it. */
export const actings = [
  "permission",
  "power-of-attorney",
  "signal",
  "guardian",
  "mandate",
  "online-portal",
] as const;
export type Acting = (typeof actings)[number];

/** Why staff do not accept an authority. The agent reads each in a sentence. */
export const rejections = [
  "unsigned",
  "undated",
  "over-broad",
  "does-not-cover",
  "expired",
  "another-business",
  "another-person",
  "unreadable",
  "not-witnessed",
  "not-authentic",
] as const;
export type Rejection = (typeof rejections)[number];

/** Days in which she may use a link she did not ask for (security guide 4.4): confirming, disowning. */
export const permissionLinkDays = 14;

/** Minutes in which an agent may use a link to sign in. */
export const signInLinkMinutes = 15;

/** To whom the answer of a case that an agent asked for goes; she chooses, and says nothing: to her. */
export const recipients = ["self", "agent"] as const;
export type Recipient = (typeof recipients)[number];

/** An agent as he is called: his name, with the house he works for where he named one. */
export function agentName({ name, company }: { name: string; company: string | null }): string {
  return company ? `${name}, ${company}` : name;
}
