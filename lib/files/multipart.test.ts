import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenForm, boundaryOf, formParts, readBody } from "./multipart.ts";

/** The same bytes in pieces of these sizes, over and over. */
async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function parsed(
  bytes: Buffer,
  boundary: string,
  sizes: readonly number[] = [bytes.length || 1],
  most = 1e6,
) {
  const parts: [string, string | null, string | null][] = [];
  for await (const { name, fileName, body } of formParts(inPieces(bytes, sizes), boundary)) {
    parts.push([name, fileName, (await readBody(body, most))?.toString("latin1") ?? null]);
  }
  return parts;
}

/** What the platform itself writes for a form. */
async function sent(
  entries: (readonly [string, string | { name: string; bytes: Uint8Array<ArrayBuffer> }])[],
) {
  const form = new FormData();
  for (const [name, value] of entries) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, new File([value.bytes], value.name));
  }
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get("content-type"));
  if (boundary === null) throw new Error("no boundary");
  return { bytes: Buffer.from(await response.arrayBuffer()), boundary };
}

const form = (...lines: string[]) => Buffer.from(lines.join("\r\n"));
const field = 'Content-Disposition: form-data; name="to"';

/** Names as people give them. Browsers do not escape `%`, so a literal "%0A" cannot be told from a line end. */
const names = (maxLength: number) =>
  fc.string({ unit: "grapheme", minLength: 1, maxLength }).filter((name) => !/%(22|0D|0A)/i.test(name));

test("any form, cut anywhere, comes back as it was sent", async () => {
  const value = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.record({
      name: names(40),
      bytes: fc.uint8Array({ maxLength: 300 }).map((one) => Uint8Array.from(one)),
    }),
  );
  const entries = fc.array(fc.tuple(names(10), value), {
    minLength: 1,
    maxLength: 6,
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(entries, sizes, async (given, cut) => {
      const { bytes, boundary } = await sent(given);
      const lines = (text: string) => text.replace(/\r\n|\r|\n/g, "\r\n");
      expect(await parsed(bytes, boundary, cut)).toEqual(
        given.map(([name, one]) =>
          typeof one === "string"
            ? [lines(name), null, Buffer.from(lines(one)).toString("latin1")]
            : [lines(name), one.name, Buffer.from(one.bytes).toString("latin1")],
        ),
      );
    }),
    { numRuns: 300 },
  );
});

test("bytes that look almost like the boundary belong to the file", async () => {
  const boundary = "xyz";
  const tricky = "\r\n--xy\r\n--xyw--\r\n\r\n--x--xyz\r\r\n-";
  const bytes = form("--xyz", `${field}; filename="a"`, "", tricky, "--xyz--", "");
  for (let size = 1; size < 12; size += 1)
    expect(await parsed(bytes, boundary, [size])).toEqual([["to", "a", tricky]]);
});

test("what is not read is passed over", async () => {
  const { bytes, boundary } = await sent([
    ["a", { name: "big.pdf", bytes: new Uint8Array(5000) }],
    ["b", "2"],
  ]);
  const names: string[] = [];
  for await (const { name } of formParts(inPieces(bytes, [100]), boundary)) names.push(name);
  expect(names).toEqual(["a", "b"]);
});

test("a body longer than allowed is told, and the next part is still there", async () => {
  const { bytes, boundary } = await sent([
    ["a", { name: "x", bytes: new Uint8Array(1001) }],
    ["b", { name: "y", bytes: new Uint8Array(1000) }],
  ]);
  expect((await parsed(bytes, boundary, [64], 1000)).map(([name, , body]) => [name, body?.length])).toEqual([
    ["a", undefined],
    ["b", 1000],
  ]);
});

test("a file field in which nothing was chosen has no name and no bytes", async () => {
  const bytes = form(
    "--b",
    'Content-Disposition: form-data; name="file"; filename=""',
    "Content-Type: application/octet-stream",
    "",
    "",
    "--b--",
    "",
  );
  expect(await parsed(bytes, "b")).toEqual([["file", "", ""]]);
});

test.each([
  ["a%22b.pdf", 'a"b.pdf'],
  ["a%0D%0AX: y.pdf", "a\r\nX: y.pdf"],
  ["100%25.pdf", "100%25.pdf"],
  ["a\u2028b\u2029.pdf", "a\u2028b\u2029.pdf"],
  ["C:\\x\\y.pdf", "C:\\x\\y.pdf"],
  ["x\\", "x\\"],
  ["a; name=evil", "a; name=evil"],
])("the file name %j is read as %j", async (written, read) => {
  const bytes = form(
    "--b",
    `Content-Disposition: form-data; name="file"; filename="${written}"`,
    "",
    "1",
    "--b--",
    "",
  );
  expect(await parsed(bytes, "b")).toEqual([["file", read, "1"]]);
});

describe("no form at all is told, never half a form", () => {
  const whole = form("--b", field, "", "value", "--b", `${field}; filename="f"`, "", "bytes", "--b--", "");

  test("wherever it stops", async () => {
    for (let length = 0; length < whole.length - 4; length += 1) {
      await expect(parsed(whole.subarray(0, length), "b", [7])).rejects.toThrow(BrokenForm);
    }
    expect(await parsed(whole.subarray(0, -2), "b")).toHaveLength(2);
  });

  test.each([
    ["no boundary in it", form("hello", "world", "")],
    ["a part without a name", form("--b", "Content-Type: text/plain", "", "x", "--b--", "")],
    [
      "a head without end",
      Buffer.concat([form("--b", ""), Buffer.alloc(10_000, "x"), form("", "", "--b--")]),
    ],
    ["something behind a boundary", form("--b!", field, "", "x", "--b--", "")],
    [
      "a hundred parts and more",
      form(...Array.from({ length: 101 }, () => ["--b", field, "", "x"]).flat(), "--b--", ""),
    ],
  ])("with %s", async (_why, bytes) => {
    await expect(parsed(bytes, "b", [50])).rejects.toThrow(BrokenForm);
  });
});

test.each([
  ["multipart/form-data; boundary=----WebKitFormBoundaryAbc", "----WebKitFormBoundaryAbc"],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', "a b"],
  ["multipart/form-data", null],
  ["application/x-www-form-urlencoded", null],
  ["text/plain; boundary=x", null],
  [`multipart/form-data; boundary=${"x".repeat(71)}`, null],
  [null, null],
])("of %j the boundary is %j", (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
