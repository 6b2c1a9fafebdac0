import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockFolder, readHolder } from "./lock.ts";

const folder = mkdtempSync(join(tmpdir(), "habeas-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("one holder at a time, whose note others can read, and nobody's after release", () => {
  const lock = lockFolder(folder, "a");
  expect(lock?.left).toBeNull();
  lock?.note({ url: "http://localhost:3000" });
  expect(lockFolder(folder, "a")).toBeNull();
  expect(readHolder(folder, "a")).toEqual({ url: "http://localhost:3000", pid: process.pid });
  expect(lockFolder(folder, "b")).not.toBeNull();
  lock?.release();
  expect(readHolder(folder, "a")).toBeNull();
  const again = lockFolder(folder, "a");
  expect(again?.left).toBeNull();
  again?.release();
});

test("kill -9 of the holder frees the folder, and its last note can still be read by the next", async () => {
  const code = `
    const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, "lock.ts"))});
    lockFolder(${JSON.stringify(folder)}, "c").note({ pids: [1, 2] });
    console.log("held");
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  expect(lockFolder(folder, "c")).toBeNull();
  expect(readHolder(folder, "c")?.pid).toBe(holder.pid);
  const ended = new Promise((resolve) => holder.once("exit", resolve));
  holder.kill("SIGKILL");
  await ended;
  expect(readHolder(folder, "c")).toBeNull();
  const lock = lockFolder(folder, "c");
  expect(lock?.left).toEqual({ pids: [1, 2], pid: holder.pid });
  lock?.release();
});
