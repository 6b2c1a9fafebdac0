import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEvent, caseSource, cases, organisation, recordFlag, source, sourceTest, staff } from "#db/schema/index.ts";
import { ipcStories } from "#db/seed/ipc/stories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { emptyDatabase } from "#db/testing.ts";
import { changeEnv } from "#lib/env.ts";
import { seedDemo } from "./seed.ts";

const installation = testInstallation();
const said: string[] = [];
let surprises: string[] = [];

beforeAll(async () => {
  const accounts = await emptyDatabase();
  changeEnv({
    HABEAS_DEMO_ACCOUNTS_URL: accounts.url,
    HABEAS_DEMO_ACCOUNTS_SCHEMA: "public",
    HABEAS_ALLOWED_HOSTS: "127.0.0.1",
    HABEAS_ALLOWED_FOLDERS: `${installation.dataFolder}/demo`,
  });
  const t = performance.now();
  surprises = await seedDemo({ say: (text) => void said.push(text) });
  console.log("seed ms", performance.now() - t);
  return () => accounts.drop();
}, 0);

test("sources", async () => {
  console.log(said, surprises);
  const rows = await database().select().from(cases).orderBy(cases.receivedAt);
  for (const r of rows) {
    const s = ipcStories.find((x) => r.idempotencyKey === `demo/${x.key}`);
    const cs = await database().select().from(caseSource).where(eq(caseSource.caseId, r.id));
    const [f] = await database().select({ n: count() }).from(recordFlag).where(eq(recordFlag.caseId, r.id));
    console.log(r.reference, (s?.key ?? r.idempotencyKey).padEnd(40), r.status.padEnd(18), r.assurance, r.delivery, r.dueOn, cs.map((c) => `${c.outcome ?? c.state}:${c.rows}/${c.problems}${c.outcome === "failed" ? c.says : ""}`).join(" "), f?.n);
  }
});
