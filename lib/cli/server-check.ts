import postgres from "postgres";

/** The oldest Postgres whose SQL we keep to (PG_VERSION_NUM). */
const oldestVersion = 150_000;

export type ServerFacts = { version: string; role: string; database: string; mayCreateDatabases: boolean };
export type ServerCheck = { ok: true; facts: ServerFacts } | { ok: false; problem: string };

/**
 * Looks whether an operator's Postgres will do. A "no" is a sentence that says what to do.
 * @param use `own`: this role has to create tables; `connect`: it has only to get in
 */
export async function checkServer(url: string, use: "own" | "connect"): Promise<ServerCheck> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql<Row[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
             current_setting('server_encoding') as encoding, current_user as role, current_database() as database,
             coalesce(has_schema_privilege('public', 'create'), false) and
               has_database_privilege(current_database(), 'create') as "mayCreate",
             (select rolcreatedb or rolsuper from pg_roles where rolname = current_user) as "mayCreateDatabases"`;
    if (!row) throw new Error("no answer");
    const problem = problemWith(row, use);
    return problem ? { ok: false, problem } : { ok: true, facts: row };
  } catch (error) {
    return { ok: false, problem: problemOf(error, url) };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export type Row = ServerFacts & { number: number; encoding: string; mayCreate: boolean };

/** Why a server that answers will not do, or null. */
export function problemWith(row: Row, use: "own" | "connect"): string | null {
  if (row.number < oldestVersion) {
    return `Postgres there is version ${row.version}; Habeas needs 15 or newer. Upgrade it, or point DATABASE_URL at another.`;
  }
  if (row.encoding !== "UTF8") {
    return `The database ${row.database} is encoded as ${row.encoding}, which loses letters. Create one with: create database habeas encoding 'UTF8' template template0`;
  }
  if (use === "own" && !row.mayCreate) {
    return (
      `The role ${row.role} may not create tables in ${row.database}. Run there as an administrator: ` +
      `grant create on database "${row.database}" to "${row.role}"; grant usage, create on schema public to "${row.role}"; ` +
      `or give a role that may in DATABASE_OWNER_URL.`
    );
  }
  return null;
}

/** What a failed connection means, without the address's password. */
export function problemOf(error: unknown, url: string): string {
  const { hostname, port, username, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  const user = decodeURIComponent(username) || "(none given)";
  const { code } = error as { code?: string };
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The database host ${hostname} is not known on this network. Check the address.`;
    case "ECONNREFUSED":
      return `No Postgres answers at ${place}. Check that it runs there and listens to this machine.`;
    case "CONNECT_TIMEOUT":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `${place} does not answer. Check the network and its firewall.`;
    case "28P01":
    case "28000":
      return `Postgres at ${place} refused the user ${user}: wrong password, or its pg_hba.conf does not let it in.`;
    case "3D000":
      return `There is no database ${pathname.slice(1)} at ${place}. Create it: create database "${pathname.slice(1)}" owner "${user}"`;
    case "42501":
      return `The user ${user} may not connect to ${pathname.slice(1)} at ${place}. Run there: grant connect on database "${pathname.slice(1)}" to "${user}"`;
    case "53300":
      return `Postgres at ${place} has no connection left. Raise max_connections, or end what holds them.`;
    default:
      return `Postgres at ${place} could not be asked (${code ?? (error as Error).name}).`;
  }
}
