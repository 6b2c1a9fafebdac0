import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aPolicy } from "#db/factories.ts";
import { cases, dataset } from "#db/schema/index.ts";
import { aHouse, type House, type Staged } from "#db/testing/house.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { StaffContext } from "#lib/context.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { getSource } from "#lib/engine/sources/queries/sources.ts";
import { changeSource } from "#lib/engine/sources/commands/sources.ts";
import { redact } from "./commands.ts";
import { readReview } from "./queries/records.ts";

/** What staff see and cover is read through the map by which the case was read, as the answer is. */

const installation = testInstallation();
let house: House;
let at: Staged;
const ana = () => house.as("caseworker", at.id) as StaffContext;
const admin = () => house.as("admin", at.id);

beforeAll(async () => {
  house = await aHouse(installation);
  ({ at } = await house.stage({ at: "reviewing" }));
});

/** A record of a collection, wherever in the review it stands. */
async function recordOf(name: string) {
  const [row] = await database().select().from(cases).where(eq(cases.id, at.id));
  if (!row) throw new Error("the case is gone");
  const { categories } = await readReview(row, aPolicy, { category: null, position: 0 });
  for (const { id } of categories) {
    const { records } = await readReview(row, aPolicy, { category: id, position: 0 });
    const found = records.find(({ collection }) => collection === name);
    if (found) return found;
  }
  throw new Error("no such record");
}
const labelsOf = async (name: string) =>
  Object.fromEntries((await recordOf(name)).fields.map(({ name: field, label }) => [field, label]));

/** Saves the map of a source with words in it changed. */
async function change(sourceId: string, ...changes: [string, string][]) {
  const [kept] = await database().select().from(dataset).where(eq(dataset.sourceId, sourceId));
  const yaml = changes.reduce((text, [from, to]) => text.replace(from, to), kept?.yaml ?? "");
  expect(await changeDataset(admin(), sourceId, yaml)).toMatchObject({ ok: true });
}

test("a map changed since then renames nothing and loses nothing", async () => {
  const before = await labelsOf("people");
  expect(before["account_no"]).toBe("Account number");
  await change(house.sources.shop, [
    "label: { en: Account number, de: Kundennummer }",
    "label: { en: Another word }",
  ]);
  expect(await labelsOf("people")).toEqual(before);

  const { fields } = await recordOf("messages.csv");
  await change(house.sources.desk, [
    "          - { name: body, data_categories: [user.content.private] }\n",
    "",
  ]);
  expect((await recordOf("messages.csv")).fields).toEqual(fields);
});

test("what a newer map forbids is neither shown nor covered, and the rest is", async () => {
  const { recordKey, sourceId } = await recordOf("people");
  const cover = (field: string) =>
    redact(
      ana(),
      at.id,
      { sourceId, source: "shop", collection: "people", recordKey },
      { field, places: null, reason: "others-rights" },
    );
  expect(await labelsOf("people")).toHaveProperty("postcode");
  await change(house.sources.shop, [
    "name: postcode, data_categories: [user.contact.address.postal_code]",
    "name: postcode, data_categories: [user.contact.address.postal_code], habeas_meta: { never_release: true }",
  ]);
  expect(await labelsOf("people")).not.toHaveProperty("postcode");
  expect((await recordOf("people")).record).not.toHaveProperty("postcode");
  expect(await cover("postcode")).toMatchObject({ ok: false, why: "guard" });
  expect(await cover("born_on")).toMatchObject({ ok: true });
});

test("a source switched off since then is still shown under its name", async () => {
  const { name, version, config } = await getSource(admin(), house.sources.shop);
  const off = { name, config, secrets: null, enabled: false };
  expect(await changeSource(admin(), house.sources.shop, version, off)).toMatchObject({ ok: true });
  expect(await recordOf("people")).toMatchObject({ source: "shop", sourceName: "Shop" });
  expect((await labelsOf("people"))["account_no"]).toBe("Account number");
});
