import { mkdirSync } from "node:fs";
import { lockFolder, readHolder } from "#db/embedded/lock.ts";
import { parseEnv, rawEnv } from "#lib/env.ts";
import { dataFolderProblem } from "./data-folder.ts";
import { openHouse, type OpenHouse } from "./house.ts";
import { endOrphans } from "./orphans.ts";
import { complain, say } from "./say.ts";

/** `npm start`: the whole house on one machine, from the database to the table of addresses. */

const stopping = new AbortController();
let askedAt = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // The terminal tells us and npm, which tells us again; a second wish later is meant.
    if (askedAt && performance.now() - askedAt > 3_000) process.exit(1);
    askedAt ||= performance.now();
    stopping.abort();
  });
}

const surroundings = parseEnv(rawEnv());
if (!surroundings.ok) end(1, surroundings.problems.join("\n"));
const { env } = surroundings;
const problem = dataFolderProblem(env.dataFolder);
if (problem) end(1, problem);
mkdirSync(env.dataFolder, { recursive: true, mode: 0o700 });
const lock = lockFolder(env.dataFolder, "start");
if (!lock) end(0, alreadyRunning());
await endOrphans((lock.left?.pids as number[] | undefined) ?? []);

let house: OpenHouse | null = null;
try {
  house = await openHouse(env, { say, signal: stopping.signal, note: (details) => lock.note(details) });
  await house.ended;
  lock.release();
  end(0, "Ended.");
} catch (error) {
  lock.release();
  if (stopping.signal.aborted) end(0, "Ended.");
  end(1, (error as Error).message);
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
