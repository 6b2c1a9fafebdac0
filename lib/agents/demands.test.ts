import { describe, expect, test } from "vitest";
import { rightIds } from "#lib/rights/ids.ts";
import { optOutStates, otherwise, rows, statesWithoutAgents } from "./demand-rows.ts";
import {
  actingAs,
  askedWith,
  demandLawOf,
  demands,
  groupOf,
  laneOf,
  mayDemand,
  mayDemandAll,
  reviewersNeeded,
  rowFor,
  type Demand,
  type DemandLaw,
  type Says,
} from "./demands.ts";
import { actings, authorityKinds } from "./kinds.ts";

const groups = ["verified", "opt-out", "other"] as const;
const laws: DemandLaw[] = [
  "us-ca",
  ...optOutStates,
  ...statesWithoutAgents,
  "us-other",
  "uk",
  "eu",
  "elsewhere",
];

/** The table of agents.md 5.1 once more, in the order of `demands`, as somebody would copy it from the texts. */
const table: [law: string, group: string, acting: string, ...says: Says[]][] = [
  ["us-ca", "verified", "permission", "ask", "one-of", "one-of", "no", "ask", "no", "no"],
  ["us-ca", "verified", "power-of-attorney", "ask", "no", "no", "no", "no", "no", "no"],
  ["us-ca", "opt-out", "permission", "ask", "no", "no", "no", "no", "no", "no"],
  ["us-ca", "opt-out", "power-of-attorney", "ask", "no", "no", "no", "no", "no", "no"],
  ["us-ca", "opt-out", "signal", "no", "no", "no", "no", "no", "no", "no"],
  ...optOutStates.flatMap((law) =>
    (["permission", "signal"] as const).map(
      (acting) =>
        [law, "opt-out", acting, "ask", "ask", "ask", "silent", "silent", "silent", "silent"] as [
          string,
          string,
          string,
          ...Says[],
        ],
    ),
  ),
  ["uk", "verified", "mandate", "ask", "ask", "ask", "no", "silent", "ask", "silent"],
  ["uk", "opt-out", "mandate", "ask", "no", "ask", "no", "silent", "ask", "silent"],
  ["uk", "verified", "online-portal", "ask", "ask", "silent", "silent", "silent", "no", "no"],
  ["eu", "verified", "mandate", "ask", "ask", "ask", "silent", "silent", "ask", "no"],
  ["eu", "opt-out", "mandate", "ask", "no", "ask", "silent", "silent", "ask", "no"],
];

test.each(table)("%s, %s, by %s", (law, group, acting, ...says) => {
  const { cells } = rowFor(law as DemandLaw, group as "verified", acting as "permission");
  expect(demands.map((demand) => cells[demand].says)).toEqual(says);
});

const silentStates = [...optOutStates, ...statesWithoutAgents, "us-other"] as const;

test.each(silentStates)(
  "%s says nothing of agents for access: nothing is asked, going on herself is offered",
  (law) => {
    const { cells } = rowFor(law, "verified", "permission");
    expect(demands.map((demand) => cells[demand].says)).toEqual([
      "silent",
      "silent",
      "offer",
      "silent",
      "silent",
      "silent",
      "silent",
    ]);
  },
);

test("every law, group of rights and kind of agent has at most one row; what has none is asked nothing", () => {
  for (const law of laws)
    for (const group of groups)
      for (const acting of actings) {
        const found = rows.filter(
          (row) => row.laws.includes(law) && row.groups.includes(group) && row.acting.includes(acting),
        );
        expect([law, group, acting, found.length <= 1]).toEqual([law, group, acting, true]);
        if (found.length > 0) continue;
        expect(rowFor(law, group, acting)).toBe(otherwise);
      }
  for (const demand of demands)
    expect([demand, otherwise.cells[demand].says]).toEqual([
      demand,
      demand === "confirmation" ? "offer" : "silent",
    ]);
});

