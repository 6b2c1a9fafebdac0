import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { uploadLimits } from "./limits.ts";
import { aJpegFlood, aPdf, aPhotograph, aPicture, aPixelFlood } from "./samples.test.kit.ts";
import { scanUpload } from "./scan.ts";

const whyNot = async (name: string, bytes: Buffer) => {
  const scanned = await scanUpload(name, bytes);
  return scanned.ok ? "taken" : scanned.why;
};

const [png, jpeg, webp, gif, avif, tiff] = (await Promise.all(
  (["png", "jpeg", "webp", "gif", "avif", "tiff"] as const).map((format) => aPicture(format)),
)) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
const largePng = await aPicture("png", { width: 300, height: 300 });
const largeJpeg = await aPicture("jpeg", { width: 900, height: 900 });
const progressiveFlood = await aJpegFlood(7740, 7740, { progressive: true });
const lyingFlood = await aJpegFlood(7740, 7740, { orientation: 6 });
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>',
);
const html = Buffer.from("<!doctype html><script>alert(1)</script>");
const exe = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]);
const zip = Buffer.from("PK\x03\x04\x14\0\0\0\0\0", "latin1");

describe("taken are", () => {
  test.each([
    ["a PDF with a table at its end", "letter.pdf", aPdf(), "application/pdf"],
    ["a PDF with a cross-reference stream", "LETTER.PDF", aPdf({ index: "stream" }), "application/pdf"],
    [
      "a PDF with white space after its end",
      "a.pdf",
      Buffer.concat([aPdf(), Buffer.from("\r\n \n\0\0")]),
      "application/pdf",
    ],
    [
      "a PDF that writes about encryption",
      "a.pdf",
      aPdf({ text: "/Encrypt 5 0 R and %%EOF" }),
      "application/pdf",
    ],
    ["a PNG", "screen.png", png, "image/png"],
    ["a JPEG", "photo.JPG", jpeg, "image/jpeg"],
    ["a JPEG under its long name", "photo.jpeg", jpeg, "image/jpeg"],
  ])("%s", async (_what, name, bytes, mediaType) => {
    expect(await scanUpload(name, bytes)).toMatchObject({ ok: true, name, mediaType });
  });

  test("under a clean name only", async () => {
    expect(await scanUpload("../..\\x\u202e.pdf", aPdf())).toMatchObject({ ok: true, name: "x.pdf" });
  });

  test("PDFs as they are, byte for byte", async () => {
    const scanned = await scanUpload("a.pdf", aPdf());
    expect(scanned.ok && scanned.bytes.equals(aPdf())).toBe(true);
  });

  test("photographs upright and without what the camera wrote into them", async () => {
    const before = await aPhotograph();
    expect(before.includes("CANARY-OWNER")).toBe(true);
    const scanned = await scanUpload("photo.jpg", before);
    if (!scanned.ok) throw new Error(scanned.why);
    expect(scanned.bytes.includes("CANARY-OWNER")).toBe(false);
    const head = await sharp(scanned.bytes).metadata();
    expect([head.format, head.width, head.height, head.exif, head.orientation]).toEqual([
      "jpeg",
      20,
      40,
      undefined,
      undefined,
    ]);
  });

  test("pictures without what hangs on behind them", async () => {
    const scanned = await scanUpload("a.png", Buffer.concat([await aPicture("png"), html]));
    if (!scanned.ok) throw new Error(scanned.why);
    expect(scanned.bytes.includes("script")).toBe(false);
  });
});

