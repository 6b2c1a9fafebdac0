import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, session } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { ring } from "#lib/keys/ring.ts";

/** A person at the organisation's OpenID provider. Together they name one person for good; an e-mail address does not. */
export type Login = { issuer: string; subject: string };

/**
 * The pseudonym under which the person of a case stands in the audit log, the same however she proved herself; for
 * somebody signed in who has no case yet, that of her session. A UUID of version 8 (RFC 9562).
 */
export function personRef(of: { caseId: string } | { sessionId: string }): string {
  const bytes = ring().mac("person-ref", JSON.stringify(of)).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Who the person signed in as, for the form that takes it as proof; null where she did not sign in. */
export async function findLogin(ctx: Context): Promise<(Login & { provedAt: Date }) | null> {
  if (ctx.actor.kind !== "person" || !ctx.actor.sessionId) return null;
  const [row] = await database().select().from(session).where(eq(session.id, ctx.actor.sessionId));
  if (!row?.sealedSubject || row.organisationId !== ctx.organisation.id) return null;
  const sealer = await organisationSealer(database(), row.organisationId);
  return {
    ...sealer.open<Login>("session.sealed_subject", row.id, row.sealedSubject),
    provedAt: row.provedAt,
  };
}

/** The case behind a reference, for the gate that then asks who is at the door. Tells nobody anything by itself. */
export async function unscopedFindCase(organisationId: string, reference: string) {
  const [row] = await database()
    .select({
      id: cases.id,
      organisationId: cases.organisationId,
      reference: cases.reference,
      subjectIndex: cases.subjectIndex,
    })
    .from(cases)
    .where(and(eq(cases.organisationId, organisationId), eq(cases.reference, reference)));
  return row ?? null;
}
