import { describe, expect, test } from "vitest";
import { aPolicy } from "#db/factories.ts";
import { rightIds, type RightId } from "#lib/rights/ids.ts";
import type { Answers } from "./draft.ts";
import { requestFrom } from "./request.ts";
import { settingFor, type House } from "./setting.ts";
import { firstOpen, mayOpen, neededSteps, placeOf, stepAfter } from "./steps.ts";

const colleague = {
  id: "colleague",
  label: { en: "I work for you", de: "Ich arbeite bei Ihnen" },
  elsewhere: {
    text: { en: "See the staff notice.", de: "Siehe die Erklärung für das Personal." },
    notice: "https://harbour.example/staff",
  },
};
const theirs = { id: "theirs", label: { en: "A partner's customer", de: "Kundin" }, controller: "asked" };
const sols = { id: "sols", label: { en: "A customer of Sol", de: "Kundin" }, controller: "Sol de Casa" };
const house: House = {
  policy: { ...aPolicy, relationships: [...aPolicy.relationships, colleague, theirs, sols] },
  controllers: [{ id: "8f14e45f-ceea-467f-a0e6-1c2b3d4e5f60", name: "Sol de Casa" }],
  now: new Date("2026-11-24T10:00:00Z"),
  hasProvider: true,
  isSignedIn: false,
};
const facts = { "account-number": "HL 4471 0936", "last-invoice": "18.40|2026-10" };
const maya: Answers = {
  residence: "GB",
  rights: ["access"],
  whose: "me",
  relationship: "customer",
  contact: { name: "Maya Santos", email: "maya@mail.example", telephone: null },
  narrow: { text: null },
  proof: { method: "facts", facts, asked: 2 },
};
const without = (answers: Answers, ...keys: (keyof Answers)[]) =>
  Object.fromEntries(
    Object.entries(answers).filter(([key]) => !keys.includes(key as keyof Answers)),
  ) as Answers;

describe("what is asked where the answer is words alone", () => {
  const statements = { "limit-sensitive": { en: "We do not.", de: "Das tun wir nicht." } };
  const contactFor = (rights: RightId[]) =>
    settingFor({ ...house, policy: { ...house.policy, statements } }, { residence: "DE", rights }, "en")
      .contact;

  test.each<[RightId[], string]>([
    [["legal-basis"], "reply"],
    [["balancing-test", "limit-sensitive"], "reply"],
    // Something is looked for and done beside it.
    [["legal-basis", "opt-out-sale"], "address"],
    [["legal-basis", "access"], "whole"],
    [[], "address"],
  ])("%s: %s", (rights, contact) => {
    expect(contactFor(rights)).toBe(contact);
  });
});

