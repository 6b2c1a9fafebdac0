import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { inTransaction } from "#db/client.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { startStaffSession } from "#lib/auth/commands/sessions.ts";
import { cookiesFor } from "#lib/auth/cookies.ts";
import { aMember, anOrganisation } from "#lib/auth/house.test.kit.ts";
import { cookieWithToken } from "#lib/auth/client/cookie-values.ts";
import type { Role } from "#lib/auth/roles.ts";
import { contextFor, type StaffContext } from "#lib/context.ts";
import { changeEnv, env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { textInput } from "#lib/text.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { action, type Reply } from "./action.ts";
import { anyone, requester, staff, visitor } from "./gates.ts";

vi.mock("server-only", () => ({}));

/** The request that the action belongs to; inside Next it is Next's. */
const request = { headers: new Headers(), cookies: new Map<string, string>() };
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
  }),
}));
/** Drawing pages anew is Next's too. */
vi.mock("next/cache", () => ({ refresh: () => {} }));

testInstallation();
const url = "http://localhost:4567";
let ipc: OrganisationRow;
beforeAll(async () => {
  // What `experimental.authInterrupts` in next.config.mjs becomes in a build.
  vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");
  changeEnv({ HABEAS_URL: url });
  ipc = await anOrganisation("ipc");
});
beforeEach(() => {
  request.headers = new Headers({ origin: url, "accept-language": "en" });
  request.cookies.clear();
});

const schema = z.object({
  name: textInput(20).refine((value) => value.length > 0, "name"),
  tags: z.union([z.string(), z.array(z.string())]).optional(),
});
let ran: unknown[] = [];
beforeEach(() => (ran = []));
const run = async (_ctx: unknown, input: unknown): Promise<Reply> => void ran.push(input);

function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one);
  return data;
}

async function signIn(roles: Role[]): Promise<void> {
  const member = await aMember(ipc, `${newId()}@ipc.example`, roles);
  const actor = { kind: "staff" as const, id: member.id, ref: member.ref, name: "Somebody", roles };
  const ctx = contextFor({ actor, organisation: ipc, now: new Date(), requestId: newId() }) as StaffContext;
  const token = await inTransaction((tx) => startStaffSession(tx, ctx));
  request.cookies.set(cookiesFor(env().url).name("session"), await cookieWithToken(token));
}

/** What Next is told by throwing: `NEXT_REDIRECT;…;/there;303`, `NEXT_HTTP_ERROR_FALLBACK;404`. */
const digestOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing thrown",
    (error: Error & { digest?: string }) => error.digest ?? error.message,
  );

test("what fits is run, with fields that came several times as a list", async () => {
  await action(
    visitor("ipc"),
    schema,
    run,
  )(null, form({ name: " Maya ", tags: ["a", "b"], $ACTION_ID_x: "" }));
  expect(ran).toEqual([{ name: "Maya", tags: ["a", "b"] }]);
});

test("what does not fit comes back as it was typed, with a sentence per field; nothing runs", async () => {
  const save = action(visitor("ipc"), schema, run, { messages: () => ({ name: "Type your name." }) });
  expect(await save(null, form({ name: "  ", tags: "a" }))).toEqual({
    values: { name: "  ", tags: "a" },
    errors: { name: "Type your name." },
  });
  expect(await save(null, form({ name: "x".repeat(21) }))).toMatchObject({
    errors: { name: "This text is too long. Make it shorter." },
  });
  expect(await save(null, form({}))).toMatchObject({ errors: { name: "Check this answer." } });
  expect(ran).toEqual([]);
});

test("sentences come in the reader's language", async () => {
  request.headers.set("accept-language", "de");
  expect(await action(visitor("ipc"), schema, run)(null, form({ name: "x".repeat(21) }))).toMatchObject({
    errors: { name: "Dieser Text ist zu lang. Kürzen Sie ihn." },
  });
});

test("E15: a NUL is refused at its field, whatever the schema says (half a character no form can carry)", async () => {
  const state = await action(
    visitor("ipc"),
    z.object({ name: z.string() }),
    run,
  )(null, form({ name: "Ma\0ya" }));
  expect(state?.errors.name).toMatch(/cannot keep/);
  expect(ran).toEqual([]);
});

