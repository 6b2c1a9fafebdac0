import { expect, test } from "vitest";
import { locales } from "#lib/locales/index.ts";
import { handoverAnswers } from "./register.ts";
import { handoverSentences, type ToldHandover } from "./told.ts";

const passed: ToldHandover = {
  controller: "Sol de Casa",
  rights: ["access", "erasure"],
  passedOn: "2026-11-03",
  before: null,
  answer: null,
  words: null,
  answeredOn: null,
  isSilent: false,
  isTakenBack: false,
};

test("who decides, since when they know, and that they have not answered", () => {
  expect(handoverSentences(passed, "en")).toEqual([
    "The copy of your data and Deleting your data: we have such data only on behalf of Sol de Casa. So Sol de Casa decides about it, and not we.",
    "We passed your request on to Sol de Casa on 3 November 2026.",
    "Sol de Casa has not told us yet what came of it. We go on asking.",
  ]);
});

test("a chain names who had it before", () => {
  const [, second] = handoverSentences({ ...passed, controller: "Casa", before: "Sol de Casa" }, "en");
  expect(second).toBe(
    "Sol de Casa told us that it does not decide either, but Casa. So we passed your request on to Casa on 3 November 2026.",
  );
});

test("a silent one is told as silent, one taken back as ours", () => {
  expect(handoverSentences({ ...passed, isSilent: true }, "en").at(-1)).toMatch(
    /has not answered us, although/,
  );
  expect(handoverSentences({ ...passed, isSilent: true, isTakenBack: true }, "en").at(-1)).toMatch(
    /we answer it ourselves/,
  );
});

test.each(locales.flatMap((locale) => handoverAnswers.map((answer) => [locale, answer] as const)))(
  "in %s every answer is told with its day and its words: %s",
  (locale, answer) => {
    const told = handoverSentences(
      { ...passed, answer, answeredOn: "2026-11-10", words: "By letter." },
      locale,
    ).join(" ");
    expect(told).toContain(locale === "en" ? "10 November 2026" : "10. November 2026");
    expect(told).toContain("By letter.");
  },
);
