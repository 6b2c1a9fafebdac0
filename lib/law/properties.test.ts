import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rightIds, type RightId } from "#lib/rights/ids.ts";
import { addDays, closedOn, dayNumber } from "./calendar.ts";
import { explainDeadlines, type ClockEvent, type ClockFacts } from "./deadlines.ts";
import { regimeIds } from "./ids.ts";
import { regimes } from "./index.ts";

const firstDay = "2026-02-05";
const day = (most = 1500) => fc.integer({ min: 0, max: most }).map((n) => addDays(firstDay, n));
const calendar = fc.constantFrom("GB-ENG", "GB-SCT", "GB-NIR", "IE", "DE-BE", "FR", "IT", null);
const regime = fc.constantFrom(...regimeIds).map((id) => regimes[id]);
const right = fc.constantFrom(...rightIds);
const kinds = ["identity-asked", "clarification-asked", "fee-asked"] as const;

/** A question asked some days after receipt and answered some days later, or not at all. */
const question = (kind: fc.Arbitrary<ClockEvent["kind"]>, receivedOn: string) =>
  fc
    .record({
      kind,
      after: fc.integer({ min: -3, max: 120 }),
      took: fc.option(fc.integer({ min: -2, max: 60 }), { nil: null }),
      prompt: fc.boolean(),
    })
    .map(({ kind, after, took, prompt }): ClockEvent => {
      const at = addDays(receivedOn, after);
      return { kind, at, endedAt: took === null ? null : addDays(at, took), prompt };
    });

type Request = ClockFacts & { right: RightId };
const requestWith = (kind: fc.Arbitrary<ClockEvent["kind"]>) =>
  day().chain((receivedAt) =>
    fc.record({
      right,
      receivedAt: fc.constant(receivedAt),
      zone: fc.constant("Europe/London"),
      calendar,
      events: fc.array(question(kind, receivedAt), { maxLength: 5 }),
    }),
  ) satisfies fc.Arbitrary<Request>;
const request = requestWith(fc.constantFrom(...kinds));

/** Runs a law over many requests. */
const holds = (
  check: (facts: Request, law: (typeof regimes)[keyof typeof regimes]) => void,
  facts = request,
) => fc.assert(fc.property(facts, regime, check), { numRuns: 300 });

