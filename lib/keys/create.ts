import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HabeasError } from "#lib/errors.ts";

/**
 * Writes a first set of keys into an empty folder, the root last. Existing keys are left alone, and a folder whose
 * root has lost what stood beside it is no empty one: a new key in the old one's name would hide the loss.
 * @throws HabeasError `not-set-up`
 */
export function createKeys(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isKek = (name: string) => /^kek-\d+\.key$/.test(name);
  const present = readdirSync(folder);
  if (present.includes("root.key")) {
    if (present.some(isKek)) return;
    throw new HabeasError(
      "not-set-up",
      `The key folder ${folder} holds root.key but no kek-<number>.key. Put it back from your copy of the keys.`,
    );
  }
  for (const name of ["kek-1.key", "root.key"]) {
    try {
      writeFileSync(join(folder, name), `${randomBytes(32).toString("base64")}\n`, {
        mode: 0o600,
        flag: "wx",
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
