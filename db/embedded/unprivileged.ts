import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, chownSync, constants, lstatSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "./tether.ts";

/** The user `nobody`, by number, so that no user has to exist. */
const nobody = 65_534;

/**
 * How to run Postgres, which refuses to run as root:
 * `as-is` for everybody else; `namespace` for root where it may make a user namespace (same files, no rights outside);
 * `nobody` for root in a container that forbids namespaces, which needs the folder handed over to that user.
 */
export type Way = "as-is" | "namespace" | "nobody";

export function wayToRun(): Way {
  if (process.getuid?.() !== 0) return "as-is";
  return spawnSync("unshare", ["-U", "true"], { stdio: "ignore" }).status === 0 ? "namespace" : "nobody";
}

/** The command as it is spawned: its words, and the user for `spawn`. */
export function asUnprivileged(way: Way, command: Command): Command & { uid?: number; gid?: number } {
  if (way === "namespace") return { file: "unshare", args: ["-U", command.file, ...command.args] };
  return way === "nobody" ? { ...command, uid: nobody, gid: nobody } : command;
}

/**
 * Hands a folder and all in it to the user Postgres will run as. Only `nobody` needs it.
 * @throws a sentence naming the folder that this user cannot pass through, and what to do
 */
export function handOver(way: Way, folder: string, mustRead: readonly string[]): void {
  if (way !== "nobody") return;
  for (const path of [folder, ...mustRead]) {
    const closed = closedParent(path);
    if (!closed) continue;
    throw new Error(
      `The database may not run as root, and the user it would run as cannot enter ${closed}. ` +
        `Either run Habeas as a normal user, or move it to a folder everybody may enter (such as /srv/habeas), ` +
        `or set DATABASE_URL to a Postgres of your own.`,
    );
  }
  own(folder);
}

function own(path: string): void {
  const info = lstatSync(path);
  if (info.uid !== nobody) chownSync(path, nobody, nobody);
  if (!info.isDirectory()) return;
  if ((info.mode & 0o777) !== 0o700) chmodSync(path, 0o700);
  for (const name of readdirSync(path)) own(join(path, name));
}

/** The outermost parent that others may not pass through, or null. */
function closedParent(path: string): string | null {
  const parent = dirname(path);
  if (parent === path) return null;
  const further = closedParent(parent);
  if (further) return further;
  accessSync(parent, constants.F_OK);
  const info = lstatSync(parent);
  return info.uid === nobody || info.mode & 0o001 ? null : parent;
}
