import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockFolder } from "#db/embedded/lock.ts";
import { migrate } from "#db/migrate.ts";
import { emptyDatabase, type TestDatabase } from "#db/testing/databases.ts";
import { parseEnv, type Env } from "#lib/env.ts";
import { checkDatabases } from "./doctor/database.ts";
import { checkFolders, checkKeys, checkSources } from "./doctor/machine.ts";
import { checkMail } from "./doctor/mail.ts";
import { checkRunning } from "./doctor/running.ts";

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "habeas-doctor-"));

beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function surroundings(given: Record<string, string> = {}): Env {
  const result = parseEnv({ HABEAS_MODE: "demo", HABEAS_DATA: folder, ...given });
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.env;
}

const ways = () => ({
  ownerUrl: database.url,
  webUrl: database.urlAs("web"),
  workerUrl: database.urlAs("worker"),
  accounts: null,
  embedded: null,
});

async function asOwner(statement: string): Promise<void> {
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql.unsafe(statement).finally(() => sql.end());
}

const words = (findings: { is: string; words: string }[], is: string) =>
  findings.filter((finding) => finding.is === is).map((finding) => finding.words);

test("a database without our tables: migrations pend, nothing is changed by looking", async () => {
  expect(words(await checkDatabases(surroundings(), ways()), "worth")).toEqual([
    expect.stringMatching(/migrations have not run/),
  ]);
});

test("migrated, with roles really apart: all fine; each way to break that is found", async () => {
  await migrate({ ownerUrl: database.url, appRoles: ["habeas_web", "habeas_worker"] });
  const look = () => checkDatabases(surroundings(), ways());
  expect(words(await look(), "wrong")).toEqual([]);
  expect(words(await look(), "fine").join("\n")).toMatch(
    /habeas_web \(pages\) may add to the audit log and change nothing/,
  );

  for (const [harm, repair, sentence] of [
    [
      "grant delete on audit_event to habeas_web",
      "revoke delete on audit_event from habeas_web",
      /habeas_web .* may change rows of the audit log/,
    ],
    [
      "revoke insert on audit_event from habeas_worker",
      "grant insert on audit_event to habeas_worker",
      /habeas_worker .* may not add/,
    ],
    [
      "alter table audit_event disable trigger audit_event_no_change",
      "alter table audit_event enable trigger all",
      /guards the audit log is missing or switched off/,
    ],
  ] as const) {
    await asOwner(harm);
    expect(words(await look(), "wrong")).toEqual([expect.stringMatching(sentence)]);
    await asOwner(repair);
  }
  expect(words(await look(), "wrong")).toEqual([]);
});

test("one role for everything: worth a word in the demo, wrong in production", async () => {
  const together = { ...ways(), webUrl: database.url, workerUrl: database.url };
  expect(words(await checkDatabases(surroundings(), together), "worth")[0]).toMatch(
    /owns the tables.*DATABASE_OWNER_URL/,
  );
  const production = { ...surroundings(), mode: "production" as const };
  expect(words(await checkDatabases(production, together), "wrong")).toEqual([
    expect.stringContaining("(pages and worker)"),
  ]);
});

test("a new production installation is told how to begin", async () => {
  const findings = await checkDatabases({ ...surroundings(), mode: "production" }, ways());
  expect(words(findings, "worth").join("\n")).toMatch(/organisation add FILE[\s\S]*staff add/);
});

test("production on a demo's database is refused in the same words as by the start", async () => {
  await asOwner("insert into installation (key, value, changed_at) values ('demo', 'true', now())");
  const findings = await checkDatabases({ ...surroundings(), mode: "production" }, ways());
  expect(words(findings, "wrong")).toEqual([expect.stringMatching(/filled by a demo.*HABEAS_MODE=demo/)]);
  expect(words(await checkDatabases(surroundings(), ways()), "wrong")).toEqual([]);
});

