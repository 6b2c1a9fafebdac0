import { randomInt } from "node:crypto";
import type { z } from "zod";
import { addStaff, newStaffSchema } from "#lib/auth/commands/staff.ts";
import { roles } from "#lib/auth/roles.ts";
import { now } from "#lib/clock.ts";
import { contextFor, systemRefs } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { findOrganisation, listOrganisations } from "#lib/organisations/queries.ts";
import type { Desk } from "./commands.ts";

/**
 * Adds a member of staff. A password is drawn and shown this once: typed on the command line it would stand in the
 * shell's history and in the list of processes.
 */
export async function run([slug, email, name, ...held]: string[], { env, say, complain }: Desk): Promise<number> {
  if (!slug || !email || !name || held.length === 0) {
    complain(`Usage: npm run -s habeas -- staff add ORGANISATION E-MAIL "NAME" ROLE [ROLE…]\nRoles: ${roles.join(", ")}`);
    return 1;
  }
  const organisation = await findOrganisation(slug);
  if (!organisation) {
    const known = (await listOrganisations()).map((one) => one.slug);
    complain(
      known.length > 0
        ? `There is no organisation "${slug}". There is: ${known.join(", ")}.`
        : `There is no organisation yet. Add one first: npm run -s habeas -- organisation add FILE`,
    );
    return 1;
  }
  const password = drawPassword();
  const wanted = newStaffSchema.safeParse({ name, email, password, roles: held.map((role) => role.replace(/,$/, "")) });
  if (!wanted.success) {
    complain(problemsOf(wanted.error).join("\n"));
    return 1;
  }
  const actor = { kind: "system", ref: systemRefs["command-line"], part: "command-line" } as const;
  const ctx = contextFor({ actor, organisation, now: now(), requestId: newId() });
  const added = await addStaff(ctx, wanted.data);
  if (!added.ok) {
    complain(`${added.says} Nothing was changed.`);
    return 1;
  }
  say(`Added ${wanted.data.name} to ${slug}: ${wanted.data.roles.join(", ")}.`);
  say(`Password, shown only now: ${password}`);
  say(`Hand it over in person or by telephone. Sign-in: ${env.url}/sign-in`);
  return 0;
}

function problemsOf(error: z.ZodError): string[] {
  return [
    ...new Set(
      error.issues.map((issue) =>
        issue.code === "invalid_value" ? `Roles are ${roles.join(", ")}.` : issue.message,
      ),
    ),
  ];
}

/** Twenty symbols that cannot be mistaken for one another when read aloud: 91 bits. */
function drawPassword(): string {
  const alphabet = "23456789cdfghjkmnpqrtvwx";
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
