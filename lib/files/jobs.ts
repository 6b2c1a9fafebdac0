import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { blob } from "#db/schema/index.ts";
import { newId } from "#lib/ids.ts";
import { forgetLostUploads } from "./commands/drafts.ts";
import { filesFolder, incomingFolder, isBlobId } from "./store.ts";

const tenMinutesMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;

/**
 * Removes what nobody needs and what crashes left behind: files of forms that ended without being sent, files nobody has written to for ten minutes under a temporary name, and sealed files
 * older than a day to which no row points. Ages are told by the disk's own clock, which nobody moves.
 */
export async function sweepFiles(): Promise<{ parts: number; orphans: number }> {
  await forgetLostUploads();
  const folder = filesFolder();
  const present = await diskNow(folder);
  if (present === null) return { parts: 0, orphans: 0 };
  const older = async (path: string, age: number) => {
    const info = await stat(path).catch(() => null);
    return info !== null && present - info.mtimeMs > age;
  };
  let parts = 0;
  for (const name of await list(join(folder, incomingFolder))) {
    const path = join(folder, incomingFolder, name);
    if (!(await older(path, tenMinutesMs))) continue;
    await rm(path, { force: true });
    parts += 1;
  }
  let orphans = 0;
  for (const shelf of (await list(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const old: string[] = [];
    for (const name of await list(join(folder, shelf))) {
      const id = name.replace(/\.age$/, "");
      if (isBlobId(id) && (await older(join(folder, shelf, name), dayMs))) old.push(id);
    }
    for (const id of await withoutRow(old)) {
      await rm(join(folder, shelf, `${id}.age`), { force: true });
      orphans += 1;
    }
  }
  return { parts, orphans };
}

/** The disk's clock: when it says a file was written that is written now. Null where nothing was ever stored. */
async function diskNow(folder: string): Promise<number | null> {
  const probe = join(folder, incomingFolder, `${newId()}.part`);
  try {
    await writeFile(probe, "", { mode: 0o600 });
    return (await stat(probe)).mtimeMs;
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  } finally {
    await rm(probe, { force: true });
  }
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: { code?: string }) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

async function withoutRow(ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await database().select({ id: blob.id }).from(blob).where(inArray(blob.id, ids));
  const known = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !known.has(id));
}
