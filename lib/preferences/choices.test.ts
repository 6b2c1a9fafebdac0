import { expect, test } from "vitest";
import { aPolicy } from "#db/factories.ts";
import { en } from "#lib/locales/en/index.ts";
import { locales } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { rights } from "#lib/rights/index.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { asStanding, choiceName, choicesOf, choiceWords, readChoiceName, type Standing } from "./choices.ts";

const policy: Policy = {
  ...aPolicy,
  consents: [
    { id: "cookies", label: { en: "Cookies", de: "Cookies" }, needsProof: false },
    { id: "club", label: { en: "The club", de: "Der Club" }, needsProof: true },
  ],
};

test("what needs no proof counts at once, whatever else is asked with it", () => {
  expect(
    choicesOf(policy, {
      rights: ["access", "opt-out-sale", "withdraw-consent", "legal-basis"],
      consents: ["cookies", "club", "other"],
    }),
  ).toEqual([
    { kind: "opt-out-sale", consent: null },
    { kind: "withdraw-consent", consent: "cookies" },
  ]);
});

test("a consent that nobody named waits for the proof", () => {
  expect(choicesOf(policy, { rights: ["withdraw-consent"] })).toEqual([]);
  expect(choicesOf(aPolicy, { rights: ["withdraw-consent"], consents: ["cookies"] })).toEqual([]);
});

test("every choice there can be has words in every language, and a name that is read again", () => {
  const kinds = rightIds.filter(
    (right) => rights[right].plan === "tasks" && rights[right].proof !== "facts-or-login",
  );
  expect(Object.keys(en.preferences.choice).sort()).toEqual([...kinds].sort());
  for (const kind of kinds) {
    const choice = { kind, consent: kind === "withdraw-consent" ? "cookies" : null };
    expect(readChoiceName(choiceName(choice))).toEqual(choice);
    for (const locale of locales) expect(choiceWords(choice, policy, locale)).not.toBe("");
  }
});

test.each(["", "sale", "opt-out-sale.x.y", "__proto__"])("%j names no choice", (name) => {
  expect(readChoiceName(name)).toBeNull();
});

test("several requests for the same are one choice, since the first that still stands", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const row = (since: number, undone: number | null): Standing => ({
    kind: "opt-out-sale",
    consent: null,
    since: at(since),
    undoneAt: undone === null ? null : at(undone),
  });
  expect(asStanding([row(1, 5), row(3, null), row(7, null)])).toEqual([row(3, null)]);
  expect(asStanding([row(1, 5), row(3, 9)])).toEqual([row(3, 9)]);
  const marketing = { ...row(2, null), kind: "opt-out-marketing" } as const;
  expect(asStanding([row(1, null), marketing])).toEqual([row(1, null), marketing]);
  expect(asStanding([])).toEqual([]);
});
