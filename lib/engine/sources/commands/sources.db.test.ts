import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aMember, anOrganisation } from "#db/factories.ts";
import { source } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { StaffContext } from "#lib/context.ts";
import { changeDataset } from "./maps.ts";
import { addSource, changeSource } from "./sources.ts";

testInstallation();
let ctx: StaffContext;
beforeAll(async () => {
  ctx = await aMember(await anOrganisation("harbour"), "Rafa Lindqvist", ["admin"]);
});

const config = { host: "db.example.org", database: "shop", user: "reader" };
const ca = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----";

async function aPostgres(key: string, secrets: Record<string, string> | null): Promise<string> {
  const added = await addSource(ctx, { key, kind: "postgres", name: "Shop", config, secrets });
  if (!added.ok) throw new Error(added.says);
  return added.id;
}

const stored = async (id: string) =>
  (await database().select().from(source).where(eq(source.id, id)))[0] as typeof source.$inferSelect;

const change = (id: string, version: number, changes: object, secrets: Record<string, string> | null) =>
  changeSource(ctx, id, version, { name: "Shop", config: { ...config, ...changes }, secrets, enabled: true });

test("a kept password goes nowhere but where it was given for", async () => {
  const id = await aPostgres("guarded", { password: "for db.example.org" });
  const before = await stored(id);
  for (const changes of [
    { host: "db.attacker.example" },
    { port: 5433 },
    { database: "another" },
    { user: "another" },
    { tls: "off" },
    { ca },
  ]) {
    expect(await change(id, 1, changes, null), JSON.stringify(changes)).toMatchObject({
      ok: false,
      why: "secret-needed",
      field: "password",
      says: expect.stringMatching(/^Enter the password again/),
    });
  }
  expect(await stored(id)).toEqual(before);
  expect(await change(id, 1, { host: "new.example.org" }, { password: "for the new one" })).toMatchObject({
    ok: true,
  });
  expect(await stored(id)).toMatchObject({ version: 2, config: { host: "new.example.org" } });
});

test("it is kept where only the rest changes, also where what stands there was written out by now", async () => {
  const id = await aPostgres("written-out", { password: "kept" });
  const { sealedSecrets } = await stored(id);
  const same = { port: 5432, tls: "verify", ca: "", schema: "crm", patienceSeconds: 20, attachments: "/srv" };
  expect(await change(id, 1, same, null)).toMatchObject({ ok: true });
  expect(await stored(id)).toMatchObject({ version: 2, config: same, sealedSecrets });
});

test("where none is kept, nothing has to be entered", async () => {
  const id = await aPostgres("open", null);
  expect(await change(id, 1, { host: "other.example.org" }, null)).toMatchObject({ ok: true });
});

test("a map does not lose what the policy proves identities by, and grows and shrinks otherwise", async () => {
  const id = await aPostgres("people", null);
  const map = (fields: readonly string[]) => `
dataset:
  - fides_key: shop
    collections:
      - name: people
        fields:
${fields.map((name) => `          - { name: ${name}, data_categories: [user.account] }`).join("\n")}
`;
  const first = await changeDataset(ctx, id, map(["id", "account_no"]));
  expect(first).toMatchObject({ ok: true, version: 1 });
  expect(await changeDataset(ctx, id, map(["id", "account_no", "email", "nickname"]))).toMatchObject({
    ok: true,
  });
  expect(await changeDataset(ctx, id, map(["id", "account_no", "email"]))).toMatchObject({ ok: true });
  expect(await changeDataset(ctx, id, map(["id", "account_no"]))).toEqual({
    ok: false,
    problems: [
      {
        path: "",
        line: null,
        says: "The policy proves identities by shop:people.email, which this map no longer has. Keep them, or change the policy first.",
      },
    ],
  });
});
