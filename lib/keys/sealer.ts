import { randomBytes } from "node:crypto";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { caseKey, organisationKey } from "#db/schema/index.ts";
import { HabeasError } from "#lib/errors.ts";
import { ring } from "./ring.ts";
import { open, seal } from "./seal.ts";

/** Seals and opens the columns of one owner: a case or an organisation. Values are JSON. */
export type Sealer = {
  ownerId: string;
  version: number;
  /** `table.column` and the row's id bind the sealed value to its place. */
  seal: (column: string, rowId: string, value: unknown) => Uint8Array;
  open: <T = unknown>(column: string, rowId: string, sealed: Uint8Array) => T;
};

function sealerFor(ownerId: string, version: number, dek: Uint8Array): Sealer {
  const place = (column: string, rowId: string) => `${column}|${rowId}|${ownerId}|${version}`;
  return {
    ownerId,
    version,
    seal: (column, rowId, value) =>
      seal(dek, version, place(column, rowId), Buffer.from(JSON.stringify(value), "utf8")),
    open: <T>(column: string, rowId: string, sealed: Uint8Array) =>
      JSON.parse(open(dek, place(column, rowId), sealed).toString("utf8")) as T,
  };
}

/** What binds a wrapped key of a case, or of an organisation, to its row. */
export const casePlace = (kind: "dek" | "identity", caseId: string, version: number) =>
  `casekey|${kind}|${caseId}|${version}`;
export const organisationPlace = (id: string, version: number) => `organisationkey|${id}|${version}`;

/** Makes the keys of a new case: a data key for columns and an age identity for blobs, both wrapped. */
export async function createCaseKey(
  tx: Tx,
  owner: { caseId: string; organisationId: string; at: Date },
): Promise<Sealer> {
  const version = 1;
  const dek = randomBytes(32);
  const identity = await generateX25519Identity();
  const wrappedDek = ring().wrap(casePlace("dek", owner.caseId, version), dek);
  const wrappedIdentity = ring().wrap(
    casePlace("identity", owner.caseId, version),
    Buffer.from(identity, "utf8"),
  );
  await tx.insert(caseKey).values({
    caseId: owner.caseId,
    version,
    organisationId: owner.organisationId,
    kekId: wrappedDek.kekId,
    wrappedDek: wrappedDek.wrapped,
    wrappedIdentity: wrappedIdentity.wrapped,
    recipient: await identityToRecipient(identity),
    createdAt: owner.at,
  });
  return sealerFor(owner.caseId, version, dek);
}

async function caseKeyRow(tx: Tx, caseId: string) {
  const [row] = await tx
    .select()
    .from(caseKey)
    .where(and(eq(caseKey.caseId, caseId), isNull(caseKey.destroyedAt)))
    .orderBy(desc(caseKey.version))
    .limit(1);
  if (!row?.wrappedDek || !row.wrappedIdentity) {
    throw new HabeasError(
      "gone",
      "The keys of this case were destroyed. What was sealed with them cannot be read again.",
    );
  }
  return { ...row, wrappedDek: row.wrappedDek, wrappedIdentity: row.wrappedIdentity };
}

/** Sealer for the columns of a case. Throws `gone` once the case was shredded. */
export async function caseSealer(tx: Tx, caseId: string): Promise<Sealer> {
  const row = await caseKeyRow(tx, caseId);
  return sealerFor(
    caseId,
    row.version,
    ring().unwrap(row.kekId, casePlace("dek", caseId, row.version), row.wrappedDek),
  );
}

/** age keys of a case (`age1…`, `AGE-SECRET-KEY-1…`) for its blobs. */
export async function caseBlobKeys(
  tx: Tx,
  caseId: string,
): Promise<{ version: number; recipient: string; identity: string }> {
  const row = await caseKeyRow(tx, caseId);
  const identity = ring().unwrap(row.kekId, casePlace("identity", caseId, row.version), row.wrappedIdentity);
  return { version: row.version, recipient: row.recipient, identity: identity.toString("utf8") };
}

/** Makes the data key of a new organisation. */
export async function createOrganisationKey(tx: Tx, organisationId: string, at: Date): Promise<Sealer> {
  const version = 1;
  const dek = randomBytes(32);
  const { kekId, wrapped } = ring().wrap(organisationPlace(organisationId, version), dek);
  await tx
    .insert(organisationKey)
    .values({ organisationId, version, kekId, wrappedDek: wrapped, createdAt: at });
  return sealerFor(organisationId, version, dek);
}

/** Sealer for what belongs to an organisation but to no case: staff, secrets, drafts, mails. */
export async function organisationSealer(tx: Tx, organisationId: string): Promise<Sealer> {
  const [row] = await tx
    .select()
    .from(organisationKey)
    .where(eq(organisationKey.organisationId, organisationId))
    .orderBy(desc(organisationKey.version))
    .limit(1);
  if (!row) throw new HabeasError("not-set-up", "This organisation has no data key.");
  return sealerFor(
    organisationId,
    row.version,
    ring().unwrap(row.kekId, organisationPlace(organisationId, row.version), row.wrappedDek),
  );
}
