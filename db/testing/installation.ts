import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase, useDatabase } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { changeEnv } from "#lib/env.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { createKeys } from "#lib/keys/create.ts";
import { useRing } from "#lib/keys/ring.ts";
import { clonedDatabase, type TestDatabase } from "./databases.ts";

const migrations = join(import.meta.dirname, "../migrations");

/** A name for the template that changes whenever migrations or queues do. */
function templateName(): string {
  const hash = createHash("sha256");
  const files = readdirSync(migrations)
    .filter((name) => name.endsWith(".sql"))
    .map((name) => join(migrations, name));
  files.push(
    join(import.meta.dirname, "../../lib/jobs/catalog.ts"),
    join(import.meta.dirname, "../migrate.ts"),
  );
  for (const file of files.sort()) hash.update(readFileSync(file));
  return `habeas_${hash.digest("hex").slice(0, 12)}`;
}

export type TestInstallation = { database: TestDatabase; dataFolder: string };

/**
 * For the top of a `*.db.test.ts`: a migrated database, a data folder and keys of this file's own.
 * Everything is gone after the file's tests. The application connects as its web role, as in real life.
 */
export function testInstallation(): TestInstallation {
  const installation = {} as TestInstallation;
  beforeAll(async () => {
    const database = await clonedDatabase(templateName(), (ownerUrl) =>
      migrate({ ownerUrl, appRoles: ["habeas_web", "habeas_worker"] }),
    );
    const dataFolder = mkdtempSync(join(tmpdir(), "habeas-test-"));
    createKeys(join(dataFolder, "keys"));
    changeEnv({
      HABEAS_MODE: "demo",
      HABEAS_DATA: dataFolder,
      HABEAS_KEYS: join(dataFolder, "keys"),
      DATABASE_URL: database.urlAs("web"),
      DATABASE_OWNER_URL: database.url,
      LOG_LEVEL: "silent",
    });
    useRing(null);
    await useDatabase(database.urlAs("web"));
    Object.assign(installation, { database, dataFolder });
  });
  afterAll(async () => {
    await closeQueue();
    await closeDatabase();
    await installation.database?.drop();
    if (installation.dataFolder) rmSync(installation.dataFolder, { recursive: true, force: true });
  });
  return installation;
}
