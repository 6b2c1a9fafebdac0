import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { now } from "#lib/clock.ts";
import { systemRefs } from "#lib/context.ts";
import { addOrganisation } from "#lib/organisations/commands.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import type { Desk } from "./commands.ts";
import { readOrganisationFile } from "./organisation-file.ts";

/** Adds an organisation with the policy of a file. It has no staff and no sources yet; what to do next is said. */
export async function run([path, ...more]: string[], { env, say, complain }: Desk): Promise<number> {
  if (!path || more.length > 0) {
    complain("Name one file: npm run -s habeas -- organisation add FILE");
    return 1;
  }
  const text = read(path);
  if (text === null) {
    complain(`The file ${resolve(path)} cannot be read.`);
    return 1;
  }
  const file = readOrganisationFile(text);
  if (!file.ok) {
    complain(
      [`${path} was not taken in, because:`, ...file.problems.map((problem) => `  ${problem}`)].join("\n"),
    );
    return 1;
  }
  if (await findOrganisation(file.slug)) {
    complain(`There is an organisation "${file.slug}" already. Nothing was changed.`);
    return 1;
  }
  const at = now();
  const actor = { kind: "system", ref: systemRefs["command-line"], part: "command-line" } as const;
  await addOrganisation(actor, { slug: file.slug, policy: file.policy, at, inForceFrom: at });
  say(`Added ${file.policy.name}. People ask at ${env.url}/${file.slug}`);
  say(`Next: npm run -s habeas -- staff add ${file.slug} ana@example.org "Ana Ruiz" admin`);
  return 0;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
