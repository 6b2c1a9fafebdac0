import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { testDatabaseUrl } from "#lib/env.ts";
import { connectionUrl } from "../embedded.ts";
import { readHolder } from "../embedded/lock.ts";
import { readSecrets } from "../embedded/passwords.ts";

const project = join(import.meta.dirname, "..", "..");

/** Where the shared test server lives; nothing in it outlasts a run. */
export const testFolder = join(project, ".data", "test", "postgres");

/**
 * The address of the shared test server as an owner who may create databases and roles.
 * `npm test` starts the server and passes TEST_DATABASE_URL; a test file run by hand uses the one that is running,
 * or starts one that ends by itself two minutes after the last connection.
 */
export async function testServer(): Promise<string> {
  const given = testDatabaseUrl();
  if (given) return given;
  for (let keeper: Keeper | undefined; ; await sleep(100)) {
    const url = runningUrl();
    if (url) return url;
    if (keeper?.failure) throw new Error(`The test database did not start: ${keeper.failure}`);
    // Beside others starting at once, one keeper wins the folder and the rest leave with status 0.
    if (!keeper || keeper.hasLeft) keeper = startKeeper();
  }
}

function runningUrl(): string | null {
  // The holder notes the port once its server answers.
  const holder = existsSync(testFolder) ? readHolder(testFolder) : null;
  const secrets = holder?.port ? readSecrets(testFolder) : null;
  return secrets && connectionUrl(secrets, "owner", "postgres");
}

type Keeper = { hasLeft: boolean; failure: string };

function startKeeper(): Keeper {
  const state: Keeper = { hasLeft: false, failure: "" };
  const child = spawn(process.execPath, [join(import.meta.dirname, "keeper.ts")], {
    cwd: project,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
  });
  let words = "";
  child.stderr.on("data", (chunk) => (words += chunk));
  child.once("error", (error) => (state.failure = error.message));
  child.once("exit", (status) => {
    state.hasLeft = true;
    if (status) state.failure = words || `status ${status}`;
  });
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  return state;
}
