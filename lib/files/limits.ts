/** Bytes of one file, and files of one draft or one sending. */
export const uploadLimits = { fileBytes: 10 * 1024 * 1024, files: 5 } as const;

/** Most pixels of a picture: a 48-megapixel photograph fits, a flood of them does not. */
export const mostPixels = 60_000_000;

/** Most pixels on one side: pictures are read a few lines at a time, and a line can be as long as the picture. */
export const mostPixelsASide = 16_000;

/** Most bytes of a picture that cannot be read line by line: a 48-megapixel photograph on its side fits. */
export const mostBytesHeld = 160 * 1024 * 1024;

/** For the browser's file field. */
export const acceptedExtensions = ".pdf,.png,.jpg,.jpeg";

/** Why a file is not taken. Each has its own sentence (product criterion Q14). */
export type ScanRefusal =
  "empty" | "too-big" | "wrong-type" | "not-what-it-says" | "locked" | "damaged" | "too-many-pixels";
