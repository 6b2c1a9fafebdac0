import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { redaction } from "#db/schema/index.ts";
import { aHouse } from "#db/testing/house.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { StaffContext } from "#lib/context.ts";
import { redact } from "./commands.ts";

const installation = testInstallation();

test("nothing is said to be covered that is not: the words must stand in a record that was found", async () => {
  const house = await aHouse(installation);
  const { flagged } = await house.stage({ flagged: "flagged" });
  const ana = house.as("caseworker", flagged.id) as StaffContext;
  const cover = (field: string, places: string[] | null, recordKey = flagged.record.recordKey) =>
    redact(ana, flagged.id, { ...flagged.record, recordKey }, { field, places, reason: "others-rights" });
  const count = () => database().$count(redaction, eq(redaction.caseId, flagged.id));

  for (const [field, places, recordKey, says] of [
    ["body", ["Daniela"], undefined, "do not stand in that field"],
    ["body", ["Daniel", "Daniela"], undefined, "do not stand in that field"],
    ["body", [], undefined, "do not stand in that field"],
    ["nowhere", null, undefined, "nothing in that field"],
    ["body", ["Daniel"], "of no record", "not among those that were found"],
  ] as const)
    expect(await cover(field, places ? [...places] : null, recordKey)).toMatchObject({
      ok: false,
      why: "guard",
      says: expect.stringContaining(says) as string,
    });
  expect(await count()).toBe(0);

  expect(await cover("body", ["daniel"])).toMatchObject({ ok: true });
  expect(await count()).toBe(1);
});
