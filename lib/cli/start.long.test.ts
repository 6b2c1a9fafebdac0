import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freeServerPort } from "#db/embedded/ports.ts";
import { isAlive } from "#db/embedded/stale.ts";
import { projectFolder } from "#lib/env.ts";

/** `npm start` as a stranger meets it: a bare clone, the machine's own Node, nothing else. Linux only (it reads /proc). */

const clone = mkdtempSync(join(tmpdir(), "habeas-clone-"));
let port: number;

beforeAll(async () => {
  port = await freeServerPort();
  expect(spawnSync("git", ["clone", "--quiet", projectFolder, clone]).status).toBe(0);
});
afterEach(async () => {
  for (const { npm } of portals.splice(0)) npm.kill("SIGTERM");
  await nothingLeft();
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

type Portal = { npm: ChildProcess; words: () => string; served: () => Promise<string> };
const portals: Portal[] = [];

function npmStart(): Portal {
  const names = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|HABEAS_|DATABASE_|TEST_|NEXT|NODE_|VITEST)/.test(name),
  );
  const path = (process.env.PATH ?? "").split(delimiter).filter((part) => !part.includes("node_modules"));
  const npm = spawn("npm", ["start"], {
    cwd: clone,
    env: {
      ...Object.fromEntries(names),
      PATH: path.join(delimiter),
      PORT: String(port),
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // A process group, as a terminal gives it.
  });
  let words = "";
  for (const stream of [npm.stdout, npm.stderr])
    stream.on("data", (chunk: Buffer) => (words += chunk.toString()));
  const portal: Portal = {
    npm,
    words: () => words,
    async served() {
      while (!words.includes("Ctrl-C ends it")) {
        if (npm.exitCode !== null || npm.signalCode) throw new Error(`It ended early:\n${words}`);
        await sleep(50);
      }
      return /https?:\/\/localhost:\d+/.exec(words)![0];
    },
  };
  portals.push(portal);
  return portal;
}

/** Every process whose program or folder lies in the clone. */
function processes(): { pid: number; command: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const place = [readlinkSync(`/proc/${name}/exe`), readlinkSync(`/proc/${name}/cwd`)].some((path) =>
          path.startsWith(clone),
        );
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return place && command ? [{ pid: Number(name), command }] : [];
      } catch {
        return [];
      }
    });
}

async function nothingLeft(): Promise<void> {
  await expect
    .poll(() => processes().map(({ command }) => command), { timeout: 60_000, interval: 200 })
    .toEqual([]);
}

