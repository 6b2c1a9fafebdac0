import { describe, expect, test } from "vitest";
import { aPolicy } from "#db/factories.ts";
import type { Answers } from "./draft.ts";
import { intakeMessages } from "./messages.ts";
import { stepSchema, type FormStep } from "./schemas.ts";
import { settingFor, type House } from "./setting.ts";

const house: House = {
  policy: aPolicy,
  now: new Date("2026-11-24T10:00:00Z"),
  hasProvider: true,
  isSignedIn: false,
};

function check(
  step: FormStep,
  typed: Record<string, unknown>,
  answers: Answers = { residence: "GB", rights: ["access"] },
) {
  const parsed = stepSchema(step, settingFor(house, answers, "en")).safeParse(typed, {
    error: () => "check",
  });
  return parsed.success
    ? parsed.data
    : Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
}

describe("where she lives", () => {
  test.each([
    [{ area: "uk" }, "GB"],
    [{ area: "europe", europe: "DE" }, "DE"],
    [{ area: "us", state: "US-CA" }, "US-CA"],
    [{ area: "other", country: "JP" }, "JP"],
    [{ area: "us", state: "US-CA", europe: "DE", country: "JP" }, "US-CA"],
    [{}, { area: "area" }],
    [{ area: "moon" }, { area: "area" }],
    [{ area: "europe" }, { europe: "europe" }],
    [{ area: "europe", europe: "US-CA" }, { europe: "europe" }],
    [{ area: "us", state: "US-ZZ" }, { state: "state" }],
    [{ area: "other", country: "US" }, { country: "country" }],
    [{ area: ["uk", "us"] }, { area: "area" }],
  ])("%o", (typed, wanted) => expect(check("residence", typed)).toEqual(wanted));
});

test.each([
  [{ rights: "access" }, ["access"]],
  [{ rights: ["erasure", "access"] }, ["access", "erasure"]],
  [{ rights: ["access", "fly"] }, ["access"]],
  [{ rights: "limit-sensitive" }, { rights: "rights" }],
  [{}, { rights: "rights" }],
])("what she wants: %o", (typed, wanted) => expect(check("rights", typed)).toEqual(wanted));

test.each([
  [
    { "details-rectification": " My street is wrong. " },
    { rectification: "My street is wrong.", erasure: "" },
  ],
  [{ "details-erasure": "all" }, { "details-rectification": "details" }],
  [{ "details-rectification": "x".repeat(2001) }, { "details-rectification": "too-long" }],
  [{ "details-rectification": "a\0b" }, { "details-rectification": "unstorable" }],
])("more about it: %o", (typed, wanted) =>
  expect(check("details", typed, { residence: "GB", rights: ["rectification", "erasure"] })).toEqual(wanted),
);

describe("how to reach her (Q13: every name of 1 to 200 characters)", () => {
  const address = "m@mail.example";
  test.each(["M", "Seán O’Malley-D'Arcy", "ليلى الحداد", "渡辺 健二", "Ivy 🌿 Green", "x".repeat(200)])(
    "%s",
    (name) =>
      expect(check("contact", { name, email: address, telephone: "" })).toEqual({
        name,
        email: address,
        telephone: null,
      }),
  );
  test.each([
    [{ email: address }, { name: "name" }],
    [{ name: "   ", email: address }, { name: "name" }],
    [{ name: "x".repeat(201), email: address }, { name: "too-long:contact.name" }],
    [
      { name: ` ${"x".repeat(200)}\n`, email: address },
      { name: "x".repeat(200), email: address, telephone: null },
    ],
    [{ name: "M" }, { email: "reach" }],
    [{ name: "M", email: "nobody" }, { email: "email" }],
    [{ name: "M", email: "a@b@c.example" }, { email: "email" }],
    [{ name: "M", telephone: "call me" }, { telephone: "telephone" }],
    [
      { name: "M", telephone: "+44 (0)7700-900 142" },
      { name: "M", email: null, telephone: "+44 (0)7700-900 142" },
    ],
    [{ name: "\ud83d", email: address }, { name: "unstorable" }],
    [{ name: ["M", "N"], email: address }, { name: "check" }],
  ])("%o", (typed, wanted) => expect(check("contact", typed)).toEqual(wanted));

  test("Q8: where nothing is to be proved, one address and nothing else", () => {
    const optOut: Answers = { residence: "US-CA", rights: ["opt-out-sale"] };
    expect(check("contact", { email: address, name: "typed all the same" }, optOut)).toEqual({
      name: null,
      email: address,
      telephone: null,
    });
    expect(check("contact", {}, optOut)).toEqual({ email: "address" });
  });
});

