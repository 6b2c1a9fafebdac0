import { describe, expect, test } from "vitest";
import { aPolicy } from "#db/factories.ts";
import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { rights } from "#lib/rights/index.ts";
import { toldAnswer } from "./told.ts";

const said = (en: string, de = en) => ({ en, de });
const entry = (category: string, more: object = {}) => ({
  category,
  source: "shop",
  purposes: [said(`For ${category}.`, `Für ${category}.`), said("And more.", "Und mehr.")],
  legalBasis: said("we need it."),
  basis: "contract",
  requirement: { kind: "none" },
  recipients: [],
  origin: said("From you."),
  retention: said("2 years."),
  transfers: null,
  automatedDecisions: null,
  ccpaCategory: null,
  ...more,
});
const weighed = { interest: said("To sell."), need: said("It takes it."), weighing: said("You win.") };
const policy = (register: object[], more: object = {}): Policy =>
  policySchema.parse({ ...aPolicy, register, ...more });
const texts = (one: Policy, right: Parameters<typeof toldAnswer>[1], locale: "en" | "de" = "en") =>
  toldAnswer(one, right, "2026-11-24", locale)?.sections.map(({ title, texts: lines }) => [title, ...lines]);

test("every right that is told from the register has an answer, whatever the register holds", () => {
  for (const right of rightIds) {
    const answer = toldAnswer(policy([]), right, "2026-11-24", "en");
    expect([right, answer !== null]).toEqual([right, rights[right].plan === "register"]);
    if (answer) expect(answer.sections[0]?.texts[0]).toMatch(/\w{3}/);
  }
});

describe("the legal basis", () => {
  test("is told per kind of data in the order of the policy, with whether it must be given", () => {
    const words = said("Without it there is no parcel.");
    const register = [
      entry("messages"),
      entry("account", { requirement: { kind: "contractual", words } }),
      entry("account", { source: "desk", requirement: { kind: "statutory", words: null } }),
    ];
    expect(texts(policy(register), "legal-basis")?.slice(1)).toEqual([
      [
        "Account",
        "What for: For account. And more.",
        "Legal reason: we need it.",
        "Must you give us this data? Our contract with you needs it. Without it there is no parcel.",
        "What for: For account. And more.",
        "Legal reason: we need it.",
        "Must you give us this data? Yes, a law says so.",
      ],
      [
        "Messages",
        "What for: For messages. And more.",
        "Legal reason: we need it.",
        "Must you give us this data? No.",
      ],
    ]);
    expect(texts(policy(register), "legal-basis", "de")?.[2]).toContain(
      "Müssen Sie uns diese Daten geben? Nein.",
    );
  });
});

describe("the balancing test", () => {
  test("is told of what rests on legitimate interests, and of nothing else", () => {
    const register = [
      entry("account"),
      entry("messages", { basis: "interests", balancingTest: weighed }),
      // Weighed once and resting on consent now: not told.
      entry("invoices", { basis: "consent", balancingTest: weighed }),
    ];
    const told = texts(policy(register), "balancing-test");
    expect(told?.map(([title]) => title)).toEqual([null, "Messages", null]);
    expect(told?.[1]?.slice(2)).toEqual([
      "What we want with it: To sell.",
      "Why it takes this data: It takes it.",
      "How we weighed it: You win.",
    ]);
    expect(told?.[2]?.[1]).toContain("at any time");
  });

  test("says so where nothing rests on them", () => {
    expect(texts(policy([entry("account")]), "balancing-test")).toEqual([
      [null, expect.stringContaining("nothing to weigh")],
    ]);
  });
});

describe("who used data for its own advertising", () => {
  const use = {
    from: 2024,
    to: 2025,
    kinds: ["products", "name-and-address"],
    address: "1 Sun Road",
    sells: null,
  };
  const recipient = (name: string, directMarketing: object | null) => ({
    name,
    place: null,
    why: said("They advertise."),
    directMarketing,
  });
  const register = [
    entry("account", { recipients: [recipient("Sundial", use), recipient("Host Ltd", null)] }),
    entry("invoices", {
      recipients: [
        recipient("Sundial", { ...use, to: null, kinds: ["email", "products"] }),
        recipient("Moon", { ...use, from: 2026, to: null, sells: said("Lamps.", "Lampen.") }),
      ],
    }),
  ];
  const inYear = (receivedOn: string, locale: "en" | "de" = "en") =>
    toldAnswer(
      policy(register, {
        rights: ["shine-the-light"],
        shineTheLight: { email: "privacy@harbour.example", channels: ["portal"], wants: ["name"] },
      }),
      "shine-the-light",
      receivedOn,
      locale,
    )?.sections.map(({ title, texts: lines }) => [title, ...lines]);

  test("is told for the calendar year before, each once, with all it got in the order of the law", () => {
    expect(inYear("2026-01-01")).toEqual([
      [null, expect.stringContaining("In 2025 we gave")],
      [
        "Sundial",
        "Address: 1 Sun Road",
        "What they got: name and address; e-mail address; kind of product bought, leased or rented",
      ],
    ]);
    expect(inYear("2026-12-31")).toEqual(inYear("2026-01-01"));
  });

  test("in another year it is another answer, in German too", () => {
    const told = inYear("2027-02-03", "de");
    expect(told?.map(([title]) => title)).toEqual([null, "Sundial", "Moon"]);
    expect(told?.[1]?.[2]).toBe(
      "Was sie bekommen haben: E-Mail-Adresse; Art der gekauften, geleasten oder gemieteten Waren",
    );
    expect(told?.[2]).toContain("Was sie anbieten: Lampen.");
  });

  test("is nobody where nobody did, which is said", () => {
    expect(inYear("2024-05-05")).toEqual([[null, expect.stringMatching(/^In 2023 we gave no data/)]]);
  });
});

test("a statement answers in her language, also a right that otherwise takes work", () => {
  const rightsOffered = [...aPolicy.rights, "limit-sensitive"];
  const statements = { "limit-sensitive": said("We do not.", "Das tun wir nicht.") };
  const one = policy([], { rights: rightsOffered, statements });
  expect(toldAnswer(one, "limit-sensitive", "2026-11-24", "de")).toEqual({
    kind: "statement",
    sections: [{ title: null, texts: ["Das tun wir nicht."] }],
  });
  expect(toldAnswer(one, "opt-out-sale", "2026-11-24", "de")).toBeNull();
});
