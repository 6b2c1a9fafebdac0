import { buffer } from "node:stream/consumers";
import { fromBufferPromise, openPromise, type ZipFile } from "yauzl";

/** Every file of an archive on disk, those of archives inside it too, by its path. */
export async function readZip(path: string): Promise<Map<string, Buffer>> {
  return filesOf(await openPromise(path));
}

async function filesOf(zip: ZipFile): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    const content = await buffer(await zip.openReadStreamPromise(entry));
    files.set(entry.fileName, content);
    if (!entry.fileName.endsWith(".zip")) continue;
    for (const [inner, bytes] of await filesOf(await fromBufferPromise(content)))
      files.set(`${entry.fileName}/${inner}`, bytes);
  }
  return files;
}