describe("which pages are necessary", () => {
  test.each<[string, Answers, string[]]>([
    ["nothing answered yet", {}, ["residence", "rights", "contact", "check"]],
    ["a copy", maya, ["residence", "rights", "whose", "relationship", "contact", "narrow", "proof", "check"]],
    [
      "a correction",
      { ...maya, rights: ["rectification"] },
      ["residence", "rights", "whose", "details", "relationship", "contact", "proof", "files", "check"],
    ],
    [
      "Q14: another way to prove who she is, which a paper may help",
      { ...maya, proof: { method: "other", note: null } },
      ["residence", "rights", "whose", "relationship", "contact", "narrow", "proof", "files", "check"],
    ],
    [
      "somebody of whom another notice tells",
      { ...maya, relationship: "colleague" },
      ["residence", "rights", "whose", "relationship", "elsewhere", "contact", "narrow", "proof", "check"],
    ],
    [
      "the same who only says no: nobody asks how she knows the house",
      { residence: "US-CA", rights: ["opt-out-sale"], relationship: "colleague" },
      ["residence", "rights", "contact", "check"],
    ],
    [
      "somebody for whom another decides: to whom the data was given, and no proof here",
      { ...maya, relationship: "theirs" },
      ["residence", "rights", "whose", "relationship", "controller", "contact", "narrow", "check"],
    ],
    [
      "the same who is one of our own too",
      { ...maya, relationship: "theirs", controller: { for: "theirs", id: null, name: null, also: true } },
      ["residence", "rights", "whose", "relationship", "controller", "contact", "narrow", "proof", "check"],
    ],
    [
      "an answer about another relationship does not count",
      { ...maya, relationship: "theirs", controller: { for: "sols", id: null, name: null, also: true } },
      ["residence", "rights", "whose", "relationship", "controller", "contact", "narrow", "check"],
    ],
    [
      "a correction there: a paper may help them",
      { ...maya, rights: ["rectification"], relationship: "theirs" },
      ["residence", "rights", "whose", "details", "relationship", "controller", "contact", "files", "check"],
    ],
    [
      "a copy and a deletion",
      { ...maya, rights: ["access", "erasure"] },
      ["residence", "rights", "whose", "details", "relationship", "contact", "narrow", "proof", "check"],
    ],
    [
      "Q8: only an opt-out, nothing to prove",
      { residence: "US-CA", rights: ["opt-out-sale"] },
      ["residence", "rights", "contact", "check"],
    ],
    [
      "Q8: two opt-outs",
      { residence: "US-CA", rights: ["opt-out-sale", "limit-sensitive"] },
      ["residence", "rights", "contact", "check"],
    ],
    [
      "an explanation that is about nobody in particular",
      { residence: "DE", rights: ["balancing-test"] },
      ["residence", "rights", "contact", "check"],
    ],
    [
      "an opt-out and a copy",
      { ...maya, rights: ["access", "opt-out-sale"] },
      ["residence", "rights", "whose", "relationship", "contact", "narrow", "proof", "check"],
    ],
    [
      "by login",
      { ...maya, proof: { method: "login" } },
      ["residence", "rights", "whose", "relationship", "contact", "narrow", "proof", "sign-in", "check"],
    ],
    [
      "V4: a copy in California, by three facts",
      {
        ...maya,
        residence: "US-CA",
        proof: { method: "facts", facts: { ...facts, postcode: "95811" }, asked: 3 },
      },
      ["residence", "rights", "whose", "relationship", "contact", "narrow", "proof", "declaration", "check"],
    ],
    [
      "V4: the same by two facts: kinds of data only, nothing to declare",
      { ...maya, residence: "US-CA", proof: { method: "facts", facts, asked: 3 } },
      ["residence", "rights", "whose", "relationship", "contact", "narrow", "proof", "check"],
    ],
    [
      "V4: by login, nothing to declare",
      { ...maya, residence: "US-CA", proof: { method: "login" } },
      ["residence", "rights", "whose", "relationship", "contact", "narrow", "proof", "sign-in", "check"],
    ],
    [
      "a deletion in California wants no declaration",
      {
        ...maya,
        residence: "US-CA",
        rights: ["erasure"],
        proof: { method: "facts", facts: { ...facts, postcode: "95811" }, asked: 2 },
      },
      ["residence", "rights", "whose", "details", "relationship", "contact", "proof", "check"],
    ],
  ])("%s", (_what, answers, pages) => expect(neededSteps(answers, house)).toEqual(pages));
});

describe("what is still open", () => {
  test.each<[string, Answers, string]>([
    ["nothing answered yet", {}, "residence"],
    ["a place that is none", { residence: "XX" }, "residence"],
    ["the United States without a state", { residence: "US" }, "residence"],
    ["everything", maya, "check"],
    ["no right chosen", { ...maya, rights: [] }, "rights"],
    ["a right that the organisation does not offer", { ...maya, rights: ["limit-sensitive"] }, "rights"],
    [
      "a correction that says nothing",
      { ...maya, rights: ["rectification"], details: { rectification: "" } },
      "details",
    ],
    [
      "an optional word left out on purpose",
      { ...maya, rights: ["erasure"], details: { erasure: "" } },
      "check",
    ],
    ["an optional word never asked for", { ...maya, rights: ["erasure"] }, "details"],
    ["no way to reach her", { ...maya, contact: { name: "Maya", email: null, telephone: null } }, "contact"],
    [
      "a telephone alone",
      { ...maya, contact: { name: "Maya", email: null, telephone: "+44 7700 900142" } },
      "check",
    ],
    [
      "the address of an opt-out, but a copy now",
      { ...maya, contact: { name: null, email: "m@mail.example", telephone: null } },
      "contact",
    ],
    [
      "one fact alone",
      { ...maya, proof: { method: "facts", facts: { "account-number": "HL 1" }, asked: 2 } },
      "proof",
    ],
    [
      "facts without the one that finds her",
      { ...maya, proof: { method: "facts", facts: { postcode: "BS6", "born-on": "1990-01-03" }, asked: 2 } },
      "proof",
    ],
    ["two facts, moved to California since: three are asked there", { ...maya, residence: "US-CA" }, "proof"],
    ["login, not signed in", { ...maya, proof: { method: "login" } }, "sign-in"],
    ["another way", { ...maya, proof: { method: "other", note: null } }, "check"],
  ])("%s: %s", (_what, answers, page) => expect(firstOpen(answers, house)).toBe(page));

  test("login counts only while signed in, and only where there is a provider", () => {
    const answers: Answers = { ...maya, proof: { method: "login" } };
    expect(firstOpen(answers, { ...house, isSignedIn: true })).toBe("check");
    expect(firstOpen(answers, { ...house, isSignedIn: true, hasProvider: false })).toBe("proof");
  });
});

