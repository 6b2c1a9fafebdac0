import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { lockFolder, readHolder, type FolderLock } from "#db/embedded/lock.ts";
import { parseEnv, rawEnv } from "#lib/env.ts";
import { dataFolderProblem } from "./data-folder.ts";
import { openHouse, type OpenHouse } from "./house.ts";
import { endOrphans } from "./orphans.ts";
import { complain, say } from "./say.ts";

/** `npm start`: the whole house on one machine, from the database to the table of addresses. */

const stopping = new AbortController();
let askedAt = 0;
let lock: FolderLock | null = null;
let told: Record<string, unknown> = {};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // The terminal tells us and npm, which tells us again; a second wish later is meant.
    if (askedAt && performance.now() - askedAt > 3_000) process.exit(1);
    askedAt ||= performance.now();
    stopping.abort();
    tell({});
  });
}

const surroundings = parseEnv(rawEnv());
if (!surroundings.ok) end(1, surroundings.problems.join("\n"));
const { env } = surroundings;
const problem = dataFolderProblem(env.dataFolder);
if (problem) end(1, problem);
mkdirSync(env.dataFolder, { recursive: true, mode: 0o700 });
lock = await takeTheFolder();
if (stopping.signal.aborted) end(0, "Ended.");
if (!lock) end(0, alreadyRunning());
await endOrphans((lock.left?.pids as number[] | undefined) ?? []);

let house: OpenHouse | null = null;
try {
  house = await openHouse(env, { say, signal: stopping.signal, note: tell });
  await house.ended;
  lock.release();
  end(0, "Ended.");
} catch (error) {
  lock.release();
  if (stopping.signal.aborted) end(0, "Ended.");
  end(1, (error as Error).message);
}

/** Notes for whoever finds the folder taken what runs here, and that it is ending. */
function tell(details: Record<string, unknown>): void {
  told = { ...told, ...details, isEnding: stopping.signal.aborted };
  lock?.note(told);
}

/**
 * Ended and begun again at once: npm is gone before what it started is, which notices within a second. One that is
 * ending is waited for; one that runs is left alone.
 */
async function takeTheFolder(): Promise<FolderLock | null> {
  const noticedBy = performance.now() + 2_000;
  let saidSo = false;
  for (;;) {
    const taken = lockFolder(env.dataFolder, "start");
    if (taken || stopping.signal.aborted) return taken;
    const isEnding = readHolder(env.dataFolder, "start")?.isEnding === true;
    if (!isEnding && performance.now() > noticedBy) return null;
    if (isEnding && !saidSo) say("The one that ran here is ending; waiting for it…");
    saidSo ||= isEnding;
    await sleep(200);
  }
}

function alreadyRunning(): string {
  const holder = readHolder(env.dataFolder, "start");
  return typeof holder?.url === "string"
    ? `Habeas runs already, at ${holder.url} (process ${holder.pid}). Nothing was started a second time.`
    : "Habeas is being started already. Nothing was started a second time.";
}

function end(status: number, words: string): never {
  if (words) (status ? complain : say)(words);
  process.exit(status);
}