describe("the child somebody asks for", () => {
  const typed = {
    "child-name": "Toby Lawson",
    "born-day": "9",
    "born-month": "mar",
    "born-year": "2014",
    relation: "parent",
  };

  test.each<[Record<string, unknown>, unknown]>([
    [typed, { name: "Toby Lawson", born: "2014-03-09", relation: "parent" }],
    [{ ...typed, "child-name": " " }, { "child-name": "childName" }],
    [{ ...typed, "child-name": "x".repeat(201) }, { "child-name": "too-long:child.name" }],
    [{ ...typed, relation: "neighbour" }, { relation: "relation" }],
    [{}, { "child-name": "childName", "born-day": "day", relation: "relation" }],
    [{ ...typed, relation: ["parent", "parent"] }, { relation: "relation" }],
    [{ ...typed, "born-day": "31", "born-month": "2" }, { "born-day": "day" }],
    [{ ...typed, "born-year": "1812" }, { "born-year": "year" }],
    [{ ...typed, "born-year": "2027" }, { "born-year": "bornLater" }],
    [{ ...typed, "born-year": ["2014"] }, { "born-year": "year" }],
  ])("%o", (sent, wanted) => expect(check("child", sent)).toEqual(wanted));

  test.each<[Record<string, unknown>, unknown]>([
    [{ whose: "me" }, "me"],
    [{ whose: "child" }, "child"],
    [{}, { whose: "whose" }],
    [{ whose: "everybody" }, { whose: "whose" }],
  ])("whose: %o", (sent, wanted) => expect(check("whose", sent)).toEqual(wanted));
});

