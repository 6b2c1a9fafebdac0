import { searchCases } from "#lib/cases/queries/search.ts";
import { staff } from "#lib/web/gates.ts";
import { readFields, route, seeOther } from "#lib/web/route.ts";

/** Looks for a case. What was typed stays in the body of this request; the address it leads to holds keyed digests. */
export const POST = route(staff("search"), async (ctx, { request }) => {
  const { q = "" } = await readFields(request, 4096);
  if (q.trim() === "") return seeOther("/desk");
  const { token, hits } = await searchCases(ctx, q.slice(0, 254));
  const [only] = hits;
  if (only && hits.length === 1) return seeOther(`/desk/cases/${only.reference}`);
  return seeOther(`/desk?find=${encodeURIComponent(token ?? "-")}`);
});
