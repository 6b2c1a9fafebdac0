import { spawn } from "node:child_process";
import { once } from "node:events";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { connect, database, inTransaction } from "#db/client.ts";
import { aCase, anOrganisation, aRequest, aVisitor } from "#db/factories.ts";
import { auditEvent, caseKey, cases, notice } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { changeEnv, projectFolder, rawEnv } from "#lib/env.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { closeMail } from "./client.ts";
import { queueCodeNotice } from "./commands.ts";
import { asFailure, failures } from "./failures.ts";
import { sendNotice, unsentNotices } from "./jobs.ts";
import { mailSink, refusal, type Sink } from "./sink.test.kit.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let sink: Sink;

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  sink = await mailSink();
});
afterAll(() => sink.stop());
afterEach(() => {
  closeMail();
  changeEnv({ SMTP_URL: undefined, MAIL_FROM: undefined, HABEAS_MODE: "demo" });
});

/** A mail that waits in the outbox. */
async function waiting(
  to = "maya.santos@mail.example",
  organisation = harbour,
  name = "Maya Santos",
): Promise<string> {
  const { id } = await aCase(organisation, { request: { ...aRequest, name, email: to } });
  await inTransaction((tx) =>
    queueCodeNotice(tx, aVisitor(organisation), { caseId: id, to, code: "048215", scope: "conversation" }),
  );
  const [row] = await database().select().from(notice).where(eq(notice.caseId, id));
  return row?.id ?? "";
}

async function rowOf(id: string) {
  const [row] = await database().select().from(notice).where(eq(notice.id, id));
  if (!row) throw new Error("no such mail");
  return row;
}

async function sentEvents(id: string): Promise<number> {
  const { caseId } = await rowOf(id);
  const rows = await database()
    .select({ type: auditEvent.type })
    .from(auditEvent)
    .innerJoin(cases, eq(cases.ref, auditEvent.caseRef))
    .where(eq(cases.id, caseId ?? ""));
  return rows.filter(({ type }) => type === "notice.sent").length;
}

/** Lets a lease run out, as time would. */
const expireLease = (id: string) =>
  database()
    .update(notice)
    .set({ leaseUntil: sql`now() - interval '61 seconds'` })
    .where(eq(notice.id, id));

const mailsTo = (address: string) => sink.received.filter(({ to }) => to.includes(address));

