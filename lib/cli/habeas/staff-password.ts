import { changePassword } from "#lib/auth/commands/staff-changes.ts";
import { askPassword, drawPassword } from "./staff/passwords.ts";
import { answering, no, readMember, unchanged } from "./words.ts";

const usage = [
  "Usage: npm run -s habeas -- staff password ORGANISATION E-MAIL [draw]",
  "The password is asked for, or is the first line of what is piped in. With draw, one is drawn and shown this once.",
].join("\n");

/** Gives a member of staff another password, and signs her out everywhere. */
export const run = answering(async ([slug, email, way, ...more]) => {
  if (!slug || !email || (way !== undefined && way !== "draw") || more.length > 0) return no(usage);
  const member = await readMember(slug, email);
  if (!member.ok) return member;
  const { ctx, address } = member.value;
  const given = way
    ? { ok: true as const, value: drawPassword() }
    : await askPassword(address, process.stdin, process.stderr);
  if (!given.ok) return unchanged(given);
  const changed = await changePassword(ctx, address, given.value);
  if (!changed.ok) return unchanged(changed);
  return {
    ok: true,
    value: [
      `${address} has a new password, and is signed out everywhere.`,
      ...(way ? [`Password, shown only now: ${given.value}`] : []),
    ],
  };
});
