import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { FolderInUse, startEmbedded, type EmbeddedDatabase } from "./embedded.ts";
import { postgresBinaries } from "./embedded/binaries.ts";
import { ensureCluster } from "./embedded/cluster.ts";
import { readSecrets } from "./embedded/passwords.ts";
import { freeServerPort } from "./embedded/ports.ts";
import { startPostmaster } from "./embedded/postmaster.ts";
import { isAlive } from "./embedded/stale.ts";
import { wayToRun } from "./embedded/unprivileged.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "habeas-pg-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "postgres");
}

async function start(folder: string, said: string[] = []): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({
    folder,
    databases: [{ name: "habeas", owner: "owner" }],
    purpose: "installation",
    say: (sentence) => said.push(sentence),
  });
  cleanUp.push(() => database.stop());
  return database;
}

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const script = join(import.meta.dirname, "embedded", "writer.test-program.ts");

/** Another process that owns a database, writes rows 1, 2, 3 … and reports each one that was acknowledged. */
async function startWriter(
  folder: string,
): Promise<{ child: ChildProcess; last: () => number; port: number; pid: number }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  cleanUp.push(() => child.kill("SIGKILL"));
  let words = "";
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the writer ended early")));
    child.stdout?.on("data", (chunk: Buffer) => {
      words += chunk.toString();
      if (words.includes("\n20\n")) resolve();
    });
  });
  const [port = 0, pid = 0] = words.split("\n")[0]!.split(" ").map(Number);
  return { child, port, pid, last: () => Number(words.trimEnd().split("\n").at(-1)) };
}

test("made once, loopback only, UTF-8, secrets for its owner's eyes, started again with everything kept", async () => {
  const folder = newFolder();
  const said: string[] = [];
  const first = await start(folder, said);
  await ask(first.url("owner", "habeas"), async (sql) => {
    await sql`create table word (text text)`;
    await sql`insert into word values ('Grüße, 你好')`;
    const [row] =
      await sql`select current_setting('listen_addresses') as listen, current_setting('server_encoding') as encoding`;
    expect(row).toEqual({ listen: "127.0.0.1", encoding: "UTF8" });
  });
  expect(first.port).toBeLessThan(32_768);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  await first.stop();

  const second = await start(folder, said);
  expect(second.port).toBe(first.port);
  expect(await ask(second.url("owner", "habeas"), (sql) => sql`select text from word`)).toEqual([
    { text: "Grüße, 你好" },
  ]);
  expect(said).toEqual(["Made a new database."]);
});

test("each role has a password of its own, and no wrong one gets in", async () => {
  const database = await start(newFolder());
  const roles = ["owner", "web", "worker", "audit"] as const;
  const names = await Promise.all(
    roles.map((role) =>
      ask(database.url(role, "habeas"), async (sql) => (await sql`select current_user as name`)[0]?.name),
    ),
  );
  expect(names).toEqual(["habeas_owner", "habeas_web", "habeas_worker", "habeas_audit"]);
  const wrong = new URL(database.url("web", "habeas"));
  wrong.password = new URL(database.url("worker", "habeas")).password;
  await expect(ask(wrong.href, (sql) => sql`select 1`)).rejects.toThrow(/password/);
  await expect(ask(database.url("accounts", "habeas"), (sql) => sql`select 1`)).rejects.toThrow(
    /permission denied/,
  );
});

test("nothing that was bound or refused stands in the server's log", async () => {
  const folder = newFolder();
  const database = await start(folder);
  await ask(database.url("owner", "habeas"), async (sql) => {
    await sql`create table person (email text primary key)`;
    await sql`insert into person values (${"maya@example.org"})`;
    await expect(sql`insert into person values (${"maya@example.org"})`).rejects.toThrow(/duplicate key/);
    await expect(sql`select ${"maya@example.org"}::int`).rejects.toThrow(/invalid input/);
  });
  await database.stop();
  const log = readFileSync(join(folder, "postgres.log"), "utf8");
  expect(log).toContain("ready to accept connections");
  expect(log).not.toContain("maya@example.org");
});

test("a folder serves one process at a time", async () => {
  const folder = newFolder();
  await start(folder);
  await expect(start(folder)).rejects.toThrow(FolderInUse);
});

