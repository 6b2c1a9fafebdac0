import { describe, expect, it } from "vitest";
import { rightIds, type RightId } from "#lib/rights/ids.ts";
import { composeAppealLetter, composeLetter, letterHtml, letterText } from "./letter.ts";
import type { Letter, LetterClaim, LetterInput, LetterRoute, LetterSearch } from "./letter.ts";

const ukRoute: LetterRoute = {
  kind: "complaint",
  windowDays: 60,
  lastOn: null,
  acknowledgeDays: 30,
  decideDays: null,
  regulators: [
    { name: "Information Commissioner", url: "https://ico.example/complain", post: "1 High Street" },
  ],
  court: true,
};
const virginiaRoute: LetterRoute = {
  kind: "appeal",
  windowDays: 60,
  lastOn: "2027-01-23",
  acknowledgeDays: null,
  decideDays: 60,
  regulators: [{ name: "Attorney General of Virginia", url: null, post: null }],
  court: false,
};
const claim = (
  right: RightId,
  outcome: LetterClaim["outcome"],
  more: Partial<LetterClaim> = {},
): LetterClaim => ({
  right,
  outcome,
  reasons: [],
  tasks: [],
  route: ukRoute,
  ...more,
});
const search = (more: Partial<LetterSearch> = {}): LetterSearch => ({
  copy: "everything",
  places: 3,
  found: 318,
  given: 318,
  files: 6,
  covered: 0,
  ...more,
});
const noPromises: LetterInput["promises"] = {
  deleted: [],
  unopened: [],
  accountOwner: null,
  restarted: [],
  answerThemselves: [],
  notices: [],
  complaints: [],
};
const letter = (more: Partial<LetterInput> = {}): LetterInput => ({
  locale: "en",
  reference: "HB-7K4Q-2M9X",
  organisation: { name: "Instant Prospect Conversion", place: "Dublin" },
  personName: "Maya Santos",
  identity: "proved",
  identityLaw: "UK GDPR Art. 12(6)",
  requestedOn: "2026-11-03",
  writtenOn: "2026-11-24",
  claims: [claim("access", "granted")],
  search: search(),
  leftOut: [],
  sentWithout: [],
  promises: noPromises,
  byPost: null,
  ...more,
});

