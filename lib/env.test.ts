import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { demoMark, parseEnv, projectFolder, type Env } from "./env.ts";

const database = "postgres://habeas:pw@db.example.org/habeas";

const outside = mkdtempSync(join(tmpdir(), "habeas-env-"));
afterAll(() => rmSync(outside, { recursive: true }));

function keysFolder(mode = 0o700, ...files: string[]): string {
  const folder = mkdtempSync(join(outside, "keys-"));
  for (const file of files) writeFileSync(join(folder, file), "");
  chmodSync(folder, mode);
  return folder;
}

/** A link outside the project that leads into it. */
function linkIntoProject(): string {
  const link = join(outside, "link");
  symlinkSync(join(projectFolder, "lib"), link);
  return link;
}

function readable(source: Record<string, string | undefined>): Env {
  const result = parseEnv(source);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.env;
}

test.each([
  ["nothing set", {}, "demo"],
  ["a database set", { DATABASE_URL: database, HABEAS_KEYS: keysFolder() }, "production"],
  ["a database and demo asked for", { DATABASE_URL: database, HABEAS_MODE: "demo" }, "demo"],
  ["an empty value counts as unset", { DATABASE_URL: "", HABEAS_MODE: " " }, "demo"],
])("mode: %s", (_what, source, mode) => {
  expect(readable(source).mode).toBe(mode);
});

test("what is derived where nothing is set", () => {
  expect(readable({})).toMatchObject({
    port: 3000,
    listen: "127.0.0.1",
    url: "http://localhost:3000",
    dataFolder: join(projectFolder, ".data"),
    keysFolder: join(projectFolder, ".data", "keys"),
    allowedHosts: [],
    smtpUrl: null,
  });
  expect(readable({ PORT: "8080" }).url).toBe("http://localhost:8080");
  expect(readable({ HABEAS_URL: "https://privacy.example.org/", PORT: "8080" }).url).toBe(
    "https://privacy.example.org",
  );
});

test("each part of Habeas gets the database address of its own role, and migrations the owner's", () => {
  const source = {
    HABEAS_MODE: "demo",
    DATABASE_URL: "postgres://web@h/d",
    DATABASE_OWNER_URL: "postgres://owner@h/d",
    DATABASE_WORKER_URL: "postgres://worker@h/d",
  };
  expect(readable({ ...source, HABEAS_PART: "web" }).databaseUrl).toContain("web@");
  expect(readable({ ...source, HABEAS_PART: "worker" }).databaseUrl).toContain("worker@");
  expect(readable(source).ownerUrl).toContain("owner@");
  expect(readable({ ...source, DATABASE_OWNER_URL: undefined }).ownerUrl).toContain("web@");
  expect(readable(source).ownDatabaseUrls).toHaveLength(3);
});

test("lists are split, trimmed, and folders made absolute", () => {
  const env = readable({
    HABEAS_ALLOWED_HOSTS: "db.internal:5432, files.internal,",
    HABEAS_ALLOWED_FOLDERS: "/srv/a,b",
  });
  expect(env.allowedHosts).toEqual(["db.internal:5432", "files.internal"]);
  expect(env.allowedFolders).toEqual(["/srv/a", join(projectFolder, "b")]);
});

test.each([
  [{ PORT: "eighty" }, /^PORT must be a port number/],
  [{ PORT: "0" }, /^PORT must lie between/],
  [{ PORT: "65536" }, /^PORT must lie between/],
  [{ HABEAS_MODE: "prod" }, /^HABEAS_MODE must be "demo" or "production"/],
  [{ HABEAS_MODE: "demo", DATABASE_URL: "mysql://h/d" }, /^DATABASE_URL must be a Postgres address/],
  [
    { HABEAS_URL: "https://example.org/privacy" },
    /^HABEAS_URL must be the address people use, without a path/,
  ],
  [{ HABEAS_TRUSTED_PROXIES: "10.0.0.0/33" }, /^HABEAS_TRUSTED_PROXIES must list addresses/],
  [{ HABEAS_TRUSTED_PROXIES: "proxy.local" }, /^HABEAS_TRUSTED_PROXIES must list addresses/],
  [{ HABEAS_URL: "privacy.example.org" }, /^HABEAS_URL must be the address/],
  [{ HABEAS_URL: "http://privacy.example.org" }, /^HABEAS_URL must begin with https/],
  [{ SMTP_URL: "mail.example.org" }, /^SMTP_URL must look like/],
  [{ MAIL_FROM: "nobody" }, /^MAIL_FROM must be a mail address/],
  [{ MAIL_FROM: "a@example.org\r\nBcc: b@example.org" }, /^MAIL_FROM must be a mail address/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be/],
  [{ HABEAS_MODE: "production", HABEAS_KEYS: keysFolder() }, /set DATABASE_URL/],
  [{ DATABASE_URL: database }, /Set HABEAS_KEYS to a folder/],
  [{ DATABASE_URL: database, HABEAS_KEYS: "keys" }, /lies in the project folder/],
  [{ DATABASE_URL: database, HABEAS_KEYS: projectFolder }, /lies in the project folder/],
  [{ DATABASE_URL: database, HABEAS_KEYS: join(linkIntoProject(), "keys") }, /lies in the project folder/],
  [{ DATABASE_URL: database, HABEAS_KEYS: join(projectFolder, "..keys") }, /lies in the project folder/],
  [{ DATABASE_URL: database, HABEAS_KEYS: keysFolder(0o755) }, /can be entered by others.*chmod 700/],
  [{ DATABASE_URL: database, HABEAS_KEYS: keysFolder(0o700, demoMark) }, /keys of a demo/],
  [
    { DATABASE_URL: database, HABEAS_KEYS: keysFolder(), NEXTAUTH_SECRET: "short" },
    /NEXTAUTH_SECRET is too short/,
  ],
  [{ DATABASE_URL: database, HABEAS_KEYS: keysFolder(), NEXTAUTH_SECRET: "a".repeat(64) }, /can be guessed/],
  [
    { DATABASE_URL: database, HABEAS_KEYS: keysFolder(), NEXTAUTH_SECRET: `demo-${"x7Qp2LmZ9".repeat(5)}` },
    /can be guessed/,
  ],
] as [Record<string, string>, RegExp][])("refused with a sentence: %o", (source, sentence) => {
  const result = parseEnv(source);
  expect(result.ok).toBe(false);
  expect(result.ok ? [] : result.problems).toContainEqual(expect.stringMatching(sentence));
});

test("accepted: production outside the project with a strong secret, and http on this machine", () => {
  const source = {
    DATABASE_URL: database,
    HABEAS_KEYS: keysFolder(),
    NEXTAUTH_SECRET: "Zx8vK2pQ9mW4tR7yB1nL5cF3hJ6gD0sA",
  };
  expect(readable(source).mode).toBe("production");
  expect(readable({ ...source, HABEAS_URL: "http://127.0.0.1:3000" }).url).toBe("http://127.0.0.1:3000");
});

test("every mistake is told at once", () => {
  const result = parseEnv({ PORT: "x", SMTP_URL: "x" });
  expect(result.ok ? [] : result.problems).toHaveLength(2);
});
