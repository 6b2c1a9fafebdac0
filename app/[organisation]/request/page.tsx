import { redirect } from "next/navigation";
import { arrive } from "../arrive.ts";
import { findDraft } from "#lib/intake/queries.ts";
import { firstOpen } from "#lib/intake/steps.ts";
import { readDraftToken } from "#lib/web/person-session.ts";
import { safely } from "../safely.tsx";

/** The form as a whole: leads to where this browser stopped, or to its first question. */
async function RequestPage({ params }: { params: Promise<{ organisation: string }> }) {
  const { ctx, slug, house } = await arrive((await params).organisation);
  const draft = await findDraft(ctx, await readDraftToken(slug));
  return redirect(`/${slug}/request/${draft?.sentCaseId ? "sent" : firstOpen(draft?.answers ?? {}, house)}`);
}

export default safely(RequestPage);
