import { argon2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { HabeasError } from "#lib/errors.ts";
import { sameDigest } from "#lib/digest.ts";
import { canonicalPassword, cost, formatHash, parseHash, type StoredHash } from "../password.ts";

/** Each check holds 32 MiB and a thread of the pool that files and DNS need too; more wait their turn. */
const atOnce = 2;
const mostWaiting = 40;

const derive = promisify(argon2);
const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting)
      throw new HabeasError("too-many", "Too many people are signing in. Try again in a minute.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    // A free place goes to whoever waits longest, without anybody slipping in between.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function digest(
  password: string,
  { cost: { memory, passes, lanes }, salt, hash }: StoredHash,
): Promise<Buffer> {
  const parameters = {
    message: Buffer.from(canonicalPassword(password), "utf8"),
    nonce: salt,
    parallelism: lanes,
    memory,
    passes,
    tagLength: hash.length,
  };
  return inTurn(() => derive("argon2id", parameters));
}

/** Hashes a password for storing, off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const blank = { cost, salt: randomBytes(16), hash: new Uint8Array(32) };
  return formatHash({ ...blank, hash: await digest(password, blank) });
}

/** Stands in where there is no hash, so that the same work is done; nothing hashes to it on purpose. */
const nobody: StoredHash = { cost, salt: randomBytes(16), hash: randomBytes(32) };

/**
 * Whether `password` is the one stored. Without a stored hash (no such account, or one without a password) the same
 * work is done and the answer is no.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const held = stored === null ? null : parseHash(stored);
  const against = held ?? nobody;
  const found = await digest(password, against);
  return sameDigest(found, against.hash) && held !== null;
}