describe("a mail server takes a mail", () => {
  test("as text and HTML, from the organisation, answered to it, and by no machine", async () => {
    changeEnv({ SMTP_URL: sink.url, MAIL_FROM: "Privacy <portal@harbour.example>" });
    const id = await waiting("one@mail.example");
    await sendNotice(id);
    const [{ mail, raw } = { mail: null, raw: "" }] = mailsTo("one@mail.example");
    expect(mail?.subject).toMatch(/^Your code for HB-/);
    expect(mail?.from.value).toEqual([{ name: "Harbour Lights", address: "portal@harbour.example" }]);
    expect(mail?.replyTo.value).toEqual([{ name: "Harbour Lights", address: "privacy@harbour.example" }]);
    expect(mail?.to.value).toEqual([{ name: "", address: "one@mail.example" }]);
    expect(mail?.messageId).toBe(`<${id}@harbour.example>`);
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.headers.get("content-language")).toBe("en");
    expect(mail?.text).toContain("048215");
    expect(mail?.html).toContain("048215");
    expect(mail?.attachments).toEqual([]);
    expect(raw).not.toMatch(/^(X-Mailer|Bcc|Cc):/im);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 1, leaseUntil: null, failure: null });
    expect((await rowOf(id)).sentAt).toBeInstanceOf(Date);
    expect(await sentEvents(id)).toBe(1);
  });

  test("once, by whoever is first, however many try", async () => {
    changeEnv({ SMTP_URL: sink.url });
    const id = await waiting("once@mail.example");
    await Promise.all(Array.from({ length: 8 }, () => sendNotice(id)));
    await sendNotice(id);
    expect(mailsTo("once@mail.example")).toHaveLength(1);
    expect(await sentEvents(id)).toBe(1);
  });

  test.each<[string, string]>([
    ["line breaks", "Maya\r\nBcc: thief@evil.example\r\n\r\nHello"],
    ["200 characters", "Ä".repeat(200)],
    ["right to left", "عائشة بنت أحمد"],
    ["everything that quotes", `O'Brien "Al" <b>\\ =?utf-8?q?x?=`],
  ])("by somebody whose name has %s", async (_what, name) => {
    changeEnv({ SMTP_URL: sink.url });
    const to = `name${name.length}@mail.example`;
    await sendNotice(await waiting(to, harbour, name));
    const [got] = mailsTo(to);
    expect(got?.to).toEqual([to]);
    expect(got?.mail.headers.has("bcc")).toBe(false);
    expect(got?.mail.text).toContain("048215");
    if (name.startsWith("عائشة")) expect(got?.mail.text).toContain(`Hello \u2068${name}\u2069,`);
  });

  test("from an organisation whose name tries to add headers", async () => {
    changeEnv({ SMTP_URL: sink.url });
    const name = `Evil" <x@y.example>\r\nBcc: thief@evil.example\r\nX-Evil: 1`;
    const policy: Partial<Policy> = { name };
    const evil = await anOrganisation("evil", policy);
    await sendNotice(await waiting("evil@mail.example", evil));
    const [got] = mailsTo("evil@mail.example");
    expect(got?.to).toEqual(["evil@mail.example"]);
    expect([got?.mail.headers.has("bcc"), got?.mail.headers.has("x-evil")]).toEqual([false, false]);
    expect(got?.mail.from.value.map((one) => one.address)).toEqual(["privacy@localhost"]);
  });
});

