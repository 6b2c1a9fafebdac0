/**
 * Where a case stands. Only `workflow.ts` says how one becomes another. `frozen`: she says that she did not authorise who
 * asked for her; nothing moves and nothing goes out.
 */
export const caseStatuses = [
  "received",
  "collecting",
  "reviewing",
  "preparing",
  "awaiting-approval",
  "approved",
  "answered",
  "appealed",
  "withdrawn",
  "passed-on",
  "frozen",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** States in which the organisation owes something; the queue shows exactly these. */
export const openStatuses = [
  "received",
  "collecting",
  "reviewing",
  "preparing",
  "awaiting-approval",
  "approved",
  "appealed",
  "frozen",
] as const satisfies readonly CaseStatus[];

export function isOpen(status: CaseStatus): boolean {
  return (openStatuses as readonly CaseStatus[]).includes(status);
}
