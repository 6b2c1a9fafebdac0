import { isPersonal } from "./categories.ts";
import { listFields } from "./fields.ts";
import { distances, type Graph } from "./graph.ts";
import { addressOf, type Address, type Collection, type Dataset } from "./vocabulary.ts";

/**
 * Why a collection is not read:
 * - `skipped`: the dataset says `skip_processing`
 * - `not-asked`: it holds nothing under the categories asked for and leads to nothing that does
 * - `other-identity`: it can be reached, but only from identities that are not verified here
 * - `no-personal-data`: nothing leads to it and none of its fields is about a person
 * - `custom-field`: its value comes from a form field of its own, which this search does not use
 * - `no-way`: it holds personal data and nothing leads to it: a fault of the dataset
 * - `order`: it, or what leads to it, waits by `after` for collections that wait for it
 */
export type LeftOutReason =
  "skipped" | "not-asked" | "other-identity" | "no-personal-data" | "custom-field" | "no-way" | "order";

export type LeftOut = {
  address: Address;
  reason: LeftOutReason;
  /** With `other-identity`: the identities that would reach it. */
  identities: string[];
  /** The reason as a sentence for staff. */
  says: string;
};

type Known = {
  datasets: readonly Dataset[];
  /** All collections, those in `stuck` too. */
  graph: Graph;
  seeds: ReadonlySet<string>;
  /** Collections that some step reads. */
  kept: ReadonlySet<Address>;
  /** Collections that were reached but neither asked for nor needed on the way. */
  reached: ReadonlySet<Address>;
  /** Circles of collections that wait for one another. */
  stuck: readonly Address[][];
};

/** Every collection that no step reads, each with its reason. */
export function leftOutOf({ datasets, graph, seeds, kept, reached, stuck }: Known): LeftOut[] {
  const reaching = identitiesReaching(graph, seeds);
  const inTheory = distances(graph, seeds);
  return datasets.flatMap((dataset) =>
    dataset.collections.flatMap((collection): LeftOut[] => {
      const address = addressOf(dataset.fidesKey, collection.name);
      if (kept.has(address)) return [];
      const identities = reaching.get(address) ?? [];
      const isBlocked = inTheory.has(address) && !reached.has(address);
      const reason = reasonFor(collection, isBlocked, reached.has(address), identities.length > 0);
      const circle = stuck.find((addresses) => addresses.includes(address)) ?? stuck.flat();
      return [{ address, reason, identities, says: sentences[reason](identities, circle) }];
    }),
  );
}

function reasonFor(
  collection: Collection,
  isBlocked: boolean,
  isReached: boolean,
  isReachable: boolean,
): LeftOutReason {
  if (collection.skipProcessing) return "skipped";
  if (isBlocked) return "order";
  if (isReached) return "not-asked";
  if (isReachable) return "other-identity";
  const fields = listFields(collection.fields).map(({ field }) => field);
  if (fields.some((field) => field.customRequestField !== null)) return "custom-field";
  const categories = [...collection.dataCategories, ...fields.flatMap((field) => field.dataCategories)];
  return isPersonal(categories) ? "no-way" : "no-personal-data";
}

const sentences = {
  skipped: () => "The dataset says that this is never read (skip_processing).",
  "not-asked": () => "It holds nothing of the kinds asked for.",
  "other-identity": (identities) =>
    `It is found by ${identities.join(" or ")}, which is not proved here, so it cannot be asked.`,
  "no-personal-data": () => "Nothing leads here, and the dataset names nothing in it that is about a person.",
  "custom-field": () => "It is found by a form field of its own, which this search does not use.",
  "no-way": () =>
    "It holds data about people, but no identity and no reference leads to it. Add one to the dataset, or skip_processing if it is never to be read.",
  order: (_, circle) =>
    `By "after", these wait for one another, so none can be first: ${circle.join(", ")}. Take one "after" out.`,
} satisfies Record<LeftOutReason, (identities: string[], circle: readonly Address[]) => string>;

/** For each collection the identities, other than the seeds, that would reach it. */
function identitiesReaching(graph: Graph, seeds: ReadonlySet<string>): Map<Address, string[]> {
  const names = new Set(
    [...graph.nodes.values()].flatMap((node) => node.identities.map(({ identity }) => identity)),
  );
  const reaching = new Map<Address, string[]>();
  for (const identity of [...names].filter((name) => !seeds.has(name))) {
    for (const address of distances(graph, new Set([identity])).keys()) {
      reaching.set(address, [...(reaching.get(address) ?? []), identity].sort());
    }
  }
  return reaching;
}
