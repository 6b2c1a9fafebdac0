import { isDeepStrictEqual } from "node:util";
import { database } from "#db/client.ts";
import { changePolicy } from "#lib/organisations/commands.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { organisationAt } from "./organisation-at.ts";
import { answering, no, readOrganisation } from "./words.ts";

/** Puts the policy of a file into force for an organisation that is there. Cases keep the version they came under. */
export const run = answering(async (words) => {
  const file = organisationAt(words, "organisation change");
  if (!file.ok) return file;
  const { slug, policy } = file.value;
  const read = await readOrganisation(slug);
  if (!read.ok) return read;
  const ctx = read.value;
  const current = await getPolicyAt(database(), ctx.organisation.id, ctx.now);
  if (isDeepStrictEqual(current.policy, policy))
    return no(`This is the policy of "${slug}" already, version ${current.version}. Nothing was changed.`);
  const version = await changePolicy(ctx, policy);
  return {
    ok: true,
    value: [
      `From now on version ${version} of the policy of ${policy.name} is in force.`,
      "Requests received before keep the version they came under.",
    ],
  };
});
