import { existsSync, realpathSync, statSync } from "node:fs";
import { isIP } from "node:net";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { z } from "zod";
import { HabeasError } from "./errors.ts";

/** The folder that holds package.json: every command starts there. (Bundled code no longer knows its own file.) */
export const projectFolder = process.cwd();

const isPostgresUrl = (value: string) => /^postgres(ql)?:\/\/\S+$/.test(value) && URL.canParse(value);
const databaseUrl = z
  .string()
  .refine(isPostgresUrl, "must be a Postgres address, such as postgres://user:password@host:5432/habeas");
const list = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  );

/** Every variable Habeas reads, with the sentence that follows its name when the value will not do. */
const variables = z.object({
  HABEAS_MODE: z.enum(["demo", "production"], 'must be "demo" or "production"').optional(),
  HABEAS_PART: z.enum(["web", "worker", "tool"], "is set by Habeas itself: unset it").default("tool"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number, such as 3000")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "must lie between 1 and 65535")
    .default(3000),
  HABEAS_LISTEN: z.string().optional(),
  HABEAS_URL: z
    .string()
    .refine(
      isPlainAddress,
      "must be the address people use, without a path, such as https://privacy.example.org",
    )
    .refine(isSafeAddress, "must begin with https:// (http:// is for localhost only)")
    .transform((value) => new URL(value).origin)
    .optional(),
  HABEAS_DATA: z.string().optional(),
  HABEAS_KEYS: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_WORKER_URL: databaseUrl.optional(),
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:\/\/\S+$/.test(value) && URL.canParse(value),
      "must look like smtps://user:password@mail.example.org:465",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (value) => /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(value),
      "must be a mail address, such as Privacy team <privacy@example.org>",
    )
    .default("Privacy team <privacy@localhost>"),
  NEXTAUTH_SECRET: z.string().optional(),
  HABEAS_ALLOWED_HOSTS: list,
  HABEAS_TRUSTED_PROXIES: list.refine(
    (entries) => entries.every(isNetwork),
    "must list addresses or networks of your reverse proxies, such as 10.0.0.0/8, 2001:db8::1",
  ),
  HABEAS_ALLOWED_FOLDERS: list,
  HABEAS_DEMO_ACCOUNTS_URL: databaseUrl.optional(),
  HABEAS_DEMO_ACCOUNTS_SCHEMA: z.string().optional(),
  HABEAS_DEMO_PROVIDER_URL: z.string().optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent")
    .default("info"),
  CHROMIUM_PATH: z.string().optional(),
});

export type Mode = "demo" | "production";

/** What the surroundings say, checked and in our words. */
export type Env = {
  mode: Mode;
  /** Which process this is: it decides the database role and the size of its pool. */
  part: "web" | "worker" | "tool";
  port: number;
  /** The network address the web server binds: this machine only in demo mode, every one in production. */
  listen: string;
  /** The canonical address, without a slash at its end; links in mails and sign-in begin with it. */
  url: string;
  /** Absolute. Holds the embedded database, sealed files and, in demo mode, the keys. */
  dataFolder: string;
  /** Demo only: where the demo company's file stores lie. Absolute. */
  demoFolder: string;
  /** Absolute. Holds the master keys. */
  keysFolder: string;
  /** The database as this part's role. */
  databaseUrl: string;
  /** The database as the worker's role. */
  workerUrl: string;
  /** The database as the role that owns the schema and runs migrations. */
  ownerUrl: string;
  /** Every database address in use, so that a source can never be pointed at one of them. */
  ownDatabaseUrls: string[];
  smtpUrl: string | null;
  mailFrom: string;
  /** Signs session cookies. */
  authSecret: string;
  /** Hosts (`host` or `host:port`) and folders (absolute) that sources may be read from. */
  allowedHosts: string[];
  allowedFolders: string[];
  /** Addresses and networks (CIDR) of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** Demo only: where the demo's Postgres source lives (owner's address; a schema where it has no database of its own). */
  demoAccounts: { url: string; schema: string } | null;
  /** Demo only: the issuer address of the demo's OpenID provider. */
  demoProviderUrl: string | null;
  chromiumPath: string | null;
};

export type EnvResult = { ok: true; env: Env } | { ok: false; problems: string[] };

