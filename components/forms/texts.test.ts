import { expect, test } from "vitest";
import { locales } from "#lib/locales/index.ts";
import { fill, formTexts } from "./texts.ts";

test("places are filled, and one without a value stays to be seen", () => {
  expect(fill("{count} of {max}", { count: 0, max: "2,000" })).toBe("0 of 2,000");
  expect(fill("{a} {b}", { a: 1 })).toBe("1 {b}");
});

test.each(locales)(
  "the %s texts of forms use no message syntax that only the server understands",
  (locale) => {
    for (const text of Object.values(formTexts(locale))) expect(text).not.toMatch(/plural|select|<|'\{/);
  },
);
