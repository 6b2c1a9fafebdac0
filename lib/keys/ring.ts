import { createSecretKey, type KeyObject } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { derive, mac, open, seal } from "./seal.ts";

/**
 * The keys that lie outside the database, in a folder of 0600 files:
 * `kek-<number>.key` wrap the data keys (the highest number wraps new ones), `root.key` yields blind indexes and MACs.
 */
export type Ring = {
  /** Names of the key-encryption keys that can be read, oldest first. */
  kekIds: string[];
  currentKekId: string;
  wrap: (place: string, plain: Uint8Array) => { kekId: string; wrapped: Uint8Array };
  unwrap: (kekId: string, place: string, wrapped: Uint8Array) => Buffer;
  /** Keyed digest for exact look-ups, one key per purpose. 16 bytes. */
  blindIndex: (purpose: string, value: string) => Buffer;
  /** HMAC-SHA-256 under the key of one purpose. 32 bytes. */
  mac: (purpose: string, value: string | Uint8Array) => Buffer;
};

let loaded: Ring | null = null;

/** The ring of this process, read once from the operator's key folder. */
export function ring(): Ring {
  return (loaded ??= readRing(env().keysFolder));
}

/** Tests and the command line: use this ring instead. */
export function useRing(given: Ring | null): void {
  loaded = given;
}

/** Reads the keys of a folder. Throws with a sentence when one is missing, too short or readable by others. */
export function readRing(folder: string): Ring {
  let names: string[];
  try {
    names = readdirSync(/*turbopackIgnore: true*/ folder).filter((name) => /^kek-\d+\.key$/.test(name));
  } catch {
    throw new HabeasError(
      "not-set-up",
      `The key folder ${folder} cannot be read. Create it with "npm run -s habeas -- keys create", or set HABEAS_KEYS to where the keys are.`,
    );
  }
  const number = (name: string) => Number(/\d+/.exec(name)?.[0]);
  names.sort((a, b) => number(a) - number(b));
  const keks = new Map(
    names.map((name) => [name.replace(".key", ""), readKey(join(/*turbopackIgnore: true*/ folder, name))]),
  );
  const currentKekId = names.at(-1)?.replace(".key", "");
  if (!currentKekId)
    throw new HabeasError("not-set-up", `The key folder ${folder} holds no kek-<number>.key.`);
  const root = readKey(join(/*turbopackIgnore: true*/ folder, "root.key"));
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: string) => {
    const known = derived.get(purpose) ?? createSecretKey(derive(root, purpose));
    derived.set(purpose, known);
    return known;
  };
  const kek = (id: string) => {
    const key = keks.get(id);
    if (!key)
      throw new HabeasError(
        "not-set-up",
        `The key ${id} is missing from ${folder}. Nothing was changed; put it back and try again.`,
      );
    return key;
  };
  return {
    kekIds: [...keks.keys()],
    currentKekId,
    wrap: (place, plain) => ({ kekId: currentKekId, wrapped: seal(kek(currentKekId), 1, place, plain) }),
    unwrap: (kekId, place, wrapped) => open(kek(kekId), place, wrapped),
    blindIndex: (purpose, value) => mac(keyFor(`index/${purpose}`), value).subarray(0, 16),
    mac: (purpose, value) => mac(keyFor(`mac/${purpose}`), value),
  };
}

function readKey(path: string): Buffer {
  let text: string;
  try {
    text = readFileSync(/*turbopackIgnore: true*/ path, "utf8");
  } catch {
    throw new HabeasError(
      "not-set-up",
      `The key file ${path} cannot be read. Put it back from your copy of the keys, or give it to this user.`,
    );
  }
  if (process.platform !== "win32" && (statSync(/*turbopackIgnore: true*/ path).mode & 0o077) !== 0) {
    throw new HabeasError("not-set-up", `The key file ${path} can be read by others. Run: chmod 600 ${path}`);
  }
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== 32)
    throw new HabeasError("not-set-up", `The key file ${path} does not hold 32 bytes in base64.`);
  return key;
}
