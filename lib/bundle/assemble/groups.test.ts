import { describe, expect, it } from "vitest";
import { withNewestGuards } from "#lib/engine/datasets/guards.ts";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import type { BundleRecord } from "../values.ts";
import { describeGroup, nameGroups, type Origin } from "./groups.ts";

function collections(yaml: string): Collection[] {
  const parsed = parseDatasets(`dataset:\n  - fides_key: shop\n    collections:\n${yaml}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.datasets[0]?.collections ?? [];
}

const from = (key: string, name: string, meta = "{}"): Origin => {
  const [map] = collections(
    `      - { name: ${JSON.stringify(name)}, habeas_meta: ${meta}, fields: [{ name: a, data_categories: [user] }] }`,
  );
  if (!map) throw new Error("no collection");
  return { source: { key, name: `The ${key}` }, map };
};

describe("names of groups", () => {
  it.each<[string, Origin[], string[], string[]]>([
    ["plain", [from("desk", "order_lines")], ["order_lines"], ["Order lines"]],
    [
      "called by people",
      [from("desk", "contacts.csv", "{ label: { en: Your entry, de: Ihr Eintrag } }")],
      ["contacts-csv"],
      ["Your entry"],
    ],
    [
      "of two sources",
      [from("desk", "messages"), from("shop", "messages"), from("shop", "orders")],
      ["desk-messages", "shop-messages", "orders"],
      ["Messages: The desk", "Messages: The shop", "Orders"],
    ],
    [
      "different in nothing that may stand in a name",
      [from("shop", "Käufe!"), from("shop", "kaufe?")],
      ["shop-kaufe", "shop-kaufe_2"],
      ["Käufe!", "Kaufe?"],
    ],
    ["in another script", [from("shop", "注文")], ["records"], ["注文"]],
    ["that would be a formula", [from("shop", "=-1+1")], ["1-1"], ["= 1+1"]],
    ["too long", [from("shop", "x".repeat(300))], ["x".repeat(40)], [`X${"x".repeat(299)}`]],
  ])("%s", (_name, origins, ids, titles) => {
    const names = nameGroups(origins, "en");
    expect(names.map(({ id }) => id)).toEqual(ids);
    expect(names.map(({ title }) => title)).toEqual(titles);
  });

  it("and sentences are told in the person's language, in English where there are none", () => {
    const meta = "{ label: { en: Matters, de: Anliegen }, explanation: { en: What you asked. } }";
    expect(nameGroups([from("desk", "tickets", meta)], "de")).toEqual([
      { id: "tickets", title: "Anliegen", explanation: "What you asked." },
    ]);
  });
});

describe("what a group is like", () => {
  const [orders] = collections(`
      - name: orders
        habeas_meta: { order_by: ordered_at }
        fields:
          - { name: id, data_categories: [system.operations], fides_meta: { primary_key: true } }
          - { name: number, data_categories: [user.financial], fides_meta: { primary_key: true } }
          - { name: account_no, data_categories: [user.unique_id], fides_meta: { identity: account_number } }
          - { name: customer, data_categories: [user.unique_id], fides_meta: { references: [{ dataset: desk, field: customers.id, direction: from }] } }
          - { name: path, data_categories: [system.operations] }
          - { name: paid_at, data_categories: [user.financial] }
          - { name: ordered_at, data_categories: [user.financial] }
          - { name: files, data_categories: [user.financial] }
          - { name: secret, data_categories: [user], habeas_meta: { never_release: true } }
`);
  if (!orders) throw new Error("no collection");
  const record: BundleRecord = {
    id: 7,
    number: "ORD-7",
    account_no: "1007",
    customer: "0f8b7b0e-0000-4000-8000-000000000001",
    path: "a/b.pdf",
    paid_at: "2025-03-02T10:00:00Z",
    ordered_at: "2025-03-01T10:00:00Z",
    files: "two",
    secret: "x",
  };
  const seen = (hasFiles: boolean, ...sample: BundleRecord[]) => ({
    sample,
    present: new Set(sample.flatMap((one) => Object.keys(one))),
    hasFiles,
  });
  const origin: Origin = { source: { key: "shop", name: "Shop" }, map: orders };

  it("marks what only joins records, and not what the person is known by or can read", () => {
    const { fields } = describeGroup(origin, seen(false, record), "en");
    expect(fields.filter(({ technical }) => technical).map(({ name }) => name)).toEqual(["id", "customer"]);
  });

  it("leaves out what may never go out and what was not read, in the order of the map", () => {
    const { path: _path, ...rest } = record;
    const { fields, timeField } = describeGroup(origin, seen(false, rest), "en");
    expect(fields.map(({ name }) => name)).toEqual([
      "id",
      "number",
      "account_no",
      "customer",
      "paid_at",
      "ordered_at",
      "files",
    ]);
    expect(timeField).toBe("ordered_at");
  });

  it("puts files under a name that the records do not use themselves", () => {
    const { fields, filesName } = describeGroup(origin, seen(true, record), "de");
    expect(filesName).toBe("files_2");
    expect(fields.at(-1)).toEqual({ name: "files_2", label: "Dateien", kind: "nested" });
  });

  it("heeds what a newer map forbids, and nothing else it says", () => {
    const [newer] = collections(`
      - name: orders
        fields:
          - { name: number, data_categories: [user], habeas_meta: { never_release: true, label: { en: Other } } }
`);
    const guarded = withNewestGuards(orders, newer ? [newer] : []);
    const { fields } = describeGroup({ ...origin, map: guarded }, seen(false, record), "en");
    expect(fields.map(({ name }) => name)).not.toContain("number");
    expect(fields.map(({ label }) => label)).not.toContain("Other");
    expect(withNewestGuards(orders, [])).toBe(orders);
  });
});
