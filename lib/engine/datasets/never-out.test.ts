import { expect, test } from "vitest";
import { coverNeverOut, keptBack, neverOut, neverOutOf } from "./never-out.ts";
import { parseDatasets } from "./parse.ts";
import type { JsonRecord } from "./values.ts";
import type { Collection } from "./vocabulary.ts";

function collectionOf(...fields: object[]): Collection {
  const dataset = [{ fides_key: "shop", collections: [{ name: "cards", fields }] }];
  const parsed = parseDatasets(JSON.stringify({ dataset }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets[0]!.collections[0]!;
}

const field = (name: string, ...data_categories: string[]) =>
  collectionOf({ name, data_categories }).fields[0]!;
const mark = { redacted: { reason: "never-handed-over" } };
const covered = (record: JsonRecord, collection: Collection, byLaw = true) =>
  coverNeverOut(record, collection, keptBack(byLaw));

test.each(Object.entries(neverOut))(
  "%s is known by each of its categories and what stands below",
  (kind, { categories }) => {
    for (const category of categories) {
      expect(neverOutOf(field("x", category))).toBe(kind);
      expect(neverOutOf(field("x", `${category}.deeper`))).toBe(kind);
      expect(neverOutOf(field("x", `${category}_more`))).not.toBe(kind);
    }
  },
);

test.each([
  ["cvv", "card-code"],
  ["card_cvc2", "card-code"],
  ["cardCode", "card-code"],
  ["card-security-code", "card-code"],
  ["ssn", "government-number"],
  ["passport_no", "government-number"],
  ["password_hash", "password"],
  ["voiceprint", "biometric"],
  ["IBAN", "financial-account"],
  ["postcode", null],
  ["card_number_end", null],
  ["password_changed_at", null],
  ["code", null],
])("a column called %s whose map says only that it is about a person is %s", (name, kind) => {
  expect(neverOutOf(field(name, "user"))).toBe(kind);
});

test("what is there is covered and told with its place, what is empty is not said to be there", () => {
  const collection = collectionOf(
    { name: "id", fides_meta: { primary_key: true } },
    { name: "code", data_categories: ["user.payment.security_code"] },
    { name: "second", data_categories: ["user.payment.security_code"] },
    { name: "third", data_categories: ["user.payment.security_code"] },
    { name: "cards", fields: [{ name: "last4" }, { name: "cvv", data_categories: ["user.payment"] }] },
  );
  const record: JsonRecord = {
    id: 1,
    code: 123,
    second: null,
    third: "",
    cards: [{ last4: "1", cvv: "9" }, { cvv: null }],
  };
  expect(covered(record, collection)).toEqual({
    record: { id: 1, code: mark, second: null, third: "", cards: [{ last4: "1", cvv: mark }, { cvv: null }] },
    covered: [
      { path: "code", kind: "card-code" },
      { path: "cards.cvv", kind: "card-code" },
    ],
  });
});

test("an object or a collection that is of such a kind is covered with all that is in it, but for what joins it", () => {
  const template = { name: "template", data_categories: ["user.biometric"], fields: [{ name: "points" }] };
  expect(covered({ template: { points: [1, 2] } }, collectionOf(template)).record).toEqual({
    template: mark,
  });
  const whole: Collection = {
    ...collectionOf({ name: "id", fides_meta: { primary_key: true } }, { name: "points" }),
    dataCategories: ["user.biometric"],
  };
  expect(covered({ id: 1, points: "a" }, whole).record).toEqual({ id: 1, points: mark });
});

test("numbers by which one is known stay behind where the law says so, and what the map never releases always", () => {
  const collection = collectionOf(
    { name: "ssn", data_categories: ["user.government_id"] },
    { name: "iban", data_categories: ["user.financial"], habeas_meta: { never_release: true } },
    { name: "cvv", data_categories: ["user.payment"] },
  );
  const record = { ssn: "1", iban: "2", cvv: "3" };
  expect(covered(record, collection, true).record).toEqual({ ssn: mark, iban: mark, cvv: mark });
  expect(covered(record, collection, false).record).toEqual({ ssn: "1", iban: mark, cvv: mark });
});

test("a record covered once is told the same again", () => {
  const collection = collectionOf({ name: "cvv", data_categories: ["user.payment"] });
  const once = covered({ cvv: "3" }, collection);
  expect(covered(once.record, collection)).toEqual(once);
});

test("what leads to other records is left as it is, to be covered later", () => {
  const collection = collectionOf({ name: "ssn", data_categories: ["user.government_id"] });
  expect(coverNeverOut({ ssn: "1" }, collection, keptBack(true), new Set(["ssn"])).record).toEqual({
    ssn: "1",
  });
});
