import { z } from "zod";

/** Longest accepted texts, in UTF-16 units; every edge uses these. */
export const caps = {
  word: 80,
  line: 200,
  address: 254,
  postal: 500,
  paragraph: 2000,
  letter: 20_000,
} as const;

/**
 * Whether a text can be stored without loss: no NUL (Postgres refuses it) and no lone surrogate
 * (the driver would silently turn it into U+FFFD).
 */
export function isStorable(value: string): boolean {
  return !value.includes("\0") && value.isWellFormed();
}

/** "the owner allowed it" → "The owner allowed it": words of a list where they begin a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A text from outside: storable, trimmed, at most `max` long. `message` is a key of the `ui` catalogue or a sentence. */
export function textInput(max: number, message = "unstorable") {
  return z
    .string()
    .max(max, "too-long")
    .refine(isStorable, message)
    .transform((value) => value.trim());
}

/** Optional text from a form: an empty field is null. */
export function optionalText(max: number) {
  return textInput(max)
    .transform((value) => (value === "" ? null : value))
    .nullable()
    .default(null);
}
