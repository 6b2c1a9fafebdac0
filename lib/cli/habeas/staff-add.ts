import { addStaff, newStaffSchema } from "#lib/auth/commands/staff.ts";
import { roles } from "#lib/auth/roles.ts";
import { drawPassword } from "./staff/passwords.ts";
import { answering, no, readOrganisation, readRoles, unchanged } from "./words.ts";

const usage = `Usage: npm run -s habeas -- staff add ORGANISATION E-MAIL "NAME" ROLE [ROLE…]\nRoles: ${roles.join(", ")}`;

/** Adds a member of staff. A password is drawn and shown this once. */
export const run = answering(async ([slug, email, name, ...words], env) => {
  if (!slug || !email || !name || words.length === 0) return no(usage);
  const ctx = await readOrganisation(slug);
  if (!ctx.ok) return ctx;
  const held = readRoles(words);
  if (!held.ok) return held;
  const password = drawPassword();
  const wanted = newStaffSchema.safeParse({ name, email, password, roles: held.value });
  if (!wanted.success) return no([...new Set(wanted.error.issues.map((issue) => issue.message))].join("\n"));
  const added = await addStaff(ctx.value, wanted.data);
  if (!added.ok) return unchanged(added);
  return {
    ok: true,
    value: [
      `Added ${wanted.data.name} to ${slug}: ${wanted.data.roles.join(", ")}.`,
      `Password, shown only now: ${password}`,
      `Hand it over in person or by telephone. Sign-in: ${env.url}/sign-in`,
    ],
  };
});
