import { nodeOf, toGraph, type GraphEdge } from "./graph.ts";
import { addressOf, type Address, type Dataset, type FieldAddress } from "./vocabulary.ts";

/** From a record at hand to those of another collection: values of `from` are looked for in `to`. */
export type Hop = { from: FieldAddress; to: FieldAddress };

export type Reach = { ok: true; hops: Hop[] } | { ok: false; reason: string };

/**
 * The shortest way, along the references and the way they feed, from one collection to another: how a proof gets from the
 * row a person was found in to the row a further fact stands in. Two equally short ways are refused, because a guess
 * could compare with somebody else's row.
 */
export function planReach(datasets: readonly Dataset[], start: Address, goal: Address): Reach {
  const graph = toGraph(datasets);
  const unknown = [start, goal].find((address) => !graph.nodes.has(address));
  if (unknown)
    return { ok: false, reason: `The datasets have no collection ${unknown}, or it is never read.` };
  const next = Map.groupBy(graph.edges, (edge) => nodeOf(edge.from));
  let ways: GraphEdge[][] = [[]];
  const seen = new Set<Address>();
  for (let front: Address[] = [start]; front.length > 0;) {
    const arrived = ways.filter((way) => end(way, start) === goal);
    if (arrived.length > 1) return { ok: false, reason: twoWays(start, goal, arrived) };
    if (arrived[0]) return { ok: true, hops: arrived[0].map(({ from, to }) => ({ from, to })) };
    for (const address of front) seen.add(address);
    const longer = ways.flatMap((way) =>
      (next.get(end(way, start)) ?? [])
        .filter((edge) => !seen.has(nodeOf(edge.to)))
        .map((edge) => [...way, edge]),
    );
    // Two ways to the same place are enough to know that there is more than one.
    const byEnd = Map.groupBy(longer, (way) => end(way, start));
    ways = [...byEnd.values()].flatMap((same) => same.slice(0, 2));
    front = [...byEnd.keys()];
  }
  return { ok: false, reason: `No reference leads from ${start} to ${goal}.` };
}

function end(way: readonly GraphEdge[], start: Address): Address {
  const last = way.at(-1);
  return last ? addressOf(last.to.dataset, last.to.collection) : start;
}

function twoWays(start: Address, goal: Address, ways: readonly GraphEdge[][]): string {
  const told = ways
    .slice(0, 2)
    .map((way) =>
      way.map(({ from, to }) => `${from.path.join(".")} → ${nodeOf(to)}.${to.path.join(".")}`).join(", "),
    );
  return `More than one reference leads from ${start} to ${goal} (${told.join(" or ")}), so it is not clear whose row is meant.`;
}
