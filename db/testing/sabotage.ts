import type postgres from "postgres";
import { tableNames } from "./fingerprint.ts";

/**
 * What goes wrong at the very end of a transaction: `event` where it wrote to the audit log, `rows` where it wrote
 * anything else, `job` where it put a job into the queue.
 */
export type Sabotage = "event" | "rows" | "job";

/** A state of no error of Postgres's own: words of errors do not reach us, they may quote values. */
const snapped = "SB001";

/** Lays the traps into a test's own database; they snap only inside `sabotaged`. As the owner. */
export async function laySabotage(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create schema sabotage;
    create table sabotage.armed (what text not null);
    create function sabotage.snap() returns trigger language plpgsql security definer as $$
    begin
      if exists (select from sabotage.armed where what = tg_argv[0]) then raise exception using errcode = '${snapped}'; end if;
      return new;
    end $$;`);
  for (const name of await tableNames(sql)) {
    if (name.startsWith("jobs.")) {
      await sql.unsafe(
        `create trigger sabotage before insert on ${name} for each row execute function sabotage.snap('job')`,
      );
      continue;
    }
    const what = /\baudit_/.test(name) ? "event" : "rows";
    await sql.unsafe(`create constraint trigger sabotage after insert or update or delete on ${name}
      deferrable initially deferred for each row execute function sabotage.snap('${what}')`);
  }
}

/** Runs `work` with a trap armed. @returns whether the trap snapped; anything else that is thrown is thrown on */
export async function sabotaged(
  sql: postgres.Sql,
  what: Sabotage,
  work: () => Promise<unknown>,
): Promise<boolean> {
  await sql`insert into sabotage.armed values (${what})`;
  try {
    await work();
    return false;
  } catch (error) {
    if (!isSabotage(error)) throw error;
    return true;
  } finally {
    await sql`delete from sabotage.armed`;
  }
}

function isSabotage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === snapped) || isSabotage(error.cause);
}
