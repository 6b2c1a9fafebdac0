import { NextResponse } from "next/server";
import { unscopedFindSignalSupport } from "#lib/preferences/queries.ts";
import { anyone } from "#lib/web/gates.ts";
import { route } from "#lib/web/route.ts";

/** Says to browsers and whoever asks that the opt-out signal is acted on here (Global Privacy Control, W3C draft). */
export const GET = route(anyone(), async () => {
  const { isHonoured, lastUpdate } = await unscopedFindSignalSupport();
  return NextResponse.json({ gpc: isHonoured, ...(lastUpdate ? { lastUpdate } : {}) });
});
