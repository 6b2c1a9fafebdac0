import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder } from "#lib/env.ts";
import type { Household } from "./processes.ts";

/** What a build of the pages is made from; the lock file stands for the packages. (Next itself edits tsconfig.json.) */
const sources = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "proxy.ts",
  "next.config.mjs",
  "package.json",
  "package-lock.json",
];
/** Parts of those that no page loads. */
const apart = /(^|\/)(lib\/cli|db\/migrations|db\/testing)\/|\.test\.tsx?$/;

const stamp = join(projectFolder, ".next", "habeas-build");
export const nextProgram = join(projectFolder, "node_modules", "next", "dist", "bin", "next");

/** Whether the pages on disk are those of the sources on disk. */
export function isBuilt(hash = sourceHash()): boolean {
  const isWhole = existsSync(join(projectFolder, ".next", "BUILD_ID"));
  return isWhole && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Builds the pages when the sources have changed since. @throws an Error with the builder's last words */
export async function ensureBuilt(
  house: Household,
  env: Record<string, string | undefined>,
  say: (sentence: string) => void,
): Promise<void> {
  const hash = sourceHash();
  if (isBuilt(hash)) return;
  say("Building the pages (about 20 seconds; only after a change)…");
  const { ok, words } = await house.run({
    name: "build",
    args: [nextProgram, "build"],
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (!ok || !existsSync(join(projectFolder, ".next", "BUILD_ID")))
    throw new Error(`The pages could not be built.\n${words}`);
  writeFileSync(stamp, hash);
}

/** SHA-256 over names and contents, so that neither a checkout's file dates nor a moved folder matter. */
export function sourceHash(): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((name) => filesUnder(join(projectFolder, name)))) {
    const name = relative(projectFolder, path).replaceAll("\\", "/");
    if (!apart.test(name)) hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = (() => {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch {
      return null; // A file.
    }
  })();
  if (!entries) return [path];
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
    );
}
