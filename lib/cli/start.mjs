/**
 * The door of every npm script, for a machine with nothing but Node 20 and npm: it installs what package-lock.json
 * names, Node 24 among it, and continues there. Built-ins only, and no syntax newer than Node 18.
 *
 *   node lib/cli/start.mjs [start | test | habeas | bench] [words…]
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, ownNode, project, tethered } from "./install.mjs";
import { endWithNpm } from "./npm-parent.mjs";

const commands = ["start", "test", "habeas", "bench"];
const isWindows = process.platform === "win32";
const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

process.chdir(project);
const isNamed = commands.includes(process.argv[2] ?? "");
const command = isNamed ? process.argv[2] : "start";
const words = process.argv.slice(isNamed ? 3 : 2);

if (Number(process.versions.node.split(".")[0]) < 18) {
  end(`Habeas needs Node 20 or newer; this is ${process.version}. Get it from https://nodejs.org.`);
}
endWithNpm();
// A command's output belongs to whoever reads it, so the way there is told on the other channel.
await ensureInstalled((sentence) => process.stderr.write(`${sentence}\n`)).catch((error) =>
  end(error.message),
);
continueUnderOwnNode();

/** @param {string} sentence */
function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Hands over, passes signals on, and ends as the other ends. */
function continueUnderOwnNode() {
  const tether = new URL("./tether.mjs", import.meta.url).href;
  const node = [ownNode, "--import", tether, join(project, "lib", "cli", `${command}.ts`), ...words];
  const [file = ownNode, ...args] = tethered(node, "TERM");
  const bin = join(project, "node_modules", ".bin");
  const child = spawn(file, args, {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: `${bin}${isWindows ? ";" : ":"}${process.env.PATH ?? ""}`,
      HABEAS_PARENT: String(process.pid),
    },
  });
  // On Windows `kill` gives no time to tidy up; there the closing connection asks (tether.mjs).
  const ask = (/** @type {NodeJS.Signals} */ signal) =>
    isWindows ? child.connected && child.disconnect() : child.kill(signal);
  for (const signal of signals) process.on(signal, () => ask(signal));
  child.on("error", (error) => end(`Node 24 could not be started: ${error.message}`));
  child.on("exit", (status) => process.exit(status ?? 1));
}
