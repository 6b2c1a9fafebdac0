import { beforeAll, expect, test } from "vitest";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { StaffContext } from "#lib/context.ts";
import type { Opened } from "../commands/open.ts";
import { asReference, searchCases } from "./search.ts";

testInstallation();
let ana: StaffContext;
let nils: StaffContext;
let jana: Opened;
let maya: Opened;

beforeAll(async () => {
  const harbour = await anOrganisation("harbour");
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  nils = await aMember(await anOrganisation("lighthouse"), "Nils Acker", ["caseworker"]);
  jana = await aCase(harbour, {
    request: {
      ...aRequest,
      name: "Jana Kovač",
      email: "jana@mail.example",
      proof: { method: "other", note: "" },
    },
  });
  maya = await aCase(harbour);
});

const found = async (words: string, by = ana) =>
  (await searchCases(by, words)).hits.map((hit) => hit.reference);

test.each([
  ["a name of eight letters is a name", () => "Jana Kovač", () => [jana.reference]],
  ["however it is written", () => "  jana   KOVAČ ", () => [jana.reference]],
  ["an e-mail address", () => "Jana@Mail.Example", () => [jana.reference]],
  ["an account number", () => "hl 4471-0936", () => [maya.reference]],
  ["a reference", () => maya.reference, () => [maya.reference]],
  [
    "a reference as it is read aloud",
    () => maya.reference.replaceAll("-", " ").toLowerCase(),
    () => [maya.reference],
  ],
  ["a part of a name finds nothing", () => "Jana", () => []],
  ["a part of a reference finds nothing", () => maya.reference.slice(0, 7), () => []],
])("%s", async (_what, words, references) => {
  expect(await found(words())).toEqual(references());
});

test("nobody finds another organisation's cases, by name or by reference", async () => {
  expect([...(await found("Jana Kovač", nils)), ...(await found(jana.reference, nils))]).toEqual([]);
});

test("no name gets into an address, not even one as long as a reference", async () => {
  expect(["Jana Kovač", "Tom Smith", "Rosa Odu"].map(asReference)).toEqual([null, null, null]);
  expect((await searchCases(ana, "Jana Kovač")).token).toMatch(/^[0-9a-f.]+$/);
});
