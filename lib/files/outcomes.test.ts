import { expect, test } from "vitest";
import { en } from "#lib/locales/en/index.ts";
import { locales } from "#lib/locales/index.ts";
import { uploadSentence } from "./outcomes.ts";

const problems = Object.keys(en.notices.files.problems);

test.each(locales.flatMap((locale) => problems.map((problem) => [locale, problem] as const)))(
  "%s: %s has a sentence of its own that blames nobody",
  (locale, problem) => {
    const sentence = uploadSentence(locale, problem);
    expect(sentence?.ok).toBe(false);
    expect(sentence?.says).toMatch(/\.$/);
    expect(sentence?.says).not.toMatch(/please|invalid|error|bitte|ungültig|fehler|[{}]/i);
  },
);

test("no two problems are told in the same words", () => {
  for (const locale of locales) {
    expect(new Set(problems.map((problem) => uploadSentence(locale, problem)?.says)).size).toBe(
      problems.length,
    );
  }
});

test.each(["added", "removed"])("%s is no problem", (result) => {
  expect(uploadSentence("en", result)?.ok).toBe(true);
});

test.each(["", null, undefined, "toString", "constructor", "<script>", "Too-Big"])(
  "%j is no word of ours",
  (result) => {
    expect(uploadSentence("en", result)).toBeNull();
  },
);

test("limits are told as they are", () => {
  expect(uploadSentence("en", "too-big")?.says).toContain("10 MB");
  expect(uploadSentence("de", "too-many")?.says).toContain("5 Dateien");
  expect(uploadSentence("en", "too-many-pixels")?.says).toContain(
    "60 million pixels, and 16,000 on one side",
  );
});
