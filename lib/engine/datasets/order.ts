import { nodeOf, type GraphEdge, type GraphNode } from "./graph.ts";
import type { Address } from "./vocabulary.ts";

export type Order =
  /** `unfollowed`: edges that would have closed a circle; the collection they lead to is read before they could feed it. */
  | { ok: true; order: Address[]; unfollowed: Set<GraphEdge> }
  /** `stuck`: collections that wait for one another by `after`, so that none can be first. */
  | { ok: false; stuck: Address[] };

type Waiting = { feeders: Set<Address>; after: Set<Address> };

/**
 * The order in which collections are read: each once, when all that feeds it has been read. Where edges run in a circle,
 * the member nearest to a seed goes first; a second reading would reach other people's rows.
 * @param rank smaller goes first where the edges leave the choice
 */
export function orderNodes(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  seeded: ReadonlySet<Address>,
  rank: (address: Address) => number,
): Order {
  const waiting = new Map<Address, Waiting>(
    nodes.map((node) => [node.address, { feeders: new Set(), after: new Set() }]),
  );
  for (const edge of edges) waiting.get(nodeOf(edge.to))?.feeders.add(nodeOf(edge.from));
  for (const node of nodes) {
    for (const other of node.after) if (waiting.has(other)) waiting.get(node.address)?.after.add(other);
  }
  const entries = Map.groupBy(edges, (edge) => nodeOf(edge.to));
  const waiters = new Map<Address, Address[]>();
  for (const [address, { feeders, after }] of waiting) {
    for (const other of new Set([...feeders, ...after])) {
      const known = waiters.get(other);
      if (known) known.push(address);
      else waiters.set(other, [address]);
    }
  }
  const order: Address[] = [];
  const done = new Set<Address>();
  const unfollowed = new Set<GraphEdge>();
  const before = (a: Address, b: Address) => rank(a) - rank(b) || (a < b ? -1 : 1);

  let ready = [...waiting.keys()].filter((address) => isFree(waiting.get(address)));
  while (waiting.size > 0) {
    if (ready.length === 0) {
      const circle = firstCircle(waiting);
      const isEntered = (address: Address) =>
        seeded.has(address) || (entries.get(address) ?? []).some((edge) => done.has(nodeOf(edge.from)));
      const first = circle
        .filter((address) => waiting.get(address)?.after.size === 0 && isEntered(address))
        .sort(before)[0];
      if (!first) return { ok: false, stuck: circle.sort() };
      for (const edge of entries.get(first) ?? []) if (!done.has(nodeOf(edge.from))) unfollowed.add(edge);
      waiting.get(first)?.feeders.clear();
      ready = [first];
    }
    const round = ready.sort(before);
    for (const address of round) {
      waiting.delete(address);
      done.add(address);
      order.push(address);
    }
    ready = [];
    for (const address of round) {
      for (const other of waiters.get(address) ?? []) {
        const wait = waiting.get(other);
        if (!wait || isFree(wait)) continue;
        wait.feeders.delete(address);
        wait.after.delete(address);
        if (isFree(wait)) ready.push(other);
      }
    }
  }
  return { ok: true, order, unfollowed };
}

function isFree(wait: Waiting | undefined): boolean {
  return wait !== undefined && wait.feeders.size === 0 && wait.after.size === 0;
}

/** The members of a circle that waits for nothing outside itself. Something waits and nothing is free, so there is one. */
function firstCircle(waiting: ReadonlyMap<Address, Waiting>): Address[] {
  let [member] = waiting.keys() as Iterable<Address>;
  for (;;) {
    const above = allAbove(waiting, member as Address);
    const outside = [...above].find((other) => !allAbove(waiting, other).has(member as Address));
    if (outside === undefined) return [...above];
    member = outside;
  }
}

/** Everything a node waits for, directly or not; itself too when it stands in a circle. */
function allAbove(waiting: ReadonlyMap<Address, Waiting>, start: Address): Set<Address> {
  const above = new Set<Address>();
  const front = [start];
  for (let address = front.pop(); address !== undefined; address = front.pop()) {
    const wait = waiting.get(address);
    for (const other of wait ? [...wait.feeders, ...wait.after] : []) {
      if (above.has(other)) continue;
      above.add(other);
      front.push(other);
    }
  }
  return above;
}
