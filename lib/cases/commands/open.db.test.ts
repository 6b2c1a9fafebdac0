import { and, eq } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { auditEvent, cases, claim, submittedFact } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { parseEntry } from "#lib/audit/entry.ts";
import { newId } from "#lib/ids.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { searchCases } from "../queries/search.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let other: OrganisationRow;

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  other = await anOrganisation("lantern");
});

const jobs = () => postgres(installation.database.url, { max: 1 });

describe("opening a case", () => {
  test("writes case, claims with their days, facts, event and job together", async () => {
    const now = new Date("2026-11-03T09:14:03.118Z");
    const opened = await aCase(harbour, { now, request: { ...aRequest, rights: ["erasure", "access"] } });
    expect(opened.reference).toMatch(/^HB-[2-9CDFGHJKMNPQRTVWX]{4}-[2-9CDFGHJKMNPQRTVWX]{4}$/);
    const [row] = await database().select().from(cases).where(eq(cases.id, opened.id));
    expect(row).toMatchObject({ status: "received", dueOn: "2026-12-03", zone: "Europe/London", version: 1 });
    const claims = await database()
      .select()
      .from(claim)
      .where(eq(claim.caseId, opened.id))
      .orderBy(claim.position);
    expect(claims.map((one) => [one.right, one.regime, one.dueOn])).toEqual([
      ["access", "uk-gdpr", "2026-12-03"],
      ["erasure", "uk-gdpr", "2026-12-03"],
    ]);
    const events = await database()
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.caseRef, row?.ref ?? ""));
    expect(events.map((event) => [event.seq, event.type])).toEqual([[1, "case.open"]]);
    const sql = jobs();
    const queued =
      await sql`select data from jobs.job where name = 'identity.check' and data->>'caseId' = ${opened.id}`;
    await sql.end();
    expect(queued).toHaveLength(1);
  });

  test.each([
    ["DE", "eu-gdpr", "Europe/Dublin", false],
    ["US-CA", "us-ca-ccpa", "America/Los_Angeles", false],
    ["US-VA", "us-va", "America/New_York", false],
    ["JP", "default-row", "Europe/Dublin", true],
  ])("from %s goes under %s", async (residence, regime, zone, provisional) => {
    const opened = await aCase(harbour, { request: { ...aRequest, residence } });
    const [one] = await database().select().from(claim).where(eq(claim.caseId, opened.id));
    expect(one).toMatchObject({ regime, zone, provisional });
  });

  test("twice with the same key is once, also at the same time", async () => {
    const idempotencyKey = newId();
    const opened = await Promise.all(Array.from({ length: 8 }, () => aCase(harbour, { idempotencyKey })));
    expect(new Set(opened.map((one) => one.reference)).size).toBe(1);
    expect(opened.filter((one) => !one.alreadyThere)).toHaveLength(1);
    const rows = await database().select().from(cases).where(eq(cases.idempotencyKey, idempotencyKey));
    expect(rows).toHaveLength(1);
  });

  test("refused by the schema leaves nothing behind", async () => {
    const idempotencyKey = newId();
    await expect(
      aCase(harbour, { idempotencyKey, request: { ...aRequest, name: "a\0b" } }),
    ).rejects.toThrow();
    expect(await database().select().from(cases).where(eq(cases.idempotencyKey, idempotencyKey))).toEqual([]);
  });

  test.each(["O’Brien", "李", "عائشة بنت أحمد", "x".repeat(200), "Zoë  Łukasz-Ørsted", "=cmd|' /C calc'!A0"])(
    "takes the name %s whole",
    async (name) => {
      const opened = await aCase(harbour, { request: { ...aRequest, name } });
      const member = await aMember(harbour, `Finder ${opened.reference}`, ["caseworker"]);
      expect((await searchCases(member, opened.reference)).hits).toEqual([
        { id: opened.id, reference: opened.reference },
      ]);
    },
  );
});

describe("what is stored", () => {
  test("holds no personal value in plain text, in any table", async () => {
    const canary = "Quillhaven-Marrowby";
    const opened = await aCase(harbour, {
      request: {
        ...aRequest,
        name: canary,
        email: `${canary}@mail.example`,
        narrow: canary,
        proof: { method: "facts", facts: { "account-number": canary, "last-invoice": "18.40|2026-10" } },
      },
    });
    const sql = jobs();
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'`;
    for (const { name } of tables) {
      const hits = await sql.unsafe(
        `select count(*)::int as n from ${name} t where t::text ilike '%${canary}%' or t::text ilike '%${Buffer.from(canary).toString("hex")}%'`,
      );
      expect([name, hits[0]?.["n"]]).toEqual([name, 0]);
    }
    await sql.end();
    expect(opened.reference).not.toContain(canary);
  });

  test("keeps facts only sealed", async () => {
    const opened = await aCase(harbour);
    const facts = await database().select().from(submittedFact).where(eq(submittedFact.caseId, opened.id));
    expect(facts.map((one) => one.fact).sort()).toEqual(["account-number", "last-invoice"]);
  });

  test("binds every entry to its bytes", async () => {
    const opened = await aCase(harbour);
    const [row] = await database().select().from(cases).where(eq(cases.id, opened.id));
    const [event] = await database()
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.caseRef, row?.ref ?? ""), eq(auditEvent.seq, 1)));
    expect(parseEntry(event?.entry ?? new Uint8Array())).toMatchObject({
      type: "case.open",
      org: harbour.ref,
      case: row?.ref,
      state: "received",
    });
  });
});

describe("searching", () => {
  test.each([
    ["the name in another form", "SANTOS, maya"],
    ["the address in capitals", "MAYA.SANTOS@mail.example"],
    ["the account number without blanks", "hl44710936"],
  ])("finds by %s", async (_name, words) => {
    const opened = await aCase(harbour);
    const member = await aMember(harbour, `Ana ${newId()}`, ["caseworker"]);
    const { token, hits } = await searchCases(member, words);
    expect(hits.map((hit) => hit.id)).toContain(opened.id);
    expect(token).toMatch(/^[0-9a-f.]+$/);
  });

  test.each(["Maya", "Santos%", "maya.santos@mail.exampl", "_", "%"])(
    "finds nothing by %s, which is only near",
    async (words) => {
      await aCase(harbour);
      expect(
        (await searchCases(await aMember(harbour, `Ana ${newId()}`, ["caseworker"]), words)).hits,
      ).toEqual([]);
    },
  );

  test("never crosses into another organisation", async () => {
    const opened = await aCase(harbour);
    const stranger = await aMember(other, `Eve ${newId()}`, ["caseworker", "approver", "admin"]);
    expect((await searchCases(stranger, opened.reference)).hits).toEqual([]);
    expect((await searchCases(stranger, "Maya Santos")).hits).toEqual([]);
  });
});
