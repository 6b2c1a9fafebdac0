import { and, eq, like } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest, aVisitor, aWorker } from "#db/factories.ts";
import { appeal, auditEvent, bundle, caseKey, cases, claim, notice, staff } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { record, type Recorded } from "#lib/audit/commands.ts";
import type { EventType } from "#lib/audit/events.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { writeToPerson } from "#lib/messages/commands.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { queueCodeNotice } from "./commands.ts";
import { answerEvent, unansweredEvents } from "./jobs.ts";
import { unscopedOpenNotice } from "./queries/open.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let lantern: OrganisationRow;
const sentAt = new Date("2026-11-03T23:30:00.000Z");

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  lantern = await anOrganisation("lantern");
});

/** A case whose outbox is empty still: no job runs by itself here. */
const aQuietCase = (changes: Parameters<typeof aCase>[1] = {}) => aCase(harbour, { now: sentAt, ...changes });

async function outbox(caseId: string) {
  const rows = await database()
    .select()
    .from(notice)
    .where(eq(notice.caseId, caseId))
    .orderBy(notice.kind, notice.dedupeKey);
  return Promise.all(rows.map(async (row) => ({ row, ...(await unscopedOpenNotice(database(), row)) })));
}

/** Who got what, in short. */
const addresses = async (caseId: string) =>
  (await outbox(caseId)).map(({ row, to }) => `${row.kind} > ${to}`).sort();

/** Records an event of a case as the command behind it would, without the work around it. */
async function happens<T extends EventType>(
  caseId: string,
  type: T,
  payload: Recorded<T>["payload"],
  at = sentAt,
  obj: string[] = [],
): Promise<number> {
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for("update");
    if (!row) throw new Error("no such case");
    return (await record(tx, aWorker(harbour, at), { type, payload, case: row, obj })).id;
  });
}

async function openingEvent(caseId: string): Promise<number> {
  const [found] = await database()
    .select({ id: auditEvent.id })
    .from(auditEvent)
    .innerJoin(cases, eq(cases.ref, auditEvent.caseRef))
    .where(and(eq(cases.id, caseId), eq(auditEvent.type, "case.open")));
  return found?.id ?? 0;
}

/** An appeal or complaint with its days, as the person or staff bring it. */
async function anAppeal(
  caseId: string,
  kind: "appeal" | "complaint",
  decideBy: string | null,
): Promise<string> {
  const id = newId();
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, caseId));
  await database()
    .insert(appeal)
    .values({
      id,
      organisationId: harbour.id,
      caseId,
      claimId: asked?.id ?? "",
      kind,
      receivedAt: new Date("2026-10-30T12:00:00Z"),
      sealedGrounds: new Uint8Array([1]),
      dueOn: decideBy,
      acknowledgeBy: "2026-12-03",
    });
  return id;
}

async function knowContact(
  caseId: string,
  value: string | null,
  changedAt: Date | null,
  name: string | null = null,
) {
  const sealer = await caseSealer(database(), caseId);
  const contact = value === null ? null : { channel: "email", value };
  await database()
    .update(cases)
    .set({
      sealedContactOnFile: sealer.seal("cases.sealed_contact_on_file", caseId, { name, contact }),
      contactOnFileChangedAt: changedAt,
    })
    .where(eq(cases.id, caseId));
}

async function jobsFor(noticeIds: string[]): Promise<number> {
  const sql = postgres(installation.database.url, { max: 1 });
  const rows =
    await sql`select 1 from jobs.job where name = 'notices.send' and data->>'noticeId' = any(${noticeIds})`;
  await sql.end();
  return rows.length;
}

