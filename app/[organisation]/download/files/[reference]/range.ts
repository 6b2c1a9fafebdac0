/** A part of a file, from `from` up to, not including, `end`. */
export type Part = { from: number; end: number };

/**
 * What a `Range` header asks of a file (RFC 9110 14.2). `whole` where there is none, it is not understood, asks for
 * several parts, or `If-Range` names another version (13.1.5); `null` for a part that the file does not have (416).
 */
export function readRange(
  range: string | null,
  ifRange: string | null,
  etag: string,
  size: number,
): Part | "whole" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "") ?? [];
  if ((first === "" && last === "") || (ifRange !== null && ifRange !== etag)) return "whole";
  if (first === "") return Number(last) === 0 ? null : { from: Math.max(0, size - Number(last)), end: size };
  if (last !== "" && Number(last) < Number(first)) return "whole";
  const end = last === "" ? size : Math.min(size, Number(last) + 1);
  return Number(first) >= size ? null : { from: Number(first), end };
}
