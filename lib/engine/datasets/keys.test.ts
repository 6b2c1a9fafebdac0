import { expect, test } from "vitest";
import { keysFor } from "./keys.ts";
import type { Entry, Step } from "./traversal.ts";
import type { Json } from "./values.ts";
import type { DataType } from "./vocabulary.ts";

const step = (entries: Entry[]): Step => ({
  address: "d:c",
  dataset: "d",
  collection: "c",
  entries,
  waitsFor: [],
  fields: [],
  isBridge: false,
});
const seeded = (path: string, identity: string, dataType: DataType | null = null): Entry => ({
  path: path.split("."),
  dataType,
  digestOf: null,
  from: { identity },
});
const fed = (path: string, collection: string, dataType: DataType | null = null): Entry => ({
  path: path.split("."),
  dataType,
  digestOf: null,
  from: { field: { dataset: "d", collection, path: ["id"] } },
});
const found = (values: Record<string, Json[]>) => (field: { collection: string }) =>
  values[field.collection] ?? [];

test("one key per field: seeds and all parents together, without doubles, in one order", () => {
  const entries = [seeded("owner", "account"), fed("owner", "a"), fed("owner", "b"), fed("deep.id", "a")];
  expect(keysFor(step(entries), { account: ["7"] }, found({ a: [3, 1, 3], b: [1, "3", "7"] }))).toEqual({
    keys: [
      { path: ["owner"], values: [1, 3, "7"] },
      { path: ["deep", "id"], values: [1, 3] },
    ],
    failures: [],
  });
});

test("0, false and the empty text are looked for, null is not", () => {
  expect(keysFor(step([seeded("x", "a")]), { a: [0, false, "", null] }, found({})).keys).toEqual([
    { path: ["x"], values: ["", 0, false] },
  ]);
});

test("a field for which there is nothing is no key, so that nothing is read through it", () => {
  expect(keysFor(step([seeded("x", "a"), fed("y", "b")]), {}, found({})).keys).toEqual([]);
  expect(keysFor(step([seeded("x", "a"), fed("y", "b")]), { a: [null] }, found({ b: [null] })).keys).toEqual(
    [],
  );
});

test("values are cast to the declared type; how many do not fit is told, never which", () => {
  const integer: DataType = { base: "integer", isArray: false };
  const { keys, failures } = keysFor(
    step([fed("n", "a", integer)]),
    {},
    found({ a: ["07", "secret", "hidden", { a: 1 }, 7] }),
  );
  expect(keys).toEqual([{ path: ["n"], values: [7] }]);
  expect(failures).toEqual([
    { path: ["n"], count: 2, says: "2 values could not be looked for in n: each is no whole number." },
    { path: ["n"], count: 1, says: "One value could not be looked for in n: it is an object." },
  ]);
  expect(JSON.stringify(failures)).not.toContain("secret");
});