describe("the way through", () => {
  test("page by page, as often as she goes back", () => {
    expect(stepAfter("residence", { residence: "GB" }, house, { isChange: false })).toBe("rights");
    expect(stepAfter("residence", maya, house, { isChange: false })).toBe("rights");
    expect(stepAfter("proof", maya, house, { isChange: false })).toBe("check");
    expect(placeOf("proof", maya, house)).toEqual({ step: 7, steps: 8, before: "narrow" });
    expect(placeOf("residence", {}, house)).toEqual({ step: 1, steps: 8, before: null });
    expect(placeOf("rights", { residence: "GB", wanted: "opt-out-sale" }, house)).toEqual({
      step: 2,
      steps: 4,
      before: "residence",
    });
  });

  test("never past a question that waits", () => {
    expect(stepAfter("contact", without(maya, "rights"), house, { isChange: false })).toBe("rights");
    expect(mayOpen("check", without(maya, "narrow"), house)).toBe(false);
    expect(mayOpen("proof", without(maya, "narrow"), house)).toBe(false);
    expect(mayOpen("narrow", without(maya, "narrow"), house)).toBe(true);
    expect(mayOpen("declaration", maya, house)).toBe(false);
    expect(mayOpen("files", without(maya, "proof"), house)).toBe(false);
  });

  test("to the files whenever everything is answered, though nobody has to stop there", () => {
    expect(mayOpen("files", maya, house)).toBe(true);
    expect(stepAfter("proof", maya, house, { isChange: false })).toBe("check");
    expect(
      stepAfter("proof", { ...maya, proof: { method: "other", note: null } }, house, { isChange: false }),
    ).toBe("files");
    expect(firstOpen({ ...maya, proof: { method: "other", note: null } }, house)).toBe("check");
  });

  test("Q6: from a Change link back to the check, unless a question has become necessary", () => {
    expect(stepAfter("contact", maya, house, { isChange: true })).toBe("check");
    expect(
      stepAfter("rights", { ...maya, rights: ["access", "rectification"] }, house, { isChange: true }),
    ).toBe("details");
    expect(stepAfter("residence", { ...maya, residence: "US-CA" }, house, { isChange: true })).toBe("proof");
  });

  test("who is signed in already does not stop at the sign-in", () => {
    const answers: Answers = { ...maya, proof: { method: "login" } };
    expect(stepAfter("proof", answers, house, { isChange: false })).toBe("sign-in");
    expect(stepAfter("proof", answers, { ...house, isSignedIn: true }, { isChange: false })).toBe("check");
  });
});

describe("the request they make", () => {
  test("everything that was answered, and nothing that is not asked any more", () => {
    expect(requestFrom(maya, house)).toMatchObject({
      residence: "GB",
      rights: ["access"],
      name: "Maya Santos",
      proof: { method: "facts", facts },
      declaration: null,
    });
    expect(
      requestFrom(
        {
          ...maya,
          details: { rectification: "old" },
          declaration: { name: "M", place: "P", on: "2026-11-24" },
        },
        house,
      ),
    ).toMatchObject({ details: {}, declaration: null });
    expect(
      requestFrom(
        { ...maya, rights: ["erasure"], details: { erasure: "all" }, narrow: { text: "old" } },
        house,
      ),
    ).toMatchObject({ narrow: null, details: { erasure: "all" } });
    expect(requestFrom(without(maya, "narrow"), house)).toBeNull();
  });

  test("V4: the declaration goes with three facts", () => {
    const proof = { method: "facts", facts: { ...facts, postcode: "95811" }, asked: 3 } as const;
    const declaration = { name: "Maya Santos", place: "Oakland, California", on: "2026-11-24" };
    expect(requestFrom({ ...maya, residence: "US-CA", proof }, house)).toBeNull();
    expect(requestFrom({ ...maya, residence: "US-CA", proof, declaration }, house)).toMatchObject({
      declaration,
    });
  });

  test("Q8: an opt-out carries a place and one address", () => {
    const answers: Answers = {
      residence: "US-CA",
      rights: ["opt-out-sale"],
      contact: { name: null, email: "m@mail.example", telephone: null },
    };
    expect(requestFrom(answers, house)).toMatchObject({
      name: "m@mail.example",
      email: "m@mail.example",
      proof: { method: "none" },
      relationship: "not-asked",
    });
    const long = `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(50)}.example`;
    expect(
      requestFrom({ ...answers, contact: { name: null, email: long, telephone: null } }, house)?.name,
    ).toHaveLength(200);
  });

  test("every right can be asked for alone, from every place the laws know and from elsewhere", () => {
    const shineTheLight = {
      email: "privacy@harbour.example",
      channels: ["portal" as const],
      wants: ["name" as const],
    };
    const all: House = { ...house, policy: { ...aPolicy, rights: [...rightIds], shineTheLight } };
    const ofCalifornia = {
      notice: { firstName: "Maya", lastName: "Santos", address: "1 Sun Road" },
      certificate: { household: true, on: "2026-11-24" },
    };
    for (const right of rightIds) {
      for (const residence of ["DE", "GB", "US-CA", "US-VA", "US-CO", "US-TX", "JP"]) {
        const answers: Answers = {
          ...maya,
          ...ofCalifornia,
          residence,
          rights: [right as RightId],
          details: { [right]: "words" },
          proof: { method: "other", note: null },
        };
        if (right === "shine-the-light" && residence !== "US-CA") {
          expect(requestFrom(answers, all), `${right} from ${residence}`).toBeNull();
          continue;
        }
        expect(requestFrom(answers, all), `${right} from ${residence}`).toMatchObject({
          residence,
          rights: [right],
        });
      }
    }
  });
});