test("every right of every law has an answer to every demand, and only an asking cell allows one", () => {
  for (const law of laws)
    for (const right of rightIds)
      for (const acting of actings)
        for (const demand of demands) {
          const row = rowFor(law, groupOf(right), acting);
          const { says } = row.cells[demand];
          const residence =
            law === "uk"
              ? "GB"
              : law === "eu"
                ? "DE"
                : law === "elsewhere"
                  ? "BR"
                  : law === "us-other"
                    ? "US-AL"
                    : law.toUpperCase();
          const answer = mayDemand({ regime: "default-row", residence, right, acting }, demand);
          const allowed = says === "ask" || says === "one-of" ? "demand" : says === "offer" ? "offer" : null;
          expect([law, right, acting, demand, answer.allowed]).toEqual([law, right, acting, demand, allowed]);
          expect(answer.citation).not.toBe("");
        }
});

describe("of two cells so marked, one", () => {
  const asked = askedWith({ regime: "us-ca-ccpa", residence: "US-CA", right: "access" }, "permission");
  test.each<[Demand, Demand]>([
    ["identity", "confirmation"],
    ["confirmation", "identity"],
  ])("%s is closed once %s was demanded", (demand, made) => {
    expect(mayDemand(asked, demand).allowed).toBe("demand");
    expect(mayDemand(asked, demand, [made])).toMatchObject({ allowed: null, says: "other-made" });
    expect(mayDemand(asked, "authority-proof", [made]).allowed).toBe("demand");
  });
});

test("a demand for several rights is as narrow as the narrowest", () => {
  const both = (["access", "opt-out-sale"] as const).map((right) =>
    askedWith({ regime: "us-ca-ccpa", residence: "US-CA", right }, "permission"),
  );
  expect(mayDemandAll(both, "confirmation").allowed).toBeNull();
  expect(mayDemandAll(both.slice(0, 1), "confirmation").allowed).toBe("demand");
});

test("the law of the claim counts, else that of the place", () => {
  expect(demandLawOf("us-ca-ccpa", "US-NV")).toBe("us-ca");
  expect(demandLawOf("default-row", "US-TX")).toBe("us-tx");
  expect(demandLawOf("default-row", "US-AL")).toBe("us-other");
  expect(demandLawOf("default-row", "GB-SCT")).toBe("uk");
  expect(demandLawOf("default-row", "FR")).toBe("eu");
  expect(demandLawOf("default-row", "BR")).toBe("elsewhere");
});

test("a paper counts as what the law of the place knows", () => {
  expect(authorityKinds.map((kind) => actingAs("us-ca", kind))).toEqual([
    "permission",
    "power-of-attorney",
    "permission",
  ]);
  expect(authorityKinds.map((kind) => actingAs("us-tx", kind))).toEqual([
    "permission",
    "permission",
    "permission",
  ]);
  expect(authorityKinds.map((kind) => actingAs("eu", kind))).toEqual(["mandate", "mandate", "mandate"]);
});

test("what happens by itself follows the table", () => {
  const lane = (
    residence: string,
    right: "access" | "opt-out-sale",
    kind: "permission" | "power-of-attorney",
  ) => laneOf(askedWith({ regime: "default-row", residence, right }, kind));
  expect(lane("US-CA", "access", "permission")).toBe("person");
  expect(lane("US-CA", "access", "power-of-attorney")).toBe("authority");
  expect(lane("US-CA", "opt-out-sale", "permission")).toBe("authority");
  expect(lane("US-CO", "opt-out-sale", "permission")).toBe("authority");
  expect(lane("US-CO", "access", "permission")).toBe("offer");
  expect(lane("US-VA", "opt-out-sale", "permission")).toBe("offer");
  expect(lane("DE", "access", "permission")).toBe("authority");
  expect(lane("BR", "access", "permission")).toBe("offer");
  const poa = askedWith({ regime: "default-row", residence: "US-CA", right: "access" }, "power-of-attorney");
  expect(reviewersNeeded([poa])).toBe(2);
});
