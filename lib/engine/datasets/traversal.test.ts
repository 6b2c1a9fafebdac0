import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsToRead } from "./columns.ts";
import { parseDatasets } from "./parse.ts";
import { checkReferences } from "./references.ts";
import { planTraversal, type Plan, type PlanOptions } from "./traversal.ts";
import type { Collection, Dataset } from "./vocabulary.ts";

type Written = {
  /** Field name → what it is: an identity, references (`>other.field` feeds it, `<other.field` is fed by it, `-…` both), a category. */
  fields: Record<string, string>;
  meta?: object;
  categories?: string[];
};

/** Datasets in short: `{ shop: { person: { fields: { mail: "#email", id: "" } } } }`. A reference names dataset:collection.field. */
function datasetsOf(
  short: Record<string, Record<string, Written>>,
  meta: Record<string, object> = {},
): Dataset[] {
  const dataset = Object.entries(short).map(([fidesKey, collections]) => ({
    fides_key: fidesKey,
    fides_meta: meta[fidesKey] ?? {},
    collections: Object.entries(collections).map(([name, written]) => ({
      name,
      fides_meta: written.meta ?? {},
      data_categories: written.categories ?? [],
      fields: Object.entries(written.fields).map(([field, words]) => fieldOf(fidesKey, field, words)),
    })),
  }));
  const parsed = parseDatasets(JSON.stringify({ dataset }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets;
}

function fieldOf(dataset: string, name: string, words: string): object {
  const parts = words.split(" ").filter(Boolean);
  const references = parts.flatMap((part) => {
    const [, sign, target = ""] = /^([<>-])(.+)$/.exec(part) ?? [];
    if (!sign) return [];
    const [key, field] = target.includes(":") ? target.split(":") : [dataset, target];
    return [{ dataset: key, field, ...(sign === "-" ? {} : { direction: sign === "<" ? "from" : "to" }) }];
  });
  const identity = parts.find((part) => part.startsWith("#"))?.slice(1);
  const category = parts.find((part) => /^(user|system)/.test(part)) ?? "user";
  return { name, data_categories: [category], fides_meta: { ...(identity ? { identity } : {}), references } };
}

const orderOf = (plan: Plan) => plan.steps.map((step) => step.address);
const entriesOf = (plan: Plan, address: string) =>
  plan.steps
    .find((step) => step.address === address)
    ?.entries.map(
      ({ path, from }) =>
        `${"identity" in from ? `#${from.identity}` : `${from.field.collection}.${from.field.path.join(".")}`} → ${path.join(".")}`,
    )
    .sort();
const leftOutOf = (plan: Plan) =>
  Object.fromEntries(plan.leftOut.map(({ address, reason }) => [address, reason]));

describe("the way through", () => {
  test("goes from identities along references, across datasets, each collection once, when all that feeds it has been read", () => {
    const datasets = datasetsOf({
      shop: {
        address: { fields: { id: "" } },
        customer: { fields: { id: "", mail: "#email", address_id: ">address.id" } },
        orders: { fields: { id: "", customer_id: "<customer.id", ship_to: ">address.id" } },
      },
      desk: {
        tickets: { fields: { id: "", customer: "<shop:customer.id" } },
        messages: { fields: { ticket: "<tickets.id", sender: "#email" } },
      },
    });
    const plan = planTraversal(datasets, ["email"]);
    expect(orderOf(plan)).toEqual([
      "shop:customer",
      "desk:tickets",
      "shop:orders",
      "desk:messages",
      "shop:address",
    ]);
    expect(entriesOf(plan, "shop:address")).toEqual(["customer.address_id → id", "orders.ship_to → id"]);
    expect(entriesOf(plan, "desk:messages")).toEqual(["#email → sender", "tickets.id → ticket"]);
    expect(plan.steps.find((step) => step.address === "shop:address")?.waitsFor).toEqual([
      "shop:customer",
      "shop:orders",
    ]);
    expect(plan.leftOut).toEqual([]);
    expect(plan.edges.every((edge) => edge.isFollowed)).toBe(true);
    expect(checkReferences(datasets)).toEqual([]);
  });

  test("does not depend on the order in the file", () => {
    const one = {
      a: { fields: { id: "#x", b_id: ">b.id" } },
      b: { fields: { id: "", c_id: "-c.id" } },
      c: { fields: { id: "" } },
    };
    const other = Object.fromEntries(Object.entries(one).reverse());
    expect(orderOf(planTraversal(datasetsOf({ d: one }), ["x"]))).toEqual(
      orderOf(planTraversal(datasetsOf({ d: other }), ["x"])),
    );
  });

  test("an edge declared at both ends is one edge", () => {
    const plan = planTraversal(
      datasetsOf({ d: { a: { fields: { id: "#x >b.a_id" } }, b: { fields: { a_id: "<a.id" } } } }),
      ["x"],
    );
    expect(plan.edges).toHaveLength(1);
    expect(entriesOf(plan, "d:b")).toEqual(["a.id → a_id"]);
  });

  test("an edge without direction leads away from whichever side is reached first", () => {
    const short = { d: { a: { fields: { id: "#x", b_id: "-b.id" } }, b: { fields: { id: "#y" } } } };
    const fromA = planTraversal(datasetsOf(short), ["x"]);
    expect(orderOf(fromA)).toEqual(["d:a", "d:b"]);
    expect(entriesOf(fromA, "d:b")).toEqual(["a.b_id → id"]);
    const fromB = planTraversal(datasetsOf(short), ["y"]);
    expect(orderOf(fromB)).toEqual(["d:b", "d:a"]);
    expect(entriesOf(fromB, "d:a")).toEqual(["b.id → b_id"]);
    const both = planTraversal(datasetsOf(short), ["x", "y"]);
    expect(orderOf(both)).toEqual(["d:a", "d:b"]);
    expect(entriesOf(both, "d:b")).toEqual(["#y → id", "a.b_id → id"]);
    expect(both.edges.map((edge) => [edge.from.collection, edge.isFollowed])).toEqual([
      ["b", false],
      ["a", true],
    ]);
  });

  test("an edge with a direction is never followed backwards, so that neighbours stay unseen", () => {
    const plan = planTraversal(
      datasetsOf({
        d: {
          person: { fields: { mail: "#email", address_id: ">address.id" } },
          address: { fields: { id: "" } },
          tenants: { fields: { id: "", at: ">address.id" } },
        },
      }),
      ["email"],
    );
    expect(orderOf(plan)).toEqual(["d:person", "d:address"]);
    expect(leftOutOf(plan)).toEqual({ "d:tenants": "no-way" });
  });

  test("nested fields are ways in and out", () => {
    const parsed = parseDatasets(
      JSON.stringify({
        dataset: [
          {
            fides_key: "d",
            collections: [
              {
                name: "a",
                fields: [
                  {
                    name: "who",
                    fields: [
                      { name: "mail", fides_meta: { identity: "email" } },
                      {
                        name: "refs",
                        fields: [
                          {
                            name: "id",
                            fides_meta: {
                              data_type: "integer[]",
                              references: [{ dataset: "d", field: "b.deep.id", direction: "to" }],
                            },
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
              {
                name: "b",
                fields: [{ name: "deep", fields: [{ name: "id", fides_meta: { data_type: "integer" } }] }],
              },
            ],
          },
        ],
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const plan = planTraversal(parsed.datasets, ["email"]);
    expect(entriesOf(plan, "d:a")).toEqual(["#email → who.mail"]);
    expect(entriesOf(plan, "d:b")).toEqual(["a.who.refs.id → deep.id"]);
    expect(plan.steps[1]?.entries[0]?.dataType).toEqual({ base: "integer", isArray: false });
  });

  test("a collection whose name holds dots is found by its longest name", () => {
    const parsed = parseDatasets(
      JSON.stringify({
        dataset: [
          {
            fides_key: "d",
            collections: [
              {
                name: "contacts.csv",
                fields: [{ name: "id", data_categories: ["user"], fides_meta: { identity: "email" } }],
              },
              {
                name: "clicks",
                fields: [
                  {
                    name: "contact",
                    data_categories: ["user"],
                    fides_meta: {
                      references: [{ dataset: "d", field: "contacts.csv.id", direction: "from" }],
                    },
                  },
                ],
              },
            ],
          },
        ],
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(orderOf(planTraversal(parsed.datasets, ["email"]))).toEqual(["d:contacts.csv", "d:clicks"]);
  });
});

describe("order that is asked for", () => {
  test("of collections and of whole datasets comes before what the edges would allow", () => {
    const short = {
      a: { first: { fields: { id: "#x" } } },
      b: {
        second: { fields: { id: "#x" }, meta: {} },
        third: { fields: { id: "#x" }, meta: { after: ["b.second"] } },
      },
    };
    expect(orderOf(planTraversal(datasetsOf(short), ["x"]))).toEqual(["a:first", "b:second", "b:third"]);
    const turned = planTraversal(datasetsOf(short, { a: { after: ["b"] } }), ["x"]);
    expect(orderOf(turned)).toEqual(["b:second", "b:third", "a:first"]);
    expect(turned.steps[2]?.waitsFor).toEqual(["b:second", "b:third"]);
  });

  test("after something that is not read is no order", () => {
    const plan = planTraversal(
      datasetsOf({
        a: { one: { fields: { id: "#x" }, meta: { after: ["a.other"] } }, other: { fields: { id: "#y" } } },
      }),
      ["x"],
    );
    expect(orderOf(plan)).toEqual(["a:one"]);
    expect(plan.steps[0]?.waitsFor).toEqual([]);
  });

  test("that cannot be kept leaves out those it concerns, says which, and plans the rest", () => {
    const plan = planTraversal(
      datasetsOf({
        d: {
          free: { fields: { id: "#x" } },
          one: { fields: { id: "#x" }, meta: { after: ["d.two"] } },
          two: { fields: { id: "#x" }, meta: { after: ["d.one"] } },
          fed: { fields: { one_id: "<one.id" } },
        },
      }),
      ["x"],
    );
    expect(orderOf(plan)).toEqual(["d:free"]);
    expect(leftOutOf(plan)).toEqual({ "d:one": "order", "d:two": "order", "d:fed": "order" });
    expect(plan.leftOut[0]?.says).toContain("d:one, d:two");
  });

  test("that contradicts an edge is no way either", () => {
    const plan = planTraversal(
      datasetsOf({
        d: {
          a: { fields: { id: "#x", b_id: ">b.id" }, meta: { after: ["d.b"] } },
          b: { fields: { id: "" } },
        },
      }),
      ["x"],
    );
    expect(orderOf(plan)).toEqual([]);
    expect(leftOutOf(plan)).toEqual({ "d:a": "order", "d:b": "order" });
  });
});

describe("circles", () => {
  test("are read once round, from the member nearest to a seed, and the closing edge is shown as not followed", () => {
    const plan = planTraversal(
      datasetsOf({
        d: {
          a: { fields: { id: "#x <c.a_id" } },
          b: { fields: { id: "", a_id: "<a.id" } },
          c: { fields: { b_id: "<b.id", a_id: "" } },
        },
      }),
      ["x"],
    );
    expect(orderOf(plan)).toEqual(["d:a", "d:b", "d:c"]);
    expect(
      plan.edges
        .filter((edge) => !edge.isFollowed)
        .map((edge) => `${edge.from.collection} → ${edge.to.collection}`),
    ).toEqual(["c → a"]);
    expect(entriesOf(plan, "d:a")).toEqual(["#x → id"]);
  });

  test("do not cost an edge that leads out of them", () => {
    const plan = planTraversal(
      datasetsOf({
        d: {
          a: { fields: { id: "#x" } },
          aa: { fields: { a_id: "<a.id", c_id: "<c.id" } },
          b: { fields: { a_id: "<a.id", c_id: "<c.id", id: "" } },
          c: { fields: { id: "", b_id: "<b.id" } },
        },
      }),
      ["x"],
    );
    expect(orderOf(plan)).toEqual(["d:a", "d:b", "d:c", "d:aa"]);
    expect(entriesOf(plan, "d:aa")).toEqual(["a.id → a_id", "c.id → c_id"]);
  });

  test("that no seed enters are left out like anything unreachable", () => {
    const plan = planTraversal(
      datasetsOf({
        d: { a: { fields: { id: "#x" } }, b: { fields: { id: "<c.id" } }, c: { fields: { id: "<b.id" } } },
      }),
      ["x"],
    );
    expect(leftOutOf(plan)).toEqual({ "d:b": "no-way", "d:c": "no-way" });
  });
});

describe("what is left out, and why", () => {
  const short = {
    d: {
      person: { fields: { mail: "#email" } },
      devices: { fields: { id: "#device" } },
      logs: { fields: { device: "<devices.id" } },
      products: { fields: { id: "system.operations" } },
      island: { fields: { note: "user.content" } },
      internal: { fields: { note: "user" }, meta: { skip_processing: true } },
    },
  };
  test("each collection has its own reason, in a sentence", () => {
    const plan = planTraversal(datasetsOf(short), ["email"]);
    expect(leftOutOf(plan)).toEqual({
      "d:devices": "other-identity",
      "d:logs": "other-identity",
      "d:products": "no-personal-data",
      "d:island": "no-way",
      "d:internal": "skipped",
    });
    expect(plan.leftOut.find(({ address }) => address === "d:logs")).toMatchObject({
      identities: ["device"],
      says: expect.stringMatching(/found by device, which is not proved/),
    });
  });

  test("without any proved identity nothing is read at all", () => {
    const plan = planTraversal(datasetsOf(short), []);
    expect(plan.steps).toEqual([]);
    expect(leftOutOf(plan)["d:person"]).toBe("other-identity");
  });

  test("a collection found by a form field of its own may stay unreached", () => {
    const parsed = parseDatasets(
      JSON.stringify({
        dataset: [
          {
            fides_key: "d",
            collections: [
              {
                name: "a",
                fields: [
                  { name: "x", data_categories: ["user"], fides_meta: { custom_request_field: "tenant" } },
                ],
              },
            ],
          },
        ],
      }),
    );
    if (!parsed.ok) throw new Error();
    expect(leftOutOf(planTraversal(parsed.datasets, ["email"]))).toEqual({ "d:a": "custom-field" });
  });

  test("references that lead nowhere, or to what is never read, are named and do not fail the rest", () => {
    const datasets = datasetsOf({
      d: {
        a: {
          fields: { id: "#x", one: ">gone.id", two: ">skipped.id", three: "<other:far.id", four: ">b.gone" },
        },
        b: { fields: { id: "<a.id" } },
        skipped: { fields: { id: "" }, meta: { skip_processing: true } },
      },
    });
    const plan = planTraversal(datasets, ["x"]);
    expect(orderOf(plan)).toEqual(["d:a", "d:b"]);
    expect(plan.broken.map(({ at, field, target }) => [at, field, target])).toEqual([
      ["d:a", "one", "d:gone.id"],
      ["d:a", "two", "d:skipped.id"],
      ["d:a", "three", "other:far.id"],
      ["d:a", "four", "d:b.gone"],
    ]);
    expect(checkReferences(datasets).map(({ at, field, says }) => [at, field, says])).toEqual([
      ["d:a", "one", "refers to d:gone.id, but that dataset has no such collection"],
      ["d:a", "two", "refers to d:skipped.id, a collection with skip_processing, which is never read"],
      ["d:a", "three", "refers to other:far.id, but no source of this organisation has that dataset"],
      ["d:a", "four", "refers to d:b.gone, but that collection has no such field"],
    ]);
  });
});

test("datasets are checked against one another: keys, orders, references", () => {
  const datasets = [
    ...datasetsOf(
      { a: { one: { fields: { id: "" }, meta: { after: ["b.two", "b.gone"], erase_after: ["c.x"] } } } },
      { a: { after: ["b", "zzz"] } },
    ),
    ...datasetsOf({ b: { two: { fields: { id: "" } } } }),
    ...datasetsOf({ b: {} }),
  ];
  expect(checkReferences(datasets).map(({ at, says }) => `${at} ${says}`)).toEqual([
    "b:* another source has a dataset of the same key; give one of them another key",
    "a:* after names the dataset zzz, which no source of this organisation has",
    "a:one after names b.gone, which is no collection of this organisation's datasets",
    "a:one erase_after names c.x, which is no collection of this organisation's datasets",
  ]);
});

describe("categories asked for", () => {
  const short = {
    d: {
      person: { fields: { mail: "#email user.contact.email", id: "system.operations" } },
      orders: { fields: { person: "<person.id system.operations", id: "system.operations" } },
      lines: { fields: { order: "<orders.id system.operations", item: "user.behavior.purchase_history" } },
      cookies: { fields: { person: "<person.id system.operations", value: "user.device.cookie_id" } },
      whole: { fields: { person: "<person.id system.operations" }, categories: ["user.behavior"] },
    },
  };
  const plan = (options: PlanOptions) => planTraversal(datasetsOf(short), ["email"], options);
  test("keep what holds them and what leads there; the rest is left out as not asked for", () => {
    const history = plan({ targets: ["user.behavior"] });
    expect(history.steps.map((step) => [step.collection, step.isBridge])).toEqual([
      ["person", true],
      ["orders", true],
      ["whole", false],
      ["lines", false],
    ]);
    expect(leftOutOf(history)).toEqual({ "d:cookies": "not-asked" });
    expect(plan({ targets: ["user.device.cookie"] }).steps).toEqual([]);
    expect(plan({}).steps.some((step) => step.isBridge)).toBe(false);
  });

  test("decide nothing about fields: keys, edges, personal ones are read; all where none is left; every one when asked", () => {
    const fields = (options: PlanOptions) =>
      Object.fromEntries(plan(options).steps.map((step) => [step.collection, step.fields]));
    expect(fields({})).toEqual({
      person: ["mail", "id"],
      orders: ["person", "id"],
      lines: ["order", "item"],
      cookies: ["person", "value"],
      whole: ["person"],
    });
    const parsed = parseDatasets(
      JSON.stringify({
        dataset: [
          {
            fides_key: "d",
            collections: [
              {
                name: "a",
                habeas_meta: {
                  title: "label",
                  order_by: "made",
                  attachment: { content: "scan", name: "scan_name" },
                },
                fields: [
                  { name: "key", fides_meta: { primary_key: true } },
                  { name: "mail", fides_meta: { identity: "email" } },
                  { name: "ops", data_categories: ["system.operations"] },
                  { name: "bare" },
                  { name: "told", data_categories: ["user.name"] },
                  {
                    name: "hash",
                    data_categories: ["user.authorization"],
                    habeas_meta: { never_release: true },
                  },
                  { name: "deep", fields: [{ name: "x", data_categories: ["user"] }] },
                  { name: "label" },
                  { name: "made" },
                  { name: "scan", data_categories: ["user"] },
                  { name: "scan_name" },
                  { name: "whom", habeas_meta: { third_party: "name" } },
                  { name: "tel", habeas_meta: { contact: "phone", contact_changed_at: "since" } },
                  { name: "since" },
                ],
              },
              {
                name: "b",
                fields: [{ name: "x", data_categories: ["system"] }, { name: "y" }],
                data_categories: [],
              },
            ],
          },
        ],
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(planTraversal(parsed.datasets, ["email"]).steps[0]?.fields).toEqual([
      "key",
      "mail",
      "told",
      "deep",
      "label",
      "made",
      "scan_name",
      "whom",
      "tel",
      "since",
    ]);
    expect(planTraversal(parsed.datasets, ["email"], { everyField: true }).steps[0]?.fields).toEqual([
      "key",
      "mail",
      "ops",
      "bare",
      "told",
      "deep",
      "label",
      "made",
      "scan_name",
      "whom",
      "tel",
      "since",
    ]);
    const bare = parseDatasets(
      JSON.stringify({
        dataset: [
          {
            fides_key: "d",
            collections: [
              {
                name: "a",
                fields: [
                  { name: "x", data_categories: ["system"] },
                  { name: "y" },
                  { name: "z", habeas_meta: { never_release: true } },
                ],
              },
            ],
          },
        ],
      }),
    );
    if (!bare.ok) throw new Error();
    expect(fieldsToRead(bare.datasets[0]?.collections[0] as Collection, new Set())).toEqual(["x", "y"]);
  });
});

test("any graph gives each reachable collection once, and after everything that feeds it", () => {
  const size = 7;
  const node = fc.integer({ min: 0, max: size - 1 });
  const edge = fc.tuple(node, node, fc.constantFrom("<", ">", "-")).filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 16 }), fc.array(node, { maxLength: 3 }), (edges, seeded) => {
      const fields = (index: number) =>
        Object.fromEntries([
          ["id", seeded.includes(index) ? "#x" : ""],
          ...edges.filter(([a]) => a === index).map(([, b, sign], at) => [`r${at}`, `${sign}c${b}.id`]),
        ]);
      const datasets = datasetsOf({
        d: Object.fromEntries(
          Array.from({ length: size }, (_, index) => [`c${index}`, { fields: fields(index) }]),
        ),
      });
      const plan = planTraversal(datasets, ["x"]);
      const order = orderOf(plan);
      expect(new Set(order).size).toBe(order.length);
      expect(new Set([...order, ...plan.leftOut.map(({ address }) => address)]).size).toBe(size);
      const reachable = new Set(seeded);
      for (const from of reachable) {
        for (const [a, b, sign] of edges) {
          if (sign !== "<" && a === from) reachable.add(b);
          if (sign !== ">" && b === from) reachable.add(a);
        }
      }
      expect(order.length).toBe(reachable.size);
      for (const [index, step] of plan.steps.entries()) {
        expect(step.entries.length).toBeGreaterThan(0);
        for (const waited of step.waitsFor) expect(order.indexOf(waited)).toBeLessThan(index);
      }
    }),
    { numRuns: 150 },
  );
});

test("hundreds of datasets are planned in one go", () => {
  const short = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `d${index}`,
      { a: { fields: { id: index ? `<d${index - 1}:b.id` : "#x" } }, b: { fields: { id: "<a.id" } } },
    ]),
  );
  expect(planTraversal(datasetsOf(short), ["x"]).steps).toHaveLength(600);
});