describe("what the letter says", () => {
  const refusal = claim("access", "refused", {
    reasons: [{ text: "You asked for the same last week.", law: "Art. 12(5)" }],
  });
  it.each<[string, Partial<LetterInput>, string, string[]]>([
    [
      "all given",
      {},
      "Here is the copy of your data",
      ["318 records about you. You get all of them, with 6 files."],
    ],
    [
      "some given, some words covered",
      {
        claims: [claim("access", "in-part")],
        search: search({ given: 1316, found: 1318, files: 1, covered: 3 }),
      },
      "Here is the copy of your data, without some parts",
      [
        "found 1,318 records",
        "You get 1,316 of them, with one file.",
        "In 3 records we have covered some words.",
      ],
    ],
    [
      "one record",
      { search: search({ places: 1, found: 1, given: 1, files: 0 }) },
      "Here is the copy of your data",
      ["We looked in one place and found one record about you. You get it."],
    ],
    [
      "all withheld",
      { claims: [claim("access", "in-part")], search: search({ given: 0 }) },
      "Here is the copy of your data, without some parts",
      ["The reason is below."],
    ],
    [
      "nothing held",
      { search: search({ found: 0, given: 0, files: 0 }) },
      "We found no data about you",
      ["We found no data about you there."],
    ],
    [
      "kinds only",
      { search: search({ copy: "kinds" }) },
      "These are the kinds of data we have about you",
      ["tell us one more fact"],
    ],
    [
      "refused",
      { claims: [refusal], search: null },
      "We cannot give you a copy of your data",
      ["You asked for the same last week. (Art. 12(5))"],
    ],
    [
      "erased",
      {
        claims: [
          claim("erasure", "granted", {
            tasks: [{ where: "Account database", outcome: "done", note: null }],
          }),
        ],
        search: null,
      },
      "We have deleted your data",
      ["- Account database: deleted"],
    ],
    [
      "corrected in part",
      {
        claims: [
          claim("rectification", "in-part", {
            tasks: [
              { where: "Invoices", outcome: "not-done", note: "An invoice may not be changed." },
              { where: "Helpdesk", outcome: "nothing-there", note: null },
            ],
          }),
        ],
        search: null,
      },
      "We have done part of what you asked",
      ["- Invoices: not done. An invoice may not be changed.", "- Helpdesk: nothing of yours there"],
    ],
    [
      "two rights",
      { claims: [claim("access", "granted"), claim("erasure", "refused")] },
      "Our answer to what you asked",
      [
        "for a copy of your data and to delete your data.",
        "The copy of your data\n",
        "Deleting your data\n\nWe cannot do this.",
      ],
    ],
    [
      "granted, and kept in one place all the same",
      {
        claims: [
          claim("erasure", "granted", {
            tasks: [
              { where: "Account", outcome: "done", note: null },
              { where: "Invoices", outcome: "not-done", note: "They are kept for six years." },
            ],
          }),
        ],
        search: null,
      },
      "We have done part of what you asked",
      ["We have done part of this.", "They are kept for six years."],
    ],
    [
      "left out, and sent without a place",
      {
        leftOut: [
          {
            what: "Messages with our lawyers",
            count: 2,
            reason: "They are private",
            law: "Sch. 2 para. 19",
            ask: null,
          },
        ],
        sentWithout: [{ place: "Marketing exports", reason: "the file is damaged", records: 0 }],
      },
      "Here is the copy of your data",
      [
        "- Messages with our lawyers. They are private. (Sch. 2 para. 19): 2 records",
        "We looked in 2 places and found",
        "goes out without one place:",
        "- Marketing exports: the file is damaged.",
      ],
    ],
    [
      "one place read in part, another not at all",
      {
        sentWithout: [
          { place: "Support desk", reason: "It broke down", records: 5 },
          { place: "Marketing exports", reason: "the file is damaged", records: 0 },
        ],
      },
      "Here is the copy of your data",
      [
        // The one that was read in part was looked in.
        "We looked in 2 places and found",
        "goes out without one place:",
        "In one place our search stopped half-way. This answer is made from what we had read by then, without the rest:",
        "- Support desk: 5 records read. It broke down.",
      ],
    ],
    [
      "by post",
      { byPost: { writeTo: "Privacy, 1 Quay Street, Dublin" } },
      "Here is the copy of your data",
      [
        "The copy is on the pages that come with this letter.",
        "If you do not use the page of your request, write to us: Privacy, 1 Quay Street, Dublin.",
      ],
    ],
  ])("%s", (_name, more, title, sentences) => {
    const written = composeLetter(letter(more));
    const text = letterText(written);
    expect(written.title).toBe(title);
    for (const part of sentences) expect(text).toContain(part);
    expect(text).toContain("Dear Maya Santos,");
    expect(text).toContain("3 November 2026");
  });

  it.each(rightIds)("has words for %s in every outcome and language", (right) => {
    for (const locale of ["en", "de"] as const) {
      for (const outcome of ["granted", "in-part", "refused"] as const) {
        const tasks = [{ where: "A", outcome: "done", note: null } as const];
        const written = composeLetter(
          letter({ locale, search: null, claims: [claim(right, outcome, { tasks })] }),
        );
        expect(written.title.length).toBeGreaterThan(10);
        expect(letterText(written)).not.toMatch(/undefined|null|\{|letters\./);
      }
    }
  });

  it("is written in German", () => {
    const text = letterText(composeLetter(letter({ locale: "de" })));
    expect(text).toContain("Guten Tag Maya Santos,");
    expect(text).toContain("Am 3. November 2026 haben Sie uns um Folgendes gebeten: eine Kopie Ihrer Daten.");
    expect(text).toContain("318 Einträge über Sie gefunden");
  });
});

describe("how to have it looked at again", () => {
  const written = (route: LetterRoute) =>
    letterText(composeLetter(letter({ claims: [claim("access", "granted", { route })] })));

  it("names window, acknowledgement, regulator and court before the answer is sent", () => {
    const text = written(ukRoute);
    expect(text).toContain("You have 60 days, counted from the day we send you this answer.");
    expect(text).toContain("within 30 days that we have your complaint");
    expect(text).toContain("- Information Commissioner, 1 High Street, https://ico.example/complain");
    expect(text).toContain("court");
  });

  it("names the last day and who comes after an appeal", () => {
    const text = written(virginiaRoute);
    expect(text).toContain("until 23 January 2027.");
    expect(text).toContain("We answer your appeal within 60 days");
    expect(text).toContain(
      "If we turn down your appeal, you can complain to:\n\n- Attorney General of Virginia\n",
    );
    expect(text).not.toContain("court");
  });

  it("says when there is no last day, and when there is no route at all", () => {
    expect(written({ ...ukRoute, windowDays: null })).toContain("There is no last day for this.");
    expect(written({ ...ukRoute, kind: "none" })).toContain("You can complain to:");
    expect(written({ ...ukRoute, kind: "none", regulators: [], court: false })).not.toContain(
      "If you do not agree",
    );
  });

  it("tells two routes apart when the claims stand under different laws", () => {
    const text = letterText(
      composeLetter(
        letter({
          claims: [claim("access", "granted"), claim("erasure", "granted", { route: virginiaRoute })],
        }),
      ),
    );
    expect(text).toContain("The copy of your data\n\nYou can complain to us");
    expect(text).toContain("Deleting your data\n\nYou can appeal.");
  });
});

describe("a letter tells no more than its proof allows", () => {
  const loaded = {
    claims: [
      claim("access", "refused", {
        reasons: [{ text: "SECRET", law: null }],
        tasks: [{ where: "SECRET", outcome: "done", note: null }],
      }),
    ],
    leftOut: [{ what: "SECRET", count: 2, reason: "SECRET", law: null, ask: null }],
    sentWithout: [{ place: "SECRET", reason: "SECRET", records: 3 }],
  } satisfies Partial<LetterInput>;

  it.each(["en", "de"] as const)(
    "says nothing of what is held, and no name on file, when identity is not confirmed (%s)",
    (locale) => {
      const held = composeLetter(letter({ ...loaded, locale, identity: "not-confirmed" }));
      const empty = composeLetter(
        letter({
          locale,
          identity: "not-confirmed",
          personName: null,
          search: null,
          claims: [claim("access", "refused")],
        }),
      );
      expect(held).toEqual(empty);
      expect(letterText(held)).not.toMatch(/SECRET|Maya|318/);
      expect(letterText(held)).toContain("(UK GDPR Art. 12(6))");
      expect(String(letterHtml(held))).not.toMatch(/SECRET|Maya|318/);
    },
  );

  it.each<[string, Partial<LetterInput>]>([
    ["counts", { claims: [claim("objection", "granted")] }],
    ["a copy", { search: null }],
    ["left-out entries", { search: null, claims: [claim("objection", "granted")], leftOut: loaded.leftOut }],
    [
      "nothing there",
      {
        search: null,
        claims: [
          claim("objection", "granted", { tasks: [{ where: "A", outcome: "nothing-there", note: null }] }),
        ],
      },
    ],
  ])("refuses %s where no proof was asked for", (_name, more) => {
    expect(() => composeLetter(letter({ ...more, identity: "not-needed" }))).toThrow(/proof/);
  });

  it("writes an opt-out that needed no proof", () => {
    const written = composeLetter(
      letter({ identity: "not-needed", search: null, claims: [claim("opt-out-sale", "granted")] }),
    );
    expect(written.title).toBe("We will not sell or share your data");
  });
});

describe("the answer to an appeal", () => {
  it.each(["upheld", "overturned", "in-part"] as const)(
    "names the regulator and another decider: %s",
    (outcome) => {
      for (const kind of ["appeal", "complaint"] as const) {
        const text = letterText(
          composeAppealLetter({
            ...letter(),
            kind,
            outcome,
            appealedOn: "2026-12-01",
            reasons: [],
            regulators: virginiaRoute.regulators,
            court: false,
          }),
        );
        expect(text).toContain("Attorney General of Virginia");
        expect(text).toContain("Somebody who had no part in the first answer");
        expect(text).toContain("1 December 2026");
      }
    },
  );
});

describe("hostile values", () => {
  it.each([
    ["markup", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["line breaks and overrides", "Maya\n\n\u202ESantos\0", "Maya Santos"],
    ["200 letters", "x".repeat(200), "x".repeat(200)],
    ["right-to-left", "مايا سانتوس", "مايا سانتوس"],
  ])("%s", (_name, personName, shown) => {
    const written = composeLetter(letter({ personName }));
    expect(String(letterHtml(written))).toContain(shown);
    expect(String(letterHtml(written))).not.toContain("<img");
    expect(
      letterText(written)
        .split("\n")
        .find((line) => line.startsWith("Dear ")),
    ).toBeDefined();
  });
});

it("says the same in HTML and in plain text", () => {
  const written = composeLetter(
    letter({
      leftOut: [{ what: "A", count: 1, reason: "B", law: "C", ask: "D" }],
      claims: [claim("access", "in-part", { reasons: [{ text: "E", law: "F" }] })],
    }),
  );
  const words = (text: string) =>
    text
      .replace(/<[^>]*>/g, " ")
      .replace(/[\s:,()-]+/g, " ")
      .trim();
  const heads = ["What and why", "How many", "What we left out and why"];
  const shown = heads.reduce(
    (text, head) => text.replace(` ${head}`, ""),
    words(String(letterHtml(written))),
  );
  for (const sentence of blockTexts(written)) expect(shown).toContain(words(sentence));
});

function blockTexts(written: Letter): string[] {
  return letterText(written)
    .split("\n")
    .map((line) => line.replace(/^- /, ""))
    .filter((line) => line !== "");
}