describe("killed between the server's yes and our mark (R05)", () => {
  test("the mail is sent again under the same Message-ID, and marked and recorded once", async () => {
    changeEnv({ SMTP_URL: sink.url });
    const id = await waiting("killed@mail.example");
    const { caseId } = await rowOf(id);
    const owner = connect(installation.database.url);
    const worker = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { sendNotice } from "#lib/notices/jobs.ts"; await sendNotice("${id}");`,
      ],
      {
        cwd: projectFolder,
        stdio: "ignore",
        env: { ...process.env, ...rawEnv(), DATABASE_URL: installation.database.urlAs("worker") },
      },
    );
    const exited = once(worker, "exit");
    await owner.db.transaction(async (tx) => {
      // The mark needs the case's lock: whoever holds it keeps the worker between the two.
      await tx
        .select()
        .from(cases)
        .where(eq(cases.id, caseId ?? ""))
        .for("update");
      await expect.poll(() => mailsTo("killed@mail.example").length, { timeout: 30_000 }).toBe(1);
      worker.kill("SIGKILL");
      await exited;
    });
    await owner.end();
    expect(await rowOf(id)).toMatchObject({ state: "waiting", attempts: 1 });
    await sendNotice(id);
    expect(mailsTo("killed@mail.example")).toHaveLength(1);
    expect(await unsentNotices()).not.toContain(id);

    await expireLease(id);
    expect(await unsentNotices()).toContain(id);
    await sendNotice(id);
    const ids = mailsTo("killed@mail.example").map(({ mail }) => mail.messageId);
    expect(ids).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(await sentEvents(id)).toBe(1);
  });
});

describe("a mail that cannot leave", () => {
  test.each([
    [
      "550 for the address",
      { onRcptTo: (_a: unknown, _s: unknown, done: (e: Error) => void) => done(refusal(550)) },
      "failed",
      "address-refused",
    ],
    [
      "451 for the address",
      { onRcptTo: (_a: unknown, _s: unknown, done: (e: Error) => void) => done(refusal(451)) },
      "waiting",
      "try-later",
    ],
    [
      "554 for the mail",
      {
        onData: (s: NodeJS.ReadableStream, _: unknown, done: (e: Error) => void) => {
          s.resume();
          s.on("end", () => done(refusal(554)));
        },
      },
      "failed",
      "mail-refused",
    ],
    [
      "452 for the mail",
      {
        onData: (s: NodeJS.ReadableStream, _: unknown, done: (e: Error) => void) => {
          s.resume();
          s.on("end", () => done(refusal(452)));
        },
      },
      "waiting",
      "try-later",
    ],
  ])("with %s says so, keeps its words and %s", async (_why, options, state, failure) => {
    const refusing = await mailSink(options);
    changeEnv({ SMTP_URL: refusing.url });
    const id = await waiting();
    await sendNotice(id);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state, failure, attempts: 1 });
    expect(row.leaseUntil === null).toBe(state === "failed");
    expect(failures[asFailure(row.failure ?? "")]).toMatch(/\.$/);
    closeMail();
    await refusing.stop();
    // While it rests nobody sends it; when its time has come, a server that is well again takes it.
    changeEnv({ SMTP_URL: sink.url });
    const before = sink.received.length;
    await sendNotice(id);
    expect(sink.received.length).toBe(before);
    await expireLease(id);
    await sendNotice(id);
    expect((await rowOf(id)).state).toBe(state === "failed" ? "failed" : "sent");
    expect(sink.received.length).toBe(before + (state === "failed" ? 0 : 1));
  });

  test("because sign-in is refused waits for the operator", async () => {
    const strict = await mailSink({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(refusal(535)),
    });
    changeEnv({ SMTP_URL: strict.url.replace("smtp://", "smtp://user:wrong@") });
    const id = await waiting();
    await sendNotice(id);
    expect(await rowOf(id)).toMatchObject({ state: "waiting", failure: "sign-in-refused" });
    closeMail();
    await strict.stop();
  });

  test("because nobody listens, or no server is set up in production, waits and is tried again", async () => {
    changeEnv({ SMTP_URL: "smtp://127.0.0.1:9" });
    const id = await waiting();
    await sendNotice(id);
    expect(await rowOf(id)).toMatchObject({ state: "waiting", failure: "unreachable" });
    changeEnv({ SMTP_URL: undefined, HABEAS_MODE: "production" });
    await expireLease(id);
    await sendNotice(id);
    expect(await rowOf(id)).toMatchObject({ state: "waiting", failure: "no-server", attempts: 2 });
  });

  test("six times over is given up where it is a code, which is dead by then", async () => {
    changeEnv({ SMTP_URL: "smtp://127.0.0.1:9" });
    const id = await waiting();
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      expect((await rowOf(id)).state).toBe("waiting");
      await sendNotice(id);
      await expireLease(id);
    }
    expect(await rowOf(id)).toMatchObject({ state: "failed", attempts: 6 });
  });

  test("because its case was shredded is told so", async () => {
    changeEnv({ SMTP_URL: sink.url });
    const id = await waiting();
    const { caseId } = await rowOf(id);
    await database()
      .update(caseKey)
      .set({ wrappedDek: null, wrappedIdentity: null })
      .where(eq(caseKey.caseId, caseId ?? ""));
    await sendNotice(id);
    expect(await rowOf(id)).toMatchObject({ state: "failed", failure: "shredded" });
  });
});

test("in the demo without a mail server, it counts as sent: the mailbox page shows it", async () => {
  const id = await waiting();
  await sendNotice(id);
  expect(await rowOf(id)).toMatchObject({ state: "sent", failure: null });
  expect(await sentEvents(id)).toBe(1);
});

test("an unknown mail is no fault", async () => {
  await sendNotice("00000000-0000-4000-8000-000000000000");
});

test("a lost queue heals itself: what waits and is nobody's is listed", async () => {
  const id = await waiting();
  expect(await unsentNotices()).toContain(id);
  await sendNotice(id);
  expect(await unsentNotices()).not.toContain(id);
});
