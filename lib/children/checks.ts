/** How far it is settled whether somebody may act for a child. Null in a case: she asks for herself. */
export const relationStands = ["waiting", "accepted", "not-accepted"] as const;
export type RelationStand = (typeof relationStands)[number];

/** Whether a child who asks herself understands what she asks for. Null in a case: nothing says that she is a child. */
export const judgements = ["owed", "able", "not-able"] as const;
export type Judgement = (typeof judgements)[number];

/**
 * Why a relation was not accepted. The person reads one sentence whichever it was: more would tell a stranger what the
 * records say of the child.
 */
export const relationReasons = {
  "nothing-shown": "Nothing was shown, also after we asked",
  "does-not-show-it": "What was shown does not show it",
  "no-authority": "The person has no say over the child",
  "against-child": "It would be against the interest of the child",
  "old-enough": "The child is old enough to ask herself",
} as const;
export type RelationReason = keyof typeof relationReasons;
export const relationReasonIds = Object.keys(relationReasons) as [RelationReason, ...RelationReason[]];
