import { NextRequest } from "next/server";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { testInstallation } from "#db/testing/installation.ts";
import { anOrganisation } from "#lib/auth/house.test.kit.ts";
import { changeEnv } from "#lib/env.ts";
import { HabeasError, httpStatus, type ErrorCode } from "#lib/errors.ts";
import { anyone, requester, staff, visitor, type Gate } from "./gates.ts";
import { readFields, readJson, route, seeOther } from "./route.ts";

vi.mock("server-only", () => ({}));

const request = { headers: new Headers() };
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined }),
}));

testInstallation();
const url = "http://localhost:4567";
beforeAll(async () => {
  changeEnv({ HABEAS_URL: url });
  await anOrganisation("ipc");
});

type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  params?: Record<string, string>;
};
const ok = async () => Response.json({ ok: true });

async function ask<C>(
  gate: Gate<C> | ((params: Record<string, unknown>) => Gate<C>),
  handle: Parameters<typeof route<C>>[1],
  sent: Sent = {},
) {
  const { method = "GET", headers = {}, body, params = {} } = sent;
  request.headers = new Headers({ ...(method === "GET" ? {} : { origin: url }), ...headers });
  const answer = await route(gate, handle)(
    new NextRequest(`${url}/api/x`, {
      method,
      headers: request.headers,
      ...(body === undefined ? {} : { body }),
    }),
    {
      params: Promise.resolve(params),
    },
  );
  const text = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get("location"),
    json: text ? JSON.parse(text) : null,
  };
}

beforeEach(() => (request.headers = new Headers()));

test("whoever may, is answered", async () => {
  expect(await ask(anyone(), ok)).toMatchObject({ status: 200, json: { ok: true } });
  expect(
    await ask(({ organisation }) => visitor(String(organisation)), ok, { params: { organisation: "ipc" } }),
  ).toMatchObject({ status: 200 });
});

test.each<[string, Gate<unknown>, Sent, number, string | null]>([
  ["a program without a session", staff(), {}, 401, null],
  [
    "a reader without a session is led to sign in",
    staff(),
    { headers: { accept: "text/html,*/*" } },
    303,
    `${url}/api/auth/signin?callbackUrl=%2F`,
  ],
  ["a form without a session", staff(), { method: "POST", headers: { accept: "text/html" } }, 401, null],
  [
    "a reader without a proof is led to the tracker",
    requester("ipc", "HB-2222-2222"),
    { headers: { accept: "text/html" } },
    303,
    `${url}/ipc/track/HB-2222-2222`,
  ],
  ["an organisation that is not there", visitor("nowhere"), {}, 404, null],
])("%s", async (_what, gate, sent, status, location) => {
  expect(await ask(gate, ok, sent)).toMatchObject({ status, location });
});

test.each<[string, Record<string, string>]>([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["a hidden origin", { origin: "null" }],
  ["our origin by name, another by the browser's word", { origin: url, "sec-fetch-site": "cross-site" }],
])("what would change something from %s is refused, whoever asks", async (_what, headers) => {
  let ran = false;
  const answer = await ask(anyone(), async () => ((ran = true), Response.json({})), {
    method: "POST",
    headers,
  });
  expect([answer.status, ran]).toEqual([403, false]);
  expect((await ask(anyone(), ok, { headers })).status).toBe(200);
});

test.each(Object.entries(httpStatus) as [ErrorCode, number][])(
  "an expected no of kind %s is answered with %i and its sentence",
  async (code, status) => {
    const answer = await ask(anyone(), () => Promise.reject(new HabeasError(code, "A sentence.")));
    expect(answer).toMatchObject({ status, json: { error: { code, message: "A sentence." } } });
  },
);

test("a fault says a number and nothing else", async () => {
  const answer = await ask(anyone(), () => Promise.reject(new Error("password of maya@typed.example")));
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.json)).not.toContain("maya");
  expect(answer.json.error.requestId).toMatch(/^[\da-f-]{36}$/);
});

test("a database that is away is told as that, with the status for it", async () => {
  const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED", query: "select 1" });
  const answer = await ask(anyone(), () => Promise.reject(away));
  expect(answer).toMatchObject({
    status: 503,
    json: { error: { code: "fault", message: expect.stringContaining("does not answer") } },
  });
});

const schema = z.object({ name: z.string().max(5, "Make it shorter.") });
test.each([
  ["what fits", '{"name":"Maya"}', 200],
  ["no JSON", "name=Maya", 400],
  ["half of one", '{"name":', 400],
  ["a wrong value", '{"name":"Maya Santos"}', 422],
  ["a NUL, however it is written", '{"name":"a\\u0000"}', 422],
  ["half of a pair", '{"name":"\\ud83d"}', 422],
  ["more than is read", `{"name":"${"a".repeat(200)}"}`, 422],
])("a body with %s", async (_what, body, status) => {
  const answer = await ask(
    anyone(),
    async (_visit, arrival) => Response.json(await readJson(arrival.request, schema, 100)),
    { method: "POST", body },
  );
  expect(answer.status).toBe(status);
  if (body.includes("Santos"))
    expect(answer.json.error.fields).toEqual([{ field: "name", message: "Make it shorter." }]);
});

test("a plain form is read, and one with what cannot be kept is not", async () => {
  const handle: Parameters<typeof route<unknown>>[1] = async (_visit, arrival) =>
    Response.json(await readFields(arrival.request, 100));
  expect((await ask(anyone(), handle, { method: "POST", body: "a=1&b=%C3%BC+x" })).json).toEqual({
    a: "1",
    b: "ü x",
  });
  expect((await ask(anyone(), handle, { method: "POST", body: "a=%00" })).status).toBe(422);
});

test("a form is answered by leading the browser on, within our own address", () => {
  const answer = seeOther("/ipc/sent");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${url}/ipc/sent`]);
});
