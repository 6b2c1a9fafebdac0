import { and, asc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { recordPage } from "#db/schema/index.ts";
import { addressOf, type Address, type Dataset, type FieldAddress } from "../../datasets/vocabulary.ts";
import { distinct, valuesAt, type Scalar } from "../../datasets/values.ts";
import type { Step } from "../../datasets/traversal.ts";
import { readPage } from "../queries/pages.ts";

/** Which source holds which dataset, to find the pages of a collection again. */
export type SourceOf = (dataset: string) => string | null;

/**
 * Values that earlier collections of this run hold in the fields that lead into a step, read from the sealed pages.
 * Only values are kept, never the records.
 */
export async function foundValues(
  caseId: string,
  identity: string,
  run: number,
  step: Step,
  sourceOf: SourceOf,
): Promise<(field: FieldAddress) => Iterable<Scalar>> {
  const fields = step.entries.flatMap(({ from }) => ("field" in from ? [from.field] : []));
  const byField = new Map<string, Scalar[]>();
  for (const [address, wanted] of Map.groupBy(fields, (field) =>
    addressOf(field.dataset, field.collection),
  )) {
    const sourceId = sourceOf(address.slice(0, address.indexOf(":")));
    if (!sourceId) continue;
    for await (const { record } of recordsOf(caseId, identity, run, sourceId, address)) {
      for (const field of wanted) {
        const key = keyOf(field);
        byField.set(key, [...(byField.get(key) ?? []), ...valuesAt(record, field.path)]);
      }
    }
    for (const field of wanted) byField.set(keyOf(field), distinct(byField.get(keyOf(field)) ?? []));
  }
  return (field) => byField.get(keyOf(field)) ?? [];
}

const keyOf = (field: FieldAddress) => `${field.dataset}:${field.collection}.${field.path.join(".")}`;

async function* recordsOf(caseId: string, identity: string, run: number, sourceId: string, address: Address) {
  const pages = await database()
    .select()
    .from(recordPage)
    .where(
      and(
        eq(recordPage.caseId, caseId),
        eq(recordPage.run, run),
        eq(recordPage.sourceId, sourceId),
        eq(recordPage.collection, address.slice(address.indexOf(":") + 1)),
      ),
    )
    .orderBy(asc(recordPage.pageNo));
  for (const page of pages) yield* await readPage(page.blobId, identity);
}

/** Looks up the source that holds a dataset. */
export function sourceLookup(sources: readonly { sourceId: string; dataset: Dataset }[]): SourceOf {
  const byKey = new Map(sources.map((one) => [one.dataset.fidesKey, one.sourceId]));
  return (dataset) => byKey.get(dataset) ?? null;
}
