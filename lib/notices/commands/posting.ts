import { and, eq } from "drizzle-orm";
import { notice } from "#db/schema/index.ts";
import { change, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import type { StaffContext } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { addDays, dayIn } from "#lib/law/calendar.ts";
import type { Posting } from "../posting.ts";

/**
 * Records that a letter was posted: when, how, and its number where the post gave one. Once; nothing else marks a letter
 * as sent. A day that has not come yet, or one before the letter was written, is refused.
 */
export function recordPosting(
  ctx: StaffContext,
  caseId: string,
  { noticeId, ...posting }: Posting & { noticeId: string },
): Promise<Outcome<null>> {
  return change(ctx, caseId, "post-letter", {
    save: async (tx, { row }) => {
      const ofLetter = and(eq(notice.id, noticeId), eq(notice.caseId, caseId), eq(notice.way, "post"));
      const [letter] = await tx.select().from(notice).where(ofLetter).for("update");
      if (!letter) throw new Refused("There is no such letter in this case.");
      if (letter.state === "sent") throw new Refused("This letter was recorded as posted already.");
      if (posting.on > dayIn(ctx.now, row.zone))
        throw new Refused("That day has not come yet. Enter the day the letter left.");
      // Who writes it late at night may post it on what is still the day before elsewhere.
      if (posting.on < addDays(dayIn(letter.createdAt, row.zone), -1))
        throw new Refused("The letter was not written yet on that day. Enter the day it left.");
      const sealer = await caseSealer(tx, caseId);
      await tx
        .update(notice)
        .set({
          state: "sent",
          sentAt: ctx.now,
          sealedPosting: sealer.seal("notice.sealed_posting", noticeId, posting),
          postedByRef: ctx.actor.ref,
        })
        .where(ofLetter);
      return {
        payload: { kind: letter.kind, on: posting.on, how: posting.how },
        obj: [noticeId],
        result: null,
      };
    },
  });
}
