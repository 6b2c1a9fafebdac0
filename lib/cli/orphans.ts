import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "#db/embedded/stale.ts";
import { projectFolder } from "#lib/env.ts";

/**
 * Waits for, then ends, what is left of a start that was killed: its processes go by themselves, but a new start
 * within the same second would find its port still taken. Pids are reused, so each must look like one of ours.
 */
export async function endOrphans(pids: readonly number[], graceMs = 5_000): Promise<void> {
  const remaining = () => pids.filter((pid) => isAlive(pid) && isOurs(pid));
  for (const [signal, waitMs] of [
    [null, graceMs],
    ["SIGTERM", graceMs],
    ["SIGKILL", 1_000],
  ] as const) {
    for (const pid of signal ? remaining() : []) process.kill(pid, signal!);
    for (let waited = 0; waited < waitMs && remaining().length; waited += 50) await sleep(50);
  }
}

/** Whether the process runs the project's own Node (its command line says what it likes: Next renames itself). */
function isOurs(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).startsWith(projectFolder);
  } catch {
    if (process.platform === "linux" || process.platform === "win32") return false;
    return spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).stdout.includes(
      projectFolder,
    );
  }
}
