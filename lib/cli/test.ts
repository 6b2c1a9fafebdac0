import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lockFolder } from "#db/embedded/lock.ts";
import { projectFolder, rawEnv } from "#lib/env.ts";
import { household } from "./processes.ts";
import { complain, say } from "./say.ts";
import { openTestServer } from "./test/house.ts";
import { isRunner, runners, type Run } from "./test/runners.ts";
import { lastLine, sum, type Tally } from "./test/summary.ts";

/**
 * `npm test`: types, lint, every test file, then the browser on the production build. `--long` adds the long runs;
 * `--only tests lib/law` or `--only browser -g appeal` runs one part, and hands the words after it to that part's runner.
 */
const { isLong, only, words } = readWords(process.argv.slice(2));
const folder = join(projectFolder, ".data", "test");
const startedAt = performance.now();

mkdirSync(folder, { recursive: true, mode: 0o700 });
const lock = lockFolder(folder, "run");
if (!lock) {
  complain("Another test run is at work in this folder. Wait for it, or end it.");
  process.exit(1);
}

const stopping = new AbortController();
const programs = household({ output: "inherit", say });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    stopping.abort();
    void programs.stop();
  });
}

const server = await openTestServer(say);
const run: Run = {
  programs,
  variables: { ...rawEnv(), NODE_ENV: "test", LOG_LEVEL: "silent", TEST_DATABASE_URL: server.url },
  folder,
  isLong,
  isCI: Boolean(rawEnv().CI),
  words,
  signal: stopping.signal,
  say,
};
const tallies: Tally[] = [];
try {
  for (const [name, work] of Object.entries(runners)) if (!only || only === name) await step(name, work);
} finally {
  await server.stop();
  lock.release();
}
report();

function readWords(given: string[]): { isLong: boolean; only: string | null; words: string[] } {
  const words = given.filter((word) => word !== "--long");
  const isLong = words.length < given.length;
  const [flag, only = "", ...own] = words;
  if (flag === "--only" && isRunner(only)) return { isLong, only, words: own };
  if (!words.length) return { isLong, only: null, words };
  complain("npm test [-- --long] [-- --only types|lint|tests|browser [words for that runner]]");
  process.exit(1);
}

async function step(name: string, work: (run: Run) => Promise<Tally>): Promise<void> {
  if (stopping.signal.aborted) return;
  say(`\n── ${name}`);
  const from = performance.now();
  const tally = await work(run);
  tallies.push(tally);
  say(`   ${name}: ${lastLine(tally)} (${Math.round((performance.now() - from) / 1000)} s)`);
}

function report(): never {
  const total = sum(tallies);
  if (stopping.signal.aborted) {
    complain("Ended before all was tested.");
    process.exit(1);
  }
  say("");
  for (const name of total.skipped) say(`skipped  ${name}`);
  for (const name of total.failed) say(`failed   ${name}`);
  say(`${Math.round((performance.now() - startedAt) / 1000)} s`);
  say(lastLine(total));
  process.exit(total.failed.length ? 1 : 0);
}
