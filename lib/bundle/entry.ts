/**
 * One file of the bundle. Its contents are read once, from start to end, before the next entry is asked for: pages
 * of one category share a reader. A later, faster archive may take `content` as blocks that are deflated already.
 */
export type BundleEntry = {
  /** Below the top folder. */
  path: string;
  mediaType: string;
  category?: string;
  records?: number;
  content: string | Uint8Array | AsyncIterable<string | Uint8Array>;
};

export const mediaTypes = {
  html: "text/html; charset=utf-8",
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  text: "text/plain; charset=utf-8",
  css: "text/css; charset=utf-8",
} as const;
