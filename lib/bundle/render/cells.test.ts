import { describe, expect, it } from "vitest";
import { columnsOf } from "../columns.ts";
import type { BundleField } from "../input.ts";
import { readingFor } from "../reading.ts";
import { redacted, redactedText, type BundleValue } from "../values.ts";
import { cellHtml } from "./cells.ts";

const reasons = { name: "another person’s <name>" };

function shown(
  value: BundleValue,
  field: Partial<BundleField> = {},
  locale: "en" | "de" = "en",
  beside = {},
): string {
  const full: BundleField = { name: "v", label: "V", kind: "text", ...field };
  const [column] = columnsOf([full], { unspread: new Set(), long: new Set() });
  if (!column) throw new Error("no column");
  const context = {
    reading: readingFor(locale, "Europe/London", reasons),
    size: (path: string) => (path === "files/a.pdf" ? "84 kB" : null),
  };
  return String(cellHtml({ v: value, ...beside }, column, context));
}
const words = (markup: string) =>
  markup
    .replace(/<span class="tech">.*?<\/span>/g, "")
    .replace(/<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .trim();

describe("what a person reads in a cell", () => {
  it.each<[string, BundleValue, Partial<BundleField>, string, string]>([
    ["a day", "1988-02-29", { kind: "date" }, "29 February 1988", "29. Februar 1988"],
    ["a day that is none", "1988-02-30", { kind: "date" }, "1988-02-30", "1988-02-30"],
    ["a month", "2025-03", { kind: "month" }, "March 2025", "März 2025"],
    [
      "an instant, on her clock",
      "2025-06-14T20:47:00Z",
      { kind: "instant" },
      "14 June 2025 21:47",
      "14. Juni 2025 21:47",
    ],
    [
      "an instant without zone",
      "2025-06-14 20:47",
      { kind: "instant" },
      "2025-06-14 20:47",
      "2025-06-14 20:47",
    ],
    ["yes", true, { kind: "yes-no" }, "yes", "ja"],
    ["no", false, { kind: "yes-no" }, "no", "nein"],
    ["a code", "P", { kind: "code", codes: { P: "paid" } }, "paid", "paid"],
    ["an unknown code", "constructor", { kind: "code", codes: { P: "paid" } }, "constructor", "constructor"],
    ["a number, untouched", 1234567.5, { kind: "number" }, "1234567.5", "1234567.5"],
    ["pounds", "18.40", { kind: "money", currency: "GBP" }, "£18.40", "18,40 £"],
    ["pence", 1840, { kind: "money", currency: "GBP", unit: "minor" }, "£18.40", "18,40 £"],
    [
      "yen in their smallest unit",
      1840,
      { kind: "money", currency: "JPY", unit: "minor" },
      "JP¥1,840",
      "1.840 ¥",
    ],
    ["a lower-case currency", "5", { kind: "money", currency: "eur" }, "€5.00", "5,00 €"],
    [
      "more digits than the currency has",
      "0.0035",
      { kind: "money", currency: "USD" },
      "0.0035 USD",
      "0.0035 USD",
    ],
    ["no currency", "5", { kind: "money" }, "5", "5"],
    ["an amount that is none", "free", { kind: "money", currency: "EUR" }, "free EUR", "free EUR"],
    ["nothing", null, {}, "–empty", "–leer"],
    ["an empty list", [], { kind: "nested" }, "–empty", "–leer"],
    [
      "a covered value",
      redacted("name"),
      {},
      "covered: another person’s &lt;name&gt;",
      "verdeckt: another person’s &lt;name&gt;",
    ],
    [
      "a covered place",
      redactedText(["Hi ", redacted("name"), "!"]),
      {},
      "Hi covered: another person’s &lt;name&gt;!",
      "Hi verdeckt: another person’s &lt;name&gt;!",
    ],
    [
      "an object that looks covered",
      { redacted: { reason: "unknown" } },
      { kind: "nested" },
      "redactedreasonunknown",
      "redactedreasonunknown",
    ],
  ])("%s", (_name, value, field, english, german) => {
    expect(words(shown(value, field))).toBe(english);
    expect(words(shown(value, field, "de")).replaceAll("\u00a0", " ")).toBe(german);
  });

  it("finds the currency beside the amount", () => {
    expect(words(shown("5", { kind: "money", currency: { field: "c" } }, "en", { c: "GBP" }))).toBe("£5.00");
    expect(words(shown("5", { kind: "money", currency: { field: "c" } }, "en", { c: null }))).toBe("5");
  });

  it.each([
    ["markup", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["NUL and escape", "a\0b\u001B", "a␀b␛"],
    ["right-to-left in its own direction", "مايا", "<bdi>مايا</bdi>"],
    ["an override kept inside", "a\u202Eb", "<bdi>a\u202Eb</bdi>"],
  ])("shows %s", (_name, text, markup) => {
    expect(shown(text)).toBe(markup);
  });

  it("cuts what is too long between characters, and says so", () => {
    const cut = shown(`${"x".repeat(19_999)}😀${"y".repeat(50)}`);
    expect(cut.startsWith(`${"x".repeat(19_999)}… <span`)).toBe(true);
    expect(cut).toContain("The JSON file has all of it.");
  });

  it("links an attachment, with a name that cannot turn the line around", () => {
    expect(shown({ file: "files/a.pdf", name: "evil\u202Efdp.exe" })).toBe(
      '<a href="files/a.pdf"><bdi>evil fdp.exe</bdi></a>, 84 kB',
    );
  });
});
