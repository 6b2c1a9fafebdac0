import type { Context } from "#lib/context.ts";
import { change, type Outcome } from "./change.ts";

/** Takes a request back, by the person or, on her word, by staff. Nothing more is done for it. */
export function withdrawCase(ctx: Context, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "withdraw", {
    save: async () => ({ payload: {}, set: { closedAt: ctx.now }, result: null }),
  });
}
