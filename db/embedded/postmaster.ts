import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Binaries } from "./binaries.ts";
import { clusterFolder } from "./cluster.ts";
import { canTether, tethered, type Command } from "./tether.ts";
import { asUnprivileged, type Way } from "./unprivileged.ts";

/**
 * What every embedded server runs with. Loopback only, no socket file; and in its log no statement, no bound value
 * and no error of a statement ("invalid input syntax … maya@…", "Key (email)=(…)"): those hold personal data.
 * (`log` ranks above `error` there: what the server says of itself is kept.)
 */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  timezone: "UTC",
  log_timezone: "UTC",
  log_statement: "none",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_error_verbosity: "terse",
  log_min_duration_statement: "-1",
  tcp_keepalives_idle: "30",
};

export type Postmaster = {
  child: ChildProcess;
  /** Resolves when the process has ended, however. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

export class PostmasterEnded extends Error {}

/**
 * Starts the server process and waits until it answers (after a crash that includes its recovery).
 * @throws PostmasterEnded with the last lines of its log when it ends instead
 */
export async function startPostmaster(
  options: { folder: string; port: number; password: string; extra: Record<string, string> },
  binaries: Binaries,
  way: Way,
  isTethered = canTether(),
): Promise<Postmaster> {
  const cluster = clusterFolder(options.folder);
  const flags = Object.entries({ ...settings, ...options.extra, port: String(options.port) });
  const command: Command = {
    file: binaries.postgres,
    args: ["-D", cluster, ...flags.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
  };
  const logPath = join(options.folder, "postgres.log");
  const logStart = beginLog(logPath);
  const log = openSync(logPath, "a", 0o600);
  const { file, args, ...user } = isTethered
    ? asUnprivileged(way, tethered(command, "INT"))
    : guarded(way, command);
  const child = spawn(file, args, {
    ...user,
    cwd: cluster,
    stdio: isTethered ? ["ignore", log, log] : ["ignore", log, log, "ipc"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  closeSync(log);
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  const stop = async () => {
    if (hasEnded) return;
    if (isTethered) child.kill("SIGINT");
    else child.disconnect();
    const late = setTimeout(() => child.kill("SIGQUIT"), 20_000);
    await ended;
    clearTimeout(late);
  };
  while (!(await answers(options.port, options.password))) {
    if (hasEnded)
      throw new PostmasterEnded(readFileSync(logPath, "utf8").slice(logStart).trim().slice(-2_000));
    await sleep(40);
  }
  return { child, ended, stop };
}

/** Where the kernel cannot end Postgres with us, a small guard process does. */
function guarded(way: Way, command: Command): Command & { uid?: number; gid?: number } {
  const { file, args, ...user } = asUnprivileged(way, command);
  const guard = join(import.meta.dirname, "guard.mjs");
  return { file: process.execPath, args: [guard, JSON.stringify({ ...user, file, args })] };
}

async function answers(port: number, password: string): Promise<boolean> {
  const sql = postgres({
    host: "127.0.0.1",
    port,
    username: "postgres",
    password,
    database: "postgres",
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    // The port answers with another password: a stranger listens there, and waiting would not help.
    if ((error as { code?: string }).code === "28P01")
      throw new PostmasterEnded("port taken: password refused");
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Keeps one older log. @returns the length the log has now, where this run's lines begin */
function beginLog(path: string): number {
  if (!existsSync(path)) return 0;
  const size = statSync(path).size;
  if (size < 5_000_000) return size;
  renameSync(path, `${path}.1`);
  return 0;
}
