/**
 * Completes package-lock.json after a change of dependencies: `node lib/cli/complete-lock.mjs`.
 * npm drops the packages of other systems when the registry does not offer them while locking; then `npm ci` refuses
 * ("Missing … from lock file") and a person on another system would get nothing for it. Every optional dependency
 * that is named but not locked gets an entry, with the system read from its name.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */

const systems = {
  darwin: "darwin",
  linux: "linux",
  win32: "win32",
  windows: "win32",
  freebsd: "freebsd",
  android: "android",
  openbsd: "openbsd",
  netbsd: "netbsd",
  sunos: "sunos",
  aix: "aix",
};
const processors = [
  "x64",
  "arm64",
  "arm",
  "ia32",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "mips64el",
  "wasm32",
];
const libraries = { musl: "musl", musleabihf: "musl", gnu: "glibc", gnueabihf: "glibc" };

/**
 * Adds what is missing. @returns the paths added
 * @param {{ packages: Record<string, Entry> }} lock
 */
export function completeLock(lock) {
  const added = [];
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lock, parent, name)) continue;
      const path = `node_modules/${name}`;
      lock.packages[path] = {
        version: range.replace(/^[\^~]/, ""),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        ...systemOf(name),
      };
      added.push(path);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return added;
}

/**
 * Whether node's own search from `parent` upwards would find the package among those locked.
 * @param {{ packages: Record<string, Entry> }} lock
 * @param {string} parent
 * @param {string} name
 */
function isLocked(lock, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/** @param {string} name */
function systemOf(name) {
  const words = name.split(/[-/_.]/);
  /** @param {Record<string, string>} known */
  const mapped = (known) => [...new Set(words.flatMap((word) => known[word] ?? []))];
  const os = mapped(systems);
  const cpu = words.filter((word) => processors.includes(word));
  const libc = mapped(libraries);
  return { ...(os.length ? { os } : {}), ...(cpu.length ? { cpu } : {}), ...(libc.length ? { libc } : {}) };
}

if (import.meta.main) {
  const file = join(import.meta.dirname, "..", "..", "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const added = completeLock(lock);
  if (added.length) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    added.length ? `Added ${added.length}:\n${added.join("\n")}` : "package-lock.json is complete.",
  );
}