test.each([
  ["from another site", { origin: "https://evil.example" }],
  ["from a hidden origin", { origin: "null" }],
  ["from a hidden origin of another site", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["from nowhere", {}],
])("a form %s does nothing and gets nothing back", async (_what, headers) => {
  request.headers = new Headers(headers as Record<string, string>);
  const state = await action(visitor("ipc"), schema, run)(null, form({ name: "Maya" }));
  expect(state).toEqual({ values: {}, errors: { form: expect.stringMatching(/another page than ours/) } });
  expect(ran).toEqual([]);
});

test.each([
  ["more fields than a form has", { name: Array.from({ length: 401 }, () => "a") }],
  ["more text than anybody types", { name: "a".repeat(400_001) }],
])("%s is not even parsed", async (_what, fields) => {
  const state = await action(visitor("ipc"), schema, run)(null, form(fields));
  expect(state).toEqual({
    values: {},
    errors: { form: "This is more than we can take at once. Send less." },
  });
});

test("a form that says so takes longer texts than others do", async () => {
  const save = action(visitor("ipc"), z.object({ map: z.string() }), run, { mostCharacters: 900_000 });
  expect(await save(null, form({ map: "a".repeat(800_000) }))).toBeNull();
  expect(ran).toHaveLength(1);
  expect(await save(null, form({ map: "a".repeat(900_001) }))).toMatchObject({
    errors: { form: expect.stringMatching(/more than we can take/) },
  });
});

test.each([undefined, null, "name=Maya", {}, [["name", "Maya"]], new URLSearchParams({ name: "Maya" })])(
  "called with %j in place of a form, an action says so and does nothing",
  async (sent) => {
    expect(await action(visitor("ipc"), schema, run)(null, sent as FormData)).toEqual({
      values: {},
      errors: { form: expect.stringMatching(/another page than ours/) },
    });
    expect(ran).toEqual([]);
  },
);

test("D02: called directly by nobody, an action does nothing; what was typed stays", async () => {
  const state = await action(
    staff("settings.write"),
    schema,
    run,
  )(null, form({ name: "Maya", password: "secret" }));
  expect(state).toEqual({
    values: { name: "Maya" },
    errors: { form: expect.stringMatching(/^You are signed out/) },
  });
  expect(ran).toEqual([]);
});

test("D02: called directly by a colleague without the right, it is forbidden, before anything is parsed", async () => {
  await signIn(["caseworker"]);
  expect(await digestOf(action(staff("settings.write"), schema, run)(null, form({})))).toMatch(/403/);
  await signIn(["auditor"]);
  expect(await digestOf(action(staff("case.work"), schema, run)(null, form({ name: "Maya" })))).toMatch(
    /403/,
  );
  await signIn(["admin"]);
  await action(staff("settings.write"), schema, run)(null, form({ name: "Maya" }));
  expect(ran).toHaveLength(1);
});

test("a gate may depend on what the form says; who is not proved keeps what she typed", async () => {
  const withdraw = action(
    (values) => requester(String(values.organisation), String(values.reference)),
    schema,
    run,
  );
  expect(
    await digestOf(
      withdraw(null, form({ organisation: "nowhere", reference: "HB-2222-2222", name: "Maya" })),
    ),
  ).toMatch(/404/);
  const state = await withdraw(null, form({ organisation: "ipc", reference: "HB-2222-2222", name: "Maya" }));
  expect(state).toMatchObject({
    values: { name: "Maya" },
    errors: { form: expect.stringMatching(/^Show us again/) },
  });
  expect(ran).toEqual([]);
});

test.each<[string, Reply, unknown]>([
  ["nothing to say", undefined, null],
  ["it went well", { ok: true }, null],
  [
    "an expected no",
    { ok: false, says: "Somebody was quicker." },
    { values: { name: "Maya" }, errors: { form: "Somebody was quicker." } },
  ],
  [
    "something to mend",
    { errors: { name: "Taken." } },
    { values: { name: "Maya" }, errors: { name: "Taken." } },
  ],
])("a run that ends with %s", async (_what, reply, state) => {
  expect(await action(anyone(), schema, async () => reply)(null, form({ name: "Maya" }))).toEqual(state);
});

test("redirects, 404 and 403 pass through", async () => {
  const { notFound, redirect } = await import("next/navigation");
  const answer = (work: () => Promise<Reply>) =>
    digestOf(action(anyone(), schema, work)(null, form({ name: "Maya" })));
  expect(await answer(async () => ({ to: "/ipc/sent" }))).toMatch(/^NEXT_REDIRECT;[^;]*;\/ipc\/sent;/);
  expect(await answer(async () => redirect("/elsewhere"))).toMatch(/^NEXT_REDIRECT;[^;]*;\/elsewhere;/);
  expect(await answer(async () => notFound())).toMatch(/404/);
  expect(
    await answer(async () => Promise.reject(new HabeasError("not-found", "There is no such case."))),
  ).toMatch(/404/);
  expect(await answer(async () => Promise.reject(new HabeasError("not-allowed", "Not you.")))).toMatch(/403/);
});

test("an expected fault says its sentence, any other only a number to ask by", async () => {
  const answer = (error: Error) =>
    action(anyone(), schema, async () => Promise.reject(error))(null, form({ name: "Maya" }));
  expect(await answer(new HabeasError("unreachable", "The store does not answer."))).toEqual({
    values: { name: "Maya" },
    errors: { form: "The store does not answer." },
  });
  const state = await answer(new Error("insert into cases values ('maya@typed.example')"));
  expect(state?.errors.form).toMatch(/^Something on our side did not work\. .* this number: [\da-f-]{36}\.$/);
  expect(JSON.stringify(state)).not.toContain("typed.example");
});

test("a password is never sent back, nor what else is named as secret", async () => {
  const state = await action(anyone(), z.object({ a: z.literal("x") }), run, { secret: ["token"] })(
    null,
    form({ a: "y", password: "p", token: "t" }),
  );
  expect(state?.values).toEqual({ a: "y" });
});
