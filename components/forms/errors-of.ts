/** What zod says about one thing that is wrong; the part of an issue that is read here. */
type Issue = { path: PropertyKey[]; message: string };

/**
 * One sentence per field from the issues of a schema: the first of each field, in the order of the schema; what
 * belongs to no field goes by `form`. The server's answer and the check in the browser both read issues like this.
 * @param messages sentences by message, where the schema's messages are keys and not sentences
 */
export function errorsOf(
  issues: readonly Issue[],
  messages: Record<string, string> = {},
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const [name = "form"] = path;
    errors[String(name)] ??= messages[message] ?? message;
  }
  return errors;
}
