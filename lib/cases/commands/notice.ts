import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { caseIndex } from "#db/schema/index.ts";
import type { StaffContext } from "#lib/context.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { lackingIn, noticeIdentity, type Notice } from "#lib/intake/notice.ts";
import type { NoticePart } from "#lib/law/notice-parts.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { ring } from "#lib/keys/ring.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { change, Refused, type CaseRow, type Outcome } from "./change.ts";

/**
 * Records what a Shine the Light notice says by now, after she sent what it lacked. How it came first, and so its clock,
 * stays as it was.
 * @returns what is still missing
 */
export function completeNotice(
  ctx: StaffContext,
  caseId: string,
  said: Omit<Notice, "way">,
): Promise<Outcome<NoticePart[]>> {
  return change(ctx, caseId, "complete-notice", {
    save: async (tx, { row }) => {
      const sealer = await caseSealer(tx, caseId);
      const requester = sealer.open<Requester>("cases.sealed_requester", caseId, row.sealedRequester);
      if (!requester.notice) throw new Refused("Nobody asked for Shine the Light here. Nothing was changed.");
      const notice: Notice = { ...said, way: requester.notice.way };
      const { policy } = await getPolicy(tx, row.policyId);
      const lacks = lackingIn(notice, policy.shineTheLight?.wants ?? []);
      await reindex(tx, row, notice);
      return {
        payload: { lacks },
        set: { sealedRequester: sealer.seal("cases.sealed_requester", caseId, { ...requester, notice }) },
        result: lacks,
      };
    },
  });
}

/** By name and address a second notice of the same year is known. */
async function reindex(tx: Tx, { id: caseId, organisationId }: CaseRow, notice: Notice) {
  await tx.delete(caseIndex).where(and(eq(caseIndex.caseId, caseId), eq(caseIndex.purpose, "notice")));
  const digest = noticeDigest(organisationId, notice);
  if (digest) await tx.insert(caseIndex).values({ organisationId, caseId, purpose: "notice", digest });
}

/** Blind index of who sent a notice; null where it lacks name or address. */
export function noticeDigest(organisationId: string, notice: Notice): Uint8Array | null {
  const identity = noticeIdentity(notice);
  return identity === null ? null : ring().blindIndex("case/notice", `${organisationId}|${identity}`);
}