describe("a request that came in", () => {
  test("is acknowledged to the address that was typed, in its language, with the day of its own zone", async () => {
    const { id, reference } = await aQuietCase({ locale: "de" });
    await answerEvent(await openingEvent(id));
    const [one] = (await outbox(id)).filter(({ row }) => row.kind === "request-received");
    expect(one?.to).toBe("maya.santos@mail.example");
    expect(one?.mail.subject).toBe(`Ihr Antrag ist bei uns, ${reference}`);
    // 23:30 in London on 3 November; in Dublin and UTC too, but never the 4th.
    expect(one?.mail.text).toContain("am 3. November 2026 bei uns eingegangen");
    expect(one?.mail.text).toContain("Donnerstag, 3. Dezember 2026");
    expect(one?.mail.text).toContain(`http://localhost:3000/harbour/track/${reference}`);
    expect(one?.mail.text).toContain("Guten Tag \u2068Maya Santos\u2069,");
    expect(one?.row).toMatchObject({ state: "waiting", createdAt: sentAt, attempts: 0, sentAt: null });
    expect(one?.row.messageId).toBe(`<${one?.row.id}@localhost>`);
  });

  test("is written once, however often and at once the job runs, with one job per mail", async () => {
    const { id } = await aQuietCase();
    const event = await openingEvent(id);
    await Promise.all(Array.from({ length: 6 }, () => answerEvent(event)));
    await answerEvent(event);
    const rows = await outbox(id);
    expect(rows.filter(({ row }) => row.kind === "request-received")).toHaveLength(1);
    expect(await jobsFor(rows.map(({ row }) => row.id))).toBe(rows.length);
  });

  test("is told to every caseworker of this organisation who is still there, and to nobody else", async () => {
    await aMember(lantern, "Ada", ["caseworker"]);
    await aMember(lantern, "Bo", ["approver", "caseworker"]);
    await aMember(lantern, "Cy", ["auditor"]);
    await aMember(lantern, "Di", ["admin"]);
    const gone = await aMember(lantern, "Gone", ["caseworker"]);
    await database().update(staff).set({ disabledAt: sentAt }).where(eq(staff.id, gone.actor.id));
    await aMember(harbour, "Eve", ["caseworker"]);
    const { id, reference } = await aCase(lantern, { now: sentAt });
    await answerEvent(await openingEvent(id));
    expect(await addresses(id)).toEqual([
      "request-received > maya.santos@mail.example",
      ...["ada@lantern.example", "bo@lantern.example"].map((to) => `team-new-request > ${to}`),
    ]);
    const [, mail] = await outbox(id);
    expect(mail?.mail.text).toContain(`/desk/cases/${reference}`);
    expect(mail?.mail.subject).toBe(`New request ${reference}`);
    expect(mail?.mail.text).not.toMatch(/Maya|Santos|mail\.example|right|access/i);
  });

  test("without a mail address, as by post, sends her nothing", async () => {
    const { id } = await aQuietCase({ request: { ...aRequest, email: null } });
    await answerEvent(await openingEvent(id));
    expect((await addresses(id)).filter((one) => one.startsWith("request-received"))).toEqual([]);
  });

  test.each([
    "عائشة بنت أحمد",
    "李",
    "O’Brien",
    "\u202eZoë",
    "x".repeat(200),
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
  ])("by somebody called %s gets its mail, and the name does nothing in it", async (name) => {
    const { id } = await aQuietCase({ request: { ...aRequest, name } });
    await answerEvent(await openingEvent(id));
    const [one] = (await outbox(id)).filter(({ row }) => row.kind === "request-received");
    expect(one?.mail.html).not.toContain("<script");
    expect(`${one?.mail.subject}${one?.mail.text}${one?.mail.html}`).not.toMatch(/[\u202a-\u202e]/);
  });
});

