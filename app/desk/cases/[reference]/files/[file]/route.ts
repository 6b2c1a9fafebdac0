import { openRecordFile } from "#lib/bundle/queries/files.ts";
import { attachment } from "#lib/web/attachment.ts";
import { staff } from "#lib/web/gates.ts";
import { route } from "#lib/web/route.ts";

/** A file found with a record, for whoever reviews it. */
export const GET = route(staff("case.read"), async (ctx, { params }) =>
  attachment(await openRecordFile(ctx, String(params["reference"]), String(params["file"]))),
);
