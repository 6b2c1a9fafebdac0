import { openCase, type Opened, type Opening } from "#lib/cases/commands/open.ts";
import type { Context } from "#lib/context.ts";
import { adoptUploads } from "#lib/files/commands/drafts.ts";
import { markSent } from "../commands.ts";
import type { DraftView } from "../queries.ts";

/** Undoes a case whose draft is not the one its sender saw. */
class Changed extends Error {}

/**
 * Makes a case of a draft, in one transaction: the case opens, the draft ends and its files go along, or nothing of it.
 * Pressed twice, it is the same case. Null where the draft was changed or deleted after it was read: nothing was sent.
 */
export async function sendDraft(
  ctx: Context,
  draft: DraftView,
  opening: Omit<Opening, "idempotencyKey">,
): Promise<Opened | null> {
  const { id: draftId, idempotencyKey } = draft;
  try {
    return await openCase(ctx, { ...opening, idempotencyKey }, async (tx, caseId) => {
      if (!(await markSent(tx, ctx, draft, caseId))) throw new Changed();
      return adoptUploads(tx, ctx, { draftId, caseId });
    });
  } catch (error) {
    if (error instanceof Changed) return null;
    throw error;
  }
}
