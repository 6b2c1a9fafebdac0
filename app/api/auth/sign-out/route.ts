import { readReference } from "#lib/auth/codes.ts";
import { safePath } from "#lib/auth/redirects.ts";
import { env } from "#lib/env.ts";
import { anyone } from "#lib/web/gates.ts";
import { leave } from "#lib/web/person-session.ts";
import { readFields, route, seeOther } from "#lib/web/route.ts";

/** Ends what this browser was let in by, and has it forget what it kept. `case` names a request opened by code. */
export const POST = route(anyone(), async (_visit, { request }) => {
  const { to, case: reference } = await readFields(request);
  await leave((reference && readReference(reference)) || undefined);
  const response = seeOther(safePath(to, env().url, "/sign-in?left=1"));
  response.headers.set("Clear-Site-Data", '"cache", "storage"');
  return response;
});
