/** Digs for the first message in what the check of one field found; lists and objects nest theirs. */
function firstMessage(found: unknown): string | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  const { message } = found as { message?: unknown };
  if (typeof message === "string" && message) return message;
  for (const [key, inner] of Object.entries(found)) {
    const deeper = key === "ref" || key === "types" ? undefined : firstMessage(inner);
    if (deeper) return deeper;
  }
  return undefined;
}

/**
 * One sentence per field, in the order found.
 * @param found react-hook-form's errors
 * @param messages sentences by the message the schema gives, where that is a key and not a sentence
 */
export function sentencesOf(found: object, messages: Record<string, string> = {}): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const [name, error] of Object.entries(found)) {
    const message = firstMessage(error);
    if (message) sentences[name === "root" || name === "" ? "form" : name] = messages[message] ?? message;
  }
  return sentences;
}
