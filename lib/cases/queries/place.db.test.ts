import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson } from "#db/factories.ts";
import { cases } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { StaffContext } from "#lib/context.ts";
import { dayIn } from "#lib/law/calendar.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { assignCase } from "../commands/assign.ts";
import { withdrawCase } from "../commands/withdraw.ts";
import { parseQueueFilters, type QueueFilters } from "../queue-filters.ts";
import { findPlace } from "./place.ts";
import { listQueue } from "./queue.ts";

testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
const now = new Date();
const today = dayIn(now, "Europe/London");
const opened: { id: string; reference: string }[] = [];

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  // Not in the order in which they are due; two on the same day.
  for (const daysAgo of [3, 9, 1, 3, 20, 6])
    opened.push(await aCase(harbour, { now: new Date(now.getTime() - daysAgo * 24 * 3600 * 1000) }));
  for (const index of [0, 2, 4]) await assignCase(ana, opened[index]?.id ?? "", ana.actor.id, null);
});

async function placeOf(reference: string, filters: QueueFilters) {
  const [row] = await database().select().from(cases).where(eq(cases.reference, reference));
  if (!row) throw new Error("no such case");
  return findPlace(ana, row, filters);
}

describe("the place of a case is the one it has in the list", () => {
  test.each([
    ["as it shows itself", {}],
    ["the latest day first", { order: "desc" }],
    ["by our own day", { sort: "aim" }],
    ["by the day they came", { sort: "received", order: "desc" }],
    ["by what happened last", { sort: "last" }],
    ["filtered", { who: "me" }],
    ["of a view, filtered and turned round", { view: "not-verified", who: "me", order: "desc" }],
    ["opened from a page further on", { after: `${today}~00000000-0000-4000-8000-000000000000` }],
  ])("%s", async (_what, asked: Record<string, string>) => {
    const filters = parseQueueFilters(asked);
    const { rows } = await listQueue(ana, { ...filters, after: null });
    expect(rows.length).toBe(asked["who"] ? 3 : opened.length);
    const order = rows.map(({ reference }) => reference);
    for (const [index, reference] of order.entries())
      expect(await placeOf(reference, filters)).toEqual({
        position: index + 1,
        total: order.length,
        previous: order[index - 1] ?? null,
        next: order[index + 1] ?? null,
      });
  });
});

test("a case that has left its list still lies between its neighbours", async () => {
  const filters = parseQueueFilters({});
  const { rows } = await listQueue(ana, filters);
  const [previous, gone, next] = rows;
  await withdrawCase(aPerson(harbour, gone?.id ?? ""), gone?.id ?? "");
  expect(await placeOf(gone?.reference ?? "", filters)).toEqual({
    position: null,
    total: rows.length - 1,
    previous: previous?.reference,
    next: next?.reference,
  });
  expect(await placeOf(gone?.reference ?? "", parseQueueFilters({ view: "answered" }))).toEqual({
    position: 1,
    total: 1,
    previous: null,
    next: null,
  });
});
