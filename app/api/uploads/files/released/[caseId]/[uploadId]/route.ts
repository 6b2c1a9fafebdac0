import { z } from "zod";
import { HabeasError } from "#lib/errors.ts";
import { openUpload } from "#lib/files/queries.ts";
import { staff } from "#lib/web/gates.ts";
import { route } from "#lib/web/route.ts";
import { savedFile } from "../../saved-file.ts";

const paramsSchema = z.object({ caseId: z.uuid(), uploadId: z.uuid() });

/** A released file, for staff to save. */
export const GET = route(
  () => staff("case.read"),
  async (ctx, { params }) => {
    const asked = paramsSchema.safeParse(params);
    if (!asked.success) throw new HabeasError("not-found", "There is no such file.");
    return savedFile(await openUpload(ctx, asked.data.caseId, asked.data.uploadId));
  },
);
