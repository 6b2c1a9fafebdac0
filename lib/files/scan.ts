import { fileTypeFromBuffer } from "file-type";
import { uploadLimits, type ScanRefusal } from "./limits.ts";
import { cleanFileName, extensionOf } from "./names.ts";
import { inspectPdf } from "./pdf.ts";
import { redraw } from "./picture.ts";

/** What may be sent with a request or a message. */
export const uploadTypes = {
  "application/pdf": { extensions: ["pdf"], check: checkPdf },
  "image/png": { extensions: ["png"], check: (bytes: Buffer) => redraw(bytes, "png") },
  "image/jpeg": {
    extensions: ["jpg", "jpeg", "jpe", "jfif"],
    check: (bytes: Buffer) => redraw(bytes, "jpeg"),
  },
} as const;
export type UploadType = keyof typeof uploadTypes;

/** A file that may be kept, as it will be kept. */
export type ScannedFile = { name: string; mediaType: UploadType; bytes: Buffer };

export type Scanned = ({ ok: true } & ScannedFile) | { ok: false; why: ScanRefusal };

/**
 * Looks at one file: its name's extension, the sign at its beginning and its structure must tell the same story
 * (security guide 5.3). Pictures come back drawn anew, without what the camera wrote into them.
 */
export async function scanUpload(rawName: string, bytes: Buffer): Promise<Scanned> {
  const refuse = (why: ScanRefusal): Scanned => ({ ok: false, why });
  if (bytes.length === 0) return refuse("empty");
  if (bytes.length > uploadLimits.fileBytes) return refuse("too-big");
  const name = cleanFileName(rawName);
  const named = typeNamed(extensionOf(name));
  if (named === null) return refuse("wrong-type");
  if ((await typeInside(bytes)) !== named) return refuse("not-what-it-says");
  const checked = await uploadTypes[named].check(bytes);
  return Buffer.isBuffer(checked) ? { ok: true, name, mediaType: named, bytes: checked } : refuse(checked);
}

function checkPdf(bytes: Buffer): Buffer | "locked" | "damaged" {
  const found = inspectPdf(bytes);
  return found === "fine" ? bytes : found;
}

function typeNamed(extension: string): UploadType | null {
  const types = Object.keys(uploadTypes) as UploadType[];
  return (
    types.find((type) => (uploadTypes[type].extensions as readonly string[]).includes(extension)) ?? null
  );
}

async function typeInside(bytes: Buffer): Promise<string | null> {
  // An illustrator's PDF is a PDF to whoever reads it; file-type would call it by its maker's name.
  if (bytes.toString("latin1", 0, 5) === "%PDF-") return "application/pdf";
  return (await fileTypeFromBuffer(bytes))?.mime ?? null;
}
