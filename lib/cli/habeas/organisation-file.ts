import { z } from "zod";
import { readYaml, type YamlPath } from "#lib/engine/datasets/yaml.ts";
import { reservedSlugs } from "#lib/organisations/commands.ts";
import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import { isStorable } from "#lib/text.ts";

/** What the file of a new organisation holds: its address and its policy. */
const fileSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, "must be 2 to 40 lower-case letters, digits and hyphens, a letter first")
    .refine(
      (slug) => !(reservedSlugs as readonly string[]).includes(slug),
      "is the address of one of Habeas's own rooms; choose another",
    ),
  policy: policySchema,
});

export type OrganisationFile = { ok: true; slug: string; policy: Policy } | { ok: false; problems: string[] };

/** Reads the file of a new organisation, YAML or JSON. Every mistake comes back as a sentence with its place and line. */
export function readOrganisationFile(text: string): OrganisationFile {
  if (!isStorable(text))
    return { ok: false, problems: ["The file holds characters that are no text. Save it as UTF-8."] };
  const yaml = readYaml(text);
  if (!yaml.ok) return { ok: false, problems: [at(yaml.line, inTheirWords(yaml.reason, text))] };
  const read = fileSchema.safeParse(yaml.data, { error: sentence });
  const problems = read.success
    ? unknownKeys(yaml.data, read.data).map((path) => ({
        path,
        says: "is not known here; look for a slip of the pen, or take it out",
      }))
    : read.error.issues.flatMap((issue) => issuesOf(issue));
  if (read.success && problems.length === 0) return { ok: true, ...read.data };
  return {
    ok: false,
    problems: problems.map(({ path, says }) => at(yaml.lineOf(path), `${pathText(path)} ${says}.`)),
  };
}

/** JSON is read as the YAML it also is; whoever wrote a brace first should hear of JSON. */
function inTheirWords(reason: string, text: string): string {
  return text.trimStart().startsWith("{") ? reason.replace("valid YAML", "valid JSON") : reason;
}

function at(line: number | null, says: string): string {
  return line === null ? says : `Line ${line}: ${says}`;
}

function pathText(path: YamlPath): string {
  if (path.length === 0) return "The file";
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index ? `.${part}` : part))
    .join("");
}

type Found = { path: YamlPath; says: string };

function issuesOf(issue: z.core.$ZodIssue): Found[] {
  const path = issue.path as (string | number)[];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], says: issue.message }));
  return [{ path, says: issue.message }];
}

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  int: "a whole number",
};

/** zod's findings in our words; schemas that carry a sentence of their own keep it. */
function sentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    case "too_small":
      if (issue.origin === "string") return "is empty";
      return issue.origin === "array"
        ? `needs at least ${Number(issue.minimum)}`
        : `must be at least ${Number(issue.minimum)}`;
    case "too_big":
      return issue.origin === "string"
        ? `is longer than ${Number(issue.maximum)} characters`
        : issue.origin === "array"
          ? `may hold at most ${Number(issue.maximum)}`
          : `must be at most ${Number(issue.maximum)}`;
    case "unrecognized_keys":
      return "is not known here; look for a slip of the pen, or take it out";
    case "invalid_format":
      return formats[issue.format] ?? "is not written as it should be";
    default:
      return "does not fit";
  }
}

const formats: Record<string, string> = {
  email: "must be an e-mail address",
  url: "must be a web address, such as https://example.org/privacy",
};

/** Keys of the file that nothing reads. An optional one misspelt would change what the policy means without a word. */
function unknownKeys(raw: unknown, read: unknown, above: YamlPath = []): YamlPath[] {
  if (Array.isArray(raw))
    return raw.flatMap((entry, index) => unknownKeys(entry, (read as unknown[])[index], [...above, index]));
  if (typeof raw !== "object" || raw === null) return [];
  const known = read as Record<string, unknown>;
  return Object.entries(raw).flatMap(([key, value]) =>
    Object.hasOwn(known, key) ? unknownKeys(value, known[key], [...above, key]) : [[...above, key]],
  );
}
