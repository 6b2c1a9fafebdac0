import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tethered } from "#db/embedded/tether.ts";

/** A Node process of the house. */
export type Program = {
  name: string;
  /** Script and words after `node`. */
  args: string[];
  env: Record<string, string | undefined>;
};

export type Household = {
  /** Starts a program and starts it again whenever it ends by itself. */
  keep(program: Program): void;
  /** Runs a program to its end. @returns how it ended, and the last lines it wrote (none where output is inherited) */
  run(program: Program): Promise<{ ok: boolean; words: string }>;
  /** The living processes. */
  pids(): number[];
  /** Asks every process to end, and makes those that will not within 25 seconds. Nothing starts afterwards. */
  stop(): Promise<void>;
};

type Ending = { ok: boolean; words: string };

type Options = {
  /** A file per program; `inherit` hands their output to whoever reads ours. */
  output: { folder: string } | "inherit";
  say: (sentence: string) => void;
  /** Called after a process started or ended. */
  changed?: () => void;
};

const tether = new URL("./tether.mjs", import.meta.url).href;
/** The worker takes up to 20 seconds to let go of what it holds. */
const patienceMs = 25_000;
const isWindows = process.platform === "win32";

/** Starts, watches and ends the processes of one installation. None outlives this one, however it dies. */
export function household({ output, say, changed = () => {} }: Options): Household {
  const living = new Map<ChildProcess, Promise<Ending>>();
  let isStopping = false;

  function start({ name, args, env }: Program): Promise<Ending> {
    const log = output === "inherit" ? "inherit" : openLog(output.folder, name);
    const { file, args: words } = tethered(
      { file: process.execPath, args: ["--import", tether, ...args] },
      "TERM",
    );
    const child = spawn(file, words, {
      stdio: ["ignore", log, log, "ipc"],
      env: { ...(env as NodeJS.ProcessEnv), HABEAS_PARENT: String(process.pid) },
      // A group of its own: Ctrl-C then reaches only us, and we end everybody in order.
      detached: !isWindows,
      windowsHide: true,
    });
    if (typeof log === "number") closeSync(log);
    const ended = new Promise<Ending>((resolve) => {
      child.once("error", (error) => resolve({ ok: false, words: error.message }));
      child.once("exit", (status, signal) =>
        resolve({ ok: status === 0, words: signal ?? `status ${status}` }),
      );
    }).finally(() => {
      living.delete(child);
      changed();
    });
    living.set(child, ended);
    changed();
    return ended;
  }

  async function keep(program: Program): Promise<void> {
    for (let delayMs = 500; !isStopping; delayMs = Math.min(delayMs * 2, 15_000)) {
      const startedAt = performance.now();
      const ending = await start(program);
      if (isStopping) return;
      if (performance.now() - startedAt > 30_000) delayMs = 500;
      const where =
        output === "inherit" ? "" : ` Its last words are in ${join(output.folder, `${program.name}.log`)}.`;
      say(
        `The ${program.name} ended unexpectedly (${ending.words}); starting it again in ${delayMs / 1000} s.${where}`,
      );
      await sleep(delayMs);
    }
  }

  return {
    keep: (program) => void keep(program),
    async run(program) {
      if (isStopping) return { ok: false, words: "" };
      const log = output === "inherit" ? null : join(output.folder, `${program.name}.log`);
      const from = log && existsSync(log) ? statSync(log).size : 0;
      const { ok } = await start(program);
      const words = log
        ? readFileSync(log).subarray(from).toString().trim().split("\n").slice(-40).join("\n")
        : "";
      return { ok, words };
    },
    pids: () => [...living.keys()].flatMap((child) => child.pid ?? []),
    async stop() {
      isStopping = true;
      for (const child of living.keys()) askToEnd(child);
      const late = setTimeout(() => [...living.keys()].forEach(end), patienceMs);
      await Promise.all(living.values());
      clearTimeout(late);
    },
  };
}

/** Windows knows no SIGTERM: there the closing connection asks (tether.mjs). */
function askToEnd(child: ChildProcess): void {
  if (isWindows) child.disconnect();
  else child.kill("SIGTERM");
}

/** With everything the process may have started in its group. */
function end(child: ChildProcess): void {
  try {
    if (isWindows || !child.pid) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended meanwhile.
  }
}

function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  if (existsSync(path) && statSync(path).size > 10_000_000) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}
