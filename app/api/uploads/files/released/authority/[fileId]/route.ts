import { z } from "zod";
import { openDocument } from "#lib/agents/queries/authorities.ts";
import { HabeasError } from "#lib/errors.ts";
import { staff } from "#lib/web/gates.ts";
import { route } from "#lib/web/route.ts";
import { savedFile } from "../../saved-file.ts";

const paramsSchema = z.object({ fileId: z.uuid() });

/** A released document behind an agent's authority, for staff to save. */
export const GET = route(
  () => staff("case.read"),
  async (ctx, { params }) => {
    const asked = paramsSchema.safeParse(params);
    if (!asked.success) throw new HabeasError("not-found", "There is no such file.");
    return savedFile(await openDocument(ctx, asked.data.fileId));
  },
);
