import type { CaseView } from "#lib/cases/queries/view.ts";

/**
 * Whether the answer goes out on paper: it waits for a sign-in, and the request was not made from an account, so that no
 * sign-in opens it.
 */
export function isOnPaper(row: Pick<CaseView["row"], "proofId" | "delivery" | "subjectIndex">): boolean {
  return row.proofId !== null && row.delivery === "login" && row.subjectIndex === null;
}
