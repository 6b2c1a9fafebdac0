import { describe, expect, it } from "vitest";
import { isNewsToAccount, isOptOut, isSignalHonoured, isSignalOwed, signalStates } from "./signal.ts";

describe("the header", () => {
  it.each([
    [null, false],
    ["1", true],
    ["0", false],
    ["", false],
    ["1;x", false],
    ["1 1", false],
    ["11", false],
    ["01", false],
    ["true", false],
    ["?1", false],
    ['"1"', false],
    ["１", false],
    [" 1\t", true],
    ["\u00a01", false],
    // Two lines of it, as Node joins them.
    ["1, 1", true],
    ["0, 1", true],
    ["1,0", true],
    ["0, 2", false],
    [",", false],
  ])("%j: %s", (header, signal) => {
    expect(isOptOut(header)).toBe(signal);
  });
});

const dayBefore = (day: string) =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);

describe("the states that order it", () => {
  it("are these twelve, each known by its law and its place", () => {
    expect(
      Object.values(signalStates)
        .map(({ residence, from }) => `${residence} ${from}`)
        .sort(),
    ).toEqual([
      "US-CA 2023-01-01",
      "US-CO 2024-07-01",
      "US-CT 2025-01-01",
      "US-DE 2026-01-01",
      "US-MD 2025-10-01",
      "US-MN 2025-07-31",
      "US-MT 2025-01-01",
      "US-NE 2025-01-01",
      "US-NH 2025-01-01",
      "US-NJ 2025-07-15",
      "US-OR 2026-01-01",
      "US-TX 2025-01-01",
    ]);
  });

  it.each(Object.entries(signalStates))("%s orders it from its day on and not before", (id, state) => {
    expect(id).toContain(state.residence.toLowerCase());
    expect(isSignalOwed(state.residence, state.from)).toBe(true);
    expect(isSignalOwed(state.residence, dayBefore(state.from))).toBe(false);
    expect(state.citation).not.toBe("");
  });

  it.each(["VA", "UT", "IA", "IN", "TN", "KY", "RI", "FL"])("%s does not order it", (state) => {
    expect(isSignalOwed(`US-${state}`, "2026-11-25")).toBe(false);
  });
});

describe("an organisation", () => {
  const day = "2026-11-25";
  it.each([
    ["where nobody knows the place", undefined, null, true],
    ["where the law orders it, though the policy does not name it", ["US-CA"], "US-OR", true],
    ["elsewhere, where its policy says nothing", undefined, "US-VA", false],
    ["elsewhere, where its policy names another place", ["DE"], "US-VA", false],
    ["elsewhere, where its policy names it", ["US-VA"], "US-VA", true],
    ["anywhere, where its policy says everybody", "everybody" as const, "FR", true],
  ])("acts on it %s: %s %s", (_where, beyond, residence, honoured) => {
    expect(isSignalHonoured(beyond, residence, day)).toBe(honoured);
  });
});

describe("an account", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour));
  it.each([
    ["has never been told", [], true],
    ["holds it already", [{ undoneAt: null }], false],
    ["took it back after this browser began to say so", [{ undoneAt: at(11) }], false],
    ["took it back before this browser began to say so", [{ undoneAt: at(9) }], true],
    ["took it back twice, once since", [{ undoneAt: at(9) }, { undoneAt: at(11) }], false],
    ["took it back once, and chose it again", [{ undoneAt: at(9) }, { undoneAt: null }], false],
  ])("%s", (_what, choices, isNews) => {
    expect(isNewsToAccount(choices, at(10))).toBe(isNews);
  });
});
