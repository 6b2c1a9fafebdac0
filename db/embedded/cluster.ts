import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { asUnprivileged, handOver, type Way } from "./unprivileged.ts";

/** UTF-8 and byte order everywhere: without a locale initdb would pick one by the machine, or SQL_ASCII. */
const initFlags = [
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
  "--auth=scram-sha-256",
  "--username=postgres",
];

export function clusterFolder(folder: string): string {
  return join(folder, "cluster");
}

/**
 * Makes the cluster where there is none. It is built under another name and renamed when complete,
 * so an interrupted first start leaves nothing half made. @returns whether it made one
 */
export function ensureCluster(folder: string, binaries: Binaries, way: Way, password: string): boolean {
  const cluster = clusterFolder(folder);
  if (way === "nobody") letPass(folder);
  if (existsSync(cluster)) {
    handOver(way, cluster, [binaries.root]);
    return false;
  }
  const building = `${cluster}.new`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  handOver(way, building, [binaries.root]);
  const passwordFile = join(folder, "initdb-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (way === "nobody") chownSync(passwordFile, 65_534, 65_534);
  try {
    runInitdb(building, binaries, way, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(building, cluster);
  return true;
}

function runInitdb(cluster: string, binaries: Binaries, way: Way, passwordFile: string): void {
  const { file, args, ...user } = asUnprivileged(way, {
    file: binaries.initdb,
    args: [...initFlags, `--pwfile=${passwordFile}`, `--pgdata=${cluster}`],
  });
  const run = spawnSync(file, args, { ...user, cwd: dirname(cluster), encoding: "utf8", windowsHide: true });
  if (run.status === 0) return;
  throw new Error(
    `The database could not be made in ${cluster}: ${run.error?.message ?? (run.stderr || run.stdout).trim()}`,
  );
}

/** The user `nobody` must be able to pass through our own folders to its cluster; it can read neither. */
function letPass(folder: string): void {
  for (const path of [folder, dirname(folder)]) chmodSync(path, 0o711);
}
