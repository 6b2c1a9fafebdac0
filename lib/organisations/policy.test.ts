import { describe, expect, test } from "vitest";
import { aPolicy } from "#db/factories.ts";
import { assembleAbout } from "#lib/bundle/assemble/about.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { policySchema, type RegisterEntry } from "./policy.ts";

const said = (en: string, de = en) => ({ en, de });

/** One entry of the register as policies held it before places had languages and recipients had kinds. */
const before = {
  category: "invoices",
  source: "shop",
  purposes: [said("To be paid.")],
  legalBasis: said("we need it."),
  recipients: [
    { name: "Pennywhistle Payments plc", place: "Ireland", why: said("They take the money.") },
    { name: "The tax office", place: "", why: said("They ask for it.") },
  ],
  origin: said("From us."),
  retention: said("2 years."),
  transfers: null,
  automatedDecisions: null,
  ccpaCategory: "commercial",
};
const withRegister = (register: unknown[]) => policySchema.parse({ ...aPolicy, register });

describe("a policy from before", () => {
  test("is read in today's shape", () => {
    const [entry] = withRegister([before]).register;
    expect(entry?.recipients).toEqual([
      {
        name: "Pennywhistle Payments plc",
        place: said("Ireland"),
        why: said("They take the money."),
        kind: null,
        dealing: null,
        directMarketing: null,
      },
      {
        name: "The tax office",
        place: null,
        why: said("They ask for it."),
        kind: null,
        dealing: null,
        directMarketing: null,
      },
    ]);
  });

  test("read twice is the same", () => {
    const once = withRegister([before]);
    expect(policySchema.parse(once)).toEqual(once);
  });
});

test.each([
  ["a way of dealing the law does not know", { dealing: "rented" }, /sold/],
  ["a place in one language only", { place: { en: "Ireland" } }, /place/],
  ["a name in one language only, though written per language", { name: { en: "The hosts" } }, /name/],
  ["a kind in no language", { kind: "payment companies" }, /kind/],
])("%s is refused, and named", (_name, change, says) => {
  const recipients = [{ ...before.recipients[0], ...change }];
  const parsed = policySchema.safeParse({ ...aPolicy, register: [{ ...before, recipients }] });
  expect(JSON.stringify(parsed.error?.issues)).toMatch(says);
});

describe("what is answered in words", () => {
  const offering = (right: RightId, entry: object = {}, more: object = {}) =>
    JSON.stringify(
      policySchema.safeParse({ ...aPolicy, rights: [right], register: [{ ...before, ...entry }], ...more })
        .error?.issues ?? [],
    );
  const weighed = { interest: said("a"), need: said("b"), weighing: said("c") };

  test.each<[string, RightId, object, RegExp]>([
    ["the legal basis without saying whether it must be given", "legal-basis", {}, /requirement/],
    ["the balancing test without saying what allows it", "balancing-test", {}, /"basis"/],
    ["a legitimate interest that was not weighed", "balancing-test", { basis: "interests" }, /balancingTest/],
    ["a legal basis the law does not know", "access", { basis: "good-will" }, /basis/],
  ])("%s is refused, and named", (_name, right, entry, says) => {
    expect(offering(right, entry)).toMatch(says);
  });

  test.each<[string, RightId, object]>([
    ["the legal basis", "legal-basis", { requirement: { kind: "none" } }],
    ["a weighed interest", "balancing-test", { basis: "interests", balancingTest: weighed }],
    ["another basis", "balancing-test", { basis: "duty" }],
    ["nothing of it, where it is not offered", "access", {}],
  ])("%s is taken", (_name, right, entry) => {
    expect(offering(right, entry)).toBe("[]");
  });

  test("a statement answers only what is offered", () => {
    const statements = { "limit-sensitive": said("We do not.") };
    expect(offering("access", {}, { statements })).toMatch(/does not offer/);
    expect(offering("limit-sensitive", {}, { statements })).toBe("[]");
  });
});

describe("what an answer says of selling and sharing", () => {
  const entry = (category: string, recipients: Partial<RegisterEntry["recipients"][number]>[]) => ({
    ...before,
    category,
    recipients: recipients.map((one, index) => ({ ...before.recipients[0], name: `No. ${index}`, ...one })),
  });
  const payment = { kind: said("payment companies", "Zahlungsdienste"), dealing: "disclosed" as const };
  const adverts = { kind: said("advertising companies", "Werbeunternehmen"), dealing: "shared" as const };
  const about = (register: unknown[], locale: "en" | "de" = "en") =>
    assembleAbout(withRegister(register), ["account", "invoices"], ["sold-or-shared"], locale);

  test.each([
    [
      "nobody got any",
      [entry("invoices", [])],
      "In the last twelve months we sold none of this data. We shared none of it with others for advertising on other websites.",
      [],
    ],
    [
      "only for our own business",
      [entry("invoices", [payment])],
      "In the last twelve months we sold none of this data. We shared none of it with others for advertising on other websites.",
      ["payment companies"],
    ],
    [
      "shared for advertising",
      [entry("invoices", [payment]), entry("account", [adverts, adverts])],
      "In the last twelve months we sold none of this data. We shared data of these kinds, so that advertising on other websites fits you: Account (advertising companies). You can tell us to stop.",
      ["payment companies", "advertising companies"],
    ],
    [
      "sold to somebody whose kind is not noted",
      [entry("account", [{ kind: null, dealing: "sold", name: "Kite Ltd" }])],
      "In the last twelve months we sold data of these kinds: Account (Kite Ltd). We shared none of it with others for advertising on other websites.",
      [],
    ],
    ["not noted of one", [entry("account", [payment, { dealing: null }])], null, ["payment companies"]],
    ["nothing noted of these kinds at all", [entry("messages", [adverts])], null, []],
  ])("%s", (_name, register, soldOrShared, thirdPartyKinds) => {
    expect(about(register)).toMatchObject({ soldOrShared, thirdPartyKinds });
  });

  test("a name that is made of words is told in the reader's language, one of a company as it is", () => {
    const hosts = said("The hosts of your meetings", "Die Gastgeber Ihrer Treffen");
    const register = [
      entry("account", [
        { name: hosts, dealing: "sold" },
        { name: "Kite Ltd", dealing: "sold" },
      ]),
    ];
    expect(about(register, "de").categories[0]?.recipients.map(({ name }) => name)).toEqual([
      "Die Gastgeber Ihrer Treffen",
      "Kite Ltd",
    ]);
    expect(about(register, "de").soldOrShared).toContain("(Die Gastgeber Ihrer Treffen, Kite Ltd)");
    expect(about(register, "en").soldOrShared).toContain("(The hosts of your meetings, Kite Ltd)");
  });

  test("in German, places too", () => {
    const german = about([entry("account", [{ ...adverts, place: said("United States", "USA") }])], "de");
    expect(german.soldOrShared).toContain("(Werbeunternehmen)");
    expect(german.categories[0]?.recipients[0]?.place).toBe("USA");
  });
});
