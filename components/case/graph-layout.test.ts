import { expect, test } from "vitest";
import { layoutGraph } from "./graph-layout.ts";
import type { Graph } from "./graph-layout.ts";

const ipc: Graph = {
  seeds: [
    { id: "account", label: "account number" },
    { id: "mail", label: "e-mail" },
  ],
  stores: [
    { id: "db", label: "Account database", kind: "Postgres" },
    { id: "desk", label: "Support desk", kind: "SQLite" },
  ],
  nodes: [
    { id: "accounts", store: "db", label: "accounts" },
    { id: "invoices", store: "db", label: "invoices" },
    { id: "meetings", store: "db", label: "meetings" },
    { id: "archive", store: "db", label: "invoice_archive", trouble: "table not found" },
    { id: "participants", store: "db", label: "participants" },
    { id: "customers", store: "desk", label: "customers" },
    { id: "lonely", store: "desk", label: "lonely" },
  ],
  edges: [
    { from: "account", to: "accounts", field: "account_no" },
    { from: "accounts", to: "invoices", field: "account_id" },
    { from: "accounts", to: "meetings", field: "host_id" },
    { from: "accounts", to: "archive", field: "account_id" },
    { from: "meetings", to: "participants", field: "meeting_id" },
    { from: "mail", to: "customers", field: "mail" },
    { from: "participants", to: "accounts", field: "id" },
  ],
};

function overlap(a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test("columns follow the references, and a node stands in the middle of what it leads to", () => {
  const { nodes } = layoutGraph(ipc);
  const at = Object.fromEntries(nodes.map((node) => [node.id, node]));
  expect(at["invoices"]?.x).toBe(at["meetings"]?.x);
  expect(at["participants"]?.x).toBeGreaterThan(at["meetings"]?.x ?? Infinity);
  expect(at["participants"]?.y).toBe(at["meetings"]?.y);
  expect(at["accounts"]?.y).toBe(((at["invoices"]?.y ?? 0) + (at["archive"]?.y ?? 0)) / 2);
  expect(at["invoices"]?.field).toBe("account_id");
});

test("no two boxes overlap, and a store's boxes stay in its lane", () => {
  const { nodes, seeds, lanes, height, width } = layoutGraph(ipc);
  const boxes = [...nodes, ...seeds];
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1))
      expect(overlap(box, other), `${box.id} ${other.id}`).toBe(false);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  }
  const second = lanes[1]?.top ?? 0;
  for (const node of nodes) expect(node.y >= second).toBe(node.store === "desk");
});

test("what a person proves stands beside what it leads to", () => {
  const { seeds, nodes } = layoutGraph(ipc);
  const middle = (box: { y: number; height: number } | undefined) =>
    box ? box.y + box.height / 2 : undefined;
  expect(middle(seeds.find(({ id }) => id === "account"))).toBe(
    middle(nodes.find(({ id }) => id === "accounts")),
  );
});

test("circles end, edges to trouble are known, and what nothing leads to is still drawn", () => {
  const { edges, nodes } = layoutGraph(ipc);
  expect(edges).toHaveLength(7);
  expect(edges.filter((edge) => edge.isTrouble).map((edge) => edge.to)).toEqual(["archive"]);
  expect(nodes.some(({ id }) => id === "lonely")).toBe(true);
});

test("an edge to something unknown is left out instead of drawn to nowhere", () => {
  const { edges } = layoutGraph({ ...ipc, edges: [{ from: "account", to: "gone", field: "x" }] });
  expect(edges).toEqual([]);
});
