import { describe, expect, test } from "vitest";
import type { FactKind } from "./kinds.ts";
import { normalise } from "./normalise.ts";

const same: [FactKind, unknown, unknown, string?][] = [
  ["number", "IP 4471 0936", "ip-4471.0936"],
  ["number", "０１２３", "0123"],
  ["postcode", "bs6 5qa", "BS65QA"],
  ["postcode", "04109", "04109"],
  ["email", "Maya.Santos@Mail.Example", "maya.santos@mail.example"],
  ["email", "a@bücher.example", "a@xn--bcher-kva.example"],
  ["phone", "020 7946 0018", "+442079460018", "GB"],
  ["phone", "+44 (0)20 7946 0018", "+442079460018"],
  ["date", "1990-01-03", "1990-01-03T00:00:00.000Z"],
  ["last4", "4929 1234 5678 9012", "9012"],
  ["amount-month", "18.4|2026-10", "18.40|2026-10-31"],
  ["amount-month", "1000|2026-01", "1000.000|2026-01"],
  ["name", "Łukasz Ørsted-Groß", "orsted gross lukasz"],
  ["name", "O’Brien, Zoë", "Zoe O'Brien"],
  ["text", "  Blue   Canoe ", "blue canoe"],
  ["number", 44710936, "44710936"],
];

describe("the same thing written differently", () => {
  test.each(same)("%s: %s is %s", (kind, left, right, country) => {
    const options = country ? { country } : {};
    expect(normalise(kind, left, options)).not.toBeNull();
    expect(normalise(kind, left, options)).toBe(normalise(kind, right, options));
  });
});

const different: [FactKind, string, string][] = [
  ["email", "ann.b@mail.example", "annb@mail.example"],
  ["email", "ann+x@mail.example", "ann@mail.example"],
  ["date", "1990-01-03", "1990-03-01"],
  ["amount-month", "18.40|2026-10", "18.40|2026-09"],
  ["amount-month", "18.04|2026-10", "18.40|2026-10"],
  ["number", "0123", "123"],
  ["name", "Maya Santos", "Maya Santo"],
];

describe("different things stay different", () => {
  test.each(different)("%s: %s is not %s", (kind, left, right) => {
    expect(normalise(kind, left)).not.toBe(normalise(kind, right));
  });
});

const incomparable: [FactKind, unknown][] = [
  ["date", "03/01/1990"],
  ["date", "1990-02-30"],
  ["amount-month", "eighteen|2026-10"],
  ["amount-month", "18.40|2026-13"],
  ["last4", "12"],
  ["email", "not an address"],
  ["email", "ann@one.example@two.example"],
  ["email", "ann＠mail.example"],
  ["phone", "12"],
  ["name", "•••"],
  ["text", ""],
  ["text", null],
  ["text", "\ud800"],
];

describe("what has no comparable form", () => {
  test.each(incomparable)("%s: %s", (kind, value) => {
    expect(normalise(kind, value)).toBeNull();
  });
});
