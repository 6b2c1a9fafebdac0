import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { accessCode } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { aCase, anOrganisation } from "#lib/auth/house.test.kit.ts";
import { changeEnv } from "#lib/env.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { askForCode } from "./actions.ts";

vi.mock("server-only", () => ({}));
const url = "http://localhost:4567";
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:4567" }),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));
/** What Next runs once the answer has left. */
const later: (() => Promise<void>)[] = [];
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => later.push(work) }));

testInstallation();
let ipc: OrganisationRow;
beforeAll(async () => {
  changeEnv({ HABEAS_URL: url });
  ipc = await anOrganisation("ipc");
});
beforeEach(() => void later.splice(0));

/** Presses "Send me a code", and says where that leads. */
async function press(reference: string): Promise<string> {
  const form = new FormData();
  form.append("organisation", "ipc");
  form.append("reference", reference);
  return askForCode(null, form).then(
    () => "nowhere",
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