describe("not taken is", () => {
  test.each([
    ["nothing", "a.pdf", Buffer.alloc(0), "empty"],
    ["too much", "a.pdf", Buffer.concat([aPdf(), Buffer.alloc(uploadLimits.fileBytes)]), "too-big"],
    ["a file without an extension", "passport", aPdf(), "wrong-type"],
    ["a program", "setup.exe", exe, "wrong-type"],
    ["a double extension", "letter.pdf.exe", aPdf(), "wrong-type"],
    ["an SVG", "drawing.svg", svg, "wrong-type"],
    ["a HEIC", "photo.heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), "wrong-type"],
    ["an AVIF", "photo.avif", avif, "wrong-type"],
    ["a text document", "letter.docx", zip, "wrong-type"],
    ["a program called PDF", "letter.pdf", exe, "not-what-it-says"],
    ["a page called PDF", "letter.pdf", html, "not-what-it-says"],
    ["a page with a PDF inside", "letter.pdf", Buffer.concat([html, aPdf()]), "not-what-it-says"],
    ["a zip called PDF", "letter.pdf", zip, "not-what-it-says"],
    ["an SVG called PNG", "drawing.png", svg, "not-what-it-says"],
    ["an AVIF called JPEG", "photo.jpg", avif, "not-what-it-says"],
    ["a WebP called JPEG", "photo.jpg", webp, "not-what-it-says"],
    ["a GIF called PNG", "photo.png", gif, "not-what-it-says"],
    ["a TIFF called JPEG", "photo.jpg", tiff, "not-what-it-says"],
    ["a PNG called JPEG", "photo.jpg", png, "not-what-it-says"],
    ["a PNG called PDF", "photo.pdf", png, "not-what-it-says"],
    ["a PDF called PNG", "photo.png", aPdf(), "not-what-it-says"],
    ["a locked PDF", "a.pdf", aPdf({ encrypt: true }), "locked"],
    [
      "a locked PDF with a cross-reference stream",
      "a.pdf",
      aPdf({ encrypt: true, index: "stream" }),
      "locked",
    ],
    ["half a PDF", "a.pdf", aPdf().subarray(0, 300), "damaged"],
    ["a PDF with a page behind its end", "a.pdf", Buffer.concat([aPdf(), html]), "damaged"],
    ["a PDF that is a head only", "a.pdf", Buffer.from("%PDF-1.7\n"), "damaged"],
    ["a PDF that points nowhere", "a.pdf", Buffer.from("%PDF-1.7\nstartxref\n999\n%%EOF\n"), "damaged"],
    [
      "a PDF that points at something else",
      "a.pdf",
      Buffer.from("%PDF-1.7\nhello\nstartxref\n9\n%%EOF\n"),
      "damaged",
    ],
    ["half a PNG", "a.png", largePng.subarray(0, 400), "damaged"],
    ["half a JPEG", "a.jpg", largeJpeg.subarray(0, 2000), "damaged"],
    ["a flood of pixels (F08)", "a.png", aPixelFlood(30_000, 30_000), "too-many-pixels"],
    ["a long, thin flood", "a.png", aPixelFlood(1_000_000, 61), "too-many-pixels"],
    ["one line of pixels without end", "a.png", aPixelFlood(59_000_000, 1), "too-many-pixels"],
    ["one column of pixels without end", "a.png", aPixelFlood(1, 16_001), "too-many-pixels"],
    [
      "a flood that comes in passes",
      "a.png",
      aPixelFlood(7740, 7740, { deep: true, interlaced: true }),
      "too-many-pixels",
    ],
    ["a JPEG flood that comes in passes", "a.jpg", progressiveFlood, "too-many-pixels"],
    ["a flood lying on its side", "a.jpg", lyingFlood, "too-many-pixels"],
    ["half a picture that is wide, and could be read", "a.png", aPixelFlood(16_000, 3000), "damaged"],
    [
      "half a picture in passes, of a size to be read",
      "a.png",
      aPixelFlood(6000, 4000, { interlaced: true }),
      "damaged",
    ],
  ])("%s", async (_what, name, bytes, why) => {
    expect(await whyNot(name, bytes)).toBe(why);
  });

  test("anything cut off or with a byte changed in a way that makes it fall over", async () => {
    const whole = await aPicture("jpeg", { width: 64, height: 64 });
    for (let at = 0; at < whole.length; at += 7) {
      const broken = Buffer.from(whole);
      broken.writeUInt8(broken.readUInt8(at) ^ 0x55, at);
      expect(["taken", "damaged", "not-what-it-says", "too-many-pixels"]).toContain(
        await whyNot("a.jpg", broken),
      );
    }
  });
});

test("the largest file that is promised is taken", async () => {
  const pdf = aPdf();
  const filled = Buffer.concat([pdf, Buffer.alloc(uploadLimits.fileBytes - pdf.length, 0x20)]);
  expect(await whyNot("a.pdf", filled)).toBe("damaged");
  const comment = aPdf({ text: "x".repeat(uploadLimits.fileBytes - 1100) });
  expect(comment.length).toBeLessThanOrEqual(uploadLimits.fileBytes);
  expect(await whyNot("a.pdf", comment)).toBe("taken");
});
