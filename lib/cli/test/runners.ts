import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "#lib/env.ts";
import type { Household } from "../processes.ts";
import { findBrowser } from "./browser.ts";
import { openTestHouse } from "./house.ts";
import { namesOf, none, readPlaywright, readVitest, single, type Tally } from "./summary.ts";

/** What the runners of one `npm test` share. */
export type Run = {
  programs: Household;
  /** The surroundings of every runner; the test server's address among them. */
  variables: Record<string, string | undefined>;
  /** Where reports are left. */
  folder: string;
  isLong: boolean;
  isCI: boolean;
  /** Words for the runner itself, when only one runs. */
  words: string[];
  signal: AbortSignal;
  say: (sentence: string) => void;
};

/** The runners, quickest first. */
export const runners = {
  types: (run) => check(run, "types", ["node_modules/typescript/bin/tsc", "--noEmit"]),
  lint: (run) => check(run, "lint", ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"]),
  tests: runVitest,
  browser: runBrowser,
} satisfies Record<string, (run: Run) => Promise<Tally>>;

export function isRunner(name: string): name is keyof typeof runners {
  return Object.hasOwn(runners, name);
}

async function check(
  { programs, variables }: Run,
  name: string,
  [program = "", ...words]: string[],
): Promise<Tally> {
  const { ok } = await programs.run({ name, args: [join(projectFolder, program), ...words], env: variables });
  return single(name, ok);
}

async function runVitest({ programs, variables, folder, isLong, words }: Run): Promise<Tally> {
  const file = join(folder, "vitest.json");
  rmSync(file, { force: true });
  const { ok } = await programs.run({
    name: "vitest",
    args: [
      join(projectFolder, "node_modules", "vitest", "vitest.mjs"),
      "run",
      ...(words.length ? words : [".test.ts"]),
      "--exclude=.data/**",
      "--exclude=.next/**",
      ...(isLong ? [] : ["--exclude=**/*.long.test.ts"]),
      // One on each core: left to itself, the runner keeps one core free for a person at the keyboard.
      "--maxWorkers=100%",
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

async function runBrowser(run: Run): Promise<Tally> {
  const { isCI, say, signal, variables, words } = run;
  const browser = findBrowser(variables.CHROMIUM_PATH ?? null, say);
  if (!browser) {
    const names = await playwright(run, ["--list"], {}, namesOf);
    return isCI ? { ...none, failed: names } : { ...none, skipped: names };
  }
  const house = await openTestHouse(signal, say).catch((error: Error) => say(error.message));
  if (!house) return single("the portal for the browser tests", false);
  try {
    return await playwright(run, words, { ...house.variables, CHROMIUM_PATH: browser }, readPlaywright);
  } finally {
    await house.close();
  }
}

async function playwright<T>(
  { programs, variables, folder }: Run,
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
      `--config=${join(import.meta.dirname, "playwright.config.ts")}`,
      "--reporter=line,json",
      ...words,
    ],
    env: {
      ...variables,
      ...env,
      NODE_ENV: "test",
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      PLAYWRIGHT_FORCE_TTY: "0",
    },
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
