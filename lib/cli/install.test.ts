import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isAlive } from "#db/embedded/stale.ts";
import { canTether } from "#db/embedded/tether.ts";
import { projectFolder } from "#lib/env.ts";

/** An installation that takes for ever, by an npm that (like the real one while it unpacks) does not heed a wish to end. */
const stubbornNpm = `
  const { writeFileSync } = require("node:fs");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
  writeFileSync(process.env.PID_FILE, String(process.pid));
  setInterval(() => {}, 1000);`;

const cleanUp: (() => unknown)[] = [];
afterEach(() => {
  for (const work of cleanUp.splice(0).reverse()) work();
});

function bareClone(): string {
  const folder = mkdtempSync(join(tmpdir(), "habeas-install-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "lib"), { recursive: true });
  cpSync(join(projectFolder, "lib", "cli"), join(folder, "lib", "cli"), { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    cpSync(join(projectFolder, name), join(folder, name));
  writeFileSync(join(folder, "npm-cli.cjs"), stubbornNpm);
  return folder;
}

const ways = (["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const).filter(
  (signal) => signal !== "SIGKILL" || canTether(),
);

test.each(ways)("%s in the middle of installing leaves no npm at work, and the way free", async (signal) => {
  const folder = bareClone();
  const pidFile = join(folder, "npm.pid");
  const start = spawn(process.execPath, [join(folder, "lib", "cli", "start.mjs")], {
    stdio: "ignore",
    env: { ...process.env, npm_execpath: join(folder, "npm-cli.cjs"), PID_FILE: pidFile },
  });
  const ended = new Promise((resolve) => start.once("exit", resolve));
  const npmPid = () => (existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8")) : 0);
  await expect.poll(npmPid, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
  const pid = npmPid();
  cleanUp.push(() => isAlive(pid) && process.kill(pid, "SIGKILL"));
  start.kill(signal);
  await ended;
  await expect.poll(() => isAlive(pid), { timeout: 5_000, interval: 20 }).toBe(false);
  if (signal !== "SIGKILL") expect(existsSync(join(folder, ".data", "installing"))).toBe(false);
});
