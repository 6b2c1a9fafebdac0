/** What a person proves ("account number"): where every search begins. */
export type GraphSeed = { id: string; label: string };
export type GraphStore = { id: string; label: string; /** "Postgres". */ kind: string };
export type GraphNode = {
  id: string;
  store: string;
  label: string;
  /** What is wrong with it, in words: "table not found". */
  trouble?: string | undefined;
};
export type GraphEdge = { from: string; to: string; /** The field it is found by. */ field: string };

export type Graph = {
  seeds: readonly GraphSeed[];
  stores: readonly GraphStore[];
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
};

type Box = { x: number; y: number; width: number; height: number };

export type GraphLayout = {
  width: number;
  height: number;
  seeds: (GraphSeed & Box)[];
  nodes: (GraphNode & Box & { field: string })[];
  lanes: { store: GraphStore; top: number }[];
  edges: { from: string; to: string; path: string; isTrouble: boolean }[];
};

const column = { first: 208, step: 232, width: 168 };
const row = { height: 60, box: 46 };
const lane = { head: 36, gap: 24 };
const seed = { width: 152, height: 50, gap: 12 };

/** Steps from any seed to each node; what nothing leads to stands in the first column. */
function depths({ seeds, nodes, edges }: Graph): Map<string, number> {
  const depth = new Map(seeds.map(({ id }) => [id, 0]));
  const queue = seeds.map(({ id }) => id);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const edge of edges) {
      if (edge.from !== id || depth.has(edge.to)) continue;
      depth.set(edge.to, (depth.get(id) ?? 0) + 1);
      queue.push(edge.to);
    }
  }
  for (const { id } of nodes) if (!depth.has(id)) depth.set(id, 1);
  return depth;
}

/**
 * Rows within one store: every leaf takes one, and a node stands in the middle of what it leads to.
 * @returns the row of each node (may be a half) and how many rows the store takes
 */
function rowsOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[], depth: Map<string, number>) {
  const inside = new Set(nodes.map(({ id }) => id));
  const parents = new Map<string, string>();
  for (const { from, to } of edges) {
    const isDeeper = (depth.get(to) ?? 0) === (depth.get(from) ?? 0) + 1;
    if (inside.has(from) && inside.has(to) && isDeeper && !parents.has(to)) parents.set(to, from);
  }
  const rows = new Map<string, number>();
  let next = 0;
  function place(id: string): number {
    const children = nodes.filter((node) => parents.get(node.id) === id).map((node) => place(node.id));
    const first = children[0] ?? next++;
    const at = (first + (children.at(-1) ?? first)) / 2;
    rows.set(id, at);
    return at;
  }
  for (const { id } of nodes) if (!parents.has(id)) place(id);
  return { rows, count: Math.max(1, next) };
}

function curve(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x - 2, to.y + to.height / 2];
  if (x2 <= x1) {
    // A reference to the same column or back: below both, from foot to foot.
    const [a, b] = [from.x + from.width / 2, to.x + to.width / 2];
    const [top, end] = [from.y + from.height, to.y + to.height + 2];
    return `M${a} ${top}C${a} ${Math.max(top, end) + 26} ${b} ${Math.max(top, end) + 26} ${b} ${end}`;
  }
  if (y1 === y2) return `M${x1} ${y1}H${x2}`;
  const bend = (x1 + x2) / 2;
  return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`;
}

/**
 * Where everything stands: what we know at the left, one lane per store, a column per step along the references.
 * Steps are counted on the shortest way, so an edge never jumps over a column.
 */
export function layoutGraph(graph: Graph): GraphLayout {
  const depth = depths(graph);
  const boxes = new Map<string, Box>();
  const lanes: GraphLayout["lanes"] = [];
  let top = 0;
  for (const store of graph.stores) {
    const nodes = graph.nodes.filter((node) => node.store === store.id);
    const { rows, count } = rowsOf(nodes, graph.edges, depth);
    lanes.push({ store, top });
    for (const { id } of nodes) {
      boxes.set(id, {
        x: column.first + ((depth.get(id) ?? 1) - 1) * column.step,
        y: top + lane.head + (rows.get(id) ?? 0) * row.height,
        width: column.width,
        height: row.box,
      });
    }
    top += lane.head + count * row.height + lane.gap;
  }

  let seedFloor = lane.head;
  const seeds = graph.seeds
    .map((item) => {
      const target = graph.edges.find((edge) => edge.from === item.id && boxes.has(edge.to));
      const box = target && boxes.get(target.to);
      return { item, wanted: box ? box.y + box.height / 2 - seed.height / 2 : Infinity };
    })
    .sort((a, b) => a.wanted - b.wanted)
    .map(({ item, wanted }) => {
      const y = wanted === Infinity ? seedFloor : Math.max(wanted, seedFloor);
      seedFloor = y + seed.height + seed.gap;
      const box = { x: 0, y, width: seed.width, height: seed.height };
      boxes.set(item.id, box);
      return { ...item, ...box };
    });

  const nodes = graph.nodes.flatMap((node) => {
    const box = boxes.get(node.id);
    const field = graph.edges.find((edge) => edge.to === node.id)?.field ?? "";
    return box ? [{ ...node, ...box, field }] : [];
  });
  const troubled = new Set(graph.nodes.filter((node) => node.trouble).map(({ id }) => id));
  const edges = graph.edges.flatMap(({ from, to }) => {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    return a && b ? [{ from, to, path: curve(a, b), isTrouble: troubled.has(to) }] : [];
  });
  const right = Math.max(
    column.first,
    ...nodes.map((node) => node.x + node.width + (node.trouble ? 150 : 0)),
  );
  return { width: right + 2, height: Math.max(top - lane.gap, seedFloor) + 2, seeds, nodes, lanes, edges };
}
