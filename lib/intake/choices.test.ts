import { describe, expect, test } from "vitest";
import { aPolicy } from "#db/factories.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { Answers } from "./draft.ts";
import { requestFrom } from "./request.ts";
import { stepSchema, type FormStep } from "./schemas.ts";
import { settingFor, type House } from "./setting.ts";
import { firstOpen, neededSteps } from "./steps.ts";
import { summaryOf } from "./summary.ts";

const policy: Policy = {
  ...aPolicy,
  rights: [...aPolicy.rights, "opt-out-marketing", "withdraw-consent"],
  marketing: ["email", "sms"],
  consents: [
    { id: "cookies", label: { en: "Cookies", de: "Cookies" }, needsProof: false },
    { id: "club", label: { en: "The club", de: "Der Club" }, needsProof: true },
  ],
};
const house: House = { policy, now: new Date("2026-11-24T10:00:00Z"), hasProvider: false, isSignedIn: false };
const stopping: Answers = { residence: "US-CA", rights: ["opt-out-marketing"] };
const taking: Answers = { residence: "DE", rights: ["withdraw-consent"] };

function check(step: FormStep, typed: object, answers: Answers) {
  const read = stepSchema(step, settingFor(house, answers, "en")).safeParse(typed);
  return read.success
    ? read.data
    : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join("."), message]));
}

describe("one thing that identifies the record, and no more", () => {
  test.each([
    [
      { by: "email", email: " a@mail.example " },
      { name: null, email: "a@mail.example", telephone: null },
    ],
    [
      { by: "telephone", telephone: "+44 20 7946 0018" },
      { name: null, email: null, telephone: "+44 20 7946 0018" },
    ],
    // Of what was typed beside the choice, or sent by hand, nothing is kept.
    [
      { by: "telephone", telephone: "020 7946 0018", email: "a@mail.example", name: "Maya", how: "facts" },
      { name: null, email: null, telephone: "020 7946 0018" },
    ],
    [{ by: "email", email: "" }, { email: "address" }],
    [{ by: "telephone", telephone: "call me" }, { telephone: "number" }],
    [{ by: "telephone", email: "a@mail.example" }, { telephone: "number" }],
    [{ email: "a@mail.example" }, { by: "by" }],
    [{ by: "fax", email: "a@mail.example" }, { by: "by" }],
  ])("%j", (typed, wanted) => expect(check("contact", typed, stopping)).toEqual(wanted));

  test("a number alone does only where the organisation reaches people by telephone", () => {
    const contact = { name: null, email: null, telephone: "020 7946 0018" };
    const byMail = { ...house, policy: { ...policy, marketing: ["email", "letter"] as Policy["marketing"] } };
    expect(firstOpen({ ...stopping, contact }, house)).toBe("check");
    expect(firstOpen({ ...stopping, contact }, byMail)).toBe("contact");
    expect(settingFor(byMail, stopping, "en").contact).toBe("address");
    // What is told in writing needs an address.
    expect(settingFor(house, { rights: ["opt-out-marketing", "legal-basis"] }, "en").contact).toBe("address");
  });

  test("a request by number has that number, no name, no address and no proof", () => {
    const contact = { name: "Typed earlier", email: null, telephone: "020 7946 0018" };
    expect(requestFrom({ ...stopping, contact, proof: { method: "login" } }, house)).toMatchObject({
      name: "020 7946 0018",
      email: null,
      telephone: "020 7946 0018",
      relationship: "not-asked",
      proof: { method: "none" },
    });
    const lines = summaryOf({ ...stopping, contact }, house, "en").flatMap((section) => section.lines);
    expect(lines.find(({ step }) => step === "contact")?.lines).toEqual(["020 7946 0018"]);
  });

  test("with an address, a number that was typed for something else is not kept", () => {
    const contact = { name: "Maya", email: "a@mail.example", telephone: "020 7946 0018" };
    expect(requestFrom({ ...stopping, contact }, house)).toMatchObject({ telephone: null });
  });
});

describe("which consents are taken back", () => {
  test.each<[string, string[], string[]]>([
    [
      "no service hangs on it: nothing is proved",
      ["cookies"],
      ["residence", "rights", "consents", "contact", "check"],
    ],
    [
      "a service hangs on it: it is proved",
      ["club"],
      ["residence", "rights", "consents", "whose", "relationship", "contact", "proof", "check"],
    ],
    [
      "one of each",
      ["cookies", "club"],
      ["residence", "rights", "consents", "whose", "relationship", "contact", "proof", "check"],
    ],
    [
      "something without a name: she says what",
      ["other"],
      ["residence", "rights", "consents", "whose", "details", "relationship", "contact", "proof", "check"],
    ],
  ])("%s", (_what, consents, steps) => {
    expect(neededSteps({ ...taking, consents }, house)).toEqual(steps);
  });

  test("it is asked before anything else is, and what the policy does not name is asked again", () => {
    expect(firstOpen(taking, house)).toBe("consents");
    expect(firstOpen({ ...taking, consents: ["cookies", "gone"] }, house)).toBe("consents");
    expect(check("consents", {}, taking)).toEqual({ consents: "consents" });
    expect(check("consents", { consents: ["club", "nonsense"] }, taking)).toEqual(["club"]);
  });

  test("where the policy names none, she says it in her own words and proves who she is", () => {
    const plain = { ...house, policy: { ...policy, consents: undefined } as unknown as Policy };
    expect(neededSteps(taking, plain)).toEqual([
      "residence",
      "rights",
      "whose",
      "details",
      "relationship",
      "contact",
      "proof",
      "check",
    ]);
  });

  test("the request names them, and none that is not asked for any more", () => {
    const contact = { name: null, email: "a@mail.example", telephone: null };
    expect(requestFrom({ ...taking, consents: ["cookies"], contact }, house)).toMatchObject({
      consents: ["cookies"],
      proof: { method: "none" },
    });
    expect(requestFrom({ ...stopping, consents: ["cookies"], contact }, house)?.consents).toEqual([]);
  });
});
