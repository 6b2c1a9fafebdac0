import { keptBack } from "./never-out.ts";
import { describe, expect, test } from "vitest";
import type { Key } from "./keys.ts";
import { parseDatasets } from "./parse.ts";
import { cutToTargets, isFound, shapeRecord, withoutUnreleasable } from "./shape.ts";
import type { JsonRecord, Scalar } from "./values.ts";
import type { Collection } from "./vocabulary.ts";

function collectionFrom(fields: object[], more: object = {}): Collection {
  const parsed = parseDatasets(
    JSON.stringify({ dataset: [{ fides_key: "d", collections: [{ name: "c", fields, ...more }] }] }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets[0]?.collections[0] as Collection;
}

const key = (path: string, ...values: Scalar[]): Key => ({ path: path.split("."), values });
const objects = { data_type: "object[]" };

describe("what of a record is kept", () => {
  test("declared members only, at every level", () => {
    const collection = collectionFrom([
      { name: "id" },
      { name: "who", fields: [{ name: "name" }] },
      { name: "free" },
    ]);
    const raw = { id: 1, who: { name: "Maya", pin: 1 }, free: { any: { thing: 1 } }, secret: 1 };
    expect(shapeRecord(raw, collection, ["id", "who", "free"], [])).toEqual({
      id: 1,
      who: { name: "Maya" },
      free: { any: { thing: 1 } },
    });
    expect(shapeRecord(raw, collection, ["id"], [])).toEqual({ id: 1 });
    expect(shapeRecord({ id: null }, collection, ["id", "who"], [])).toEqual({ id: null });
  });

  test.each<
    [what: string, fields: object[], keys: Key[], raw: Parameters<typeof shapeRecord>[0], kept: unknown]
  >([
    [
      "elements that match, as number or text",
      [{ name: "tags" }],
      [key("tags", "1", "b")],
      { tags: [1, "a", "b", "01"] },
      { tags: [1, "b"] },
    ],
    [
      "all elements where the dataset says so",
      [{ name: "tags", fides_meta: { data_type: "string[]", return_all_elements: true } }],
      [key("tags", "a")],
      { tags: ["a", "b"] },
      { tags: ["a", "b"] },
    ],
    [
      "all elements where the array is no way in",
      [{ name: "id" }, { name: "tags" }],
      [key("id", 1)],
      { id: 1, tags: ["a", "b"] },
      { id: 1, tags: ["a", "b"] },
    ],
    [
      "all elements where the record was found by something else",
      [{ name: "id" }, { name: "tags" }],
      [key("id", 1), key("tags", "x")],
      { id: 1, tags: ["a", "b"] },
      { id: 1, tags: ["a", "b"] },
    ],
    [
      "objects that match, whole",
      [{ name: "people", fides_meta: objects, fields: [{ name: "mail" }, { name: "n" }] }],
      [key("people.mail", "m")],
      {
        people: [
          { mail: "m", n: 1 },
          { mail: "o", n: 2 },
        ],
      },
      { people: [{ mail: "m", n: 1 }] },
    ],
    [
      "objects that match by either key",
      [{ name: "people", fields: [{ name: "mail" }, { name: "tel" }] }],
      [key("people.mail", "m"), key("people.tel", 7)],
      { people: [{ mail: "m" }, { tel: "7" }, { mail: "o", tel: 8 }] },
      { people: [{ mail: "m" }, { tel: "7" }] },
    ],
    [
      "lists within lists, each cut",
      [{ name: "a", fields: [{ name: "b", fields: [{ name: "c" }] }] }],
      [key("a.b.c", 1)],
      { a: [{ b: [{ c: 1 }, { c: 2 }] }, { b: [{ c: 3 }] }, { b: { c: 1 } }] },
      { a: [{ b: [{ c: 1 }] }, { b: { c: 1 } }] },
    ],
    [
      "all of nested lists under one that keeps all",
      [{ name: "a", fides_meta: { ...objects, return_all_elements: true }, fields: [{ name: "b" }] }],
      [key("a.b", 1)],
      { a: [{ b: [1, 2] }, { b: 3 }] },
      { a: [{ b: [1, 2] }, { b: 3 }] },
    ],
    [
      "a single object where a list is declared",
      [{ name: "people", fides_meta: objects, fields: [{ name: "mail" }] }],
      [key("people.mail", "m")],
      { people: { mail: "m", pin: 1 } },
      { people: { mail: "m" } },
    ],
    [
      "0 and false and the empty text",
      [{ name: "tags" }],
      [key("tags", 0, false, "")],
      { tags: [0, false, "", null, 1] },
      { tags: [0, false, ""] },
    ],
  ])("%s", (_, fields, keys, raw, kept) => {
    const collection = collectionFrom(fields);
    expect(
      shapeRecord(
        raw,
        collection,
        collection.fields.map(({ name }) => name),
        keys,
      ),
    ).toEqual(kept);
  });

  test("a member named __proto__ stays a member", () => {
    const collection = collectionFrom([{ name: "__proto__" }]);
    const shaped = shapeRecord(JSON.parse('{"__proto__": {"x": 1}}') as never, collection, ["__proto__"], []);
    expect(Object.keys(shaped)).toEqual(["__proto__"]);
    expect(JSON.stringify(shaped)).toBe('{"__proto__":{"x":1}}');
  });
});

test("a record is found by any key, through lists and objects", () => {
  const raw = { id: 1, people: [{ mail: "m" }, { mail: null }] };
  expect(isFound(raw, [key("id", 2), key("people.mail", "m")])).toBe(true);
  expect(isFound(raw, [key("id", "01"), key("people.mail", "M")])).toBe(false);
  expect(isFound(raw, [])).toBe(false);
  expect(isFound(raw, [key("people", "m")])).toBe(false);
});

test("what may never be released leaves the record at every level", () => {
  const never = { habeas_meta: { never_release: true } };
  const collection = collectionFrom([
    { name: "id" },
    { name: "hash", ...never },
    { name: "cards", fields: [{ name: "last4" }, { name: "code", ...never }] },
  ]);
  expect(
    withoutUnreleasable(
      { id: 1, hash: "x", cards: [{ last4: "1", code: "2" }, null], more: { code: 1 } },
      collection,
      keptBack(true),
    ),
  ).toEqual({ id: 1, cards: [{ last4: "1" }, null], more: { code: 1 } });
});

describe("cut to the categories asked for", () => {
  const collection = collectionFrom([
    { name: "id", data_categories: ["system.operations"] },
    { name: "mail", data_categories: ["user.contact.email"] },
    { name: "cookie", data_categories: ["user.device.cookie_id"] },
    { name: "home", data_categories: ["user.contact.address"], fields: [{ name: "zip" }, { name: "city" }] },
    {
      name: "orders",
      fields: [{ name: "item", data_categories: ["user.behavior.purchase_history"] }, { name: "n" }],
    },
  ]);
  const record = {
    id: 1,
    mail: null,
    cookie: "c",
    home: { zip: "1", city: "x" },
    orders: [{ item: "a", n: 1 }, { n: 2 }],
  };
  test.each<[targets: string[], cut: unknown]>([
    [["user.contact"], { mail: null, home: { zip: "1", city: "x" } }],
    [["user.contact.email"], { mail: null }],
    [["user.device.cookie"], null],
    [["user.behavior"], { orders: [{ item: "a" }] }],
    [["user"], { mail: null, cookie: "c", home: { zip: "1", city: "x" }, orders: [{ item: "a" }] }],
    [["nothing"], null],
  ])("%j", (targets, cut) => {
    expect(cutToTargets(record as unknown as JsonRecord, collection, targets)).toEqual(cut);
  });

  test("a collection whose own category is asked for is released whole", () => {
    const whole = collectionFrom([{ name: "id", data_categories: ["system"] }, { name: "x" }], {
      data_categories: ["user.content"],
    });
    expect(cutToTargets({ id: 1, x: [] }, whole, ["user.content"])).toEqual({ id: 1, x: [] });
  });

  test("empty objects and lists go, with what holds only them", () => {
    const empty = collectionFrom([
      { name: "a", data_categories: ["user"] },
      { name: "b", fields: [{ name: "c", data_categories: ["user"] }] },
    ]);
    expect(cutToTargets({ a: {}, b: { c: [] } }, empty, ["user"])).toBeNull();
    expect(cutToTargets({ a: 0, b: [{ c: {} }] }, empty, ["user"])).toEqual({ a: 0 });
  });
});