test("folders, keys and allow-lists", () => {
  mkdirSync(join(folder, "open"), { mode: 0o755 });
  expect(words(checkFolders(surroundings()), "wrong")).toEqual([]);
  expect(words(checkFolders(surroundings({ HABEAS_DATA: join(folder, "open") })), "wrong")[0]).toMatch(
    /chmod 700/,
  );
  expect(words(checkKeys(surroundings({ HABEAS_KEYS: join(folder, "open") })), "wrong")).toHaveLength(1);
  const lists = surroundings({
    HABEAS_ALLOWED_FOLDERS: `${folder},/nowhere`,
    HABEAS_ALLOWED_HOSTS: "db.internal:5432,not a host",
  });
  expect(words(checkSources(lists), "fine")).toHaveLength(2);
  expect(words(checkSources(lists), "wrong")).toEqual([
    expect.stringMatching(/names \/nowhere, which does not exist/),
    expect.stringMatching(/names "not a host"/),
  ]);
});

test("mail: a real server that answers, one that refuses us, one that is not there, and none", async () => {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) =>
      done(password === "right" ? null : new Error("no"), { user: "habeas" }),
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () =>
      resolve((listening.address() as { port: number }).port),
    );
  });
  const look = (smtp: string) =>
    checkMail({ ...surroundings({ SMTP_URL: smtp, MAIL_FROM: "privacy@example.org" }), mode: "production" });
  expect(words(await look(`smtp://habeas:right@127.0.0.1:${port}`), "fine")).toHaveLength(1);
  expect(words(await look(`smtp://habeas:false@127.0.0.1:${port}`), "wrong")[0]).toMatch(
    /refuses our user or password/,
  );
  await new Promise<void>((resolve) => server.close(resolve));
  expect(words(await look(`smtp://habeas:right@127.0.0.1:${port}`), "wrong")[0]).toMatch(/cannot be reached/);
  expect(words(await checkMail(surroundings()), "fine")).toHaveLength(1);
  expect(words(await checkMail({ ...surroundings(), mode: "production" }), "wrong")[0]).toMatch(
    /set SMTP_URL/,
  );
});

test("a portal that runs: what it says of itself, with what to do, and nothing that was found already", async () => {
  const parts = {
    database: { ok: true, says: "The database answers." },
    worker: { ok: false, says: "The worker has given no sign of life for 52 seconds." },
    mail: { ok: false, says: "The mail server does not let us in." },
  };
  const portal = createServer((_asked, answer) => answer.end(JSON.stringify({ parts })));
  const port = await new Promise<number>((resolve) => {
    portal.listen(0, "127.0.0.1", () => resolve((portal.address() as { port: number }).port));
  });
  const lock = lockFolder(folder, "start");
  try {
    lock?.note({ url: "http://localhost:3001", inside: `http://127.0.0.1:${port}` });
    const all = await checkRunning(surroundings());
    expect(words(all, "fine")).toEqual(["The portal runs at http://localhost:3001."]);
    expect(words(all, "wrong")).toEqual([
      expect.stringMatching(/worker: .*52 seconds\..*start it again/),
      expect.stringMatching(/mail: /),
    ]);
    expect(words(await checkRunning(surroundings(), ["mail"]), "wrong")).toHaveLength(1);
    portal.closeAllConnections();
    await new Promise((resolve) => portal.close(resolve));
    expect(words(await checkRunning(surroundings()), "wrong")[0]).toMatch(/pages do not answer at/);
  } finally {
    lock?.release();
    portal.close();
  }
  expect(words(await checkRunning(surroundings()), "worth")[0]).toMatch(/npm start/);
});

test("the command itself: settings that will not do end it with status 1 and every sentence", () => {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, "..", "habeas.ts"), "doctor"], {
    encoding: "utf8",
    env: {
      ...process.env,
      HABEAS_MODE: "production",
      DATABASE_URL: "",
      HABEAS_KEYS: "",
      HABEAS_DATA: folder,
    },
  });
  expect(run.status).toBe(1);
  expect(run.stdout).toMatch(/WRONG .*set DATABASE_URL[\s\S]*WRONG .*HABEAS_KEYS[\s\S]*2 things are wrong/);
});
