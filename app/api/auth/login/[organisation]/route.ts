import { safePath } from "#lib/auth/redirects.ts";
import { env } from "#lib/env.ts";
import { startPersonSignIn } from "#lib/web/auth.ts";
import { visitor } from "#lib/web/gates.ts";
import { readFields, route } from "#lib/web/route.ts";

/**
 * A person signs in with the organisation's own provider, by a plain form on one of our pages: `to` is the path she
 * comes back to, `fresh` asks her for her password again.
 */
export const POST = route(
  ({ organisation }) => visitor(String(organisation)),
  async ({ organisation }, { request }) => {
    const { to, fresh } = await readFields(request);
    return startPersonSignIn(request, organisation.slug, {
      to: safePath(to, env().url, `/${organisation.slug}`),
      isFresh: fresh === "1",
    });
  },
);
