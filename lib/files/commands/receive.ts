import { countAttempt } from "#lib/attempts/commands.ts";
import type { Context } from "#lib/context.ts";
import { log } from "#lib/log.ts";
import { attachUploads, caseRefusals } from "../commands.ts";
import { BrokenForm } from "../multipart.ts";
import type { UploadProblem, UploadResult } from "../outcomes.ts";
import { newReport, receiveFiles, type Reception, type Report } from "../receive.ts";
import { attachToDraft, findOpenDraft, removeFromDraft, type Added } from "./drafts.ts";

/** What came of a form with files, and its plain fields, not checked yet: where its page wants to be returned to, say. */
export type Receipt = { result: UploadResult; fields: ReadonlyMap<string, string> };

/** Forms with files in them from one network. One without any costs nothing, and counts for nothing. */
const perNetwork = [{ limit: 60, windowSeconds: 3600 }] as const;

/**
 * Takes the files of a form that is not sent yet, and lets go of the one whose id is in the field `remove`. `token` is
 * the draft's, from the browser's cookie.
 */
export function receiveForDraft(
  ctx: Context,
  token: string | null,
  network: string,
  request: Request,
): Promise<Receipt> {
  return receive(ctx, network, async (report, reception) => {
    const draftId = token && (await findOpenDraft(ctx, token));
    if (!draftId) return "no-longer";
    let problem: UploadProblem | null = null;
    for await (const file of receiveFiles(request, report, reception)) {
      problem ??= whyNotInDraft[await attachToDraft(ctx, draftId, file)];
    }
    const removed = report.fields.get("remove");
    if (removed === undefined) return problem;
    // Pressed twice, or in two tabs, it is gone all the same.
    await removeFromDraft(ctx, draftId, removed);
    return problem ?? (report.chosen === 0 ? "removed" : null);
  });
}

const whyNotInDraft = {
  added: null,
  "already-here": "already-here",
  full: "full",
  gone: "no-longer",
} satisfies Record<Added, UploadProblem | null>;

/** Takes files into the thread of a case. */
export function receiveForCase(
  ctx: Context,
  caseId: string,
  network: string,
  request: Request,
): Promise<Receipt> {
  return receive(ctx, network, async (report, reception) => {
    const outcome = await attachUploads(ctx, caseId, receiveFiles(request, report, reception));
    if (outcome === null || outcome.ok) return null;
    return outcome.says === caseRefusals["already-here"] ? "already-here" : "no-longer";
  });
}

async function receive(
  ctx: Context,
  network: string,
  take: (report: Report, reception: Reception) => Promise<UploadResult | null>,
): Promise<Receipt> {
  const report = newReport();
  const answer = (result: UploadResult): Receipt => ({ result, fields: report.fields });
  const admit = async () => {
    const counted = await countAttempt({ kind: "upload/network", key: network, windows: perNetwork });
    return counted.allowed ? null : "too-often";
  };
  try {
    const result = (await take(report, { network, admit })) ?? report.problem;
    return answer(result ?? (report.chosen === 0 ? "none-chosen" : "added"));
  } catch (error) {
    if (error instanceof BrokenForm) return answer("interrupted");
    log.error({ requestId: ctx.requestId, error }, "files could not be kept");
    return answer("not-kept");
  }
}
