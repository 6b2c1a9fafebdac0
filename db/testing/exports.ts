import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder } from "#lib/env.ts";

type Area = "commands" | "queries";

/**
 * Every function that a file of commands (or queries) below `lib` exports, as `area/file#name`. Tests that prove something
 * of all of them compare their table with this, so that nobody adds one unproved.
 */
export async function exportedFunctions(area: Area): Promise<string[]> {
  const lib = join(projectFolder, "lib");
  const files = readdirSync(lib, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(lib, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => new RegExp(`(^|/)${area}(\\.ts$|/.*\\.ts$)`).test(path))
    .filter((path) => !/\.test\.|^cli\//.test(path))
    .sort();
  const named = await Promise.all(
    files.map(async (path) => {
      const module = (await import(join(lib, path))) as Record<string, unknown>;
      return Object.entries(module)
        .filter(([, value]) => typeof value === "function" && !/^class\b/.test(value.toString()))
        .map(([name]) => `${path.replace(/\.ts$/, "")}#${name}`);
    }),
  );
  return named.flat().sort();
}
