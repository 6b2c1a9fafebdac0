import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lockFolder } from "#db/embedded/lock.ts";
import { projectFolder, rawEnv } from "#lib/env.ts";
import { household } from "./processes.ts";
import { complain, say } from "./say.ts";
import { findBrowser } from "./test/browser.ts";
import { openTestHouse, openTestServer } from "./test/house.ts";
import { lastLine, namesOf, none, readPlaywright, readVitest, single, sum, type Tally } from "./test/summary.ts";

/** `npm test`: types, lint, every test file, then the browser on the production build. `--long` adds the long runs. */

const isLong = process.argv.includes("--long");
const isCI = Boolean(rawEnv().CI);
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
const variables = { ...rawEnv(), NODE_ENV: "test", LOG_LEVEL: "silent", TEST_DATABASE_URL: server.url };
const tallies: Tally[] = [];
try {
  await step("Types", () => check("types", ["node_modules/typescript/bin/tsc", "--noEmit"]));
  await step("Lint", () => check("lint", ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"]));
  await step("Tests", runVitest);
  await step("Browser", runBrowser);
} finally {
  await server.stop();
  lock.release();
}
report();

async function step(name: string, work: () => Promise<Tally>): Promise<void> {
  if (stopping.signal.aborted) return;
  say(`\n── ${name}`);
  const from = performance.now();
  const tally = await work();
  tallies.push(tally);
  say(`   ${name}: ${lastLine(tally)} (${Math.round((performance.now() - from) / 1000)} s)`);
}

async function check(name: string, [program = "", ...words]: string[]): Promise<Tally> {
  const { ok } = await programs.run({ name, args: [join(projectFolder, program), ...words], env: variables });
  return single(name, ok);
}

async function runVitest(): Promise<Tally> {
  const file = join(folder, "vitest.json");
  rmSync(file, { force: true });
  const { ok } = await programs.run({
    name: "vitest",
    args: [
      join(projectFolder, "node_modules", "vitest", "vitest.mjs"),
      "run",
      ".test.ts",
      "--exclude=.data/**",
      "--exclude=.next/**",
      ...(isLong ? [] : ["--exclude=**/*.long.test.ts"]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      // Guards against a test that hangs, not measures of speed.
      "--testTimeout=300000",
      "--hookTimeout=300000",
    ],
    env: variables,
  });
  return readVitest(readJson(file), ok);
}

async function runBrowser(): Promise<Tally> {
  const browser = findBrowser(rawEnv().CHROMIUM_PATH ?? null, say);
  if (!browser) {
    const names = await playwright(["--list"], {}, namesOf);
    return isCI ? { ...none, failed: names } : { ...none, skipped: names };
  }
  const house = await openTestHouse(stopping.signal, say).catch((error: Error) => complain(error.message));
  if (!house) return single("the portal for the browser tests", false);
  try {
    return await playwright([], { ...house.variables, CHROMIUM_PATH: browser }, readPlaywright);
  } finally {
    await house.close();
  }
}

async function playwright<T>(
  words: string[],
  env: Record<string, string | undefined>,
  read: (report: unknown, ok: boolean) => T,
): Promise<T> {
  const file = join(folder, "playwright.json");
  rmSync(file, { force: true });
  const { ok } = await programs.run({
    name: "playwright",
    args: [
      join(projectFolder, "node_modules", "@playwright", "test", "cli.js"),
      "test",
      `--config=${join(import.meta.dirname, "test", "playwright.config.ts")}`,
      "--reporter=line,json",
      ...words,
    ],
    env: { ...variables, ...env, NODE_ENV: "test", PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_FORCE_TTY: "0" },
  });
  return read(readJson(file), ok);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
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
