import type { JsonRecord } from "#lib/engine/datasets/values.ts";

/** One record of a file as it lies there; not looked into further than needed. */
export type Piece = {
  /** Counted from 1. */
  number: number;
  /** Byte after it. */
  end: number;
  sizeBytes: number;
  /** At least the members by which it can be found; a text says why they cannot be read. */
  glance(): JsonRecord | string;
  /** The record; a text says why it cannot be read. */
  read(): JsonRecord | string;
};

/** Where reading goes on: after so many records, at a byte. */
export type Start = { offset: number; number: number };

/** A piece that is no record at all. */
export function brokenPiece(number: number, end: number, why: string): Piece {
  return { number, end, sizeBytes: 0, glance: () => why, read: () => why };
}
