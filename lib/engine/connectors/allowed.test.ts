import { describe, expect, test } from "vitest";
import { isInside, refusal } from "./allowed.ts";
import type { Operator } from "./connector.ts";

const operator = (lists: Partial<Operator>): Operator => ({ hosts: [], folders: [], own: [], ...lists });
const database = (host: string, port = 5432, name = "shop", schema = "public") => ({
  host,
  port,
  database: name,
  schema,
});

describe("hosts", () => {
  test.each<[entry: string, host: string, port: number, isAllowed: boolean]>([
    ["db.example.org", "db.example.org", 5432, true],
    ["db.example.org", "DB.Example.org.", 5432, true],
    ["db.example.org", "db.example.org.evil.example", 5432, false],
    ["db.example.org", "xdb.example.org", 5432, false],
    ["db.example.org:6432", "db.example.org", 6432, true],
    ["db.example.org:6432", "db.example.org", 5432, false],
    ["*.example.org", "db.example.org", 5432, true],
    ["*.example.org", "a.b.example.org", 1, true],
    ["*.example.org", "example.org", 5432, false],
    ["*.example.org", "evilexample.org", 5432, false],
    ["*.example.org:5432", "db.example.org", 5433, false],
    ["10.0.0.1", "10.0.0.1", 5432, true],
    ["10.0.0.1", "10.0.0.10", 5432, false],
    ["[::1]:5432", "::1", 5432, true],
    ["::1", "::1", 5432, true],
    ["localhost", "127.0.0.1", 5432, false],
    ["*", "anything", 1, true],
    ["", "db.example.org", 5432, false],
  ])("%j and %s:%i", (entry, host, port, isAllowed) => {
    expect(refusal(operator({ hosts: [entry] }), database(host, port)) === null).toBe(isAllowed);
  });

  test("an empty list allows nothing, and the refusal names what to add", () => {
    expect(refusal(operator({}), database("db.example.org"))).toMatch(/db\.example\.org:5432/);
  });
});

describe("Habeas's own database", () => {
  const own = { host: "db.example.org", port: 5432, database: "habeas", openSchemas: ["demo"] };
  test.each<[what: string, wanted: Parameters<typeof refusal>[1], own: object, isRefused: boolean]>([
    ["itself", database("db.example.org", 5432, "habeas"), {}, true],
    ["by another spelling", database("DB.example.org.", 5432, "habeas"), {}, true],
    [
      "by its address",
      { ...database("alias.example", 5432, "habeas"), addresses: ["10.0.0.7"] },
      { addresses: ["10.0.0.7", "10.0.0.8"] },
      true,
    ],
    ["by a loop back name", database("127.3.2.1", 5432, "habeas"), { host: "localhost" }, true],
    ["by IPv6", database("[::1]", 5432, "habeas"), { host: "127.0.0.1" }, true],
    ["by a mapped address", database("::ffff:127.0.0.1", 5432, "habeas"), { host: "localhost" }, true],
    ["another database of the same server", database("db.example.org", 5432, "shop"), {}, false],
    ["another port", database("db.example.org", 5433, "habeas"), {}, false],
    ["a schema that is open", database("db.example.org", 5432, "habeas", "demo"), {}, false],
    ["a schema that is not", database("db.example.org", 5432, "habeas", "Demo"), {}, true],
  ])("%s", (_, wanted, change, isRefused) => {
    const reason = refusal(operator({ hosts: ["*"], own: [{ ...own, ...change }] }), wanted);
    if (isRefused) expect(reason).toMatch(/database of Habeas itself/);
    else expect(reason).toBeNull();
  });
});

test.each<[folder: string, path: string, isBelow: boolean]>([
  ["/srv/exports", "/srv/exports", true],
  ["/srv/exports", "/srv/exports/2026/a.csv", true],
  ["/srv/exports", "/srv/exports/..a", true],
  ["/srv/exports", "/srv/exports2/a.csv", false],
  ["/srv/exports", "/srv/export", false],
  ["/srv/exports", "/srv/exports/../secret", false],
  ["/srv/exports", "/", false],
  ["/srv/exports/", "/srv/exports/a", true],
  ["/", "/etc/passwd", true],
])("%s holds %s", (folder, path, isBelow) => {
  expect(isInside(folder, path)).toBe(isBelow);
  expect(refusal(operator({ folders: [folder] }), { path }) === null).toBe(isBelow);
});
