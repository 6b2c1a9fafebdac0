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
  toldAnswer(one, right, locale)?.sections.map(({ title, texts: lines }) => [title, ...lines]);

test("every right that is told from the register has an answer, whatever the register holds", () => {
  for (const right of rightIds) {
    const answer = toldAnswer(policy([]), right, "en");
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

test("a statement answers in her language, also a right that otherwise takes work", () => {
  const rightsOffered = [...aPolicy.rights, "limit-sensitive"];
  const statements = { "limit-sensitive": said("We do not.", "Das tun wir nicht.") };
  const one = policy([], { rights: rightsOffered, statements });
  expect(toldAnswer(one, "limit-sensitive", "de")).toEqual({
    kind: "statement",
    sections: [{ title: null, texts: ["Das tun wir nicht."] }],
  });
  expect(toldAnswer(one, "opt-out-sale", "de")).toBeNull();
});
