import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { buffer } from "node:stream/consumers";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { now } from "#lib/clock.ts";
import { newId } from "#lib/ids.ts";
import { chunkBytes } from "./age.ts";
import { sweepFiles } from "./jobs.ts";
import { blobPath, destroyBlob, filesFolder, openBlob, saveBlob, writeBlob } from "./store.ts";

const installation = testInstallation();
let identity: string;
let key: { version: number; recipient: string };
beforeAll(async () => {
  identity = await generateX25519Identity();
  key = { version: 3, recipient: await identityToRecipient(identity) };
});

const incoming = () => join(filesFolder(), "incoming");
const partsLeft = () => (existsSync(incoming()) ? readdirSync(incoming()) : []);

/** Files of the store this process has open. */
function openFiles(): string[] {
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(filesFolder()) ? [path] : [];
    } catch {
      return [];
    }
  });
}

async function* failingAfter(bytes: Uint8Array) {
  yield bytes;
  throw new Error("the source broke");
}

describe("a sealed file", () => {
  test("comes back as it was, and says its size and hash", async () => {
    const plain = randomBytes(2 * chunkBytes + 123);
    const written = await writeBlob(key, [plain.subarray(0, 1000), plain.subarray(1000)]);
    expect(written).toEqual({
      id: written.id,
      keyVersion: 3,
      sizeBytes: plain.length,
      sha256: createHash("sha256").update(plain).digest(),
    });
    expect((await buffer(await openBlob(written.id, identity))).equals(plain)).toBe(true);
    const from = chunkBytes + 7;
    expect((await buffer(await openBlob(written.id, identity, { from }))).equals(plain.subarray(from))).toBe(
      true,
    );
    expect(
      (await buffer(await openBlob(written.id, identity, { from: 5, end: 9 }))).equals(plain.subarray(5, 9)),
    ).toBe(true);
    expect(partsLeft()).toEqual([]);
  });

  test("may be empty", async () => {
    const { id, sizeBytes } = await writeBlob(key, []);
    expect(sizeBytes).toBe(0);
    expect(await buffer(await openBlob(id, identity))).toHaveLength(0);
  });

  test("holds no plain word and can be read by nobody else", async () => {
    const { id } = await writeBlob(key, [Buffer.from("CANARY-7f3a".repeat(50))]);
    expect(readFileSync(blobPath(id)).includes("CANARY")).toBe(false);
    expect(statSync(blobPath(id)).mode & 0o777).toBe(0o600);
    expect(statSync(join(blobPath(id), "..")).mode & 0o777).toBe(0o700);
    await expect(openBlob(id, await generateX25519Identity())).rejects.toThrow();
  });

  test("leaves nothing behind when its source fails", async () => {
    const before = await sealedFiles();
    await expect(writeBlob(key, failingAfter(randomBytes(3 * chunkBytes)))).rejects.toThrow(
      "the source broke",
    );
    expect(partsLeft()).toEqual([]);
    expect(await sealedFiles()).toEqual(before);
  });

  test("that was damaged fails where it is damaged, and does not end early as if it were whole", async () => {
    const plain = randomBytes(3 * chunkBytes);
    const { id } = await writeBlob(key, [plain]);
    const sealed = readFileSync(blobPath(id));
    sealed.writeUInt8(sealed.readUInt8(chunkBytes + 5000) ^ 1, chunkBytes + 5000);
    writeFileSync(blobPath(id), sealed);
    await expect(openBlob(id, identity).then(buffer)).rejects.toThrow();
    writeFileSync(blobPath(id), sealed.subarray(0, 2 * chunkBytes));
    await expect(openBlob(id, identity)).rejects.toThrow();
    appendFileSync(blobPath(id), randomBytes(10));
    await expect(openBlob(id, identity)).rejects.toThrow();
  });

  test("is closed again: read to the end, broken off, never begun or wrongly asked for", async () => {
    const { id } = await writeBlob(key, [randomBytes(5 * chunkBytes)]);
    await buffer(await openBlob(id, identity));
    for await (const piece of await openBlob(id, identity)) if (piece.length > 0) break;
    const unread = await openBlob(id, identity);
    unread.destroy();
    await expect(openBlob(id, identity, { from: 1e9 }).then(buffer)).rejects.toThrow(RangeError);
    await expect.poll(openFiles).toEqual([]);
  });

  test("that was destroyed is gone, and destroying it again is no fault", async () => {
    const { id } = await writeBlob(key, [randomBytes(10)]);
    await destroyBlob(id);
    await destroyBlob(id);
    await expect(openBlob(id, identity)).rejects.toMatchObject({ code: "gone" });
  });

  test.each([
    "../../../etc/passwd",
    "..",
    "",
    "x",
    "AAAAAAAA-0000-4000-8000-000000000000/..",
    "a".repeat(36),
  ])("is never looked for under %j (F14)", async (id) => {
    await expect(openBlob(id, identity)).rejects.toMatchObject({ code: "not-found" });
    await expect(destroyBlob(id)).rejects.toMatchObject({ code: "not-found" });
  });
});

