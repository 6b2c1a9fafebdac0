import { staffAddress } from "#lib/auth/address.ts";
import { roles, type Role } from "#lib/auth/roles.ts";
import { now } from "#lib/clock.ts";
import { contextFor, systemRefs, type Context } from "#lib/context.ts";
import type { Env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { findOrganisation, listOrganisations } from "#lib/organisations/queries.ts";
import type { Desk } from "./commands.ts";

/** What the words after a command come to, or the sentence that says why they come to nothing. */
export type Read<T> = { ok: true; value: T } | { ok: false; says: string };

export const no = (says: string) => ({ ok: false as const, says });

/** A command that ends with sentences and status 0, or with why not and status 1. */
export function answering(work: (words: string[], env: Env) => Promise<Read<string[]>>) {
  return async (words: string[], { env, say, complain }: Desk): Promise<number> => {
    const answer = await work(words, env);
    if (answer.ok) for (const sentence of answer.value) say(sentence);
    else complain(answer.says);
    return answer.ok ? 0 : 1;
  };
}

/** The same for what was not changed. */
export const unchanged = ({ says }: { says: string }) => no(`${says} Nothing was changed.`);

/** The organisation of an address such as `acme`, with the command line as who acts in it. */
export async function readOrganisation(slug: string): Promise<Read<Context>> {
  const organisation = await findOrganisation(slug);
  if (organisation) {
    const actor = { kind: "system", ref: systemRefs["command-line"], part: "command-line" } as const;
    return { ok: true, value: contextFor({ actor, organisation, now: now(), requestId: newId() }) };
  }
  const known = (await listOrganisations()).map((one) => one.slug);
  return no(
    known.length > 0
      ? `There is no organisation "${slug}". There is: ${known.join(", ")}.`
      : "There is no organisation yet. Add one first: npm run -s habeas -- organisation add FILE",
  );
}

/** `ORGANISATION E-MAIL`, as most commands about one person begin. */
export async function readMember(
  slug: string,
  email: string,
): Promise<Read<{ ctx: Context; address: string }>> {
  const ctx = await readOrganisation(slug);
  if (!ctx.ok) return ctx;
  const address = staffAddress(email);
  return address
    ? { ok: true, value: { ctx: ctx.value, address } }
    : no(`"${email}" is no e-mail address. Give one such as ana@example.org.`);
}

/** `caseworker approver`, with commas or without. */
export function readRoles(words: readonly string[]): Read<Role[]> {
  const given = words.flatMap((word) => word.split(",")).filter(Boolean);
  const unknown = given.filter((word) => !(roles as readonly string[]).includes(word));
  return unknown.length > 0
    ? no(`There is no role "${unknown.join('", "')}". Roles are ${roles.join(", ")}.`)
    : { ok: true, value: roles.filter((role) => given.includes(role)) };
}
