import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isAlive } from "#db/embedded/stale.ts";
import { endOrphans } from "./orphans.ts";
import { household, type Program } from "./processes.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "habeas-processes-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function program(folder: string, name: string, code: string): Program {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return { name, args: [path], env: { ...process.env } };
}

function open() {
  const folder = newFolder();
  const said: string[] = [];
  const house = household({ output: { folder }, say: (sentence) => said.push(sentence) });
  cleanUp.push(() => house.stop());
  return { folder, said, house, log: (name: string) => readFileSync(join(folder, `${name}.log`), "utf8") };
}

const soon = { timeout: 30_000, interval: 20 };

test("a program that dies is started again, with a word that says how it died and where its words are", async () => {
  const { folder, said, house } = open();
  house.keep(program(folder, "worker", "setInterval(() => {}, 1000)"));
  const [first] = house.pids();
  process.kill(first!, "SIGKILL");
  await expect.poll(() => house.pids().filter((pid) => pid !== first).length, soon).toBe(1);
  expect(said).toEqual([
    expect.stringMatching(
      /^The worker ended unexpectedly \(SIGKILL\); starting it again in 0.5 s\. .*worker\.log\.$/,
    ),
  ]);
});

test("one that keeps dying is given ever longer rests", async () => {
  const { folder, said, house } = open();
  house.keep(program(folder, "web", "process.exit(3)"));
  await expect.poll(() => said.length, soon).toBeGreaterThanOrEqual(3);
  expect(said.slice(0, 3).map((sentence) => /\((.*)\); .* in (.*) s\. /.exec(sentence)?.slice(1))).toEqual([
    ["status 3", "0.5"],
    ["status 3", "1"],
    ["status 3", "2"],
  ]);
});

test("stop asks first, waits for what each has to finish, and starts nothing more", async () => {
  const { folder, said, house, log } = open();
  const tidy = `
    process.on("SIGTERM", () => setTimeout(() => { console.log("saved"); process.exit(0); }, 200));
    setInterval(() => {}, 1000);
    console.log("ready");`;
  house.keep(program(folder, "worker", tidy));
  await expect.poll(() => log("worker"), soon).toContain("ready");
  const pids = house.pids();
  await house.stop();
  expect(log("worker")).toBe("ready\nsaved\n");
  expect(pids.some(isAlive)).toBe(false);
  expect(said).toEqual([]);
  expect(await house.run(program(folder, "late", "console.log('never')"))).toEqual({ ok: false, words: "" });
});

test("run tells how a program ended and what it said last", async () => {
  const { folder, house } = open();
  expect(await house.run(program(folder, "good", "console.log('all well')"))).toEqual({
    ok: true,
    words: "all well",
  });
  expect(await house.run(program(folder, "bad", "console.error('no'); process.exit(1)"))).toEqual({
    ok: false,
    words: "no",
  });
});

test.each([
  ["with the kernel's help", ""],
  // An empty PATH hides setpriv: then only the connection to the parent is left.
  ["without it", "process.env.PATH = '';"],
])("kill -9 of the parent ends its programs, %s", async (_how, prelude) => {
  const folder = newFolder();
  const child = program(folder, "web", "setInterval(() => {}, 1000)");
  const parent = program(
    folder,
    "parent",
    `${prelude}
     const { household } = await import(${JSON.stringify(join(import.meta.dirname, "processes.ts"))});
     const house = household({ output: { folder: ${JSON.stringify(folder)} }, say() {} });
     house.keep({ name: "web", args: ${JSON.stringify(child.args)}, env: {} });
     console.log(house.pids()[0]);`,
  );
  const running = spawn(process.execPath, parent.args, { stdio: ["ignore", "pipe", "inherit"] });
  const pid = await new Promise<number>((resolve) =>
    running.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk.toString()))),
  );
  expect(isAlive(pid)).toBe(true);
  // The tether takes hold once the child's own code runs.
  await new Promise((resolve) => setTimeout(resolve, 500));
  running.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), soon).toBe(false);
});

test("what a killed start left behind is ended; a stranger who has the number now is not touched", async () => {
  const folder = newFolder();
  const left = spawn(process.execPath, program(folder, "left", "setInterval(() => {}, 1000)").args);
  const stranger = spawn("sleep", ["60"]);
  cleanUp.push(() => stranger.kill());
  await endOrphans([left.pid!, stranger.pid!], 200);
  expect(
    left.signalCode ??
      (await new Promise((resolve) => left.once("exit", (_status, signal) => resolve(signal)))),
  ).toBe("SIGTERM");
  expect(isAlive(stranger.pid!)).toBe(true);
});
