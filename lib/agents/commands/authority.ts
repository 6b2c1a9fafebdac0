import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { authority, authorityFile, authorityIndex, cases, upload } from "#db/schema/index.ts";
import type { AgentContext, Context } from "#lib/context.ts";
import type { DraftFile } from "#lib/files/queries.ts";
import { newId } from "#lib/ids.ts";
import { ring } from "#lib/keys/ring.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Paper, Principal } from "../principal.ts";

/** The digests by which an agent's papers for one person are found again; they say nothing to another agent. */
export function principalDigests(ctx: AgentContext, keys: readonly string[]): Uint8Array[] {
  const { organisation, actor } = ctx;
  return keys.map((key) => ring().blindIndex("authority/principal", `${organisation.id}|${actor.id}|${key}`));
}

/** Saves what an agent says his paper is, for staff to look at. The caller saves what it is about. */
export async function saveAuthority(
  tx: Tx,
  ctx: AgentContext,
  { principal, keys, paper }: { principal: Principal; keys: readonly string[]; paper: Paper },
): Promise<string> {
  const id = newId();
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  await tx.insert(authority).values({
    id,
    organisationId: ctx.organisation.id,
    ref: newId(),
    agentId: ctx.actor.id,
    sealedPrincipal: sealer.seal("authority.sealed_principal", id, principal),
    kind: paper.kind,
    rights: paper.rights,
    sealedBusinesses: paper.businesses
      ? sealer.seal("authority.sealed_businesses", id, paper.businesses)
      : null,
    jurisdiction: principal.residence,
    issuedOn: paper.issuedOn,
    validUntil: paper.validUntil,
    status: "pending",
    statusAt: ctx.now,
    createdAt: ctx.now,
  });
  for (const digest of principalDigests(ctx, keys))
    await tx.insert(authorityIndex).values({ authorityId: id, digest }).onConflictDoNothing();
  return id;
}

/**
 * Gives the files of a form to the authority they prove. They keep their own keys: an authority outlives the case it was
 * first used for. @returns how many
 */
export async function adoptDocuments(
  tx: Tx,
  ctx: Context,
  { draftId, authorityId }: { draftId: string; authorityId: string },
): Promise<number> {
  const rows = await tx
    .select()
    .from(upload)
    .where(
      and(eq(upload.draftId, draftId), eq(upload.organisationId, ctx.organisation.id), isNull(upload.caseId)),
    )
    .for("update");
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  for (const row of rows) {
    const kept = sealer.open<DraftFile>("upload.sealed_name", row.id, row.sealedName);
    await saveDocument(tx, ctx, authorityId, { ...row, kept });
    await tx.delete(upload).where(eq(upload.id, row.id));
  }
  return rows.length;
}

/** Saves one document behind an authority. Its blob has a row already. */
async function saveDocument(
  tx: Tx,
  ctx: Context,
  authorityId: string,
  file: { blobId: string; mediaType: string; sizeBytes: number; kept: DraftFile },
): Promise<void> {
  const id = newId();
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  await tx.insert(authorityFile).values({
    id,
    organisationId: ctx.organisation.id,
    authorityId,
    blobId: file.blobId,
    sealedName: sealer.seal("authority_file.sealed_name", id, file.kept),
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    at: ctx.now,
  });
}

/**
 * Locks every case that stands on an authority, always in the same order and before the authority itself, so that nobody
 * who changes one of them waits for another who waits for him.
 */
export async function lockCasesOf(tx: Tx, authorityId: string): Promise<(typeof cases.$inferSelect)[]> {
  return tx
    .select()
    .from(cases)
    .where(inArray(cases.authorityId, [authorityId]))
    .orderBy(asc(cases.id))
    .for("update");
}

/** Locks an authority of this organisation, after its cases. */
export async function lockAuthority(tx: Tx, ctx: Context, authorityId: string) {
  const [row] = await tx
    .select()
    .from(authority)
    .where(and(eq(authority.id, authorityId), eq(authority.organisationId, ctx.organisation.id)))
    .for("update");
  return row ?? null;
}
