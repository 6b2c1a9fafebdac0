import { and, desc, inArray, or, sql, type SQL } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { caseIndex, cases } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { normalise } from "#lib/identity/normalise.ts";
import { ring } from "#lib/keys/ring.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { visibleCases } from "./visible.ts";

const mostHits = 50;

/**
 * `hb 7k4q 2m9x`, `HB-7K4Q-2M9X` and `7k4q2m9x` are the same reference; null: the words are something else. References
 * have no vowels, names do: none is taken for a reference, which would put it into an address.
 */
export function asReference(words: string): string | null {
  const plain = words
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  const symbols = plain.startsWith("HB") && plain.length === 10 ? plain.slice(2) : plain;
  return /^[2-9CDFGHJKMNPQRTVWX]{8}$/.test(symbols) ? `HB-${symbols.slice(0, 4)}-${symbols.slice(4)}` : null;
}

/**
 * Turns what somebody looks for into what may stand in an address: a reference as it is, everything else as keyed
 * digests, from which nobody reads a name. Opened in another browser, the address shows the same list.
 */
async function findToken(ctx: StaffContext, words: string): Promise<string | null> {
  const { policy } = await getPolicyAt(database(), ctx.organisation.id, ctx.now);
  const forms = [
    ["name", normalise("name", words)],
    ["email", normalise("email", words)],
    ["telephone", normalise("phone", words)],
    ["locator", normalise(policy.proof.locator.kind, words)],
  ] as const;
  const digests = forms.flatMap(([purpose, value]) =>
    value === null
      ? []
      : [ring().blindIndex(`case/${purpose}`, `${ctx.organisation.id}|${value}`).toString("hex")],
  );
  const parts = [asReference(words), ...digests].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(".") : null;
}

/** The clause for what an address looks for: a reference, or blind indexes. Null: nothing can be found like this. */
export function findClause(ctx: Context, token: string): SQL | null {
  const parts = token.split(".").slice(0, 5);
  const references = parts.map(asReference).filter((part) => part !== null);
  const digests = parts.filter((part) => /^[0-9a-f]{32}$/.test(part));
  const isNamed = sql`exists (select 1 from ${caseIndex} where ${caseIndex.caseId} = ${cases.id}
    and ${caseIndex.organisationId} = ${ctx.organisation.id}
    and ${inArray(
      caseIndex.digest,
      digests.map((digest) => Buffer.from(digest, "hex")),
    )})`;
  const ways = [
    ...(references.length > 0 ? [inArray(cases.reference, references)] : []),
    ...(digests.length > 0 ? [isNamed] : []),
  ];
  return or(...ways) ?? null;
}

/**
 * Finds cases by reference, or exactly by name, e-mail, telephone number with its country code or account number through keyed blind indexes: nothing is
 * opened to search, and nothing nearly alike is found. Every search is an event. Returns what may stand in an address.
 */
export async function searchCases(
  ctx: StaffContext,
  words: string,
): Promise<{ token: string | null; hits: { id: string; reference: string }[] }> {
  await authorise(ctx, "search");
  const token = await findToken(ctx, words);
  const clause = token === null ? null : findClause(ctx, token);
  const hits = clause
    ? await database()
        .select({ id: cases.id, reference: cases.reference })
        .from(cases)
        .where(and(visibleCases(ctx), clause))
        .orderBy(desc(cases.receivedAt))
        .limit(mostHits)
    : [];
  const reference = asReference(words);
  const by = hits.some((hit) => hit.reference === reference) ? "reference" : "blind-index";
  await inTransaction((tx) => record(tx, ctx, { type: "search.made", payload: { by, hits: hits.length } }));
  return { token, hits };
}
