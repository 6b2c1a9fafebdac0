import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, database, useDatabase } from "#db/client.ts";
import { installation, notice } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { changeEnv } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { beat } from "#lib/installation/commands.ts";
import { closeMail } from "#lib/notices/client.ts";
import { getHealth } from "./queries/health.ts";

const house = testInstallation();

let nowMs = 0;
vi.spyOn(performance, "now").mockImplementation(() => nowMs);
/** Each test looks for itself: what was seen before counts for two seconds. */
beforeEach(() => (nowMs += 60_000));
afterAll(() => closeMail());

test("a house where everything works, and what is said of it for two seconds however often it is asked", async () => {
  await beat("worker");
  expect(await getHealth()).toEqual({
    status: "ok",
    parts: {
      database: { ok: true, says: "The database answers." },
      worker: { ok: true, says: "The worker is at work.", silentSeconds: 0 },
      mail: { ok: true, says: "Mail stays on this machine, in the demo's mailbox.", failed: 0, waiting: 0 },
    },
  });
  await database().delete(installation);
  nowMs += 1999;
  expect((await getHealth()).status).toBe("ok");
  nowMs += 2;
  expect((await getHealth()).status).toBe("degraded");
});

test.each([
  ["has only been started", null, false, "The worker has not started yet."],
  ["gave its sign of life just in time", 29, true, "The worker is at work."],
  ["has gone silent", 95, false, "The worker has given no sign of life for 95 seconds."],
])("a worker that %s", async (_what, seconds, ok, says) => {
  await database().delete(installation);
  if (seconds !== null) {
    await beat("worker");
    await database()
      .update(installation)
      .set({ changedAt: sql`now() - make_interval(secs => ${seconds})` as never });
  }
  expect((await getHealth()).parts.worker).toMatchObject({ ok, says });
});

test("mails that failed and that wait are counted, never shown", async () => {
  const row = (state: "failed" | "waiting" | "sent") => ({
    id: newId(),
    organisationId: newId(),
    kind: "code",
    dedupeKey: newId(),
    sealedTo: Buffer.from("maya@typed.example"),
    sealedContent: Buffer.from("x"),
    messageId: "m",
    state,
    createdAt: new Date(),
  });
  await database()
    .insert(notice)
    .values([row("failed"), row("failed"), row("waiting"), row("sent")]);
  const health = await getHealth();
  expect(health.parts.mail).toMatchObject({ failed: 2, waiting: 1 });
  expect(JSON.stringify(health)).not.toContain("maya");
});

test("a mail server that answers, and one that does not", async () => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"] });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  changeEnv({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  expect((await getHealth()).parts.mail).toMatchObject({
    ok: true,
    says: "The mail server answers and takes our sign-in.",
  });
  closeMail();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  nowMs += 60_000;
  const gone = await getHealth();
  expect(gone.parts.mail).toMatchObject({ ok: false, says: expect.stringMatching(/does not let us in/) });
  expect(gone.status).toBe("degraded");
  changeEnv({ SMTP_URL: undefined });
});

test("a database that is away is told, not waited for", async () => {
  await useDatabase("postgres://nobody:nothing@127.0.0.1:9/none");
  const health = await getHealth();
  expect(health.status).toBe("degraded");
  expect(health.parts.database).toEqual({ ok: false, says: "The database does not answer." });
  expect(health.parts.worker.ok).toBe(false);
  expect(JSON.stringify(health)).not.toContain("nothing@");
  await closeDatabase();
  await useDatabase(house.database.urlAs("web"));
});
