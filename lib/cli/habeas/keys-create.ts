import { existsSync } from "node:fs";
import { join } from "node:path";
import { createKeys } from "#lib/keys/create.ts";
import { readRing } from "#lib/keys/ring.ts";
import type { Desk } from "./commands.ts";

/** Makes the master keys where there are none. Keys that exist are never touched: what they sealed would be lost. */
export async function run(_words: string[], { env, say }: Desk): Promise<number> {
  const hadKeys = existsSync(join(env.keysFolder, "root.key"));
  createKeys(env.keysFolder);
  readRing(env.keysFolder);
  say(
    hadKeys
      ? `The keys in ${env.keysFolder} were there already, and are as they were.`
      : `Made the master keys in ${env.keysFolder}. Keep a copy apart from the database's backups: without them nothing sealed can ever be opened.`,
  );
  return 0;
}
