import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** Files for tests, made here: small, real, and wrong in one known way each. */

/** A one-page PDF. `index` says how its end is written; `encrypt` puts an encryption dictionary into the trailer. */
export function aPdf({
  index = "table",
  encrypt = false,
  text = "Hello",
}: { index?: "table" | "stream"; encrypt?: boolean; text?: string } = {}): Buffer {
  const content = `BT /F1 24 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...(encrypt ? ["<< /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >>"] : []),
  ];
  let file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const offsets: number[] = [];
  objects.forEach((object, position) => {
    offsets.push(file.length);
    file += `${position + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  const entries = `/Root 1 0 R${encrypt ? ` /Encrypt ${objects.length} 0 R /ID [<00><00>]` : ""}`;
  if (index === "table") {
    const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${entries} >>\n`;
  } else {
    const rows = Buffer.concat(
      [0, ...offsets, start].map((offset, position) =>
        Buffer.from([position ? 1 : 0, offset >> 8, offset & 255, 0]),
      ),
    );
    const packed = deflateSync(rows).toString("latin1");
    file += `${objects.length + 1} 0 obj\n<< /Type /XRef /Size ${objects.length + 2} /W [1 2 1] ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n`;
  }
  return Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, "latin1");
}

export async function aPicture(
  format: "png" | "jpeg" | "webp" | "gif" | "avif" | "tiff",
  size = { width: 40, height: 20 },
): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .toFormat(format)
    .toBuffer();
}

/** A photograph as a telephone makes it: lying on its side, with its place and its owner written into it. */
export async function aPhotograph(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: { r: 10, g: 120, b: 10 } } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: "CANARY-OWNER" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .toBuffer();
}

/** The head of a PNG of any size, with hardly any body: a flood of pixels in a hundred bytes. `deep` has 8 bytes a pixel. */
export function aPixelFlood(
  width: number,
  height: number,
  { deep = false, interlaced = false }: { deep?: boolean; interlaced?: boolean } = {},
): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([deep ? 16 : 8, deep ? 6 : 2, 0, 0, interlaced ? 1 : 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(64))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A small JPEG whose head says that it is of another size. */
export async function aJpegFlood(
  width: number,
  height: number,
  { progressive = false, orientation = 1 }: { progressive?: boolean; orientation?: number } = {},
): Promise<Buffer> {
  const file = await sharp(await aPicture("jpeg"))
    .jpeg({ progressive })
    .withMetadata({ orientation })
    .toBuffer();
  const frame = file.indexOf(Buffer.from([0xff, progressive ? 0xc2 : 0xc0, 0, 17, 8]));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}
