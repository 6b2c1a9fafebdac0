import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { agent, authority, cases } from "#db/schema/index.ts";
import { aHouse, type House, type Staged } from "#db/testing/house.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { changeEnv } from "#lib/env.ts";
import { translator } from "#lib/locales/index.ts";
import { answer } from "./actions.ts";

vi.mock("server-only", () => ({}));
const url = "http://localhost:4567";
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:4567" }),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const installation = testInstallation();
const t = translator("en", "permission");
let house!: House;
let asked!: Record<"confirmed" | "disowned" | "open", Staged>;

beforeAll(async () => {
  changeEnv({ HABEAS_URL: url });
  house = await aHouse(installation);
  asked = await house.stage({ confirmed: "asked of her", disowned: "asked of her", open: "asked of her" });
});

/** Sends the form of the page behind a link, and says where that leads, or what it says of which field. */
async function press(token: string, typed: Record<string, string>, organisation = house.first.slug) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ organisation, token, ...typed })) form.append(name, value);
  return answer(null, form).then(
    (state) => state?.errors ?? {},
    (error: { digest?: string }) => error.digest?.split(";")[2] ?? "a fault",
  );
}
const rowOf = async ({ id }: Staged) => (await database().select().from(cases).where(eq(cases.id, id)))[0];
const pageOf = (token: string) => `/${house.first.slug}/permission/${token}`;

test("nothing chosen, nothing told and nothing real: a sentence each, and nothing changes", async () => {
  const { open } = asked;
  const before = await rowOf(open);
  expect(await press(open.permission, {})).toEqual({ say: t("errors.say") });
  expect(await press(open.permission, { say: "confirm", recipient: "somebody" })).toEqual({
    recipient: t("errors.recipient"),
  });
  expect(Object.keys(await press(open.permission, { say: "verify" }))).toContain("facts");
  // California lets her confirm or show who she is; it offers nothing else.
  expect(await press(open.permission, { say: "take-over" })).toEqual({ form: t("errors.moved") });
  const made = "x".repeat(43);
  expect(await press(made, { say: "disown" })).toBe(pageOf(made));
  expect(await press(open.permission, { say: "disown" }, house.second.slug)).toBe(
    `/${house.second.slug}/permission/${open.permission}`,
  );
  expect(await rowOf(open)).toEqual(before);
});

test("she confirms and says who gets the answer, once", async () => {
  const { confirmed } = asked;
  expect(await press(confirmed.permission, { say: "confirm", recipient: "agent" })).toBe(
    `${pageOf(confirmed.permission)}?said=confirm`,
  );
  expect(await rowOf(confirmed)).toMatchObject({ recipient: "agent" });
  expect(await press(confirmed.permission, { say: "disown" })).toBe(pageOf(confirmed.permission));
  expect(await rowOf(confirmed)).toMatchObject({ recipient: "agent", status: "received" });
});

test("she did not allow it: the case is frozen, and the agent marked", async () => {
  const { disowned } = asked;
  expect(await press(disowned.permission, { say: "disown" })).toBe(
    `${pageOf(disowned.permission)}?said=disown`,
  );
  expect(await rowOf(disowned)).toMatchObject({ status: "frozen" });
  const [paper] = await database()
    .select({ status: authority.status, agent: agent.status })
    .from(authority)
    .innerJoin(agent, eq(agent.id, authority.agentId))
    .where(eq(authority.id, disowned.authorityId));
  expect(paper).toEqual({ status: "disputed", agent: "flagged" });
});
