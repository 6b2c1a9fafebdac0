import { expect, test } from "vitest";
import { formFields } from "./form.ts";
import { connectors } from "./index.ts";
import { connectorKinds } from "./kinds.ts";

test("every setting of every kind says how it is asked for, and only secrets are hidden", () => {
  for (const kind of connectorKinds) {
    const fields = formFields(connectors[kind]);
    expect(fields.length, kind).toBeGreaterThan(0);
    expect(fields.filter((field) => field.isSecret).map((field) => field.name)).toEqual(
      Object.keys(connectors[kind].secrets.shape),
    );
    for (const field of fields.filter(({ control }) => control === "choice")) {
      expect(Object.keys(field.options ?? {}), field.name).toContain(field.default);
    }
  }
});

test("the form of a Postgres source", () => {
  expect(
    formFields(connectors.postgres).map(({ name, label, control, isSecret, isRequired, default: preset }) => [
      name,
      label,
      control,
      isSecret,
      isRequired,
      preset,
    ]),
  ).toEqual([
    ["host", "Host", "text", false, true, null],
    ["port", "Port", "number", false, false, 5432],
    ["database", "Database", "text", false, true, null],
    ["schema", "Schema", "text", false, false, "public"],
    ["user", "User", "text", false, true, null],
    ["tls", "Encryption", "choice", false, false, "verify"],
    ["ca", "Certificate authority", "lines", false, false, ""],
    ["attachments", "Folder of attachments", "text", false, false, ""],
    ["patienceSeconds", "Patience in seconds", "number", false, false, 30],
    ["password", "Password", "password", true, false, ""],
  ]);
});

test("settings come from a form as text and are refused when they make no sense", () => {
  const given = { host: " db.example.org ", port: "6432", database: "shop", user: "reader" };
  expect(connectors.postgres.config.parse(given)).toMatchObject({
    host: "db.example.org",
    port: 6432,
    tls: "verify",
  });
  expect(
    connectors.postgres.config.parse({ ...given, port: "", schema: "", patienceSeconds: "", ca: "" }),
  ).toMatchObject({ port: 5432, schema: "public", patienceSeconds: 30 });
  for (const wrong of [
    { port: "0" },
    { port: "5432.5" },
    { host: "" },
    { tls: "prefer" },
    { ca: "not a certificate" },
    { patienceSeconds: "0" },
    { more: "1" },
  ]) {
    expect(connectors.postgres.config.safeParse({ ...given, ...wrong }).success, JSON.stringify(wrong)).toBe(
      false,
    );
  }
});
