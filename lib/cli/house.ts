import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedDatabase } from "#db/embedded.ts";
import { isLocalPortFree, isPortFree, nextFreePort } from "#db/embedded/ports.ts";
import { projectFolder, rawEnv, type Env } from "#lib/env.ts";
import { addressTable } from "./addresses.ts";
import { ensureBuilt, nextProgram } from "./build.ts";
import { makeAccounts, openDatabases, type Databases } from "./databases.ts";
import { fillDemo, providerPort } from "./demo.ts";
import { waitForPages } from "./health.ts";
import { forgetWorker, prepareDatabase, variablesFor, type Settled } from "./installation.ts";
import { household, type Program } from "./processes.ts";
import { requireKeysThatFit } from "./keys-fit.ts";
import { ensureSecrets } from "./secrets.ts";

export type OpenHouse = {
  url: string;
  /** The variables under which a tool or a test works on this installation. */
  variables: Record<string, string | undefined>;
  /** Demo only: resolves when the demo is filled, to whether that went well. */
  filled: Promise<boolean>;
  /** Resolves once everything has ended, after `signal`. */
  ended: Promise<void>;
};

type Surroundings = {
  say: (sentence: string) => void;
  /** Ends the house, at whatever stage it is. */
  signal: AbortSignal;
  /** Told the address for people and the one on this machine, once there are any, and the processes, whenever they change. */
  note: (details: { url: string; inside: string; pids: number[] }) => void;
};

/**
 * Opens a whole installation: database, migrations, pages, web, worker and, in demo mode, provider and seed.
 * @throws an Error whose message says what to do; by then everything that had started has ended
 */
export async function openHouse(wished: Env, { say, signal, note }: Surroundings): Promise<OpenHouse> {
  const isDemo = wished.mode === "demo";
  let url = "";
  let inside = "";
  const processes = household({
    output: isDemo ? { folder: join(wished.dataFolder, "logs") } : "inherit",
    say,
    changed: () => note({ url, inside, pids: processes.pids() }),
  });
  let databases: Databases | null = null;
  const close = async () => {
    await processes.stop();
    await databases?.embedded?.stop();
  };
  // Also in the middle of a build: what runs is told at once, and whoever waits for it notices.
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => void close().finally(resolve), { once: true });
  });
  try {
    const authSecret = ensureSecrets(wished);
    databases = await openDatabases(wished, say);
    signal.throwIfAborted();
    await prepareDatabase({ env: wished, databases }, say);
    if (isDemo) databases.accounts ??= await makeAccounts(databases.ownerUrl);
    await requireKeysThatFit(wished, databases.ownerUrl);
    signal.throwIfAborted();
    await ensureBuilt(processes, { ...rawEnv(), HABEAS_MODE: wished.mode }, say);
    signal.throwIfAborted();

    // Only now: while the pages were built, somebody else might have taken the port.
    const env = await settlePort(wished, say);
    const settled: Settled = {
      env,
      databases,
      authSecret,
      providerPort: isDemo ? await providerPort(env, say) : null,
    };
    if (databases.embedded) void keepDatabase(databases.embedded, signal, say);
    await forgetWorker(databases.ownerUrl);
    for (const program of programsOf(settled)) processes.keep(program);
    url = env.url;
    inside = insideAddress(env);
    note({ url, inside, pids: processes.pids() });
    const isWell = await waitForPages(inside, signal, () =>
      say(`The pages take long to answer. What they say is in ${join(env.dataFolder, "logs", "web.log")}.`),
    );
    signal.throwIfAborted();
    say(addressTable(env.url, env.mode));
    if (!isWell) say(`Not all is well yet: see ${env.url}/api/health, or run "npm run -s habeas -- doctor".`);
    const filled = isDemo ? fillDemo(processes, settled, signal, say) : Promise.resolve(true);
    return { url, variables: variablesFor("tool", settled), filled, ended };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The port wished for, or the next free one; the address that links begin with follows it. */
async function settlePort(env: Env, say: (sentence: string) => void): Promise<Env> {
  const isFree = env.listen.startsWith("127.") ? isLocalPortFree(env.port) : isPortFree(env.port);
  if (await isFree) return env;
  const port = await nextFreePort(env.port + 1);
  const follows = env.url === `http://localhost:${env.port}`;
  say(`Port ${env.port} is taken by another program; using ${port}.`);
  if (!follows) say(`Links still begin with ${env.url}, as HABEAS_URL says.`);
  return { ...env, port, url: follows ? `http://localhost:${port}` : env.url };
}

/** Where the pages answer on this machine, whatever their address is for everybody else. */
function insideAddress({ listen, port }: Env): string {
  const host =
    listen === "0.0.0.0"
      ? "127.0.0.1"
      : listen === "::"
        ? "[::1]"
        : listen.includes(":")
          ? `[${listen}]`
          : listen;
  return `http://${host}:${port}`;
}

/** The programs that run as long as the house does. */
function programsOf(settled: Settled): Program[] {
  const { env, providerPort } = settled;
  const web = [nextProgram, "start", "--port", String(env.port), "--hostname", env.listen];
  const worker = [join(projectFolder, "lib", "cli", "worker.ts")];
  const provider = [join(projectFolder, "lib", "demo", "provider.ts")];
  return [
    { name: "web", args: web, env: variablesFor("web", settled) },
    { name: "worker", args: worker, env: variablesFor("worker", settled) },
    ...(providerPort
      ? [
          {
            name: "provider",
            args: provider,
            env: { ...variablesFor("web", settled), PORT: String(providerPort) },
          },
        ]
      : []),
  ];
}

/** Starts the embedded server again whenever it ends by itself; what was committed is recovered. */
async function keepDatabase(
  database: EmbeddedDatabase,
  signal: AbortSignal,
  say: (sentence: string) => void,
) {
  for (;;) {
    await database.ended();
    for (let delayMs = 200; !signal.aborted; delayMs = Math.min(delayMs * 2, 15_000)) {
      say("The database ended unexpectedly; starting it again.");
      const failure = await database.restart().then(
        () => null,
        (error: Error) => error,
      );
      if (!failure) break;
      say(failure.message);
      await sleep(delayMs);
    }
    if (signal.aborted) return;
  }
}
