import { exactNumber } from "#lib/engine/datasets/numbers.ts";
import type { Json } from "#lib/engine/datasets/values.ts";

/** Objects inside objects; deeper ones would exhaust the stack of whoever walks through them. */
const maxDepth = 200;

/**
 * JSON text as values that lose nothing: numbers a double cannot hold come as their digits.
 * @throws SyntaxError where it is no JSON or nested too deeply
 */
export function parseExactJson(text: string): Json {
  if (isTooDeep(text)) throw new SyntaxError(`nested more than ${maxDepth} levels deep`);
  // Up to 15 digits every decimal survives a double; only longer ones need the slow way.
  if (!/(?:\d\.?){16}|\d[eE]/.test(text)) return JSON.parse(text) as Json;
  const parse = JSON.parse as (
    text: string,
    reviver: (key: string, value: Json, context: { source?: string }) => Json,
  ) => Json;
  return parse(text, (_, value, { source }) =>
    typeof value === "number" && source !== undefined ? exactNumber(source) : value,
  );
}

function isTooDeep(text: string): boolean {
  let opened = 0;
  for (let index = 0; index < text.length && opened <= maxDepth; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) opened++;
  }
  return opened > maxDepth && bracketDepth(text) > maxDepth;
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (const [sign] of text.matchAll(/\\.|["[\]{}]/gs)) {
    if (sign === '"') isInString = !isInString;
    else if (!isInString && !sign.startsWith("\\")) depth += sign === "[" || sign === "{" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
