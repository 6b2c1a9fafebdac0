import { visitor } from "#lib/web/gates.ts";
import { route, seeOther } from "#lib/web/route.ts";

/** The address of a download as people may note it down. The bytes come from the folder `files`, past the proxy. */
export const GET = route(
  ({ organisation }) => visitor(String(organisation)),
  async ({ organisation }, { params }) =>
    seeOther(`/${organisation.slug}/download/files/${encodeURIComponent(String(params.reference))}`),
);