/** Reads a set of variables; empty ones count as unset. Expected mistakes come back as sentences that say what to do. */
export function parseEnv(source: Record<string, string | undefined>): EnvResult {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`),
    };
  }
  const value = parsed.data;
  const mode = value.HABEAS_MODE ?? (value.DATABASE_URL ? "production" : "demo");
  const dataFolder = resolve(/*turbopackIgnore: true*/ projectFolder, value.HABEAS_DATA ?? ".data");
  const appUrl = value.DATABASE_URL ?? "";
  const env: Env = {
    mode,
    part: value.HABEAS_PART,
    port: value.PORT,
    listen: value.HABEAS_LISTEN ?? (mode === "demo" ? "127.0.0.1" : "0.0.0.0"),
    url: value.HABEAS_URL ?? `http://localhost:${value.PORT}`,
    dataFolder,
    // Untraced like the rest: else every folder of the sources that is called so counts as a part of each page.
    demoFolder: join(/*turbopackIgnore: true*/ dataFolder, "demo"),
    keysFolder: value.HABEAS_KEYS
      ? resolve(/*turbopackIgnore: true*/ projectFolder, value.HABEAS_KEYS)
      : join(/*turbopackIgnore: true*/ dataFolder, "keys"),
    databaseUrl: value.HABEAS_PART === "worker" ? (value.DATABASE_WORKER_URL ?? appUrl) : appUrl,
    workerUrl: value.DATABASE_WORKER_URL ?? appUrl,
    ownerUrl: value.DATABASE_OWNER_URL ?? appUrl,
    ownDatabaseUrls: [value.DATABASE_URL, value.DATABASE_OWNER_URL, value.DATABASE_WORKER_URL].filter(
      (url) => url !== undefined,
    ),
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    authSecret: value.NEXTAUTH_SECRET ?? "",
    allowedHosts: value.HABEAS_ALLOWED_HOSTS,
    allowedFolders: value.HABEAS_ALLOWED_FOLDERS.map((folder) =>
      resolve(/*turbopackIgnore: true*/ projectFolder, folder),
    ),
    trustedProxies: value.HABEAS_TRUSTED_PROXIES,
    demoAccounts: value.HABEAS_DEMO_ACCOUNTS_URL
      ? { url: value.HABEAS_DEMO_ACCOUNTS_URL, schema: value.HABEAS_DEMO_ACCOUNTS_SCHEMA ?? "public" }
      : null,
    demoProviderUrl: value.HABEAS_DEMO_PROVIDER_URL ?? null,
    chromiumPath: value.CHROMIUM_PATH ?? null,
  };
  const problems = mode === "production" ? productionProblems(env, Boolean(value.HABEAS_KEYS)) : [];
  return problems.length ? { ok: false, problems } : { ok: true, env };
}

function isNetwork(entry: string): boolean {
  const [address = "", prefix, ...more] = entry.split("/");
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return (
    bits > 0 &&
    more.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}

function isPlainAddress(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { pathname, search, hash, username } = new URL(value);
  return pathname === "/" && !search && !hash && !username;
}

function isSafeAddress(value: string): boolean {
  return !URL.canParse(value) || new URL(value).protocol === "https:" || isLoopback(new URL(value).hostname);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

/** The name of the file that marks a folder of keys as the demo's. */
export const demoMark = "DEMO-KEYS";

/** Why production may not start like this; each sentence says what to do. */
function productionProblems(env: Env, isKeysFolderNamed: boolean): string[] {
  const problems: string[] = [];
  if (!env.databaseUrl) {
    problems.push("Production needs a Postgres of yours, 15 or newer, with backups: set DATABASE_URL.");
  }
  if (!isKeysFolderNamed) {
    problems.push(
      'Set HABEAS_KEYS to a folder for the master keys, outside the project (such as /etc/habeas/keys), then run "npm run -s habeas -- keys create".',
    );
  } else problems.push(...keyFolderProblems(env.keysFolder));
  if (env.authSecret && isWeakSecret(env.authSecret)) {
    problems.push(
      "NEXTAUTH_SECRET is too short or can be guessed. Unset it (one is drawn into the key folder) or give at least 32 random characters.",
    );
  }
  return problems;
}

/** What is wrong with a folder of keys for production. A folder that does not exist yet is fine: it can be made. */
function keyFolderProblems(folder: string): string[] {
  const fromProject = relative(realPlace(projectFolder), realPlace(folder));
  if (!/^\.\.([/\\]|$)/.test(fromProject) && !isAbsolute(fromProject)) {
    return [
      `HABEAS_KEYS (${folder}) lies in the project folder, where keys get copied and shared with the code. Move it outside.`,
    ];
  }
  if (!existsSync(folder)) return [];
  if (existsSync(join(folder, demoMark))) {
    return [`${folder} holds the keys of a demo. Set HABEAS_KEYS to a new folder and create keys there.`];
  }
  const info = statSync(folder);
  if (!info.isDirectory()) return [`HABEAS_KEYS (${folder}) is not a folder.`];
  return process.platform !== "win32" && info.mode & 0o077
    ? [`The key folder ${folder} can be entered by others. Run: chmod 700 ${folder}`]
    : [];
}

/** Where a path leads once every link on the way is followed; what does not exist yet stays as it is written. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realPlace(above), basename(path));
}

/** Shorter than 32 characters, of few different ones, or built from a word of examples. */
function isWeakSecret(secret: string): boolean {
  return (
    secret.length < 32 || new Set(secret).size < 12 || /demo|change.?me|secret|example|password/i.test(secret)
  );
}

let read: Env | undefined;

/**
 * The surroundings of this process, read once.
 * @throws HabeasError `not-set-up` with every problem in one message
 */
export function env(): Env {
  if (read) return read;
  const result = parseEnv(process.env);
  if (!result.ok) throw new HabeasError("not-set-up", result.problems.join("\n"));
  return (read = result.env);
}

/** For the log, which must work before, and without, the rest. */
export function logLevel(): string {
  return variables.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL?.trim() || undefined);
}

/** Tests only: the shared test server, when a runner has started one. */
export function testDatabaseUrl(): string | undefined {
  return process.env.TEST_DATABASE_URL;
}

/** Tests and command line: adds variables and reads anew. `undefined` removes one. */
export function changeEnv(changes: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  read = undefined;
}

/** The variables as they are, for starting other processes. */
export function rawEnv(): Record<string, string | undefined> {
  return { ...process.env };
}
