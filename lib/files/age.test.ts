import { randomBytes } from "node:crypto";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeAll, describe, expect, test } from "vitest";
import { chunkBytes, openAge, sealAge } from "./age.ts";

let identity: string;
let recipient: string;
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

async function sealed(...pieces: Uint8Array[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(sealAge(recipient, pieces)));
}

async function opened(file: Uint8Array, from?: number, end?: number, by = identity): Promise<Buffer> {
  const readAt = async (offset: number, length: number) => file.subarray(offset, offset + length);
  const { read } = await openAge(by, file.length, readAt);
  return Buffer.concat(await Array.fromAsync(read(from, end)));
}

const sizes = [0, 1, 15, 16, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, 3 * chunkBytes + 17];

describe.each(sizes)("%i bytes", (size) => {
  const plain = randomBytes(size);

  test("sealed by us open with the library", async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(plain.equals(await decrypter.decrypt(await sealed(plain)))).toBe(true);
  });

  test("sealed by the library open with us", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    expect((await opened(await encrypter.encrypt(plain))).equals(plain)).toBe(true);
  });

  test("come back however they were cut on the way in", async () => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < size; at += 40_000) pieces.push(plain.subarray(at, at + 40_000), Buffer.alloc(0));
    expect((await opened(await sealed(...pieces))).equals(plain)).toBe(true);
  });

  test("can be read from and up to any byte", async () => {
    const file = await sealed(plain);
    const places = [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes, size - 1, size].filter(
      (place) => place >= 0 && place <= size,
    );
    for (const from of places) {
      for (const end of places.filter((place) => place >= from)) {
        expect((await opened(file, from, end)).equals(plain.subarray(from, end))).toBe(true);
      }
    }
    await expect(opened(file, 0, size + 1)).rejects.toThrow(RangeError);
    await expect(opened(file, size + 1)).rejects.toThrow(RangeError);
    await expect(opened(file, -1)).rejects.toThrow(RangeError);
  });

  test("cut anywhere, they do not open to the end", async () => {
    const file = await sealed(plain);
    for (const length of [0, 10, 100, file.length - chunkBytes - 16, file.length - 16, file.length - 1]) {
      if (length >= 0 && length < file.length)
        await expect(opened(file.subarray(0, length))).rejects.toThrow();
    }
  });

  test("with a bit changed anywhere, they do not open", async () => {
    const file = await sealed(plain);
    for (const at of [5, 60, 150, 175, file.length - 16, file.length - 1]) {
      const broken = Buffer.from(file);
      broken.writeUInt8(broken.readUInt8(at) ^ 1, at);
      await expect(opened(broken)).rejects.toThrow();
    }
  });
});

test("somebody else's identity opens nothing", async () => {
  await expect(
    opened(await sealed(randomBytes(10)), 0, 10, await generateX25519Identity()),
  ).rejects.toThrow();
});

test("the same bytes never look the same twice", async () => {
  const plain = randomBytes(1000);
  expect((await sealed(plain)).equals(await sealed(plain))).toBe(false);
});

test("chunks cannot change places or be left out", async () => {
  const file = await sealed(randomBytes(3 * chunkBytes + 10));
  const chunk = chunkBytes + 16;
  const head = file.length - 3 * chunk - 26;
  const parts = [0, 1, 2].map((index) => file.subarray(head + index * chunk, head + (index + 1) * chunk));
  const [first, second, third] = parts as [Buffer, Buffer, Buffer];
  const last = file.subarray(-26);
  await expect(opened(file.subarray(0, head + 2 * chunk), 0, 10)).rejects.toThrow();
  const made = (...pieces: Buffer[]) => opened(Buffer.concat([file.subarray(0, head), ...pieces]));
  await expect(made(second, first, third, last)).rejects.toThrow();
  await expect(made(first, third, last)).rejects.toThrow();
  await expect(made(first, second, third)).rejects.toThrow();
  await expect(made(first, second, third, last, last)).rejects.toThrow();
  expect(await made(first, second, third, last)).toHaveLength(3 * chunkBytes + 10);
});

test("a source that fails leaves its error, not a shorter file", async () => {
  async function* failing() {
    yield randomBytes(10);
    throw new Error("source broke");
  }
  await expect(Array.fromAsync(sealAge(recipient, failing()))).rejects.toThrow("source broke");
});

test.each(["", "no age file", "age-encryption.org/v1\n-> X25519 x\n"])(
  "%j is no sealed file",
  async (text) => {
    await expect(opened(Buffer.from(text))).rejects.toThrow();
  },
);