const mayMount =
  process.platform === "linux" &&
  spawnSync("unshare", ["--mount", "true"]).status === 0 &&
  process.getuid?.() === 0;

test.runIf(mayMount)("a full disk is told in words, and nothing half stays (R11)", async () => {
  const folder = filesFolder();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]);
  try {
    await expect(writeBlob(key, [randomBytes(1_000_000)])).rejects.toMatchObject({
      code: "unreachable",
      message: "The disk for sealed files is full. Make room; the work then goes on.",
    });
    expect(partsLeft()).toEqual([]);
    expect((await writeBlob(key, [randomBytes(1000)])).sizeBytes).toBe(1000);
  } finally {
    execFileSync("umount", [folder]);
  }
});

describe("the sweep", () => {
  const hoursAgo = (hours: number) => Date.now() / 1000 - hours * 3600;
  const age = (path: string, hours: number) => utimesSync(path, hoursAgo(hours), hoursAgo(hours));

  test("does nothing where nothing was ever stored", async () => {
    rmSync(filesFolder(), { recursive: true, force: true });
    expect(await sweepFiles()).toEqual({ parts: 0, orphans: 0 });
  });

  test("removes old files without a row and stale parts, and nothing else", async () => {
    const kept = await writeBlob(key, [randomBytes(10)]);
    const orphan = await writeBlob(key, [randomBytes(10)]);
    const young = await writeBlob(key, [randomBytes(10)]);
    await inTransaction((tx) => saveBlob(tx, { organisationId: newId(), caseId: null }, kept, now()));
    for (const { id } of [kept, orphan]) age(blobPath(id), 25);
    age(blobPath(young.id), 23);
    const [stale, fresh] = [newId(), newId()].map((id) => join(incoming(), `${id}.part`)) as [string, string];
    for (const path of [stale, fresh]) writeFileSync(path, "half");
    age(stale, 0.2);
    const stranger = join(filesFolder(), "ab");
    mkdirSync(stranger, { recursive: true });
    writeFileSync(join(stranger, "notes.txt"), "not ours");
    age(join(stranger, "notes.txt"), 1000);

    expect(await sweepFiles()).toEqual({ parts: 1, orphans: 1 });
    expect([kept.id, orphan.id, young.id].map((id) => existsSync(blobPath(id)))).toEqual([true, false, true]);
    expect([existsSync(stale), existsSync(fresh)]).toEqual([false, true]);
    expect(existsSync(join(stranger, "notes.txt"))).toBe(true);
    expect(await sweepFiles()).toEqual({ parts: 0, orphans: 0 });
  });
});

async function sealedFiles(): Promise<string[]> {
  return readdirSync(installation.dataFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".age"))
    .sort();
}
