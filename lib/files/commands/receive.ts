import { countAttempt } from "#lib/attempts/commands.ts";
import type { Context } from "#lib/context.ts";
import { log } from "#lib/log.ts";
import { attachUploads, caseRefusals } from "../commands.ts";
import { BrokenForm } from "../multipart.ts";
import type { UploadProblem, UploadResult } from "../outcomes.ts";
import { newReport, receiveFiles, type Report } from "../receive.ts";
import { attachToDraft, findOpenDraft, type Added } from "./drafts.ts";

/** What came of a form with files, and where its page wants to be returned to (not checked yet). */
export type Receipt = { result: UploadResult; back: string | null };

/** Forms with files from one network. */
const perNetwork = [{ limit: 60, windowSeconds: 3600 }] as const;

/** Takes the files of a form that is not sent yet. `token` is the draft's, from the browser's cookie. */
export function receiveForDraft(
  ctx: Context,
  token: string | null,
  network: string,
  request: Request,
): Promise<Receipt> {
  return receive(ctx, network, async (report) => {
    const draftId = token && (await findOpenDraft(ctx, token));
    if (!draftId) return "no-longer";
    let problem: UploadProblem | null = null;
    for await (const file of receiveFiles(request, report)) {
      problem ??= whyNotInDraft[await attachToDraft(ctx, draftId, file)];
    }
    return problem;
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
  return receive(ctx, network, async (report) => {
    const outcome = await attachUploads(ctx, caseId, receiveFiles(request, report));
    if (outcome === null || outcome.ok) return null;
    return outcome.says === caseRefusals["already-here"] ? "already-here" : "no-longer";
  });
}

async function receive(
  ctx: Context,
  network: string,
  take: (report: Report) => Promise<UploadProblem | null>,
): Promise<Receipt> {
  const report = newReport();
  const answer = (result: UploadResult): Receipt => ({ result, back: report.fields.get("back") ?? null });
  const counted = await countAttempt({ kind: "upload/network", key: network, windows: perNetwork });
  if (!counted.allowed) return answer("too-often");
  try {
    const problem = (await take(report)) ?? report.problem;
    return answer(problem ?? (report.chosen === 0 ? "none-chosen" : "added"));
  } catch (error) {
    if (error instanceof BrokenForm) return answer("interrupted");
    log.error({ requestId: ctx.requestId, error }, "files could not be kept");
    return answer("not-kept");
  }
}
