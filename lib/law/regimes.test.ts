import { describe, expect, it } from "vitest";
import { de } from "#lib/locales/de/index.ts";
import { en } from "#lib/locales/en/index.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { isCalendar } from "./holidays.ts";
import { calendars } from "./calendars.ts";
import { groundsFor } from "#lib/decisions/reasons.ts";
import { grounds, groundIds } from "./grounds.ts";
import { regimeIds } from "./ids.ts";
import { regimes } from "./index.ts";
import { questionKinds, type Regime } from "./regime.ts";
import { europeanAuthorities } from "./regulators.ts";

/** Objects that state a fact of law: they must say where it stands and how well it was checked. */
const statesAFact = (value: object) =>
  [
    "period",
    "effect",
    "assurance",
    "count",
    "freshBeforeDelivery",
    "mustSay",
    "elements",
    "perYear",
    "months",
    "website",
  ].some((key) => key in value);

function* objectsIn(value: unknown, path = ""): Generator<[string, object]> {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) yield [path, value];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${path}/${key}`);
}

describe.each(regimeIds)("%s", (id) => {
  const regime: Regime = regimes[id];

  it("cites every fact, with a mark", () => {
    let facts = 0;
    for (const [path, value] of objectsIn(regime)) {
      if ("citation" in value)
        expect(value, path).toMatchObject({ mark: expect.stringMatching(/^(V|S|M|policy)$/) });
      if (!statesAFact(value) || /\/readings\/[^/]+$/.test(path)) continue;
      facts += 1;
      expect(value, path).toMatchObject({ citation: expect.stringMatching(/\S{3}/) });
    }
    expect(facts).toBeGreaterThan(10);
  });

  it("has versions that join without gap or overlap, from the day the law began", () => {
    const starts = regime.versions.map((version) => version.from ?? "");
    expect([...starts].sort()).toEqual(starts);
    expect(new Set(starts).size).toBe(starts.length);
    for (const start of starts.filter((from) => from !== "")) expect(start).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("is registered under its own id and never calls a law without statute one", () => {
    expect(regime.id).toBe(id);
    expect(regime.provisional).toBe(id === "default-row");
  });

  it("answers every question kind for every right, and grounds of refusal for what it gives", () => {
    for (const version of regime.versions) {
      for (const kind of questionKinds) expect(version.questions[kind].at(-1)?.rights).toBe("all");
      for (const right of rightIds.filter((one) => version.rights[one] !== null)) {
        const mine = version.refusal.grounds.filter(
          ({ rights }) => rights === "all" || rights.includes(right),
        );
        expect(mine.length).toBeGreaterThan(0);
        if (version.proof[right].assurance === "none") continue;
        expect(
          mine.some((ground) => ground.id === "not-verified"),
          right,
        ).toBe(true);
      }
      const named = version.refusal.grounds.map(
        (ground) => `${ground.id} ${String(ground.rights)} ${ground.citation}`,
      );
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it("extends in the unit it counts in, so that both can be counted in one", () => {
    for (const { response, elsewhere, extension } of regime.versions)
      for (const clock of [response, elsewhere])
        if (clock && extension) expect(extension.period.unit).toBe(clock.period.unit);
  });
});

describe("catalogues", () => {
  it("have words for every ground, law and right in both languages", () => {
    for (const { law, rights } of [en, de]) {
      expect(Object.keys(law.grounds).sort()).toEqual([...groundIds].sort());
      expect(Object.keys(law.law).sort()).toEqual([...regimeIds].sort());
      expect(Object.keys(rights.title).sort()).toEqual([...rightIds].sort());
    }
  });
  it("promise an explanation for every ground whose burden is ours", () => {
    for (const id of groundIds.filter((one) => "evidence" in grounds[one])) {
      expect(en.law.grounds[id].letter).toContain("We explain below");
      expect(de.law.grounds[id].letter).toContain("Unten erklären wir");
    }
  });
  it("use every ground in some law", () => {
    const used = new Set(
      regimeIds.flatMap((id) =>
        regimes[id].versions.flatMap((one) =>
          groundsFor(id, "access", one.from ?? "2026-11-24", "request")
            .map((ground) => ground.id)
            .concat(one.refusal.grounds.map((ground) => ground.id)),
        ),
      ),
    );
    expect([...used].sort()).toEqual([...groundIds].sort());
  });
});

describe("places", () => {
  it("have a holiday calendar for every member state whose dates move", () => {
    for (const country of Object.keys(europeanAuthorities)) expect(isCalendar(country), country).toBe(true);
  });
  it("say where every correction of a calendar stands", () => {
    for (const { corrections = [] } of Object.values(calendars)) {
      for (const { source } of corrections) expect(source.length).toBeGreaterThan(8);
    }
  });
});
