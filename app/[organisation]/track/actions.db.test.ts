import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { accessCode, cases } from "#db/schema/index.ts";
import { aHouse, type House } from "#db/testing/house.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { startCodeSession } from "#lib/auth/commands/sessions.ts";
import { aCase, anOrganisation } from "#lib/auth/house.test.kit.ts";
import { changeEnv } from "#lib/env.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { askForCode, withdraw } from "./actions.ts";

vi.mock("server-only", () => ({}));
const url = "http://localhost:4567";
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:4567" }),
  cookies: async () => ({ get: () => held && { value: held } }),
}));
/** What this browser was let in by. */
let held: string | undefined;
vi.mock("next/cache", () => ({ refresh: () => {} }));
/** What Next runs once the answer has left. */
const later: (() => Promise<void>)[] = [];
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => later.push(work) }));

const installation = testInstallation();
let ipc: OrganisationRow;
let house: House | undefined;
beforeAll(async () => {
  changeEnv({ HABEAS_URL: url });
  ipc = await anOrganisation("ipc");
});
beforeEach(() => {
  later.splice(0);
  held = undefined;
});

/** Presses "Send me a code", and says where that leads. */
const press = (reference: string) => sent(askForCode, "ipc", reference);

/** Sends a form of a request, and says where that leads, or what it says. */
async function sent(run: typeof askForCode, organisation: string, reference: string): Promise<string> {
  const form = new FormData();
  form.append("organisation", organisation);
  form.append("reference", reference);
  return run(null, form).then(
    (state) => state?.errors["form"] ?? "nowhere",
    (error: { digest?: string }) => error.digest?.split(";")[2] ?? "a fault",
  );
}
const codesOf = (caseId: string) =>
  database().select({ id: accessCode.id }).from(accessCode).where(eq(accessCode.caseId, caseId));

test("the answer to 'Send me a code' waits for nothing: for a request that is there as for one that is not", async () => {
  const there = await aCase(ipc);
  await Promise.all(
    [there.reference, "HB-2222-2222"].map(async (reference) =>
      expect(await press(reference)).toBe(`/ipc/track/${reference}?code=sent`),
    ),
  );
  expect(await codesOf(there.id)).toHaveLength(0);
  expect(later).toHaveLength(2);
  for (const work of later) await work();
  expect(await codesOf(there.id)).toHaveLength(2);
});

describe("taking a request back", () => {
  test.each([
    ["ends it", "reviewing", "withdrawn"],
    ["too late says that the answer was first, and changes nothing", "answered", "answered"],
  ] as const)("%s", async (_what, stage, after) => {
    house ??= await aHouse(installation);
    const { one } = await house.stage({ one: stage });
    const owner = { organisationId: house.first.id, caseId: one.id, scope: "conversation" as const };
    held = await inTransaction((tx) => startCodeSession(tx, owner));
    const home = `/first/track/${one.reference}`;
    const late = "This request has its answer already, so it cannot be taken back.";
    // Twice, as who presses twice: what she wished is so.
    for (let times = 0; times < 2; times++)
      expect(await sent(withdraw, "first", one.reference)).toBe(after === "withdrawn" ? home : late);
    const [row] = await database().select().from(cases).where(eq(cases.id, one.id));
    expect(row?.status).toBe(after);
  });
});
