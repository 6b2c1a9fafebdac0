"use server";

import { z } from "zod";
import { getCaseByReference } from "#lib/cases/queries/view.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import { groundIds } from "#lib/law/grounds.ts";
import { keepRecord, redact, redactFlags, undoRedactions, withhold } from "#lib/review/commands.ts";
import { filesField } from "#lib/review/redaction.ts";
import { optionalText } from "#lib/text.ts";
import { action, type Reply } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

const recordSchema = z.object({
  reference: z.string().max(20),
  /** Where in the review this happened; only addresses of the review are followed. */
  back: z.string().max(800),
  sourceId: z.uuid(),
  source: z.string().max(80),
  collection: z.string().max(200),
  recordKey: z.string().max(2000),
  do: z.enum(["redact-flags", "redact", "withhold", "keep", "undo"]),
  reason: z.enum(groundIds as [ReasonCode, ...ReasonCode[]]).optional(),
  field: z.string().max(200).optional(),
  words: optionalText(500),
});

/** Decides about one record of the review. */
export const decideRecord = action(staff("case.read"), recordSchema, async (ctx, input): Promise<Reply> => {
  const row = await getCaseByReference(ctx, input.reference);
  const at = {
    sourceId: input.sourceId,
    source: input.source,
    collection: input.collection,
    recordKey: input.recordKey,
  };
  const { reason } = input;
  const needsReason = input.do !== "keep" && input.do !== "undo";
  if (needsReason && !reason) return { errors: { reason: "Choose the reason first" } };
  const words = input.field === filesField ? null : input.words;
  const outcome = await run();
  const review = `/desk/cases/${row.reference}/review`;
  return outcome.ok
    ? { to: input.back.startsWith(`${review}?`) ? input.back : review }
    : { ok: false, says: outcome.says };

  function run() {
    switch (input.do) {
      case "redact-flags":
        return redactFlags(ctx, row.id, at, reason as ReasonCode);
      case "redact":
        return redact(ctx, row.id, at, {
          field: input.field ?? "",
          places: words ? [words] : null,
          reason: reason as ReasonCode,
        });
      case "withhold":
        return withhold(ctx, row.id, at, reason as ReasonCode);
      case "keep":
        return keepRecord(ctx, row.id, at);
      case "undo":
        return undoRedactions(ctx, row.id, at);
    }
  }
});
