import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The database users of an installation; what each may do is granted by the migrations. */
export const roleNames = {
  /** Owns schema and data, runs migrations. */
  owner: "habeas_owner",
  web: "habeas_web",
  worker: "habeas_worker",
  /** Sequences the audit log. */
  audit: "habeas_audit",
  /** Owns the demo's account database, which plays a company's own store. */
  accounts: "ipc_owner",
} as const;
export type Role = keyof typeof roleNames;

export type Secrets = { port: number; superuser: string } & Record<Role, string>;

/** Port and passwords of an embedded cluster: drawn once, kept in a file only its owner may read. */
export function readSecrets(folder: string): Secrets | null {
  const path = secretsPath(folder);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Secrets) : null;
}

export function writeSecrets(folder: string, secrets: Secrets): void {
  const path = secretsPath(folder);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}

export function newSecrets(port: number): Secrets {
  const password = () => randomBytes(24).toString("hex");
  return {
    port,
    superuser: password(),
    owner: password(),
    web: password(),
    worker: password(),
    audit: password(),
    accounts: password(),
  };
}

function secretsPath(folder: string): string {
  return join(folder, "secrets.json");
}
