import { type Document, LineCounter, isNode, parseDocument } from "yaml";

/** Largest dataset file in UTF-8 bytes: the longest published ones stay under 1 MB. */
export const yamlMaxBytes = 5_000_000;
/** How often anchors may be repeated before a file counts as an alias bomb (each use multiplies what it names). */
const maxAliasCount = 100;
/** Objects inside objects: a dataset needs about a dozen levels. */
const maxDepth = 64;

export type YamlPath = readonly (string | number)[];

export type YamlResult =
  | { ok: true; data: unknown; lineOf(path: YamlPath): number | null }
  | { ok: false; reason: string; line: number | null };

/**
 * One YAML 1.2 document as plain data, with merge keys as PyYAML has them and without any tag that makes objects.
 * What cannot be read is refused with a sentence and the line.
 */
export function readYaml(text: string): YamlResult {
  const refused = (reason: string, line: number | null = null): YamlResult => ({ ok: false, reason, line });
  if (Buffer.byteLength(text) > yamlMaxBytes) {
    return refused(`The file is larger than ${yamlMaxBytes / 1_000_000} MB. Split it into several datasets.`);
  }
  if (flowDepth(text) > maxDepth || blockDepth(text) > maxDepth)
    return refused("The file is nested too deeply to be a dataset.");
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, {
      merge: true,
      lineCounter: lines,
      logLevel: "error",
      prettyErrors: false,
    });
    // A warning means an unknown tag, which PyYAML's safe loader refuses as well.
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault) return refused(`This is not valid YAML: ${fault.message}.`, lines.linePos(fault.pos[0]).line);
    const data: unknown = document.toJS({ maxAliasCount });
    if (depthOf(data) > maxDepth) return refused("The file is nested too deeply to be a dataset.");
    return { ok: true, data, lineOf: (path) => lineOf(document, lines, path) };
  } catch (error) {
    if (error instanceof RangeError) return refused("The file is nested too deeply to be a dataset.");
    if (error instanceof ReferenceError) {
      return refused(
        "The file repeats its anchors so often that it would grow without end. Write it without anchors.",
      );
    }
    throw error;
  }
}

/** The line where a value stands, or the nearest thing above it that does. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: YamlPath): number | null {
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

/** Counts brackets ahead of the parser, which calls itself once per level. Quoted brackets only make the guess higher. */
function flowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The same for indentation and for dashes after one another. */
function blockDepth(text: string): number {
  if (new RegExp(`(?:- +){${maxDepth + 1}}`).test(text)) return Infinity;
  const indents: number[] = [];
  let deepest = 0;
  for (const [, spaces = "", dashes = ""] of text.matchAll(/^( *)((?:- +)*)\S/gm)) {
    while ((indents.at(-1) ?? -1) >= spaces.length) indents.pop();
    indents.push(spaces.length);
    deepest = Math.max(deepest, indents.length + dashes.split("-").length - 1);
  }
  return deepest;
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Object.values(value).reduce((deepest: number, child) => Math.max(deepest, depthOf(child)), 0);
}
