import postgres from "postgres";
import { roleNames, type Role, type Secrets } from "./passwords.ts";

/** A database of the cluster and the role that owns it. */
export type DatabaseName = { name: string; owner: Role };

/**
 * Brings roles, passwords and databases to what they should be; may run at every start.
 * On the test server the owner may create databases and roles, and every role has the owner's password.
 */
export async function provision(
  secrets: Secrets,
  databases: readonly DatabaseName[],
  purpose: "installation" | "test",
): Promise<void> {
  const sql = postgres({
    host: "127.0.0.1",
    port: secrets.port,
    username: "postgres",
    password: secrets.superuser,
    database: "postgres",
    max: 1,
    onnotice: () => {},
  });
  try {
    const known = new Set((await sql`select rolname from pg_roles`).map((row) => row.rolname as string));
    for (const role of Object.keys(roleNames) as Role[]) {
      const name = roleNames[role];
      const password = purpose === "test" ? secrets.owner : secrets[role];
      const rights = rightsOf(role, purpose);
      const verb = known.has(name) ? "alter" : "create";
      await sql.unsafe(`${verb} role ${name} login nosuperuser ${rights} password '${password}'`);
    }
    // Whoever is still connected to a test's database may be sent away when it is dropped.
    if (purpose === "test") await sql.unsafe(`grant pg_signal_backend to ${roleNames.owner}`);
    const present = new Set((await sql`select datname from pg_database`).map((row) => row.datname as string));
    for (const { name, owner } of databases) {
      if (!present.has(name)) await sql.unsafe(`create database ${name} owner ${roleNames[owner]}`);
      // By default everybody may connect to, and make temporary tables in, every database.
      await sql.unsafe(`revoke all on database ${name} from public`);
      if (owner !== "owner") continue;
      for (const role of ["web", "worker", "audit"] as const) {
        await sql.unsafe(`grant connect, temporary on database ${name} to ${roleNames[role]}`);
      }
    }
  } finally {
    await sql.end();
  }
}

function rightsOf(role: Role, purpose: "installation" | "test"): string {
  if (role === "owner" && purpose === "test") return "createdb createrole";
  // The demo's store is read through a role of its own, which its owner makes.
  return role === "accounts" ? "nocreatedb createrole" : "nocreatedb nocreaterole";
}
