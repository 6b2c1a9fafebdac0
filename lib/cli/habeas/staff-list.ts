import { listStaff, type MemberView } from "#lib/auth/queries/staff.ts";
import { listOrganisations } from "#lib/organisations/queries.ts";
import { answering, no, readOrganisation } from "./words.ts";

/** Who has an account, of one organisation or of all. */
export const run = answering(async ([slug, ...more]) => {
  if (more.length > 0) return no("Usage: npm run -s habeas -- staff list [ORGANISATION]");
  const slugs = slug ? [slug] : (await listOrganisations()).map((one) => one.slug);
  const lines: string[] = [];
  for (const one of slugs) {
    const ctx = await readOrganisation(one);
    if (!ctx.ok) return ctx;
    const members = await listStaff(ctx.value);
    lines.push(`${one}: ${members.length === 0 ? "nobody yet" : members.length}`, ...table(members));
  }
  return { ok: true, value: slugs.length > 0 ? lines : ["There is no organisation yet."] };
});

function table(members: readonly MemberView[]): string[] {
  const rows = members.map((member) => [member.email, member.name, stateOf(member)] as const);
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  return rows.map(
    ([email, name, state]) => `  ${email.padEnd(width(0))}   ${name.padEnd(width(1))}   ${state}`,
  );
}

function stateOf({ roles, disabledAt, hasPassword }: MemberView): string {
  const held = roles.join(", ");
  if (disabledAt) return `${held} (disabled since ${disabledAt.toISOString().slice(0, 10)})`;
  return hasPassword ? held : `${held} (no password yet)`;
}
