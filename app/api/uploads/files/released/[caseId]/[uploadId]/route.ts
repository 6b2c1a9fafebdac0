import { Readable } from "node:stream";
import { z } from "zod";
import { HabeasError } from "#lib/errors.ts";
import { contentDisposition } from "#lib/files/names.ts";
import { openUpload } from "#lib/files/queries.ts";
import { staff } from "#lib/web/gates.ts";
import { route } from "#lib/web/route.ts";

const paramsSchema = z.object({ caseId: z.uuid(), uploadId: z.uuid() });

/** A released file, for staff. It is saved, never shown: what a stranger sent does not run under our address. */
export const GET = route(
  () => staff("case.read"),
  async (ctx, { params }) => {
    const asked = paramsSchema.safeParse(params);
    if (!asked.success) throw new HabeasError("not-found", "There is no such file.");
    const { name, mediaType, stream } = await openUpload(ctx, asked.data.caseId, asked.data.uploadId);
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        "Content-Type": mediaType,
        "Content-Disposition": contentDisposition(name),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  },
);
