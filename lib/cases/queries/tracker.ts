import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import { rights } from "#lib/rights/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { readClaims, type ClaimView } from "./view.ts";

/** A request as the page after sending shows it: the same whatever the facts were, from the moment of sending on. */
export type SentView = {
  reference: string;
  receivedAt: Date;
  zone: string;
  locale: Locale;
  rights: RightId[];
  claims: ClaimView[];
  email: string | null;
  method: Requester["method"];
  /** Whether anything of it needs a proof, and whether records are gathered. */
  needsProof: boolean;
  collects: boolean;
};

/**
 * The case that a draft became, for the browser that sent it. Whoever calls holds that draft's token; nothing here says
 * what has happened since.
 */
export async function unscopedSentCase(ctx: Context, caseId: string): Promise<SentView | null> {
  const db = database();
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.organisationId, ctx.organisation.id)));
  if (!row) return null;
  const sealer = await caseSealer(db, row.id);
  const claims = await readClaims(db, sealer, row);
  const { email, method } = sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester);
  const asked = claims.map((claim) => claim.right);
  return {
    reference: row.reference,
    receivedAt: row.receivedAt,
    zone: row.zone,
    locale: row.locale,
    rights: asked,
    claims,
    email,
    method,
    needsProof: asked.some((right) => rights[right].proof !== "none"),
    collects: asked.some((right) => rights[right].plan === "collect"),
  };
}
