import postgres from "postgres";
import type { Env } from "#lib/env.ts";
import { readRing, type Ring } from "#lib/keys/ring.ts";
import { casePlace, organisationPlace } from "#lib/keys/sealer.ts";

type Options = {
  /** Notes the digest of `root.key` where none is noted yet: the start does, the doctor only looks. */
  notes: boolean;
};

/**
 * Whether the keys in the folder are the ones this database was sealed with: for every key-encryption key in use one row
 * is opened, and `root.key` is held against a digest noted when the installation was made (security guide 5.1). Another
 * key under the same name would seal new cases so that the right one cannot open them.
 * @returns a sentence that says what to do, or null where they fit
 */
export async function keysMisfit(
  { keysFolder, mode, dataFolder }: Env,
  ownerUrl: string,
  options: Options,
): Promise<string | null> {
  const ring = readRing(keysFolder);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const wrong = await wrongKey(sql, ring, options);
    if (!wrong) return null;
    const startOver = mode === "demo" ? ` To start the demo over instead, remove ${dataFolder}.` : "";
    return (
      `The key ${wrong} in ${keysFolder} is not the one this database was sealed with. Nothing was changed. ` +
      `Put the right key back, or point HABEAS_KEYS to the folder that holds it.${startOver}`
    );
  } finally {
    await sql.end();
  }
}

async function wrongKey(sql: postgres.Sql, ring: Ring, options: Options): Promise<string | null> {
  for (const { kekId, place, wrapped } of await oneOfEach(sql)) {
    try {
      ring.unwrap(kekId, place, wrapped);
    } catch {
      return `${kekId}.key`;
    }
  }
  return (await isRootKnown(sql, ring, options)) ? null : "root.key";
}

type Wrapped = { kekId: string; place: string; wrapped: Uint8Array };

async function oneOfEach(sql: postgres.Sql): Promise<Wrapped[]> {
  const organisations = await sql`
    select distinct on (kek_id) kek_id, organisation_id as id, version, wrapped_dek from organisation_key`;
  const cases = await sql`
    select distinct on (kek_id) kek_id, case_id as id, version, wrapped_dek from case_key where wrapped_dek is not null`;
  const read = (rows: postgres.RowList<postgres.Row[]>, place: (id: string, version: number) => string) =>
    rows.map((row) => ({ kekId: row.kek_id, place: place(row.id, row.version), wrapped: row.wrapped_dek }));
  return [
    ...read(organisations, organisationPlace),
    ...read(cases, (id, version) => casePlace("dek", id, version)),
  ];
}

async function isRootKnown(sql: postgres.Sql, ring: Ring, { notes }: Options): Promise<boolean> {
  const digest = ring.mac("installation", "root.key").toString("hex");
  if (notes) {
    await sql`
      insert into installation (key, value, changed_at) values ('root-key', ${sql.json(digest)}, now())
      on conflict do nothing`;
  }
  const [row] = await sql`select value from installation where key = 'root-key'`;
  return row === undefined || row.value === digest;
}

/** @throws an Error whose message says what to do, before anything is sealed with a wrong key */
export async function requireKeysThatFit(env: Env, ownerUrl: string): Promise<void> {
  const misfit = await keysMisfit(env, ownerUrl, { notes: true });
  if (misfit) throw new Error(misfit);
}
