import { spawn } from "node:child_process";
import { once } from "node:events";
import { DatabaseSync } from "node:sqlite";
import { and, asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect, database } from "#db/client.ts";
import { aCase, aMember, anOrganisation } from "#db/factories.ts";
import { caseSource, cases, recordPage } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { projectFolder, rawEnv } from "#lib/env.ts";
import { reconcile } from "#lib/jobs/jobs.ts";
import { caseBlobKeys } from "#lib/keys/sealer.ts";
import { readPage } from "./queries/pages.ts";

const installation = testInstallation();
const added = 40_000;

/** What a worker does, in a process that can be killed without a chance to tidy up. */
function startWorker() {
  const script = `import { runJobs } from "#db/testing/jobs.ts"; await runJobs(process.env.DATABASE_OWNER_URL);`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: projectFolder,
    stdio: "ignore",
    env: { ...process.env, ...rawEnv(), DATABASE_URL: installation.database.urlAs("worker") },
  });
}

test("killed while it reads, the next worker goes on after the last saved page; nothing is lost or told twice", async () => {
  const harbour = await anOrganisation("harbour");
  const ids = await connectShop(await aMember(harbour, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
  const shop = new DatabaseSync(ids.shopPath);
  shop.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${added})
    insert into invoices (person_id, amount, issued_on) select 0, '1.00', '2024-01-' || printf('%02d', i % 28 + 1) from n`);
  shop.close();
  const opened = await aCase(harbour);
  const pagesOf = () =>
    database()
      .select()
      .from(recordPage)
      .where(and(eq(recordPage.caseId, opened.id), eq(recordPage.collection, "invoices")))
      .orderBy(asc(recordPage.pageNo));

  const worker = startWorker();
  await expect
    .poll(async () => (await pagesOf()).length, { timeout: 120_000, interval: 20 })
    .toBeGreaterThan(2);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  const saved = await pagesOf();
  expect(saved.length).toBeLessThan((added + 10) / 2_000);

  // Its lease runs out; then whoever reconciles rings for another.
  const owner = connect(installation.database.url);
  await owner.db
    .update(caseSource)
    .set({ leaseUntil: sql`now() - interval '1 minute'` as never })
    .where(and(eq(caseSource.caseId, opened.id), eq(caseSource.state, "running")));
  await owner.end();
  expect(await reconcile()).toBeGreaterThan(0);
  await runJobs(installation.database.url);

  const pages = await pagesOf();
  expect(pages.map((page) => page.pageNo)).toEqual(pages.map((_page, index) => index));
  expect(pages.slice(0, saved.length).map((page) => page.id)).toEqual(saved.map((page) => page.id));
  const { identity } = await caseBlobKeys(database(), opened.id);
  const keys: string[] = [];
  for (const page of pages) keys.push(...(await readPage(page.blobId, identity)).map(({ key }) => key));
  expect(keys).toHaveLength(added + 10);
  expect(new Set(keys).size).toBe(added + 10);
  const [row] = await database().select().from(cases).where(eq(cases.id, opened.id));
  expect(row).toMatchObject({ status: "reviewing" });
});
