import { spawnSync } from "node:child_process";

export type Command = { file: string; args: string[] };

let hasSetpriv: boolean | undefined;

/** Whether this system's kernel can end a child with its parent (util-linux `setpriv --pdeathsig`). */
export function canTether(): boolean {
  hasSetpriv ??=
    process.platform === "linux" &&
    spawnSync("setpriv", ["--pdeathsig", "TERM", "true"], { stdio: "ignore" }).status === 0;
  return hasSetpriv;
}

/**
 * The same command, sent `signal` by the kernel when the process that spawns it dies, however it dies.
 * Unchanged where the system cannot do that; callers then need another way (lib/cli/tether.mjs).
 */
export function tethered(command: Command, signal: "INT" | "TERM" | "KILL"): Command {
  if (!canTether()) return command;
  return { file: "setpriv", args: ["--pdeathsig", signal, command.file, ...command.args] };
}
