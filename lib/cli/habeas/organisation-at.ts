import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Policy } from "#lib/organisations/policy.ts";
import { readOrganisationFile } from "./organisation-file.ts";
import { no, type Read } from "./words.ts";

/** The organisation that the one file named describes, or why it was not taken in. */
export function organisationAt(
  [path, ...more]: string[],
  command: string,
): Read<{ slug: string; policy: Policy }> {
  if (!path || more.length > 0) return no(`Name one file: npm run -s habeas -- ${command} FILE`);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return no(`The file ${resolve(path)} cannot be read.`);
  }
  const file = readOrganisationFile(text);
  if (file.ok) return { ok: true, value: { slug: file.slug, policy: file.policy } };
  return no(
    [`${path} was not taken in, because:`, ...file.problems.map((problem) => `  ${problem}`)].join("\n"),
  );
}
