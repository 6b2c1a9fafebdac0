import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoMark, type Env } from "#lib/env.ts";
import { createKeys } from "#lib/keys/create.ts";
import { readRing } from "#lib/keys/ring.ts";

/**
 * Sees to the master keys and the secret that signs sessions. The demo's are drawn by itself, and marked;
 * an installation's are only ever made by "habeas keys create": after a move without the key folder, new keys
 * would hide that the old data cannot be opened.
 * @returns the session secret
 * @throws an Error whose message says what to do
 */
export function ensureSecrets(env: Env): string {
  if (env.mode === "demo") ensureDemoKeys(env);
  readRing(env.keysFolder);
  return env.authSecret || sessionSecret(env.keysFolder);
}

function ensureDemoKeys({ keysFolder, dataFolder }: Env): void {
  const mark = join(keysFolder, demoMark);
  const isElsewhere = !keysFolder.startsWith(dataFolder);
  if (isElsewhere && existsSync(join(keysFolder, "root.key")) && !existsSync(mark)) {
    throw new Error(`${keysFolder} holds the keys of a real installation. Unset HABEAS_KEYS for the demo.`);
  }
  createKeys(keysFolder);
  writeFileSync(mark, "These keys belong to a demo. Production refuses them.\n");
}

/** Drawn once, and anew if others could read it; losing it only signs everybody out. */
function sessionSecret(folder: string): string {
  const path = join(folder, "session.key");
  const isOpen = process.platform !== "win32" && existsSync(path) && (statSync(path).mode & 0o077) !== 0;
  if (isOpen) rmSync(path);
  if (!existsSync(path)) {
    writeFileSync(path, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  }
  return readFileSync(path, "utf8").trim();
}