test("who was led to another notice goes on only by saying so, and again for another relationship", () => {
  const led = { ...maya, relationship: "colleague" };
  expect(firstOpen(led, house)).toBe("elsewhere");
  expect(requestFrom(led, house)).toBeNull();
  expect(stepAfter("relationship", led, house, { isChange: true })).toBe("elsewhere");
  expect(firstOpen({ ...led, elsewhere: "colleague" }, house)).toBe("check");
  expect(firstOpen({ ...led, elsewhere: "somebody-else" }, house)).toBe("elsewhere");
  expect(mayOpen("elsewhere", maya, house)).toBe(false);
});

describe("to whom she gave her data", () => {
  const said = { id: house.controllers?.[0]?.id ?? "", name: null, also: false };
  const asks = { ...maya, relationship: "theirs" };

  test("is asked with the names that are public, one of them chosen where the relationship names it", () => {
    expect(settingFor(house, asks, "en").controller).toEqual({
      for: "theirs",
      choices: house.controllers,
      chosen: null,
    });
    expect(settingFor(house, { ...maya, relationship: "sols" }, "en").controller?.chosen).toBe(said.id);
    expect(settingFor(house, maya, "en").controller).toBeNull();
  });

  test("waits for an answer, and the request then carries it without a proof of ours", () => {
    expect(firstOpen(asks, house)).toBe("controller");
    const { controller, proof, relationship, name } = requestFrom(
      { ...asks, controller: { for: "theirs", ...said } },
      house,
    ) ?? { proof: null };
    expect({ controller, proof, relationship, name }).toEqual({
      controller: said,
      proof: { method: "other", note: null },
      relationship: "theirs",
      name: "Maya Santos",
    });
  });

  test("where she is ours too, her proof goes along", () => {
    const request = requestFrom({ ...asks, controller: { for: "theirs", ...said, also: true } }, house);
    expect(request?.proof).toEqual({ method: "facts", facts });
  });
});

describe("for a child", () => {
  const child = { name: "Toby Lawson", born: "2014-03-09", relation: "parent" };
  const parent: Answers = { ...maya, whose: "child", child };

  test("is asked who the child is, and not to sign in", () => {
    expect(neededSteps({ ...parent, child: undefined } as never, house)).toContain("child");
    expect(settingFor(house, parent, "en").methods).toEqual(["facts", "other"]);
    expect(settingFor(house, maya, "en").methods).toContain("login");
    expect(requestFrom(parent, house)?.child).toEqual(child);
  });

  test("who chose herself again leaves the child behind", () => {
    expect(requestFrom({ ...parent, whose: "me" }, house)?.child).toBeNull();
  });

  test.each([
    ["2010-11-24", "grown-up"],
    ["2010-11-25", "check"],
  ])("born on %s, asked on 24 November 2026 where 16 is the age: %s", (born, open) => {
    const answers = { ...parent, child: { ...child, born } };
    expect(firstOpen(answers, house)).toBe(open);
    expect(requestFrom(answers, house) === null).toBe(open === "grown-up");
    expect(mayOpen("check", answers, house)).toBe(open === "check");
  });

  test("a sign-in that was chosen before no longer counts", () => {
    const signedIn = { ...house, isSignedIn: true };
    expect(firstOpen({ ...parent, proof: { method: "login" } }, signedIn)).toBe("proof");
  });

  test("an opt-out is for whomever: nothing of it is asked", () => {
    const steps = neededSteps({ ...parent, rights: ["opt-out-sale"] }, house);
    expect(steps).not.toContain("whose");
    expect(steps).not.toContain("child");
  });

  test("as somebody the policy does not know nobody asks", () => {
    expect(firstOpen({ ...parent, child: { ...child, relation: "neighbour" } }, house)).toBe("child");
  });
});
