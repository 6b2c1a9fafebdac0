import { NextResponse } from "next/server";
import { anyone } from "#lib/web/gates.ts";
import { getHealth } from "#lib/web/queries/health.ts";
import { route } from "#lib/web/route.ts";

/** How database, worker and mail are: 200 when all is well, 503 when not. For whoever watches over the house. */
export const GET = route(anyone(), async () => {
  const health = await getHealth();
  return NextResponse.json(health, { status: health.status === "ok" ? 200 : 503 });
});
