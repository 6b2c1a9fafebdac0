import { openBuiltAnswer } from "#lib/bundle/queries/files.ts";
import { attachment } from "#lib/web/attachment.ts";
import { staff } from "#lib/web/gates.ts";
import { route } from "#lib/web/route.ts";

/** The built answer, exactly as the person will get it, for whoever prepares or approves it. */
export const GET = route(staff("case.read"), async (ctx, { params }) =>
  attachment(await openBuiltAnswer(ctx, String(params["reference"]))),
);
