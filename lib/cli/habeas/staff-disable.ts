import { disableStaff } from "#lib/auth/commands/staff-changes.ts";
import { answering, no, readMember, unchanged } from "./words.ts";

/** Closes an account at once; nothing of what she did is lost. */
export const run = answering(async ([slug, email, ...more]) => {
  if (!slug || !email || more.length > 0)
    return no("Usage: npm run -s habeas -- staff disable ORGANISATION E-MAIL");
  const member = await readMember(slug, email);
  if (!member.ok) return member;
  const { ctx, address } = member.value;
  const disabled = await disableStaff(ctx, address);
  if (!disabled.ok) return unchanged(disabled);
  return {
    ok: true,
    value: [
      `${address} can no longer sign in, and is signed out everywhere.`,
      ...(disabled.openCases > 0 ? [stillAssigned(disabled.openCases)] : []),
    ],
  };
});

function stillAssigned(cases: number): string {
  const what = cases === 1 ? "One open case is" : `${cases} open cases are`;
  return `${what} still assigned there: give them to somebody else at the desk.`;
}
