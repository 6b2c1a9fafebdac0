import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Clears the way after a death without goodbye. Call it only while holding the folder's lock: then a `postmaster.pid`
 * means either a Postgres that outlived us, which is stopped, or a pid that was given to somebody else since, whose
 * file is removed (Postgres itself would refuse to start beside it).
 */
export async function clearStale(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (isOurPostgres(pid, cluster)) await stopOrphan(pid, cluster);
  rmSync(pidFile, { force: true });
}

function isOurPostgres(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  if (process.platform === "linux") {
    try {
      const isPostgres = /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
      return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch {
      return false;
    }
  }
  const [file, args] =
    process.platform === "win32"
      ? (["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]] as const)
      : (["ps", ["-p", String(pid), "-o", "command="]] as const);
  return /postgres/.test(spawnSync(file, args, { encoding: "utf8", windowsHide: true }).stdout ?? "");
}

/** SIGINT is Postgres's fast shutdown, SIGQUIT the immediate one (recovery at the next start); both lose nothing. */
async function stopOrphan(pid: number, cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let tick = 0; tick < seconds * 20; tick++) {
      if (!isOurPostgres(pid, cluster)) return;
      await sleep(50);
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
