import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freeServerPort } from "#db/embedded/ports.ts";
import { projectFolder, rawEnv } from "#lib/env.ts";

/** What `npm start` says, and the phase that ends, or begins, with it. */
const marks = [
  ["Installing", "installing"],
  ["Bringing the tables", "database"],
  ["Building", "building"],
  ["Start here", "serving"],
  ["The demo is filled", "demo filled"],
] as const;

/** Times a cold start (a fresh clone of the last commit, installing included) and warm ones after it. */
export async function run(_words: string[], say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "habeas-bench-"));
  try {
    const clone = spawnSync("git", ["clone", "--quiet", projectFolder, folder], { encoding: "utf8" });
    if (clone.status !== 0) throw new Error(clone.stderr);
    say(`cold    ${await timeStart(folder, "The demo is filled")}`);
    for (let round = 1; round <= 3; round++) say(`warm ${round}  ${await timeStart(folder, "Start here")}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `npm start` until it says `last`, then ends it. @returns seconds from the beginning to each mark, as a line */
async function timeStart(folder: string, last: string): Promise<string> {
  const port = await freeServerPort();
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: bareEnv(port) as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const seconds = new Map<string, string>();
  let words = "";
  const isThere = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      words += chunk.toString();
      for (const [sentence, phase] of marks) {
        if (!seconds.has(phase) && words.includes(sentence)) {
          seconds.set(phase, ((performance.now() - startedAt) / 1000).toFixed(1));
        }
      }
      if (words.includes(last)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", () => reject(new Error(`The start ended early:\n${words}`)));
  });
  await isThere;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  return [...seconds].map(([phase, at]) => `${phase} ${at} s`).join(" · ");
}

/** As a person who just cloned: the machine's own Node, and nothing of this run's npm. */
function bareEnv(port: number): Record<string, string | undefined> {
  const entries = Object.entries(rawEnv()).filter(
    ([name]) => !/^(npm_|HABEAS_|DATABASE_|NEXTAUTH_|NODE_ENV$|INIT_CWD$)/.test(name),
  );
  const env: Record<string, string | undefined> = Object.fromEntries(entries);
  const path = (env.PATH ?? "").split(delimiter).filter((part) => !part.includes("node_modules"));
  return { ...env, PATH: path.join(delimiter), PORT: String(port) };
}
