import { and, desc, eq, or, type SQL } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { caseIndex, cases } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import type { StaffContext } from "#lib/context.ts";
import { normalise } from "#lib/identity/normalise.ts";
import { ring } from "#lib/keys/ring.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { visibleCases } from "./visible.ts";

const mostHits = 50;

/** `hb 7k4q 2m9x`, `HB-7K4Q-2M9X` and `7k4q2m9x` are the same reference; null: the words are something else. */
export function asReference(words: string): string | null {
  const plain = words.normalize("NFKC").toUpperCase().replace(/[^A-Z0-9]/g, "");
  const symbols = plain.startsWith("HB") && plain.length === 10 ? plain.slice(2) : plain;
  return /^[A-Z0-9]{8}$/.test(symbols) ? `HB-${symbols.slice(0, 4)}-${symbols.slice(4)}` : null;
}

/**
 * Finds cases by reference, or exactly by name, e-mail or account number through keyed blind indexes: nothing is
 * opened to search, and nothing nearly alike is found. Every search is an event.
 */
export async function searchCases(ctx: StaffContext, words: string): Promise<{ id: string; reference: string }[]> {
  const reference = asReference(words);
  const byReference = reference ? await find(ctx, eq(cases.reference, reference)) : [];
  const hits = byReference.length > 0 ? byReference : await findByIndex(ctx, words);
  await inTransaction((tx) =>
    record(tx, ctx, {
      type: "search.made",
      payload: { by: byReference.length > 0 ? "reference" : "blind-index", hits: hits.length },
    }),
  );
  return hits;
}

async function findByIndex(ctx: StaffContext, words: string): Promise<{ id: string; reference: string }[]> {
  const { policy } = await getPolicyAt(database(), ctx.organisation.id, ctx.now);
  const forms = [
    ["name", normalise("name", words)],
    ["email", normalise("email", words)],
    ["locator", normalise(policy.proof.locator.kind, words)],
  ] as const;
  const clauses = forms.flatMap(([purpose, value]): SQL[] => {
    if (value === null) return [];
    const digest = ring().blindIndex(`case/${purpose}`, `${ctx.organisation.id}|${value}`);
    const same = and(eq(caseIndex.organisationId, ctx.organisation.id), eq(caseIndex.purpose, purpose), eq(caseIndex.digest, digest));
    return same ? [same] : [];
  });
  if (clauses.length === 0) return [];
  const matches = database().select({ id: caseIndex.caseId }).from(caseIndex).where(or(...clauses));
  const rows = await matches;
  const found = await Promise.all(rows.slice(0, mostHits).map(({ id }) => find(ctx, eq(cases.id, id))));
  return [...new Map(found.flat().map((hit) => [hit.id, hit])).values()];
}

function find(ctx: StaffContext, clause: SQL) {
  return database()
    .select({ id: cases.id, reference: cases.reference })
    .from(cases)
    .where(and(visibleCases(ctx), clause))
    .orderBy(desc(cases.receivedAt))
    .limit(mostHits);
}
