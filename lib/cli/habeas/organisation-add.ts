import { now } from "#lib/clock.ts";
import { systemRefs } from "#lib/context.ts";
import { addOrganisation } from "#lib/organisations/commands.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { organisationAt } from "./organisation-at.ts";
import { answering, no } from "./words.ts";

/** Adds an organisation with the policy of a file. It has no staff and no sources yet; what to do next is said. */
export const run = answering(async (words, env) => {
  const file = organisationAt(words, "organisation add");
  if (!file.ok) return file;
  const { slug, policy } = file.value;
  if (await findOrganisation(slug)) {
    return no(
      `There is an organisation "${slug}" already. Nothing was changed. ` +
        "For a new version of its policy: npm run -s habeas -- organisation change FILE",
    );
  }
  const at = now();
  const actor = { kind: "system", ref: systemRefs["command-line"], part: "command-line" } as const;
  await addOrganisation(actor, { slug, policy, at, inForceFrom: at });
  return {
    ok: true,
    value: [
      `Added ${policy.name}. People ask at ${env.url}/${slug}`,
      `Next: npm run -s habeas -- staff add ${slug} ana@example.org "Ana Ruiz" admin`,
      `Then she signs in at ${env.url}/desk and connects the sources that the policy names.`,
    ],
  };
});
