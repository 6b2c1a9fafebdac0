import { listFields, resolveReference } from "./fields.ts";
import {
  addressOf,
  fieldAddressText,
  type Address,
  type Collection,
  type Dataset,
  type FieldAddress,
} from "./vocabulary.ts";

/** A collection as a node: what may lead into it and what it must wait for. */
export type GraphNode = {
  address: Address;
  dataset: Dataset;
  collection: Collection;
  /** Fields by which a seed enters. */
  identities: { identity: string; path: string[] }[];
  /** Collections that come first for order's sake, without feeding it. */
  after: Address[];
};

/** A directed edge: values of `from` are looked for in `to`. */
export type GraphEdge = {
  from: FieldAddress;
  to: FieldAddress;
  /** Declared without direction: the side that is reached first feeds the other. */
  isTwoWay: boolean;
};

export type Graph = {
  nodes: Map<Address, GraphNode>;
  edges: GraphEdge[];
  /** References that lead nowhere; `checkReferences` says why. */
  broken: { at: Address; field: string; target: string }[];
};

export const nodeOf = (field: FieldAddress): Address => addressOf(field.dataset, field.collection);

/** The collections of all datasets and the edges between them; skipped ones are left out with everything that touches them. */
export function toGraph(datasets: readonly Dataset[]): Graph {
  const nodes = new Map<Address, GraphNode>();
  for (const dataset of datasets) {
    for (const collection of dataset.collections.filter((one) => !one.skipProcessing)) {
      nodes.set(addressOf(dataset.fidesKey, collection.name), toNode(datasets, dataset, collection));
    }
  }
  const edges = new Map<string, GraphEdge>();
  const broken: Graph["broken"] = [];
  for (const { address, dataset, collection } of nodes.values()) {
    for (const { path, field } of listFields(collection.fields)) {
      const here = { dataset: dataset.fidesKey, collection: collection.name, path };
      for (const reference of field.references) {
        const resolved = resolveReference(datasets, reference);
        if (!resolved.ok || !nodes.has(nodeOf(resolved.at))) {
          broken.push({
            at: address,
            field: path.join("."),
            target: `${reference.dataset}:${reference.field}`,
          });
          continue;
        }
        const isTwoWay = reference.direction === null;
        if (reference.direction !== "to") addEdge(edges, { from: resolved.at, to: here, isTwoWay });
        if (reference.direction !== "from") addEdge(edges, { from: here, to: resolved.at, isTwoWay });
      }
    }
  }
  return { nodes, edges: [...edges.values()], broken };
}

/** The same edge may be declared at both ends; a stated direction outweighs an open one. */
function addEdge(edges: Map<string, GraphEdge>, edge: GraphEdge): void {
  const key = `${fieldAddressText(edge.from)} ${fieldAddressText(edge.to)}`;
  const known = edges.get(key);
  edges.set(key, { ...edge, isTwoWay: edge.isTwoWay && (known?.isTwoWay ?? true) });
}

function toNode(datasets: readonly Dataset[], dataset: Dataset, collection: Collection): GraphNode {
  const address = addressOf(dataset.fidesKey, collection.name);
  const others = datasets.filter((one) => dataset.after.includes(one.fidesKey) && one !== dataset);
  const named = collection.after.map(
    (key): Address => `${key.slice(0, key.indexOf("."))}:${key.slice(key.indexOf(".") + 1)}`,
  );
  const all = others.flatMap((one) => one.collections.map(({ name }) => addressOf(one.fidesKey, name)));
  return {
    address,
    dataset,
    collection,
    identities: listFields(collection.fields).flatMap(({ path, field }) =>
      field.identity === null ? [] : [{ identity: field.identity, path }],
    ),
    after: [...new Set([...named, ...all])].filter((other) => other !== address),
  };
}

/** How many steps each collection lies from the nearest seed; what no seed reaches is absent. */
export function distances(graph: Graph, identities: ReadonlySet<string>): Map<Address, number> {
  const next = Map.groupBy(graph.edges, (edge) => nodeOf(edge.from));
  let front = [...graph.nodes.values()]
    .filter((node) => node.identities.some(({ identity }) => identities.has(identity)))
    .map((node) => node.address);
  const reached = new Map<Address, number>(front.map((address) => [address, 0]));
  for (let distance = 1; front.length > 0; distance++) {
    front = [
      ...new Set(front.flatMap((address) => next.get(address) ?? []).map((edge) => nodeOf(edge.to))),
    ].filter((address) => !reached.has(address));
    for (const address of front) reached.set(address, distance);
  }
  return reached;
}

/**
 * The edges along which values can flow once the distances are known: both ends reached, and of each edge without a
 * direction only the way away from the seeds.
 */
export function flowing(graph: Graph, distance: ReadonlyMap<Address, number>): GraphEdge[] {
  return graph.edges.filter((edge) => {
    const [from, to] = [nodeOf(edge.from), nodeOf(edge.to)];
    const [near, far] = [distance.get(from), distance.get(to)];
    if (near === undefined || far === undefined) return false;
    return !edge.isTwoWay || near < far || (near === far && from < to);
  });
}

/** Per collection the names of its top-level fields on any edge. */
export function edgeFields(edges: readonly GraphEdge[]): Map<Address, Set<string>> {
  const names = new Map<Address, Set<string>>();
  for (const field of edges.flatMap((edge) => [edge.from, edge.to])) {
    const known = names.get(nodeOf(field)) ?? new Set();
    names.set(nodeOf(field), known.add(field.path[0] as string));
  }
  return names;
}
