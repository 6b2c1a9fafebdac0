/**
 * A text from outside as one line of ours: control characters and the marks that turn the writing direction of
 * what follows (U+202A–202E, U+2066–2069) become blanks, so that a name cannot rearrange the sentence around it.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}
