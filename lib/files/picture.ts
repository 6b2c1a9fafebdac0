import sharp, { type Metadata } from "sharp";
import { mostBytesHeld, mostPixels, mostPixelsASide } from "./limits.ts";

// Only what is accepted can be decoded at all, whatever a file claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer"] });
sharp.cache(false);

type Format = "png" | "jpeg";
type Redrawn = Buffer | "damaged" | "too-many-pixels";

const holder = globalThis as typeof globalThis & { habeasRedraws?: Promise<unknown> };

/**
 * Draws a picture anew: turned upright, without camera, place or any other data beside the pixels. Size is read from its
 * head before anything is decoded. One at a time in this process: memory is taken for one picture, however many come.
 */
export function redraw(bytes: Buffer, format: Format): Promise<Redrawn> {
  const drawn = (holder.habeasRedraws ?? Promise.resolve()).then(() => redrawNow(bytes, format));
  holder.habeasRedraws = drawn;
  return drawn;
}

async function redrawNow(bytes: Buffer, format: Format): Promise<Redrawn> {
  try {
    const head = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (head.format !== format) return "damaged";
    if (isTooLarge(head)) return "too-many-pixels";
    const picture = sharp(bytes, {
      limitInputPixels: mostPixels,
      failOn: "error",
      sequentialRead: true,
    }).autoOrient();
    // Optimised coding would hold the whole picture, twice over, to save a twentieth of the file.
    const drawn = format === "png" ? picture.png() : picture.jpeg({ quality: 90, optimiseCoding: false });
    return await drawn.toBuffer();
  } catch {
    // The decoder says in its own words what is wrong; to whoever sent it, it is all the same.
    return "damaged";
  }
}

function isTooLarge(head: Metadata): boolean {
  const { width, height } = head;
  return (
    Math.max(width, height) > mostPixelsASide ||
    width * height > mostPixels ||
    bytesHeld(head) > mostBytesHeld
  );
}

/**
 * What must be in memory at once. Most pictures are read line by line; one that comes in passes over all of it (a
 * progressive JPEG keeps two bytes for each value) or lies on its side is held whole.
 */
function bytesHeld({ width, height, channels, depth, format, isProgressive, orientation = 1 }: Metadata) {
  const values = width * height * channels;
  const drawn = values * (depth === "uchar" ? 1 : 2);
  const whileRead = isProgressive ? (format === "jpeg" ? values * 2 : drawn) : 0;
  return whileRead + (orientation > 1 ? drawn : 0);
}
