import { changeRoles } from "#lib/auth/commands/staff-changes.ts";
import { roles } from "#lib/auth/roles.ts";
import { answering, no, readMember, readRoles, unchanged } from "./words.ts";

const usage = `Usage: npm run -s habeas -- staff change ORGANISATION E-MAIL ROLE [ROLE…]\nRoles: ${roles.join(", ")}`;

/** Gives a member of staff the roles named, and no others. */
export const run = answering(async ([slug, email, ...words]) => {
  if (!slug || !email || words.length === 0) return no(usage);
  const member = await readMember(slug, email);
  if (!member.ok) return member;
  const wanted = readRoles(words);
  if (!wanted.ok) return wanted;
  const { ctx, address } = member.value;
  const changed = await changeRoles(ctx, address, wanted.value);
  if (!changed.ok) return unchanged(changed);
  return { ok: true, value: [`From now on ${address} is ${changed.roles.join(", ")}.`] };
});
