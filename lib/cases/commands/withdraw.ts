import type { Context } from "#lib/context.ts";
import { change, type Outcome } from "./change.ts";

/**
 * Takes a request back, by the person or, on her word, by staff. Nothing more is done for it. Staff name the version they
 * saw; the person none: it is hers until it is answered, whatever her page could not show her meanwhile.
 */
export function withdrawCase(ctx: Context, caseId: string, expectedVersion?: number): Promise<Outcome<null>> {
  return change(ctx, caseId, "withdraw", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async () => ({ payload: {}, set: { closedAt: ctx.now }, result: null }),
  });
}