describe("the answer", () => {
  const sent = { version: 1, manifest: "ab", appealUntil: "2027-01-23" };

  test("is told to the typed address always, and to a settled contact on file with the name on file", async () => {
    const { id } = await aQuietCase();
    await knowContact(id, "maya@old.example", new Date("2026-01-01T00:00:00Z"), "Maya Isabel Santos");
    await answerEvent(await happens(id, "send", sent));
    const mails = (await outbox(id)).filter(({ row }) => row.kind === "answer-ready");
    expect(mails.map(({ to }) => to)).toEqual(["maya@old.example", "maya.santos@mail.example"]);
    const [onFile, typed] = mails;
    expect(onFile?.mail.text).toContain("Hello \u2068Maya Isabel Santos\u2069,");
    expect(typed?.mail.text).toContain("Hello \u2068Maya Santos\u2069,");
    expect(typed?.mail.text).toContain("until 23 January 2027");
    expect(typed?.mail.text).not.toContain("Isabel");
    expect(typed?.mail.text).not.toContain("old.example");
  });

  test.each<[string, string | null, Date | null]>([
    ["a contact on file changed ten days before (L5)", "maya@new.example", new Date("2026-10-24T00:00:00Z")],
    ["no contact on file", null, null],
    ["the same address on file, written otherwise", "Maya.Santos@MAIL.example", null],
  ])("goes to the typed address alone with %s", async (_why, value, changedAt) => {
    const { id } = await aQuietCase();
    await knowContact(id, value, changedAt);
    await answerEvent(await happens(id, "send", sent));
    expect(await addresses(id)).toEqual(["answer-ready > maya.santos@mail.example"]);
  });

  test("reads the same to the typed address whether identity was confirmed or not", async () => {
    const texts: string[] = [];
    for (const onFile of ["maya@old.example", null]) {
      const { id, reference } = await aQuietCase();
      if (onFile) await knowContact(id, onFile, null);
      await answerEvent(await happens(id, "send", sent));
      const typed = (await outbox(id)).find(({ to }) => to === "maya.santos@mail.example");
      texts.push(`${typed?.mail.subject}${typed?.mail.text}`.replaceAll(reference, "HB"));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  test("waiting for approval is told to approvers, but not to whoever prepared it", async () => {
    const company = await anOrganisation("approvals");
    const preparer = await aMember(company, "Preparer", ["caseworker", "approver"]);
    await aMember(company, "Second", ["approver"]);
    const { id } = await aCase(company, { now: sentAt });
    await database().insert(bundle).values({
      id: newId(),
      organisationId: company.id,
      caseId: id,
      version: 1,
      state: "built",
      preparedById: preparer.actor.id,
      preparedAt: sentAt,
      historyUpTo: 0,
    });
    await answerEvent(
      await happens(id, "bundle-built", { version: 1, files: 1, records: 1, manifest: "ab" }),
    );
    expect(await addresses(id)).toEqual(["team-approval-asked > second@approvals.example"]);
  });
});

const anAppealEvent = (kind: "appeal" | "complaint") => ({
  kind,
  right: "access",
  dueOn: "2026-12-03",
  aimOn: "2026-11-29",
});

describe("other events", () => {
  test("a message to the person is announced, without its words", async () => {
    const { id } = await aQuietCase();
    const member = await aMember(harbour, "Writer", ["caseworker"], sentAt);
    const written = await writeToPerson(member, id, "CANARY your street number");
    if (!written.ok) throw new Error(written.says);
    await answerEvent(written.eventId);
    const [one] = await outbox(id);
    expect(one?.row.kind).toBe("message-for-you");
    expect(`${one?.mail.text}${one?.mail.html}`).not.toContain("CANARY");
  });

  test.each([
    ["renew-link", { until: "2026-12-29T09:14:00.000Z" }, "link-renewed", "29 December 2026, 9:14"],
    ["withdraw", {}, "withdrawn", "taken back on 3 November 2026"],
    ["uphold-appeal", anAppealEvent("appeal"), "appeal-answered", "looked at it again"],
    [
      "overturn-appeal",
      { ...anAppealEvent("appeal"), outcome: "in-part" },
      "appeal-answered",
      "looked at it again",
    ],
  ] as const)("%s %j is answered by %s", async (type, payload, kind, says) => {
    const { id } = await aQuietCase();
    await answerEvent(await happens(id, type, payload as never));
    const [one] = await outbox(id);
    expect(one?.row.kind).toBe(kind);
    expect(one?.mail.text).toContain(says);
  });

  test.each([
    ["appeal", "appeal", "2027-01-02", "reached us on 30 October 2026", "Saturday 2 January 2027"],
    [
      "complaint",
      "appeal",
      null,
      "Your complaint reached us on 30 October 2026",
      "as soon as we have looked at it",
    ],
    ["complaint", "acknowledge-appeal", null, "Your complaint reached us", "as soon as we have looked at it"],
  ] as const)(
    "an %s is acknowledged when %s happens, and promises no day that only the acknowledgement has",
    async (kind, type, decideBy, ...says) => {
      const { id } = await aQuietCase();
      const appealId = await anAppeal(id, kind, decideBy);
      const payload =
        type === "appeal"
          ? { ...anAppealEvent(kind), dayBy: decideBy ? "law" : "house", dueOn: decideBy ?? "2026-12-03" }
          : anAppealEvent(kind);
      await answerEvent(await happens(id, type, payload as never, sentAt, [appealId]));
      const [one, ...more] = await outbox(id);
      expect([one?.row.kind, more]).toEqual(["appeal-received", []]);
      for (const sentence of says) expect(one?.mail.text).toContain(sentence);
      expect(one?.mail.text).not.toContain("3 December");
    },
  );

  test("an event nobody is told of, an unknown one and a shredded case write nothing", async () => {
    const { id } = await aQuietCase();
    await answerEvent(await happens(id, "write-note", {}));
    await answerEvent(987_654_321);
    const event = await openingEvent(id);
    await database()
      .update(caseKey)
      .set({ wrappedDek: null, wrappedIdentity: null, destroyedAt: sentAt })
      .where(eq(caseKey.caseId, id));
    await answerEvent(event);
    expect(await database().select().from(notice).where(eq(notice.caseId, id))).toEqual([]);
  });
});

test("an event whose job was lost is found again, until its mails are written", async () => {
  const { id } = await aQuietCase();
  const event = await openingEvent(id);
  expect(await unansweredEvents()).not.toContain(event);
  const owner = postgres(installation.database.url, { max: 1 });
  // Only the owner can make an event older than it is.
  await owner`alter table audit_event disable trigger user`;
  await owner`update audit_event set recorded_at = now() - interval '2 minutes' where id = ${event}`;
  await owner`alter table audit_event enable trigger user`;
  await owner.end();
  expect(await unansweredEvents()).toContain(event);
  await answerEvent(event);
  expect(await unansweredEvents()).not.toContain(event);
});

describe("a code", () => {
  const ask = (caseId: string, to: string, organisation = harbour) =>
    inTransaction((tx) =>
      queueCodeNotice(tx, aVisitor(organisation, sentAt), {
        caseId,
        to,
        code: "048215",
        scope: "conversation",
      }),
    );

  test("goes to the address it is given, each a mail of its own, and says whose address it takes that for", async () => {
    const { id } = await aQuietCase();
    await ask(id, "MAYA.santos@mail.example");
    await ask(id, "maya@old.example");
    await ask(id, "maya@old.example");
    const mails = await outbox(id);
    expect(mails.map(({ to }) => to).sort()).toEqual([
      "MAYA.santos@mail.example",
      "maya@old.example",
      "maya@old.example",
    ]);
    const typed = mails.find(({ to }) => to.startsWith("MAYA"));
    expect(typed?.mail.text).toContain("this address was given with a request");
    expect(mails.find(({ to }) => to === "maya@old.example")?.mail.text).toContain(
      "has this address in its records",
    );
    for (const { mail } of mails) expect(mail.text).toContain("048215");
  });

  test.each([
    "a@b.example, c@d.example",
    "a@b.example\r\nBcc: c@d.example",
    "a＠b.example@c.example",
    "nobody",
    "",
    "<a@b.example>",
  ])("is not mailed to %j", async (to) => {
    const { id } = await aQuietCase();
    await expect(ask(id, to)).rejects.toMatchObject({ code: "bad-input" });
    expect(await outbox(id)).toEqual([]);
  });

  test("is not mailed about another organisation's case", async () => {
    const { id } = await aQuietCase();
    await expect(ask(id, "maya.santos@mail.example", lantern)).rejects.toMatchObject({ code: "not-found" });
  });

  test("exists only with the transaction that made it", async () => {
    const { id } = await aQuietCase();
    const undone = inTransaction(async (tx) => {
      await queueCodeNotice(tx, aVisitor(harbour), {
        caseId: id,
        to: "maya@old.example",
        code: "048215",
        scope: "full",
      });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await outbox(id)).toEqual([]);
  });
});

test("neither address, name nor code stands in the tables in plain text", async () => {
  const { id } = await aQuietCase({
    request: { ...aRequest, name: "Canary Bird", email: "canary.bird@mail.example" },
  });
  await answerEvent(await openingEvent(id));
  await inTransaction((tx) =>
    queueCodeNotice(tx, aVisitor(harbour), {
      caseId: id,
      to: "canary.bird@mail.example",
      code: "731946",
      scope: "full",
    }),
  );
  const sql = postgres(installation.database.url, { max: 1 });
  const rows =
    await sql`select encode(sealed_to, 'escape') || encode(sealed_content, 'escape') || dedupe_key || message_id as text
    from notice where case_id = ${id}
    union all select data::text from jobs.job where name like 'notices.%'`;
  await sql.end();
  expect(rows.length).toBeGreaterThan(2);
  for (const { text } of rows) expect(text).not.toMatch(/canary|bird|731946/i);
  expect(await database().select().from(notice).where(like(notice.dedupeKey, "%mail.example%"))).toEqual([]);
});
