import postgres from "postgres";
import { and, count, eq, isNotNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import {
  auditEvent,
  caseSource,
  cases,
  claim,
  notice,
  organisation,
  recordFlag,
  source,
  sourceTest,
} from "#db/schema/index.ts";
import { informetric } from "#db/seed/informetric/index.ts";
import { ipc } from "#db/seed/ipc/index.ts";
import { ipcStories } from "#db/seed/ipc/stories.ts";
import { storyReference } from "#db/seed/telling/ask.ts";
import { accountOf } from "#db/seed/telling/lookups.ts";
import { staffContext } from "#db/seed/telling/organisations.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { emptyDatabase } from "#db/testing.ts";
import { now } from "#lib/clock.ts";
import { listQueue } from "#lib/cases/queries/queue.ts";
import { parseQueueFilters } from "#lib/cases/queue-filters.ts";
import { changeEnv } from "#lib/env.ts";
import { saveMark } from "./commands/marks.ts";
import { findMark } from "./queries/marks.ts";
import { readWalk } from "./queries/walk.ts";
import { seedDemo } from "./seed.ts";

const installation = testInstallation();
let surprises: string[] = [];

beforeAll(async () => {
  const accounts = await emptyDatabase();
  changeEnv({
    HABEAS_DEMO_ACCOUNTS_URL: accounts.url,
    HABEAS_DEMO_ACCOUNTS_SCHEMA: "public",
    HABEAS_ALLOWED_HOSTS: "127.0.0.1",
    HABEAS_ALLOWED_FOLDERS: `${installation.dataFolder}/demo`,
  });
  surprises = await seedDemo({ say: () => {} });
  return async () => {
    await accounts.drop();
    // Roles belong to the server, not to the database that is gone.
    const sql = postgres(accounts.url.replace(/\/[^/]*$/, "/postgres"), { max: 1, onnotice: () => {} });
    await sql.unsafe(`drop role if exists ${accounts.name}_reader`);
    await sql.end();
  };
}, 0);

async function caseOf(key: string) {
  const reference = storyReference("ipc", { key });
  const [row] = await database().select().from(cases).where(eq(cases.reference, reference));
  if (!row) throw new Error(`no case for ${key}`);
  return row;
}

/** Everything that could grow by a second run. */
async function sizes() {
  const tables = [cases, auditEvent, notice, source, sourceTest, organisation, caseSource];
  return Promise.all(
    tables.map(async (table) => (await database().select({ n: count() }).from(table))[0]?.n),
  );
}

test("every step of every story went as it is written", () => {
  expect(surprises).toEqual([]);
});

test("every store passed its first test", async () => {
  const rows = await database()
    .select({ key: source.key, passed: sourceTest.passed })
    .from(source)
    .innerJoin(sourceTest, eq(sourceTest.sourceId, source.id));
  expect(rows.map((row) => row.key).sort()).toEqual(
    [
      "account-database",
      "support-desk",
      "marketing-exports",
      "sales-book",
      "fairs-and-reviews",
      "accounts",
      "website",
      "contact-book",
      "site-and-mails",
      "members",
      "website",
    ].sort(),
  );
  expect(rows.every((row) => row.passed)).toBe(true);
});

test("Habeas reads the account database with a login that cannot write", async () => {
  const [row] = await database().select().from(source).where(eq(source.key, "account-database"));
  expect(row?.config["user"]).toMatch(/_reader$/);
  expect(JSON.stringify(row?.config)).not.toContain("password");
});

describe("the stories", () => {
  test.each([
    ["marit objects to marketing", { status: "answered" }],
    ["nora gets her copy in german", { status: "answered", locale: "de", delivery: "login" }],
    ["paula appeals in virginia", { status: "appealed" }],
    ["sean complains in galway", { status: "appealed" }],
    ["nia is refused again in colorado", { status: "answered" }],
    ["oskar is heard", { status: "reviewing" }],
    ["leo is refused and may appeal", { status: "answered", delivery: "login", assurance: "high" }],
    ["beatriz cannot be verified", { status: "answered", proofId: null }],
    ["lukas waits for approval", { status: "awaiting-approval" }],
    ["carlos gets categories only", { status: "approved" }],
    ["daniel telephones", { status: "approved", channel: "phone" }],
    ["tomasz takes his request back", { status: "withdrawn" }],
    ["claire is not verified", { status: "received", assurance: "none" }],
    ["dara declares under penalty of perjury", { status: "reviewing", assurance: "high" }],
    ["priya changed her address", { status: "reviewing", delivery: null }],
    ["walter writes a letter", { status: "reviewing", delivery: null, channel: "paper" }],
    ["hugo has no account", { status: "received" }],
    ["kenji has no law built here", { status: "reviewing" }],
  ])("%s", async (key, expected) => {
    expect(await caseOf(key)).toMatchObject(expected);
  });

  test("somebody's specific pieces became categories, for want of a third fact and a declaration", async () => {
    const rows = await database()
      .select()
      .from(claim)
      .where(eq(claim.caseId, (await caseOf("carlos gets categories only")).id));
    expect(rows.map((row) => row.scope)).toEqual(["categories"]);
  });

  test("a table that was gone made one source fail, in words, and only that one", async () => {
    const rows = await database()
      .select()
      .from(caseSource)
      .where(eq(caseSource.caseId, (await caseOf("rafa adds a table that is gone")).id));
    expect(new Set(rows.map((row) => row.outcome))).toEqual(new Set(["failed", "found", "nothing held"]));
    expect(rows.find((row) => row.outcome === "failed")?.says).toContain("invoice_archive is not there");
  });

  test("a twin's records are flagged for naming her sister", async () => {
    const [flags] = await database()
      .select({ n: count() })
      .from(recordFlag)
      .where(eq(recordFlag.caseId, (await caseOf("alma shares a mailbox")).id));
    expect(flags?.n).toBeGreaterThan(0);
  });

  test("something is late, something is due today", async () => {
    const firstDay = (await findMark("demo-first-day"))?.on ?? "";
    expect((await caseOf("rosa is late")).dueOn < firstDay).toBe(true);
    expect((await caseOf("aino is due today")).dueOn).toBe(firstDay);
  });

  test("lie in the past, in the order in which they are logged", async () => {
    const rows = await database().select({ at: auditEvent.at }).from(auditEvent).orderBy(auditEvent.id);
    const today = Date.parse(`${(await findMark("demo-first-day"))?.on}T00:00:00Z`);
    const told = rows.filter((row) => row.at.getTime() < today);
    expect(told.length).toBeGreaterThan(400);
    const walk = await readWalk();
    expect(walk.first.every((step) => step.state !== "done")).toBe(true);
  });

  test.each([
    ["hugo has no account", "visitor", "visitor"],
    ["nora gets her copy in german", "person", "person"],
    ["walter writes a letter", "staff", "caseworker"],
    ["daniel telephones", "staff", "caseworker"],
  ])("%s: opened by who sent or entered it, as %s", async (key, kind, role) => {
    const { ref } = await caseOf(key);
    const opened = and(eq(auditEvent.type, "case.open"), eq(auditEvent.caseRef, ref));
    const rows = await database()
      .select({ kind: auditEvent.actorKind, role: auditEvent.role })
      .from(auditEvent)
      .where(opened);
    expect(rows).toEqual([{ kind, role }]);
  });

  test("nothing that happened to a case was done by the demo itself", async () => {
    const [byItself] = await database()
      .select({ n: count() })
      .from(auditEvent)
      .where(and(isNotNull(auditEvent.caseRef), eq(auditEvent.role, "demo")));
    expect(byItself?.n).toBe(0);
  });

  test("have the same references in every demo", async () => {
    const references = ipcStories.map((story) => storyReference("ipc", story));
    expect(new Set(references).size).toBe(references.length);
    expect(
      references.every((reference) =>
        /^HB-[2-9CDFGHJKMNPQRTVWX]{4}-[2-9CDFGHJKMNPQRTVWX]{4}$/.test(reference),
      ),
    ).toBe(true);
    expect(storyReference("ipc", { key: "leo is refused and may appeal" })).toBe("HB-CHPX-FFKK");
    const kept = await database().select({ reference: cases.reference }).from(cases);
    expect(kept.map((row) => row.reference)).toEqual(expect.arrayContaining(references));
  });
});

test("neither organisation's staff see a case of the other's", async () => {
  const all = parseQueueFilters({});
  const seen = async (context: ReturnType<typeof staffContext>) =>
    (await listQueue(context, all)).rows.map((row) => row.reference);
  const ana = await seen(staffContext(await accountOf(ipc, "ana"), now()));
  const nils = await seen(staffContext(await accountOf(informetric, "nils"), now()));
  const ofIpc = ipcStories.map((story) => storyReference("ipc", story));
  expect(ana.length).toBeGreaterThan(15);
  expect(ana.every((reference) => ofIpc.includes(reference))).toBe(true);
  expect(nils.length).toBeGreaterThan(1);
  expect(nils.some((reference) => ofIpc.includes(reference))).toBe(false);
});

test("a second run changes nothing", async () => {
  const before = await sizes();
  expect(await seedDemo({ say: () => {} })).toEqual([]);
  expect(await sizes()).toEqual(before);
});

test("a run that was cut short goes on, and asks for nothing twice", async () => {
  const mark = await findMark("demo-stories");
  const references = (await database().select({ reference: cases.reference }).from(cases))
    .map((row) => row.reference)
    .sort();
  await saveMark("demo-stories", { told: { ...mark?.told, ipc: (mark?.told["ipc"] ?? 0) - 4 } }, now());
  await seedDemo({ say: () => {} });
  expect(
    (await database().select({ reference: cases.reference }).from(cases)).map((row) => row.reference).sort(),
  ).toEqual(references);
  expect(await findMark("demo-stories")).toEqual(mark);
  const opened = await database()
    .select({ n: count() })
    .from(auditEvent)
    .where(eq(auditEvent.type, "case.open"));
  expect(opened[0]?.n).toBe(references.length);
});
