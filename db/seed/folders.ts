import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

export type Made = "made" | "kept";

/** Fills a new folder beside its place and moves it there when it is whole. A folder that is there already is left alone. */
export function makeFolder(folder: string, fill: (fresh: string) => void): Made {
  if (existsSync(folder)) return "kept";
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  fill(fresh);
  renameSync(fresh, folder);
  return "made";
}
