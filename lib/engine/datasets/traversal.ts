import { factKinds, type FactKind } from "#lib/identity/kinds.ts";
import { touches } from "./categories.ts";
import { fieldsToRead } from "./columns.ts";
import { findField, listFields } from "./fields.ts";
import {
  distances,
  edgeFields,
  flowing,
  nodeOf,
  toGraph,
  type Graph,
  type GraphEdge,
  type GraphNode,
} from "./graph.ts";
import { leftOutOf, type LeftOut } from "./left-out.ts";
import { orderNodes } from "./order.ts";
import type { Address, Dataset, DataType, Field, FieldAddress } from "./vocabulary.ts";

export type PlanOptions = {
  /** Data categories asked for, each with everything below it; all when absent. */
  targets?: readonly string[];
  /** Read every declared field, not only those that keys, edges and categories call for. */
  everyField?: boolean;
};

/** A way into a collection: a verified identity, or values found before. The entries of one collection are OR-ed. */
export type Entry = {
  path: string[];
  dataType: DataType | null;
  /** The field holds digests of values of this kind (`stored_form: sha256`): digests are looked for. */
  digestOf: FactKind | null;
  from: { identity: string } | { field: FieldAddress };
};

/** One collection to be read, once. */
export type Step = {
  address: Address;
  dataset: string;
  collection: string;
  entries: Entry[];
  /** Collections that must have been read before: those that feed it and those it is declared to come after. */
  waitsFor: Address[];
  /** Top-level fields to read. */
  fields: string[];
  /** Read only because it leads on; holds nothing that was asked for. */
  isBridge: boolean;
};

export type PlanEdge = {
  from: FieldAddress;
  to: FieldAddress;
  /** False where the edge is not used in this plan: it closes a circle, points back to a seed, or its start is not read. */
  isFollowed: boolean;
};

/**
 * What will be read, in which order and why; readable before anything is. It holds no value of any person.
 * `steps` in order, `leftOut` with a reason each, `edges` all that the datasets declare, `broken` the references that lead nowhere.
 */
export type Plan = {
  identities: string[];
  steps: Step[];
  leftOut: LeftOut[];
  edges: PlanEdge[];
  broken: Graph["broken"];
};

/**
 * Plans a search over the datasets of an organisation.
 * @param identities names of the seeds that are verified; never one that is only claimed
 */
export function planTraversal(
  datasets: readonly Dataset[],
  identities: Iterable<string>,
  options: PlanOptions = {},
): Plan {
  const seeds = new Set(identities);
  const whole = toGraph(datasets);
  const stuck: Address[][] = [];
  for (;;) {
    // Without the collections that wait for one another the rest can still be planned.
    const graph = without(whole, new Set(stuck.flat()));
    const distance = distances(graph, seeds);
    const flow = flowing(graph, distance);
    const reached = [...graph.nodes.values()].filter((node) => distance.has(node.address));
    const wanted = new Set(
      reached.filter((node) => isWanted(node, options.targets)).map((node) => node.address),
    );
    const kept = withFeeders(wanted, flow);
    const nodes = reached.filter((node) => kept.has(node.address));
    const edges = flow.filter((edge) => kept.has(nodeOf(edge.from)) && kept.has(nodeOf(edge.to)));
    const isSeeded = (node: GraphNode) => node.identities.some(({ identity }) => seeds.has(identity));
    const order = orderNodes(
      nodes,
      edges,
      new Set(nodes.filter(isSeeded).map((node) => node.address)),
      (address) => distance.get(address) ?? 0,
    );
    if (!order.ok) {
      stuck.push(order.stuck);
      continue;
    }
    const followed = new Set(edges.filter((edge) => !order.unfollowed.has(edge)));
    const into = Map.groupBy(followed, (edge) => nodeOf(edge.to));
    const touching = edgeFields(whole.edges);
    return {
      identities: [...seeds].sort(),
      steps: order.order.map((address) => {
        const node = graph.nodes.get(address) as GraphNode;
        const feeding = into.get(address) ?? [];
        return {
          address,
          dataset: node.dataset.fidesKey,
          collection: node.collection.name,
          entries: entriesOf(node, seeds, feeding),
          waitsFor: waitsFor(node, feeding, kept),
          fields: fieldsToRead(node.collection, touching.get(address) ?? new Set(), options.everyField),
          isBridge: !wanted.has(address),
        };
      }),
      leftOut: leftOutOf({ datasets, graph: whole, seeds, kept, reached: new Set(distance.keys()), stuck }),
      edges: whole.edges.map((edge) => ({ from: edge.from, to: edge.to, isFollowed: followed.has(edge) })),
      broken: whole.broken,
    };
  }
}

function without(graph: Graph, addresses: ReadonlySet<Address>): Graph {
  const isLeft = (edge: GraphEdge) => !addresses.has(nodeOf(edge.from)) && !addresses.has(nodeOf(edge.to));
  const nodes = [...graph.nodes].filter(([address]) => !addresses.has(address));
  return { ...graph, nodes: new Map(nodes), edges: graph.edges.filter(isLeft) };
}

/** Whether a collection holds anything that was asked for. */
function isWanted({ collection }: GraphNode, targets: readonly string[] | undefined): boolean {
  if (!targets) return true;
  const categories = listFields(collection.fields).flatMap(({ field }) => field.dataCategories);
  return touches([...collection.dataCategories, ...categories], targets);
}

/** The wanted collections and all that may lead to them. */
function withFeeders(wanted: ReadonlySet<Address>, flow: readonly GraphEdge[]): Set<Address> {
  const into = Map.groupBy(flow, (edge) => nodeOf(edge.to));
  const kept = new Set(wanted);
  // A set grows while it is walked, so that feeders of feeders come in too.
  for (const address of kept) for (const edge of into.get(address) ?? []) kept.add(nodeOf(edge.from));
  return kept;
}

function entriesOf(node: GraphNode, seeds: ReadonlySet<string>, feeding: readonly GraphEdge[]): Entry[] {
  const into = (path: string[], from: Entry["from"]): Entry => {
    const field = findField(node.collection, path);
    return { path, dataType: field?.dataType ?? null, digestOf: field ? digestKind(field) : null, from };
  };
  return [
    ...node.identities
      .filter(({ identity }) => seeds.has(identity))
      .map(({ identity, path }) => into(path, { identity })),
    ...feeding.map((edge) => into(edge.to.path, { field: edge.from })),
  ];
}

/** Of what kind the values are whose digests a field holds; text as written where the map names none. */
function digestKind({ habeas }: Field): FactKind | null {
  if (habeas.storedForm !== "sha256") return null;
  return factKinds.find((kind) => kind === habeas.normalise) ?? "text";
}

function waitsFor(node: GraphNode, feeding: readonly GraphEdge[], kept: ReadonlySet<Address>): Address[] {
  return [
    ...new Set([
      ...feeding.map((edge) => nodeOf(edge.from)),
      ...node.after.filter((other) => kept.has(other)),
    ]),
  ].sort();
}