describe("whatever happens", () => {
  it("no date and no reading of it lies before receipt", () => {
    holds((facts, law) => {
      for (const deadline of Object.values(explainDeadlines(law, facts).deadlines)) {
        for (const on of Object.values(deadline.readings)) expect(on > String(facts.receivedAt)).toBe(true);
      }
    });
  });

  it("the strict, conservative and day-one readings are never later than the usual one", () => {
    holds((facts, law) => {
      for (const { readings, dueOn } of Object.values(explainDeadlines(law, facts).deadlines)) {
        expect((readings.strict ?? dueOn) <= dueOn).toBe(true);
        expect((readings["day-one"] ?? "") < dueOn).toBe(true);
        expect((readings.conservative ?? dueOn) <= dueOn).toBe(true);
        expect((readings.conservative ?? "") <= (readings.federal ?? "9999")).toBe(true);
      }
    });
  });

  it("a law that moves dates off days off never ends on one", () => {
    holds((facts, law) => {
      const { response, extended } = explainDeadlines(law, facts).deadlines;
      for (const deadline of [response, extended]) {
        if (!deadline?.why.some((step) => step.rule === "kept" || step.rule === "moved")) continue;
        const ids = facts.calendar ? [facts.calendar] : [];
        for (const on of Object.values(deadline.readings)) expect(closedOn(on, ids)).toBeNull();
      }
    });
  });

  it("a month ends on the same-numbered day, or on the month's last", () => {
    holds((facts, law) => {
      for (const { why } of Object.values(explainDeadlines(law, facts).deadlines)) {
        for (const step of why) {
          if (step.rule !== "counted" || step.period.unit !== "months") continue;
          const isLastOfMonth = addDays(step.on, 1).endsWith("-01");
          expect(step.on.slice(8) === step.from.slice(8)).toBe(!step.clamped);
          if (step.clamped) expect(isLastOfMonth).toBe(true);
        }
      }
    });
  });

  it("the days of waiting add up: in the steps, in the picture and in the date", () => {
    holds((facts, law) => {
      for (const deadline of Object.values(explainDeadlines(law, facts).deadlines)) {
        const waited = deadline.why.reduce((sum, step) => sum + (step.rule === "waited" ? step.days : 0), 0);
        const counted = deadline.why.find((step) => step.rule === "counted");
        expect(deadline.stops.reduce((sum, stop) => sum + stop.days, 0)).toBe(waited);
        expect(deadline.stoppedDays.usual).toBe(waited);
        expect(dayNumber(deadline.unrolledOn) - dayNumber(counted?.on ?? "")).toBe(waited);
        expect(deadline.dueOn >= deadline.unrolledOn).toBe(true);
        for (const stop of deadline.stops) expect(stop.fromOn > deadline.startOn).toBe(true);
      }
    });
  });

  it("every question is accounted for, once", () => {
    holds((facts, law) => {
      const { response } = explainDeadlines(law, facts).deadlines;
      if (!response) return;
      const told = response.why.filter(({ rule }) => /^(restarted|waited|asked-without-effect)$/.test(rule));
      expect(told).toHaveLength(facts.events.length);
    });
  });

  it("the extended answer is later than the first, and a notice in time never shortens", () => {
    fc.assert(
      fc.property(request, regime, fc.integer({ min: -5, max: 90 }), (facts, law, after) => {
        const at = addDays(String(facts.receivedAt), after);
        const before = explainDeadlines(law, facts);
        const told = explainDeadlines(law, {
          ...facts,
          events: [...facts.events, { kind: "extension-told", at }],
        });
        const { response, extended } = told.deadlines;
        if (response && extended) expect(extended.dueOn > response.dueOn).toBe(true);
        expect(told.dueOn >= before.dueOn).toBe(true);
        expect(told.extension?.valid ?? false).toBe(
          extended !== undefined && response !== undefined && at >= told.receivedOn && at <= response.dueOn,
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["stops", "clarification-asked"],
    ["restarts", "identity-asked"],
  ] as const)("one more question that %s the clock never brings a date forward", (_name, kind) => {
    const facts = requestWith(fc.constant(kind));
    fc.assert(
      fc.property(
        facts.chain((one) => fc.tuple(fc.constant(one), question(fc.constant(kind), String(one.receivedAt)))),
        regime,
        ([before, added], law) => {
          const after = { ...before, events: [...before.events, added] };
          const first = explainDeadlines(law, before);
          const second = explainDeadlines(law, after);
          expect(second.dueOn >= first.dueOn).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("the strict reading is the date as if nothing had been asked", () => {
    let seen = 0;
    holds((facts) => {
      const { response } = explainDeadlines(regimes["eu-gdpr"], facts).deadlines;
      if (!response?.readings.strict) return;
      seen += 1;
      expect(response.readings.strict).toBe(
        explainDeadlines(regimes["eu-gdpr"], { ...facts, events: [] }).dueOn,
      );
    });
    expect(seen).toBeGreaterThan(10);
  });

  it("neither the order of events nor the time of day changes a date", () => {
    fc.assert(
      fc.property(request, regime, fc.integer({ min: 0, max: 1439 }), (facts, law, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;
        const shuffled = {
          ...facts,
          receivedAt: `${facts.receivedAt}T${time}`,
          events: [...facts.events].reverse(),
        };
        const dates = (one: Request) =>
          Object.values(explainDeadlines(law, one).deadlines).map(({ kind, readings }) => [kind, readings]);
        expect(dates(shuffled)).toEqual(dates(facts));
      }),
      { numRuns: 300 },
    );
  });
});
