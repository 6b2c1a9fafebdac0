import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freeServerPort, isPortFree } from "#db/embedded/ports.ts";
import { projectFolder, type Env } from "#lib/env.ts";
import { variablesFor, type Settled } from "./installation.ts";
import type { Household } from "./processes.ts";

/**
 * Where the demo's OpenID provider listens. Its address is a part of who signed in, so it keeps its port from start to
 * start; where another program has that, it moves for this once only, and is found again at its own address later.
 */
export async function providerPort({ dataFolder }: Env, say: (sentence: string) => void): Promise<number> {
  const path = join(dataFolder, "provider-port");
  const known = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
  if (known && (await isPortFree(known, "127.0.0.1"))) return known;
  const port = await freeServerPort();
  if (known) {
    say(
      `Port ${known} of the demo's sign-in is taken by another program; using ${port} this time. ` +
        `Requests that were made by signing in open again once it is free.`,
    );
  } else writeFileSync(path, String(port));
  return port;
}

/** Together longer than the lease of a run that died (lib/engine/collecting), and than a restart of the database. */
const rests = [2_000, 4_000, 8_000, 15_000, 30_000, 30_000];

/** Seeds organisations, stores and stories, in a process of its own. @returns whether that went well */
export async function fillDemo(
  processes: Household,
  settled: Settled,
  signal: AbortSignal,
  say: (sentence: string) => void,
): Promise<boolean> {
  const { env } = settled;
  say("Filling the demo: five organisations, their stores, about seventy cases…");
  const seed = {
    name: "seed",
    args: [join(projectFolder, "lib", "cli", "seed.ts")],
    env: variablesFor("tool", settled),
  };
  const fill = () => processes.run(seed);
  // It goes on where it stopped, so a database that was away or a job that the worker has in hand costs a moment.
  let { ok } = await fill();
  for (const restMs of rests) {
    if (ok || signal.aborted) break;
    await sleep(restMs, undefined, { signal }).catch(() => {});
    ({ ok } = await fill());
  }
  const log = join(env.dataFolder, "logs", "seed.log");
  if (!signal.aborted) say(ok ? "The demo is filled." : `The demo could not be filled. Why is in ${log}.`);
  return ok;
}
