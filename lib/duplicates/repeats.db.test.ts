import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aRequest } from "#db/factories.ts";
import { cases } from "#db/schema/index.ts";
import { aHouse, type House, type Staged } from "#db/testing/house.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { StaffContext } from "#lib/context.ts";
import { listRepeats } from "./queries/repeats.ts";

const installation = testInstallation();

let house: House;
let ana: StaffContext;
let staged: Record<"answered" | "again" | "decided", Staged>;
beforeAll(async () => {
  house = await aHouse(installation);
  staged = await house.stage({ answered: "answered", again: "reviewing", decided: "decided" });
  ana = house.as("caseworker", "") as StaffContext;
});

test("an answer to the same proved person and right is counted; what is only decided is not", async () => {
  const [repeat, ...more] = await listRepeats(ana, staged.again.id);
  expect(more).toEqual([]);
  expect(repeat).toMatchObject({ right: "access", regime: "uk-gdpr", free: null, isUsedUp: false });
  expect(repeat?.answers.map(({ reference }) => reference)).toEqual([staged.answered.reference]);
  expect(repeat?.excessive?.citation).toContain("12");
});

test("who is not proved is told to nobody as a repeat, whatever address and account they typed", async () => {
  const [{ subjectIndex } = { subjectIndex: null }] = await database()
    .select()
    .from(cases)
    .where(eq(cases.id, staged.answered.id));
  expect(subjectIndex).not.toBeNull();
  const stranger = await aCase(house.first, {
    request: { ...aRequest, proof: { method: "other", note: null } },
  });
  expect(await listRepeats(ana, stranger.id)).toEqual([]);
});

test("the neighbour counts nothing here", async () => {
  expect(await listRepeats(house.as("neighbour", "") as StaffContext, staged.again.id)).toEqual([]);
});