describe("how she proves who she is", () => {
  const account = { "fact-account-number": "HL 4471 0936" };
  const invoice = {
    "fact-last-invoice-amount": "£18.40",
    "fact-last-invoice-month": "oct",
    "fact-last-invoice-year": "2026",
  };
  test.each<[string, Record<string, unknown>, unknown]>([
    ["nothing chosen", {}, { how: "how" }],
    ["login", { how: "login" }, { method: "login" }],
    [
      "another way, with a word",
      { how: "other", "other-note": " a webinar " },
      { method: "other", note: "a webinar" },
    ],
    ["another way, without", { how: "other" }, { method: "other", note: null }],
    [
      "Maya's pair",
      { how: "facts", ...account, facts: "last-invoice", ...invoice },
      {
        method: "facts",
        facts: { "account-number": "HL 4471 0936", "last-invoice": "18.40|2026-10" },
        asked: 2,
      },
    ],
    [
      "a birthday pasted whole",
      { how: "facts", ...account, facts: "born-on", "fact-born-on-day": "3 jan 1990" },
      { method: "facts", facts: { "account-number": "HL 4471 0936", "born-on": "1990-01-03" }, asked: 2 },
    ],
    [
      "what belongs to another choice is not looked at",
      {
        how: "facts",
        ...account,
        facts: "postcode",
        "fact-postcode": "bs6 5qa",
        ...invoice,
        "fact-last-invoice-month": "13",
      },
      { method: "facts", facts: { "account-number": "HL 4471 0936", postcode: "bs6 5qa" }, asked: 2 },
    ],
    [
      "no account number, no second fact",
      { how: "facts" },
      { "fact-account-number": "missing:account-number", facts: "factsOne" },
    ],
    [
      "only signs",
      { how: "facts", "fact-account-number": " - ", facts: "postcode", "fact-postcode": "" },
      { "fact-account-number": "missing:account-number", "fact-postcode": "missing:postcode" },
    ],
    [
      "no month",
      { how: "facts", ...account, facts: "last-invoice", ...invoice, "fact-last-invoice-month": "" },
      { "fact-last-invoice-month": "month" },
    ],
    [
      "no amount",
      { how: "facts", ...account, facts: "last-invoice", ...invoice, "fact-last-invoice-amount": "much" },
      { "fact-last-invoice-amount": "amount" },
    ],
    [
      "more than is asked",
      { how: "facts", ...account, facts: ["postcode", "last-invoice"], "fact-postcode": "x1", ...invoice },
      { facts: "factsFewer" },
    ],
    ["a fact that nobody asks for", { how: "facts", ...account, facts: "shoe-size" }, { facts: "factsOne" }],
    [
      "a number too long",
      { how: "facts", "fact-account-number": "1".repeat(201), facts: "postcode", "fact-postcode": "x1" },
      { "fact-account-number": "too-long" },
    ],
  ])("%s", (_what, typed, wanted) => expect(check("proof", typed)).toEqual(wanted));

  const california: Answers = { residence: "US-CA", rights: ["access"], relationship: "customer" };
  test("V4: in California two more, or one for the kinds of data only", () => {
    const one = { how: "facts", ...account, facts: "postcode", "fact-postcode": "95811" };
    expect(check("proof", one, california)).toMatchObject({ method: "facts", asked: 3 });
    const two = { ...one, facts: ["postcode", "born-on"], "fact-born-on-day": "01/03/1990" };
    expect(check("proof", two, california)).toMatchObject({
      facts: { postcode: "95811", "born-on": "1990-01-03" },
      asked: 3,
    });
    expect(check("proof", { how: "facts", ...account }, california)).toEqual({ facts: "factsOne" });
  });

  test("who cannot sign in is not offered to", () => {
    const parsed = stepSchema(
      "proof",
      settingFor({ ...house, hasProvider: false }, california, "en"),
    ).safeParse({ how: "login" });
    expect(parsed.success).toBe(false);
  });
});

test.each([
  [
    { "declared-name": "Maya Santos", "declared-place": "Oakland, California", declared: "yes" },
    { name: "Maya Santos", place: "Oakland, California", on: "2026-11-24" },
  ],
  [{ "declared-name": "Maya Santos", "declared-place": "Oakland" }, { declared: "declared" }],
  [{ declared: "yes" }, { "declared-name": "declaredName", "declared-place": "declaredPlace" }],
])("V4: the declaration %o", (typed, wanted) => expect(check("declaration", typed)).toEqual(wanted));

test("every message has its sentence, in both languages, without the words that do not help (E5)", () => {
  for (const locale of ["en", "de"] as const) {
    const messages = intakeMessages(aPolicy, locale);
    for (const key of [
      "area",
      "europe",
      "state",
      "country",
      "rights",
      "details",
      "relationship",
      "name",
      "email",
      "address",
      "telephone",
      "reach",
      "how",
      "factsOne",
      "factsMore",
      "factsFewer",
      "amount",
      "last4",
      "day",
      "month",
      "year",
      "declaredName",
      "declaredPlace",
      "declared",
      "missing:account-number",
      "missing:postcode",
      "unstorable",
      "too-long",
      "too-long:contact.name",
      "too-long:contact.email",
      "too-long:contact.telephone",
      "too-long:declaration.name",
      "too-long:declaration.place",
      "check",
    ]) {
      expect(messages[key], key).toBeTruthy();
      expect(messages[key]).not.toMatch(/please|invalid|bitte|ungültig|error|code \d/i);
    }
  }
});
