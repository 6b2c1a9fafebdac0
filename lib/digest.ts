import { timingSafeEqual } from "node:crypto";

/** Compares two digests of equal length in constant time. */
export function sameDigest(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
