import { expect, test } from "vitest";
import { parseDatasets } from "./parse.ts";
import { planTraversal } from "./traversal.ts";
import { listUnread } from "./unread.ts";
import type { Dataset } from "./vocabulary.ts";

const system = { data_categories: ["system.operations"] };

const [shop, desk] = datasetsFrom(
  {
    fides_key: "shop",
    collections: [
      {
        name: "customer",
        habeas_meta: {
          title: "label",
          order_by: "opened",
          attachment: { content: "photo", name: "photo_name" },
        },
        fields: [
          { name: "id", ...system, fides_meta: { primary_key: true } },
          { name: "email", data_categories: ["user.contact.email"], fides_meta: { identity: "email" } },
          { name: "created", ...system },
          { name: "region", data_categories: ["system.operations", "system"] },
          { name: "colour" },
          { name: "label", ...system },
          { name: "opened", ...system },
          { name: "photo", ...system },
          { name: "photo_name", ...system },
          { name: "number", ...system },
          {
            name: "push_token",
            data_categories: ["user.authorization"],
            habeas_meta: { never_release: true },
          },
          {
            name: "settings",
            ...system,
            fields: [{ name: "language", data_categories: ["user.preference"] }],
          },
          { name: "flags", fields: [{ name: "beta", ...system }] },
        ],
      },
      { name: "stock", fields: [{ name: "item", ...system }, { name: "count" }] },
      { name: "named", data_categories: ["user"], fields: [{ name: "note" }, { name: "made", ...system }] },
      {
        name: "machine",
        ...system,
        fields: [{ name: "id", fides_meta: { primary_key: true } }, { name: "load" }],
      },
      { name: "archive", fides_meta: { skip_processing: true }, fields: [{ name: "old", ...system }] },
    ],
  },
  {
    fides_key: "desk",
    collections: [
      {
        name: "tickets",
        fields: [
          {
            name: "customer_number",
            ...system,
            fides_meta: { references: [{ dataset: "shop", field: "customer.number", direction: "from" }] },
          },
          { name: "queue", ...system },
        ],
      },
    ],
  },
);

function datasetsFrom(...dataset: object[]): [Dataset, Dataset] {
  const parsed = parseDatasets(JSON.stringify({ dataset }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets as [Dataset, Dataset];
}

test("every declared field that no search reads is named with its reason, in the order of the file", () => {
  const told = [shop, desk].flatMap((dataset) => listUnread(dataset, [shop, desk]));
  expect(told.map(({ says, reason }) => [reason, says])).toEqual([
    [
      "not-personal",
      "Not read: customer.created, because its category system.operations is not about a person.",
    ],
    [
      "not-personal",
      "Not read: customer.region, because none of its categories system.operations, system is about a person.",
    ],
    [
      "no-category",
      "Not read: customer.colour, because neither it nor its collection names a data category.",
    ],
    [
      "never-released",
      "Not read: customer.push_token, because the map says that it is never released (never_release).",
    ],
    [
      "not-personal",
      "Not read: customer.flags, because its category system.operations is not about a person.",
    ],
    ["not-personal", "Not read: machine.load, because its category system.operations is not about a person."],
    [
      "not-personal",
      "Not read: tickets.queue, because its category system.operations is not about a person.",
    ],
  ]);
});

test("a field that only another dataset asks for is read where that one is known", () => {
  const alone = listUnread(shop, [shop]).map(({ field }) => field);
  expect(alone).toContain("number");
  expect(listUnread(shop, [shop, desk]).map(({ field }) => field)).not.toContain("number");
});

test("what a plan reads and what is told as unread make up all that is declared", () => {
  const { steps } = planTraversal([shop, desk], ["email"]);
  expect(steps.map(({ collection }) => collection)).toEqual(["customer", "tickets"]);
  for (const step of steps) {
    const dataset = [shop, desk].find(({ fidesKey }) => fidesKey === step.dataset) as Dataset;
    const declared = dataset.collections.find(({ name }) => name === step.collection)?.fields ?? [];
    const unread = listUnread(dataset, [shop, desk]).filter(({ address }) => address === step.address);
    expect([...step.fields, ...unread.map(({ field }) => field), "photo"].sort()).toEqual(
      [...new Set([...declared.map(({ name }) => name), "photo"])].sort(),
    );
  }
});
