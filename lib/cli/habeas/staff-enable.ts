import { enableStaff } from "#lib/auth/commands/staff-changes.ts";
import { answering, no, readMember, unchanged } from "./words.ts";

/** Opens a disabled account again. */
export const run = answering(async ([slug, email, ...more]) => {
  if (!slug || !email || more.length > 0)
    return no("Usage: npm run -s habeas -- staff enable ORGANISATION E-MAIL");
  const member = await readMember(slug, email);
  if (!member.ok) return member;
  const { ctx, address } = member.value;
  const enabled = await enableStaff(ctx, address);
  if (!enabled.ok) return unchanged(enabled);
  const held = enabled.roles.join(", ");
  return { ok: true, value: [`${address} can sign in again, as ${held}, with the password from before.`] };
});
