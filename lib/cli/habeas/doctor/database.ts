import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { projectFolder, type Env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import type { Databases } from "../../databases.ts";
import { databaseMisuse } from "../../installation.ts";
import { keysMisfit } from "../../keys-fit.ts";
import { checkServer } from "../../server-check.ts";
import { fine, worth, wrong, type Finding } from "./finding.ts";

/** Database: reachable, new enough, migrated; roles really apart; audit log guarded. */
export async function checkDatabases(env: Env, databases: Databases): Promise<Finding[]> {
  const server = await checkServer(databases.ownerUrl, "own");
  if (!server.ok) return [wrong(server.problem)];
  const { version, database, role: owner } = server.facts;
  const findings = [fine(`Postgres ${version}, database ${database}, owner ${owner}.`)];
  const misuse = await databaseMisuse(env.mode, databases.ownerUrl);
  if (misuse) return [...findings, wrong(misuse)];
  const parts = [
    ["pages", databases.webUrl],
    ["worker", databases.workerUrl],
  ] as const;
  const partsOf = new Map<string, string>();
  for (const [part, url] of parts) {
    const check = await checkServer(url, "connect");
    if (!check.ok) findings.push(wrong(check.problem));
    else partsOf.set(check.facts.role, [partsOf.get(check.facts.role), part].filter(Boolean).join(" and "));
  }
  const sql = postgres(databases.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const pending = await pendingMigrations(sql);
    if (pending) {
      findings.push(worth(`${pending} of the migrations have not run here yet; "npm start" runs them.`));
      return findings;
    }
    findings.push(fine("All migrations have run."));
    for (const [role, use] of partsOf)
      findings.push(await checkRole(sql, { role, use, owner, mode: env.mode }));
    findings.push(await checkGuards(sql));
    findings.push(...(await checkKeysFit(env, databases.ownerUrl)));
    if (env.mode === "production") findings.push(...(await checkBeginning(sql)));
    return findings;
  } finally {
    await sql.end();
  }
}

/** Compares the migrations on disk with those the database remembers. */
async function pendingMigrations(sql: postgres.Sql): Promise<number> {
  const journal = JSON.parse(
    readFileSync(join(projectFolder, "db", "migrations", "meta", "_journal.json"), "utf8"),
  ) as {
    entries: { when: number }[];
  };
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return journal.entries.length;
  const [last] = await sql`select coalesce(max(created_at), 0)::text as at from drizzle.__drizzle_migrations`;
  return journal.entries.filter(({ when }) => when > Number(last?.at)).length;
}

type RoleFacts = { role: string; use: string; owner: string; mode: Env["mode"] };

/**
 * Whether a role of the application could rewrite history: by right, by belonging to the owner, or by switching
 * triggers off. The triggers alone would not stop an owner.
 */
async function checkRole(sql: postgres.Sql, { role, use, owner, mode }: RoleFacts): Promise<Finding> {
  if (role === owner) {
    const words =
      `The role ${role} (${use}) owns the tables, so nothing but triggers keeps the audit log from being changed. ` +
      `Make a role without rights (create role habeas_web login password '…'), put it into DATABASE_URL, ` +
      `the owner into DATABASE_OWNER_URL, and start again.`;
    return mode === "production" ? wrong(words) : worth(words);
  }
  const [can] = await sql`
    select rolsuper as super,
           pg_has_role(${role}, ${owner}, 'member') as member,
           has_table_privilege(${role}, 'audit_event', 'insert') as inserts,
           has_table_privilege(${role}, 'audit_event', 'update') or has_table_privilege(${role}, 'audit_event', 'delete')
             or has_table_privilege(${role}, 'audit_event', 'truncate') as changes,
           has_parameter_privilege(${role}, 'session_replication_role', 'set') as switches
    from pg_roles where rolname = ${role}`;
  const faults = [
    can?.super && "is a superuser",
    can?.member && `may act as ${owner}`,
    can?.changes && "may change rows of the audit log",
    can?.switches && "may switch triggers off",
    can && !can.inserts && "may not add to the audit log",
  ].filter((fault) => typeof fault === "string");
  return faults.length
    ? wrong(
        `The role ${role} (${use}) ${faults.join(", ")}. Correct its rights, or give Habeas a role of its own.`,
      )
    : fine(`The role ${role} (${use}) may add to the audit log and change nothing in it.`);
}

/** The triggers that stop everybody else, whoever owns the tables by mistake. */
async function checkGuards(sql: postgres.Sql): Promise<Finding> {
  const [row] = await sql`
    select count(*)::int as n from pg_trigger
    where tgrelid = 'audit_event'::regclass and tgname in ('audit_event_no_change', 'audit_event_no_truncate') and tgenabled in ('O', 'A')`;
  return row?.n === 2
    ? fine("The audit log takes new rows only.")
    : wrong(
        "A trigger that guards the audit log is missing or switched off. Find out who did it; then: alter table audit_event enable trigger all",
      );
}

/** Says nothing where the keys cannot be read at all: that is told with the machine's findings. */
async function checkKeysFit(env: Env, ownerUrl: string): Promise<Finding[]> {
  try {
    const misfit = await keysMisfit(env, ownerUrl, { notes: false });
    return [misfit ? wrong(misfit) : fine("The keys are those this database was sealed with.")];
  } catch (error) {
    if (error instanceof HabeasError) return [];
    throw error;
  }
}

/** What a new installation still lacks. */
async function checkBeginning(sql: postgres.Sql): Promise<Finding[]> {
  const [row] =
    await sql`select (select count(*)::int from organisation) as organisations, (select count(*)::int from staff) as staff`;
  return [
    ...(row?.organisations
      ? []
      : [worth("There is no organisation yet: npm run -s habeas -- organisation add FILE")]),
    ...(row?.staff ? [] : [worth("Nobody can sign in to the desk yet: npm run -s habeas -- staff add")]),
  ];
}
