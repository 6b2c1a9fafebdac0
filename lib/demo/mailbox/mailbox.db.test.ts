import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest, aVisitor } from "#db/factories.ts";
import { auditEvent, caseKey, cases, notice } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { changeEnv } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { queueCodeNotice } from "#lib/notices/commands.ts";
import { answerEvent, sendNotice } from "#lib/notices/jobs.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { readPlace } from "./search.ts";

testInstallation();
let harbour: OrganisationRow;
let lantern: OrganisationRow;
beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  lantern = await anOrganisation("lantern");
});

const load = () => import("./queries.ts");
const loadCommands = () => import("./commands.ts");

async function mailed(
  organisation: OrganisationRow,
  to: string,
  at: Date,
  kind: "code" | "opening" = "code",
) {
  const { id, reference } = await aCase(organisation, { now: at, request: { ...aRequest, email: to } });
  if (kind === "code") {
    await inTransaction((tx) =>
      queueCodeNotice(tx, aVisitor(organisation, at), {
        caseId: id,
        to,
        code: "048215",
        scope: "conversation",
      }),
    );
  } else {
    const [event] = await database()
      .select()
      .from(auditEvent)
      .innerJoin(cases, eq(cases.ref, auditEvent.caseRef))
      .where(eq(cases.id, id));
    await answerEvent(event?.audit_event.id ?? 0);
  }
  return { id, reference };
}

const all = { reference: null, side: "all", before: null } as const;

test("mails of every organisation are listed newest first, with what they say and where they lead", async () => {
  const { unscopedListMails, unscopedFindMail } = await load();
  const first = await mailed(harbour, "one@mail.example", new Date("2026-11-03T09:00:00Z"));
  const second = await mailed(lantern, "two@mail.example", new Date("2026-11-04T09:00:00Z"));
  const { mails, next } = await unscopedListMails(all);
  expect(next).toBeNull();
  expect(mails.map(({ to, path, isNew, state }) => [to, path, isNew, state])).toEqual([
    ["two@mail.example", `/lantern/track/${second.reference}`, true, "waiting"],
    ["one@mail.example", `/harbour/track/${first.reference}`, true, "waiting"],
  ]);
  const mail = await unscopedFindMail(mails[1]?.id ?? "");
  expect(mail?.from).toBe("Harbour Lights <privacy@localhost>");
  expect(mail?.mail?.text).toContain("048215");
  expect(await unscopedFindMail(newId())).toBeNull();
});

test("a reference finds its mails, whole or in part", async () => {
  const { unscopedListMails } = await load();
  const { reference } = await mailed(harbour, "find@mail.example", new Date("2026-11-05T09:00:00Z"));
  const symbols = reference.replaceAll("-", "");
  for (const part of [symbols, symbols.slice(2, 6), symbols.slice(4, 9)]) {
    const { mails } = await unscopedListMails({ ...all, reference: part });
    expect(mails.map(({ to }) => to)).toContain("find@mail.example");
  }
  expect((await unscopedListMails({ ...all, reference: "ZZZZ" })).mails).toEqual([]);
});

test("opening a mail marks it, once; sending it is shown", async () => {
  const { unscopedListMails, unscopedFindMail } = await load();
  const { markRead } = await loadCommands();
  const { reference } = await mailed(harbour, "read@mail.example", new Date("2026-11-06T09:00:00Z"));
  const asked = { ...all, reference: reference.replaceAll("-", "") };
  const [mail] = (await unscopedListMails(asked)).mails;
  const [at, later] = [new Date("2026-11-07T09:00:00Z"), new Date("2026-11-08T09:00:00Z")];
  await markRead(mail?.id ?? "", at);
  await markRead(mail?.id ?? "", later);
  const [row] = await database()
    .select()
    .from(notice)
    .where(eq(notice.id, mail?.id ?? ""));
  expect(row?.readInMailboxAt).toEqual(at);
  await sendNotice(mail?.id ?? "");
  const [seen] = (await unscopedListMails(asked)).mails;
  expect([seen?.isNew, seen?.state, seen?.problem]).toEqual([false, "sent", null]);
  expect((await unscopedFindMail(mail?.id ?? ""))?.sentAt).toBeInstanceOf(Date);
});

test("a mail to the team leads to the desk", async () => {
  const { unscopedListMails } = await load();
  const company = await anOrganisation("desk-mails");
  await aMember(company, "Ada", ["caseworker"]);
  const { reference } = await mailed(
    company,
    "her@mail.example",
    new Date("2026-11-09T09:00:00Z"),
    "opening",
  );
  const { mails } = await unscopedListMails({ ...all, reference: reference.replaceAll("-", "") });
  const only = async (side: "people" | "team") =>
    (await unscopedListMails({ ...all, side, reference: reference.replaceAll("-", "") })).mails.map(
      ({ to }) => to,
    );
  expect([await only("people"), await only("team")]).toEqual([
    ["her@mail.example"],
    ["ada@desk-mails.example"],
  ]);
  expect(new Map(mails.map(({ to, path }) => [to, path]))).toEqual(
    new Map([
      ["ada@desk-mails.example", `/desk/cases/${reference}`],
      ["her@mail.example", `/desk-mails/track/${reference}`],
    ]),
  );
});

test("a mail of an erased case is listed as that", async () => {
  const { unscopedListMails, unscopedFindMail } = await load();
  const { id, reference } = await mailed(harbour, "gone@mail.example", new Date("2026-11-10T09:00:00Z"));
  await database()
    .update(caseKey)
    .set({ wrappedDek: null, wrappedIdentity: null, destroyedAt: new Date() })
    .where(eq(caseKey.caseId, id));
  const [mail] = (await unscopedListMails({ ...all, reference: reference.replaceAll("-", "") })).mails;
  expect([mail?.to, mail?.subject]).toEqual([null, null]);
  expect(await unscopedFindMail(mail?.id ?? "")).toMatchObject({ mail: null, from: null });
});

test("pages follow one another without a gap or a repeat, also where many were written at once", async () => {
  const { unscopedListMails } = await load();
  const { id } = await aCase(harbour, { now: new Date("2026-10-01T09:00:00Z") });
  await inTransaction(async (tx) => {
    for (let n = 0; n < 130; n += 1) {
      const at = new Date(Date.parse("2026-10-01T09:00:00Z") + Math.floor(n / 60) * 1000);
      await queueCodeNotice(tx, aVisitor(harbour, at), {
        caseId: id,
        to: `n${n}@mail.example`,
        code: "048215",
        scope: "full",
      });
    }
  });
  const seen: string[] = [];
  let before: ReturnType<typeof readPlace> = null;
  do {
    const page = await unscopedListMails({ ...all, before });
    expect(page.mails.length).toBeLessThanOrEqual(50);
    seen.push(...page.mails.map((mail) => mail.id));
    before = readPlace(page.next);
  } while (before);
  const rows = await database().select({ id: notice.id }).from(notice);
  expect(new Set(seen)).toEqual(new Set(rows.map((row) => row.id)));
  expect(seen).toHaveLength(rows.length);
});

test("in production none of it loads", async () => {
  vi.resetModules();
  changeEnv({ HABEAS_MODE: "production" });
  const { changeEnv: changeAgain } = await import("#lib/env.ts");
  changeAgain({ HABEAS_MODE: "production" });
  await expect(load()).rejects.toMatchObject({ code: "not-found" });
  await expect(loadCommands()).rejects.toMatchObject({ code: "not-found" });
});
