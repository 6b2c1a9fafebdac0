"use server";

import { z } from "zod";
import { safePath } from "#lib/auth/redirects.ts";
import { env } from "#lib/env.ts";
import { action } from "#lib/web/action.ts";
import { anyone } from "#lib/web/gates.ts";
import { keepTheme } from "#lib/web/request.ts";
import { themes } from "#lib/web/visit.ts";

/** Keeps light or dark on this browser, and shows the same page again. */
export const chooseTheme = action(anyone(), z.object({ theme: z.enum(themes) }), async (visit, { theme }) => {
  await keepTheme(theme);
  return { to: safePath(visit.path, env().url) };
});
