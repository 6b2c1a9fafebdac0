import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { cases } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { contextFor, type StaffContext } from "#lib/context.ts";
import { parseQueueFilters } from "../queue-filters.ts";
import { countQueue, listQueue } from "./queue.ts";

testInstallation();

test("a case is late by the day of the place that answers it, in every list and number", async () => {
  const harbour = await anOrganisation("harbour");
  const ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  const at = (instant: string) => contextFor({ ...ana, now: new Date(instant) }) as StaffContext;
  const london = await aCase(harbour);
  const sanJose = await aCase(harbour, { request: { ...aRequest, residence: "US-CA" } });
  await database().update(cases).set({ dueOn: "2026-12-10" });
  const lateAt = async (instant: string) => {
    const ctx = at(instant);
    const late = parseQueueFilters({ view: "late" });
    const { rows } = await listQueue(ctx, late);
    expect((await countQueue(ctx, late)).views.late).toBe(rows.length);
    return rows.map((row) => row.reference).sort((a, b) => a.localeCompare(b));
  };
  const both = [london.reference, sanJose.reference].sort((a, b) => a.localeCompare(b));
  expect(await lateAt("2026-12-10T23:59:00Z")).toEqual([]);
  expect(await lateAt("2026-12-11T00:00:00Z")).toEqual([london.reference]);
  expect(await lateAt("2026-12-11T07:59:00Z")).toEqual([london.reference]);
  expect(await lateAt("2026-12-11T08:00:00Z")).toEqual(both);
  // Within one day: where it is still the ninth of December, the tenth is a day away.
  const within = async (instant: string) =>
    (await listQueue(at(instant), parseQueueFilters({ due: "1" }))).rows.map((row) => row.reference);
  expect(await within("2026-12-09T04:00:00Z")).toEqual([london.reference]);
  expect((await within("2026-12-09T09:00:00Z")).sort((a, b) => a.localeCompare(b))).toEqual(both);
});
