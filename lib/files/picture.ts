import sharp from "sharp";
import { mostPixels } from "./limits.ts";

// Only what is accepted can be decoded at all, whatever a file claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer"] });
sharp.cache(false);

/**
 * Draws a picture anew: turned upright, without camera, place or any other data beside the pixels. Size is read from its
 * head before anything is decoded.
 */
export async function redraw(
  bytes: Buffer,
  format: "png" | "jpeg",
): Promise<Buffer | "damaged" | "too-many-pixels"> {
  try {
    const head = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (head.format !== format) return "damaged";
    if (head.width * head.height > mostPixels) return "too-many-pixels";
    const picture = sharp(bytes, {
      limitInputPixels: mostPixels,
      failOn: "error",
      sequentialRead: true,
    }).autoOrient();
    return await (format === "png" ? picture.png() : picture.jpeg({ quality: 90 })).toBuffer();
  } catch {
    // The decoder says in its own words what is wrong; to whoever sent it, it is all the same.
    return "damaged";
  }
}