test("kill -9 of the server: every acknowledged row is there after the restart, on the same port", async () => {
  const folder = newFolder();
  const database = await start(folder);
  const url = database.url("owner", "habeas");
  await ask(url, (sql) => sql`create table line (n int)`);
  let acknowledged = 0;
  const writing = ask(url, async (sql) => {
    for (let n = 1; ; n++) {
      await sql`insert into line values (${n})`;
      acknowledged = n;
    }
  }).catch(() => {});
  while (acknowledged < 50) await new Promise((resolve) => setTimeout(resolve, 5));
  const pid = Number(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await database.ended();
  await writing;
  await database.restart();
  expect(database.url("owner", "habeas")).toBe(url);
  const [row] = await ask(url, (sql) => sql`select count(*)::int as n from line where n <= ${acknowledged}`);
  expect(row?.n).toBe(acknowledged);
});

test("kill -9 of the process that started it: the server ends too, and the next start recovers", async () => {
  const folder = newFolder();
  const writer = await startWriter(folder);
  writer.child.kill("SIGKILL");
  await expect.poll(() => isAlive(writer.pid), { timeout: 30_000 }).toBe(false);
  const database = await start(folder);
  const [row] = await ask(database.url("owner", "habeas"), (sql) => sql`select count(*)::int as n from line`);
  expect(row?.n).toBeGreaterThanOrEqual(writer.last());
});

test("a postmaster.pid whose number belongs to somebody else by now does not stand in the way", async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  const bystander = spawn("sleep", ["60"]);
  cleanUp.push(() => bystander.kill());
  const pidFile = join(folder, "cluster", "postmaster.pid");
  writeFileSync(
    pidFile,
    `${bystander.pid}\n${join(folder, "cluster")}\n1700000000\n15000\n\n127.0.0.1\n  1 1\nready   \n`,
  );
  const database = await start(folder);
  expect(await ask(database.url("owner", "habeas"), (sql) => sql`select 1 as one`)).toHaveLength(1);
  expect(isAlive(bystander.pid!)).toBe(true);
});

test("a port that somebody else took meanwhile is left to them, with a word", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await first.stop();
  const stranger = await new Promise<Server>((resolve) => {
    const server = createServer().listen(first.port, "127.0.0.1", () => resolve(server));
  });
  cleanUp.push(() => stranger.close());
  const said: string[] = [];
  const second = await start(folder, said);
  expect(second.port).not.toBe(first.port);
  expect(said.join()).toMatch(/taken by another program; using/);
  expect(readSecrets(folder)?.port).toBe(second.port);
});

test("a first start that was cut short leaves nothing half made", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "cluster.new", "base"), { recursive: true });
  writeFileSync(join(folder, "cluster.new", "base", "1"), "half");
  const database = await start(folder);
  expect(await ask(database.url("owner", "habeas"), (sql) => sql`select 1 as one`)).toHaveLength(1);
});

test.runIf(process.getuid?.() === 0)(
  "root in a container that forbids namespaces: the server runs as nobody",
  async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const binaries = postgresBinaries();
    const port = await freeServerPort();
    ensureCluster(folder, binaries, "nobody", "secret");
    const postmaster = await startPostmaster(
      { folder, port, password: "secret", extra: {} },
      binaries,
      "nobody",
    );
    cleanUp.push(() => postmaster.stop());
    expect(statSync(join(folder, "cluster")).uid).toBe(65_534);
    const url = `postgres://postgres:secret@127.0.0.1:${port}/postgres`;
    expect(await ask(url, (sql) => sql`select 1 as one`)).toHaveLength(1);
  },
);

test.runIf(process.getuid?.() === 0)("a folder that nobody may enter is named, with what to do", () => {
  const folder = newFolder();
  const outer = join(folder, "..", "..");
  const closed = mkdtempSync(join(outer, "habeas-closed-"));
  cleanUp.push(() => rmSync(closed, { recursive: true, force: true }));
  chmodSync(closed, 0o700);
  mkdirSync(join(closed, "data", "postgres"), { recursive: true });
  expect(() =>
    ensureCluster(join(closed, "data", "postgres"), postgresBinaries(), "nobody", "secret"),
  ).toThrow(/cannot enter .*habeas-closed-.*DATABASE_URL/);
});

test("where the kernel cannot end the server with us, the guard does", async () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  const binaries = postgresBinaries();
  const way = wayToRun();
  const port = await freeServerPort();
  ensureCluster(folder, binaries, way, "secret");
  const postmaster = await startPostmaster(
    { folder, port, password: "secret", extra: {} },
    binaries,
    way,
    false,
  );
  const pid = Number(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
  expect(isAlive(pid)).toBe(true);
  postmaster.child.disconnect(); // What the guard sees when we die.
  await postmaster.ended;
  expect(isAlive(pid)).toBe(false);
});
