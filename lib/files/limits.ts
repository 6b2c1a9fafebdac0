/** Bytes of one file, and files of one draft or one sending. */
export const uploadLimits = { fileBytes: 10 * 1024 * 1024, files: 5 } as const;

/** Most pixels of a picture: a 48-megapixel photograph fits, a flood of them does not. */
export const mostPixels = 60_000_000;

/** For the browser's file field. */
export const acceptedExtensions = ".pdf,.png,.jpg,.jpeg";

/** Why a file is not taken. Each has its own sentence (product criterion Q14). */
export type ScanRefusal =
  "empty" | "too-big" | "wrong-type" | "not-what-it-says" | "locked" | "damaged" | "too-many-pixels";
