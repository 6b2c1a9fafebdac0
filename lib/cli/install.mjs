/** Puts into node_modules what package-lock.json names, and does nothing when it is there. Built-ins only. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const isWindows = process.platform === "win32";
export const ownNode = join(project, "node_modules", "node", "bin", isWindows ? "node.exe" : "node");
const stamp = join(project, "node_modules", ".habeas-installed");
const flags = ["--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];

/**
 * @param {(sentence: string) => void} say
 * @throws an Error whose message says what to do
 */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  await alone(say, async () => {
    if (isInstalled()) return;
    if (!isLockFilled()) await installPackages(say);
    await installNode();
    writeFileSync(stamp, fingerprint());
  });
}

function fingerprint() {
  const lock = createHash("sha256")
    .update(readFileSync(join(project, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform} ${process.arch}\n`;
}

function isInstalled() {
  return existsSync(ownNode) && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

/**
 * The same command, sent `signal` by the kernel when the process that spawns it dies, however it dies; unchanged where
 * the system cannot do that.
 * @param {string[]} command
 * @param {"TERM" | "KILL"} signal
 */
export function tethered(command, signal) {
  const canTether =
    process.platform === "linux" && spawnSync("setpriv", ["--pdeathsig", "TERM", "true"]).status === 0;
  return canTether ? ["setpriv", "--pdeathsig", signal, ...command] : command;
}

/** Whether somebody ran `npm ci` before us: npm's own note of what lies in node_modules agrees with the lock file. */
function isLockFilled() {
  try {
    const wanted = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(
      readFileSync(join(project, "node_modules", ".package-lock.json"), "utf8"),
    ).packages;
    return Object.keys(wanted).every(
      (path) =>
        path === "" ||
        (wanted[path].optional && !present[path]) ||
        (present[path]?.version === wanted[path].version && existsSync(join(project, path, "package.json"))),
    );
  } catch {
    return false;
  }
}

/** @param {(sentence: string) => void} say */
async function installPackages(say) {
  say("Installing what Habeas is made of (once; about half a minute, from the npm registry)…");
  const first = await npm(["ci", ...flags]);
  if (first.ok) return;
  say("The exact versions could not be installed in one go; trying once more…");
  const second = await npm(["install", "--no-save", ...flags]);
  if (!second.ok) throw new Error(`${second.words}\nInstalling failed. ${hint(second.words)}`);
}

/** Node 24 is a package too, the only one whose install script has to run. */
async function installNode() {
  if (worksAsNode24()) return;
  const { words } = await npm(["rebuild", "node", "--ignore-scripts=false"]);
  if (worksAsNode24()) return;
  const system = `${process.platform}-${process.arch}`;
  throw new Error(`${words}\nNode 24 could not be installed for ${system}. ${hint(words)}`);
}

function worksAsNode24() {
  const run = spawnSync(ownNode, ["--version"], { encoding: "utf8" });
  return run.status === 0 && Number(run.stdout.slice(1).split(".")[0]) >= 24;
}

/**
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, words: string }>}
 */
function npm(args) {
  const script = process.env.npm_execpath ?? "";
  const isNpm = /npm-cli\.c?js$/.test(script);
  const [file = "npm", ...command] = tethered(
    [...(isNpm ? [process.execPath, script] : ["npm"]), ...args],
    "KILL",
  );
  const child = spawn(file, command, {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    shell: isWindows && !isNpm,
    // npm reads NODE_ENV and may leave out what building needs.
    env: {
      ...process.env,
      NODE_ENV: "development",
      npm_config_loglevel: "error",
      npm_config_update_notifier: "false",
    },
  });
  // npm takes a signal as a wish to put everything back first, and would still be at it when the next start begins.
  const stop = () => {
    child.kill("SIGKILL");
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop);
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (words = (words + chunk).slice(-4_000)));
  return new Promise((resolve) => {
    /** @param {boolean} ok */
    const done = (ok) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stop);
      resolve({ ok, words: words.trim() });
    };
    child.once("error", (error) => {
      words += error.message;
      done(false);
    });
    child.once("close", (status) => done(status === 0));
  });
}

/** @param {string} words */
function hint(words) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(words)) {
    return "The npm registry could not be reached: check the network (or the proxy in your npm settings) and start again.";
  }
  if (/ENOSPC/.test(words)) return "The disk is full: free about 1.5 GB and start again.";
  if (/EACCES|EPERM|EROFS/.test(words))
    return "This user may not write here: give it the folder, and start again.";
  if (/spawn npm ENOENT|failed to execute npm/.test(words))
    return "npm was not found: it comes with Node, https://nodejs.org.";
  return "What npm said stands above.";
}

/**
 * Runs `work` unless another start in this folder is at it: then waits for that one first.
 * @param {(sentence: string) => void} say
 * @param {() => Promise<void>} work
 */
async function alone(say, work) {
  const lock = join(project, ".data", "installing");
  mkdirSync(dirname(lock), { recursive: true, mode: 0o700 });
  for (let waited = false; !take(lock); waited = true) {
    if (!waited) say("Another start is installing already; waiting for it.");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    if (isHeld(lock)) return false;
    rmSync(lock, { force: true });
    return take(lock);
  }
}

/** @param {string} lock */
function isHeld(lock) {
  try {
    const ageMs = Date.now() - statSync(lock).mtimeMs;
    const pid = Number(readFileSync(lock, "utf8"));
    if (!pid) return ageMs < 5_000;
    process.kill(pid, 0);
    return ageMs < 15 * 60_000;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
