/**
 * `npm start` is a chain: npm, perhaps a shell, this process. A `kill -9` of npm tells nobody, and what it started
 * would go on unseen; so the chain is watched, and its end taken as a wish to stop.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Does nothing when not run by npm: somebody may well start us in the background and leave. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const watched = /\bnpm\b/.test(commandOf(parent)) || !grandparent ? [parent] : [parent, grandparent];
  setInterval(() => {
    if (process.ppid !== parent || !watched.every(isAlive)) process.kill(process.pid, "SIGTERM");
  }, 1_000).unref();
}

/** @param {number} pid */
function parentOf(pid) {
  return Number(ask(pid, "ppid")) || 0;
}

/** @param {number} pid */
function commandOf(pid) {
  return ask(pid, "command");
}

/**
 * @param {number} pid
 * @param {"ppid" | "command"} what
 */
function ask(pid, what) {
  try {
    if (what === "ppid")
      return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "";
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return spawnSync("ps", ["-p", String(pid), "-o", `${what}=`], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
