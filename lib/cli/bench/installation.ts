import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, useDatabase } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { emptyDatabase } from "#db/testing/databases.ts";
import { changeEnv } from "#lib/env.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { createKeys } from "#lib/keys/create.ts";
import { useRing } from "#lib/keys/ring.ts";

export type BareInstallation = {
  /** The database as its owner. */
  url: string;
  dataFolder: string;
  close(): Promise<void>;
};

/**
 * An installation with nothing in it, for this process: a new database, keys and a folder for sealed files.
 * @param allowedHosts what its sources may be read from
 */
export async function openBareInstallation(allowedHosts: string): Promise<BareInstallation> {
  const database = await emptyDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), "habeas-bench-"));
  await migrate({ ownerUrl: database.url, appRoles: ["habeas_web", "habeas_worker"] });
  createKeys(join(dataFolder, "keys"));
  changeEnv({
    HABEAS_MODE: "demo",
    HABEAS_DATA: dataFolder,
    HABEAS_KEYS: join(dataFolder, "keys"),
    HABEAS_ALLOWED_HOSTS: allowedHosts,
    DATABASE_URL: database.urlAs("web"),
    DATABASE_OWNER_URL: database.url,
    LOG_LEVEL: "error",
  });
  useRing(null);
  await useDatabase(database.urlAs("web"));
  return {
    url: database.url,
    dataFolder,
    async close() {
      await closeQueue();
      await closeDatabase();
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
