import { existsSync, readdirSync } from "node:fs";
import type postgres from "postgres";
import { filesFolder } from "#lib/files/store.ts";

/** What stands in every table, the queue's too, and on the disk: count and checksum by name. */
export type Fingerprint = ReadonlyMap<string, string>;

/** @param sql as the owner of the database, so that nothing is hidden */
export async function fingerprint(sql: postgres.Sql): Promise<Fingerprint> {
  const parts = (await tableNames(sql)).map(
    (name) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from ${name} t`,
  );
  const rows = await sql.unsafe<{ name: string; sum: string }[]>(parts.join(" union all "));
  const sealed = existsSync(filesFolder())
    ? readdirSync(filesFolder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  const names = sealed.map((entry) => entry.name).sort();
  return new Map([...rows.map(({ name, sum }): [string, string] => [name, sum]), ["files", names.join("|")]]);
}

/** Tables that hold rows of their own: of the house and of its queue. */
export async function tableNames(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'jobs') and c.relkind = 'r' order by 1`;
  return rows.map(({ name }) => name);
}

/** Names of what differs. */
export function changed(before: Fingerprint, after: Fingerprint): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => name.replace("public.", ""))
    .sort();
}
