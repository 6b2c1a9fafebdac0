import { existsSync } from "node:fs";
import { connectionUrl, readHolder } from "#db/embedded.ts";
import { clusterFolder } from "#db/embedded/cluster.ts";
import { readSecrets } from "#db/embedded/passwords.ts";
import { changeEnv, type Env } from "#lib/env.ts";
import { embeddedFolder, openDatabases, type Databases } from "./databases.ts";
import { prepareDatabase, variablesFor } from "./installation.ts";
import { requireKeysThatFit } from "./keys-fit.ts";
import { ensureSecrets } from "./secrets.ts";

/** The settings with the address that a running portal really has: a busy port leads to the next, and links follow it. */
export function asItRuns(env: Env): Env {
  const url = readHolder(env.dataFolder, "start")?.url;
  return typeof url === "string" && url !== "" ? { ...env, url } : env;
}

/** Whether the embedded database has been made already. */
export function hasEmbedded(env: Env): boolean {
  return existsSync(clusterFolder(embeddedFolder(env)));
}

/** The databases of this installation for as long as `work` takes: the running ones, or started for it and stopped again. */
export async function withDatabases<T>(env: Env, work: (databases: Databases) => Promise<T>): Promise<T> {
  const databases = runningEmbedded(env) ?? (await openDatabases(env, () => {}));
  try {
    return await work(databases);
  } finally {
    await databases.embedded?.stop();
  }
}

/** The same, migrated, and with this process's own surroundings set so that `env()`, database and keys work in it. */
export async function withInstallation<T>(env: Env, work: () => Promise<T>): Promise<T> {
  return withDatabases(env, async (databases) => {
    const authSecret = ensureSecrets(env);
    await prepareDatabase({ env, databases }, () => {});
    await requireKeysThatFit(env, databases.ownerUrl);
    changeEnv(variablesFor("tool", { env, databases, authSecret, providerPort: null }));
    return work();
  });
}

function runningEmbedded(env: Env): Databases | null {
  const folder = embeddedFolder(env);
  if (env.databaseUrl || !readHolder(folder)?.port) return null;
  const secrets = readSecrets(folder);
  if (!secrets) return null;
  return {
    ownerUrl: connectionUrl(secrets, "owner", "habeas"),
    webUrl: connectionUrl(secrets, "web", "habeas"),
    workerUrl: connectionUrl(secrets, "worker", "habeas"),
    accounts: { url: connectionUrl(secrets, "accounts", "ipc_accounts"), schema: "public" },
    embedded: null,
  };
}
