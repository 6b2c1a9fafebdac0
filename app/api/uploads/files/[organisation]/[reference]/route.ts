import { backTo } from "../../../back.ts";
import { receiveForCase } from "#lib/files/commands/receive.ts";
import { requester, visitor } from "#lib/web/gates.ts";
import { route, seeOther } from "#lib/web/route.ts";

/**
 * Files for the thread of a case, from a plain form. Whoever's proof has ended meanwhile is led to where she proves it
 * again, as pages do; the conversation's code is enough.
 */
export const POST = route(
  ({ organisation }) => visitor(String(organisation)),
  async (outside, { request, params, visit }) => {
    const { slug } = outside.organisation;
    const entry = await requester(slug, String(params.reference), { scope: "conversation" }).check(visit);
    if (!entry.ok) return seeOther("to" in entry ? entry.to : `/${slug}`);
    const receipt = await receiveForCase(entry.ctx, entry.ctx.actor.caseId, visit.network, request);
    return backTo(`/${slug}/track/${encodeURIComponent(String(params.reference))}`, receipt);
  },
);