async function isServing(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`).catch(() => null);
  return answer?.ok ?? false;
}

test("cold: installs, makes, migrates, builds, serves, says so, and fills the demo while it serves", async () => {
  const portal = npmStart();
  const url = await portal.served();
  expect(await isServing(url)).toBe(true);
  await expect.poll(portal.words, { timeout: 300_000 }).toContain("The demo is filled.");
  const order = [
    "Installing",
    "Made a new database",
    "Bringing the tables",
    "Building the pages",
    "Start here",
    "The demo is filled",
  ];
  const places = order.map((sentence) => portal.words().indexOf(sentence));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(spawnSync("git", ["status", "--porcelain"], { cwd: clone, encoding: "utf8" }).stdout).toBe("");
});

test("warm: neither installs nor builds; a second start beside it says where it runs, and changes nothing", async () => {
  const portal = npmStart();
  const url = await portal.served();
  expect(portal.words()).not.toMatch(/Installing|Building|Made a new/);
  const second = npmStart();
  const status = await new Promise((resolve) => second.npm.once("close", resolve));
  expect(second.words()).toContain(`Habeas runs already, at ${url}`);
  expect(status).toBe(0);
  expect(await isServing(url)).toBe(true);
});

test("ended and begun again at once: the one that is ending is waited for", async () => {
  const portal = npmStart();
  await portal.served();
  const gone = new Promise((resolve) => portal.npm.once("exit", resolve));
  portal.npm.kill("SIGTERM");
  await gone;
  const next = npmStart();
  expect(await isServing(await next.served())).toBe(true);
  expect(next.words()).not.toContain("runs already");
});

test("a busy port leads to the next, with a word, and the addresses follow", async () => {
  const stranger = await new Promise<Server>((resolve) => {
    const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
  });
  try {
    const portal = npmStart();
    const url = await portal.served();
    expect(portal.words()).toMatch(new RegExp(`Port ${port} is taken by another program; using \\d+`));
    expect(new URL(url).port).not.toBe(String(port));
    expect(await isServing(url)).toBe(true);
  } finally {
    stranger.close();
  }
});

test.each([
  ["Ctrl-C (the whole group)", (npm: ChildProcess) => process.kill(-npm.pid!, "SIGINT")],
  ["kill", (npm: ChildProcess) => npm.kill("SIGTERM")],
  ["the terminal closes", (npm: ChildProcess) => process.kill(-npm.pid!, "SIGHUP")],
  ["kill -9 of npm", (npm: ChildProcess) => npm.kill("SIGKILL")],
])("%s ends every process, and the next start serves what was there", async (_what, act) => {
  const portal = npmStart();
  await portal.served();
  act(portal.npm);
  await nothingLeft();
  const next = npmStart();
  expect(await isServing(await next.served())).toBe(true);
});

const parts = [
  ["the database", (command: string) => /native\/bin\/postgres -D/.test(command)],
  ["the pages", (command: string) => command.startsWith("next-server")],
  ["the worker", (command: string) => command.includes("cli/worker.ts")],
] as const;

test.each(parts)("kill -9 of %s: it comes back by itself", async (_what, isIt) => {
  const portal = npmStart();
  const url = await portal.served();
  const { pid } = processes().find(({ command }) => isIt(command))!;
  process.kill(pid, "SIGKILL");
  await expect
    .poll(() => processes().some((other) => other.pid !== pid && isIt(other.command)), { timeout: 60_000 })
    .toBe(true);
  await expect.poll(() => isServing(url), { timeout: 60_000 }).toBe(true);
  expect(portal.words()).toMatch(/ended unexpectedly.*starting it again/);
});

test("while the database is away every page says so in words, and afterwards everything is as it was", async () => {
  const portal = npmStart();
  const url = await portal.served();
  const pidOf = (isIt: (command: string) => boolean) => processes().find(({ command }) => isIt(command))!.pid;
  const supervisor = pidOf((command) => command.includes("cli/start.ts"));
  process.kill(supervisor, "SIGSTOP");
  try {
    process.kill(pidOf(parts[0][1]), "SIGINT");
    for (const path of ["/desk", "/audit", "/demo", "/ipc"]) {
      await expect
        .poll(async () => {
          const answer = await fetch(url + path, { redirect: "manual", headers: { accept: "text/html" } });
          return [answer.status, (await answer.text()).includes("Our database does not answer")];
        })
        .toEqual([503, true]);
    }
    expect((await fetch(`${url}/api/health`)).status).toBe(503);
  } finally {
    process.kill(supervisor, "SIGCONT");
  }
  await expect.poll(() => isServing(url), { timeout: 60_000 }).toBe(true);
  expect((await fetch(`${url}/demo`)).status).toBe(200);
});

test.each([
  ["what supervises the rest", (command: string) => command.includes("cli/start.ts")],
  ["what npm started", (command: string) => /^\S*node lib\/cli\/start\.mjs/.test(command)],
])(
  "kill -9 of %s: everything ends, and a start at once afterwards gets the same port",
  async (_what, isIt) => {
    const portal = npmStart();
    const url = await portal.served();
    const { pid } = processes().find(({ command }) => isIt(command))!;
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isAlive(pid)).toBe(false);
    const next = npmStart();
    expect(await next.served()).toBe(url);
    expect(next.words()).not.toContain("taken by another program");
  },
);
