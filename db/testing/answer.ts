import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { database } from "#db/client.ts";
import { openZip } from "#lib/bundle/client/unzip.ts";
import { newestBundle } from "#lib/bundle/commands.ts";
import { openBlob } from "#lib/files/store.ts";
import { caseBlobKeys } from "#lib/keys/sealer.ts";

/** The pages and texts of the newest archive built for a case, by their path inside its folder: what the person reads. */
export async function readArchive(caseId: string, dataFolder: string): Promise<Map<string, string>> {
  const built = await newestBundle(database(), caseId);
  if (!built?.blobId) throw new Error("no archive was built for this case");
  const { identity } = await caseBlobKeys(database(), caseId);
  const pieces: Uint8Array[] = [];
  for await (const piece of await openBlob(built.blobId, identity)) pieces.push(piece as Uint8Array);
  const file = join(mkdtempSync(join(dataFolder, "archive-")), "bundle.zip");
  writeFileSync(file, Buffer.concat(pieces));
  const zip = await openZip(file);
  const texts = new Map<string, string>();
  for (const { fileName } of zip.entries.filter((entry) => /\.(html|txt|json|csv)$/.test(entry.fileName)))
    texts.set(fileName.slice(fileName.indexOf("/") + 1), await zip.text(fileName));
  zip.close();
  return texts;
}
