import { backTo } from "../../back.ts";
import { receiveForDraft } from "#lib/files/commands/receive.ts";
import { visitor } from "#lib/web/gates.ts";
import { readDraftToken } from "#lib/web/person-session.ts";
import { route, seeOther } from "#lib/web/route.ts";

/**
 * Files for a request that is not sent yet, from a plain form. In a folder `files`, past the proxy, which cuts bodies.
 * Its button "Continue" goes on only where no file was chosen with it: else the file is looked at first.
 */
export const POST = route(
  ({ organisation }) => visitor(String(organisation)),
  async (ctx, { request, visit }) => {
    const { slug } = ctx.organisation;
    const receipt = await receiveForDraft(ctx, await readDraftToken(slug), visit.network, request);
    if (receipt.result === "none-chosen" && receipt.fields.has("go"))
      return seeOther(`/${slug}/request/check`);
    return backTo(`/${slug}/request/files`, receipt);
  },
);
