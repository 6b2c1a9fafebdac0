import { NextResponse } from "next/server";
import { z } from "zod";
import { attemptAt } from "#lib/attempts/limits.ts";
import { countAttempt } from "#lib/attempts/commands.ts";
import { log } from "#lib/log.ts";
import { anyone } from "#lib/web/gates.ts";
import { readJson, route } from "#lib/web/route.ts";

/** The Reporting API's form (W3C CSP3 5.3); only the directive is read, since an address may say whose page it was. */
const reports = z
  .array(z.object({ body: z.object({ effectiveDirective: z.string().max(60) }).optional() }))
  .max(50);

/** Browsers tell what the content security policy kept out, so that a page that breaks is noticed. */
export const POST = route(anyone(), async (visit, { request }) => {
  const told = await readJson(request, reports, 64 * 1024);
  if ((await countAttempt(attemptAt("csp-report/network", visit.network))).allowed) {
    for (const { body } of told)
      log.warn(
        { requestId: visit.requestId, kind: body?.effectiveDirective },
        "the policy kept something out",
      );
  }
  return new NextResponse(null, { status: 204 });
});
