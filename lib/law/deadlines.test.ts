import { describe, expect, it } from "vitest";
import type { RightId } from "#lib/rights/ids.ts";
import { addDays, closedOn, dayNumber } from "./calendar.ts";
import { explainDeadlines, type ClockEvent, type ClockFacts, type Step } from "./deadlines.ts";
import type { RegimeId } from "./ids.ts";
import { regimes } from "./index.ts";

type Request = ClockFacts & { right: RightId };
const explain = (regime: RegimeId, facts: Request) => explainDeadlines(regimes[regime], facts);
const request = (more: Partial<Request> = {}): Request => ({
  right: "access",
  receivedAt: "2026-03-02T09:00:00Z",
  zone: "Europe/London",
  calendar: "GB-ENG",
  events: [],
  ...more,
});
const asked = (
  kind: "identity" | "clarification" | "fee",
  at: string,
  endedAt: string | null,
  prompt = true,
): ClockEvent => ({
  kind: `${kind}-asked`,
  at,
  endedAt,
  prompt,
});
const rules = (steps: readonly Step[]) => steps.map((step) => step.rule);
const because = (steps: readonly Step[]) =>
  steps.flatMap((step) => (step.rule === "asked-without-effect" ? [step.because] : []));

describe("questions to the person", () => {
  it.each<[string, RegimeId, Partial<Request>, string, string[]]>([
    [
      "EU: asked with delay stops nothing",
      "eu-gdpr",
      { events: [asked("identity", "2026-03-20", "2026-03-25", false)] },
      "2026-04-02",
      ["not-prompt"],
    ],
    [
      "EU: no promptness recorded stops nothing",
      "eu-gdpr",
      { events: [{ kind: "identity-asked", at: "2026-03-03", endedAt: "2026-03-06" }] },
      "2026-04-02",
      ["not-prompt"],
    ],
    [
      "EU: clarification of an access request stops it",
      "eu-gdpr",
      { events: [asked("clarification", "2026-03-03", "2026-03-05")] },
      "2026-04-07",
      [],
    ],
    [
      "EU: clarification of an erasure does not",
      "eu-gdpr",
      { right: "erasure", events: [asked("clarification", "2026-03-03", "2026-03-05")] },
      "2026-04-02",
      ["law"],
    ],
    [
      "EU: a fee does not",
      "eu-gdpr",
      { events: [asked("fee", "2026-03-03", "2026-03-09")] },
      "2026-04-02",
      ["law"],
    ],
    [
      "EU: overlapping questions count once",
      "eu-gdpr",
      {
        events: [
          asked("identity", "2026-03-03", "2026-03-10"),
          asked("clarification", "2026-03-05", "2026-03-12"),
        ],
      },
      "2026-04-13",
      [],
    ],
    [
      "EU: one inside the other adds nothing",
      "eu-gdpr",
      {
        events: [
          asked("identity", "2026-03-03", "2026-03-12"),
          asked("clarification", "2026-03-05", "2026-03-08"),
        ],
      },
      "2026-04-13",
      ["no-day-lost"],
    ],
    [
      "EU: the same question twice counts once",
      "eu-gdpr",
      {
        events: [
          asked("identity", "2026-03-03", "2026-03-12"),
          asked("identity", "2026-03-03", "2026-03-12"),
        ],
      },
      "2026-04-13",
      ["no-day-lost"],
    ],
    [
      "EU: answered the same day",
      "eu-gdpr",
      { events: [asked("identity", "2026-03-03T08:00Z", "2026-03-03T17:00Z")] },
      "2026-04-02",
      ["no-day-lost"],
    ],
    [
      "UK: asked on the day of receipt, only later days are saved",
      "uk-gdpr",
      { events: [asked("clarification", "2026-03-02", "2026-03-06")] },
      "2026-04-07",
      [],
    ],
    [
      "UK: promptness is no condition of stopping the clock",
      "uk-gdpr",
      { events: [asked("clarification", "2026-03-20", "2026-03-26", false)] },
      "2026-04-09",
      [],
    ],
    [
      "UK: a dawdling demand for proof does not restart it",
      "uk-gdpr",
      { events: [asked("identity", "2026-03-25", "2026-03-30", false)] },
      "2026-04-02",
      ["not-prompt"],
    ],
    [
      "UK: proof on the day of receipt restarts nothing",
      "uk-gdpr",
      { events: [asked("identity", "2026-03-02T10:00Z", "2026-03-02T11:00Z")] },
      "2026-04-02",
      ["no-day-lost"],
    ],
    [
      "UK: the later of proof and fee",
      "uk-gdpr",
      { events: [asked("fee", "2026-03-04", "2026-03-24"), asked("identity", "2026-03-03", "2026-03-20")] },
      "2026-04-24",
      [],
    ],
    [
      "UK: waiting before the restart is not saved twice",
      "uk-gdpr",
      {
        events: [
          asked("clarification", "2026-03-03", "2026-03-10"),
          asked("identity", "2026-03-04", "2026-03-20"),
        ],
      },
      "2026-04-20",
      ["no-day-lost"],
    ],
    [
      "UK: waiting across the restart counts from there",
      "uk-gdpr",
      {
        events: [
          asked("clarification", "2026-03-16", "2026-03-24"),
          asked("identity", "2026-03-04", "2026-03-20"),
        ],
      },
      "2026-04-24",
      [],
    ],
    [
      "UK: unanswered keeps the safe date",
      "uk-gdpr",
      { events: [asked("clarification", "2026-03-05", null)] },
      "2026-04-02",
      ["open"],
    ],
    [
      "UK: asked after the last day revives nothing",
      "uk-gdpr",
      { events: [asked("clarification", "2026-04-03", "2026-04-20")] },
      "2026-04-02",
      ["too-late"],
    ],
    [
      "UK: asked on the last day still counts",
      "uk-gdpr",
      { events: [asked("clarification", "2026-04-02", "2026-04-09")] },
      "2026-04-10",
      [],
    ],
    [
      "UK: a day won by one question makes room for the next",
      "uk-gdpr",
      {
        events: [
          asked("clarification", "2026-03-30", "2026-04-01"),
          asked("clarification", "2026-04-07", "2026-04-08"),
        ],
      },
      "2026-04-07",
      [],
    ],
    [
      "UK: before 5 February 2026 nothing stops the clock",
      "uk-gdpr",
      {
        receivedAt: "2026-02-04T23:59:59Z",
        events: [
          asked("clarification", "2026-02-06", "2026-02-20"),
          asked("identity", "2026-02-06", "2026-02-20"),
        ],
      },
      "2026-03-04",
      ["law", "law"],
    ],
    [
      "UK: from that day on it does",
      "uk-gdpr",
      { receivedAt: "2026-02-05T00:00:00Z", events: [asked("clarification", "2026-02-06", "2026-02-20")] },
      "2026-03-20",
      [],
    ],
    [
      "California never waits",
      "us-ca-ccpa",
      {
        events: [
          asked("identity", "2026-03-03", "2026-03-20"),
          asked("clarification", "2026-03-03", "2026-03-20"),
        ],
      },
      "2026-04-16",
      ["law", "law"],
    ],
    [
      "Virginia never waits",
      "us-va",
      { calendar: null, events: [asked("identity", "2026-03-03", "2026-03-20")] },
      "2026-04-16",
      ["law"],
    ],
    [
      "asked before receipt",
      "uk-gdpr",
      { events: [asked("clarification", "2026-02-27", "2026-03-09")] },
      "2026-04-02",
      ["before-receipt"],
    ],
    [
      "answered before it was asked",
      "eu-gdpr",
      { events: [asked("identity", "2026-03-09", "2026-03-04")] },
      "2026-04-02",
      ["answered-before-asked"],
    ],
  ])("%s", (_name, regime, more, due, withoutEffect) => {
    const { due: deadline } = explain(regime, request(more));
    expect(deadline.dueOn).toBe(due);
    expect(because(deadline.why)).toEqual(withoutEffect);
  });

  it("tells of a stop that waits for its answer", () => {
    const events = [asked("clarification", "2026-03-05", null)];
    expect(explain("uk-gdpr", request({ events })).due.openStop).toEqual({
      question: "clarification",
      sinceOn: "2026-03-05",
    });
    expect(explain("us-ca-ccpa", request({ events })).due.openStop).toBeNull();
    expect(explain("uk-gdpr", request({ right: "erasure", events })).due.openStop).toBeNull();
  });

  it("keeps the strict day beside the usual one, and only where they may differ", () => {
    const stopped = explain("eu-gdpr", request({ events: [asked("identity", "2026-03-03", "2026-03-12")] }));
    expect(stopped.due.readings).toEqual({ usual: "2026-04-13", strict: "2026-04-02" });
    expect(stopped.deadlines.extended?.readings).toEqual({ usual: "2026-06-11", strict: "2026-06-02" });
    expect(explain("eu-gdpr", request()).due.readings).toEqual({ usual: "2026-04-02" });
  });

  it("does not depend on the order in which events are given", () => {
    const events = [
      asked("clarification", "2026-03-16", "2026-03-24"),
      asked("identity", "2026-03-04", "2026-03-10"),
      { kind: "extension-told" as const, at: "2026-03-30" },
    ];
    expect(explain("uk-gdpr", request({ events: [...events].reverse() }))).toEqual(
      explain("uk-gdpr", request({ events })),
    );
  });
});

describe("extension", () => {
  it.each<[string, RegimeId, string[], string, boolean | null]>([
    ["in time", "uk-gdpr", ["2026-03-30"], "2026-06-02", true],
    ["on the last day", "uk-gdpr", ["2026-04-02"], "2026-06-02", true],
    ["a day late", "uk-gdpr", ["2026-04-03"], "2026-04-02", false],
    ["before receipt", "uk-gdpr", ["2026-02-20"], "2026-04-02", false],
    ["a wrong one, then a right one", "uk-gdpr", ["2026-02-20", "2026-03-30"], "2026-06-02", true],
    ["twice adds nothing", "uk-gdpr", ["2026-03-20", "2026-04-02"], "2026-06-02", true],
    ["Virginia", "us-va", ["2026-04-16"], "2026-05-31", true],
    ["none", "us-va", [], "2026-04-16", null],
  ])("%s", (_name, regime, told, due, valid) => {
    const events = told.map((at) => ({ kind: "extension-told" as const, at }));
    const explained = explain(regime, request({ events }));
    expect(explained.dueOn).toBe(due);
    expect(explained.extension?.valid ?? null).toBe(valid);
    expect(rules(explained.due.why).includes("extended")).toBe(valid === true);
    expect(rules(explained.deadlines.response?.why ?? []).includes("extension-without-effect")).toBe(
      valid === false,
    );
  });

  it("is told in time while the clock stood still", () => {
    const events = [
      asked("clarification", "2026-03-30", "2026-04-10"),
      { kind: "extension-told" as const, at: "2026-04-13" },
    ];
    expect(explain("uk-gdpr", request({ events })).extension?.valid).toBe(true);
  });

  it("is counted from the start, not from a clamped or moved day", () => {
    const facts = request({ receivedAt: "2026-01-31T12:00:00Z", calendar: "DE", zone: "Europe/Berlin" });
    const { response, extended } = explain("eu-gdpr", facts).deadlines;
    expect([response?.dueOn, extended?.dueOn]).toEqual(["2026-03-02", "2026-04-30"]);
  });

  it("is judged by the day in the zone, not by the instant in UTC", () => {
    const facts = request({
      zone: "America/Los_Angeles",
      calendar: "US-CA",
      receivedAt: "2026-11-02T10:00:00-08:00",
    });
    const told = (at: string) =>
      explain("us-ca-ccpa", { ...facts, events: [{ kind: "extension-told", at }] }).extension?.valid;
    expect(told("2026-12-18T07:59:00Z")).toBe(true);
    expect(told("2026-12-18T08:00:00Z")).toBe(false);
  });
});

describe("what a request owes", () => {
  it.each<[RegimeId, RightId, string[], string]>([
    ["eu-gdpr", "objection", ["extended", "extensionNotice", "response"], "response"],
    ["us-ca-ccpa", "erasure", ["acknowledgement", "extended", "extensionNotice", "response"], "response"],
    ["us-ca-ccpa", "withdraw-consent", ["extended", "extensionNotice", "response"], "response"],
    ["us-ca-ccpa", "opt-out-sale", ["optOut"], "optOut"],
    ["us-ca-ccpa", "limit-sensitive", ["optOut"], "optOut"],
    ["us-co", "opt-out-sale", ["extended", "extensionNotice", "optOut", "response"], "optOut"],
    ["us-va", "opt-out-sale", ["extended", "extensionNotice", "response"], "response"],
    ["default-row", "erasure", ["extended", "extensionNotice", "response"], "response"],
  ])("%s, %s: %s", (regime, right, kinds, due) => {
    const explained = explain(regime, request({ right }));
    expect(Object.keys(explained.deadlines).sort()).toEqual(kinds);
    expect(explained.due.kind).toBe(due);
    expect(explained.dueOn).toBe(explained.due.dueOn);
  });

  it("counts Colorado's opt-out on federal working days, whatever calendar the establishment has", () => {
    const facts = request({
      right: "opt-out-sale",
      receivedAt: "2026-11-09T10:00:00-07:00",
      zone: "America/Denver",
      calendar: null,
    });
    expect(explain("us-co", facts).dueOn).toBe("2026-12-02");
  });

  it("reads a request older than the law by its earliest text, and says so", () => {
    const old = explain(
      "us-va",
      request({ receivedAt: "2022-12-31T12:00:00Z", zone: "UTC", calendar: null }),
    );
    expect(old.inForce).toBe(false);
    expect(old.dueOn).toBe("2023-02-14");
    expect(rules(old.due.why).slice(0, 2)).toEqual(["received", "not-in-force"]);
    expect(explain("default-row", request({ receivedAt: "1999-01-01" })).inForce).toBe(true);
  });

  it("does not mind a request from the future", () => {
    expect(explain("uk-gdpr", request({ receivedAt: "2101-03-02T09:00:00Z" })).dueOn).toBe("2101-04-04");
  });

  it.each([
    [{ zone: "Europe/Nowhere" }, /no time zone/],
    [{ calendar: "ZZ" }, /no holiday calendar/],
    [{ receivedAt: "soon" }, /is not a time/],
    [{ events: [{ kind: "extension-told" as const, at: "2026-02-31" }] }, /is not a time/],
  ])("refuses %o", (more, sentence) => {
    expect(() => explain("uk-gdpr", request(more))).toThrow(sentence);
  });

  it("explains every date by its rule, from the receipt day to the last day", () => {
    const { deadlines } = explain("uk-gdpr", request({ receivedAt: "2026-03-03T09:00:00Z" }));
    expect(deadlines.response?.why).toEqual([
      expect.objectContaining({ rule: "received", on: "2026-03-03", zone: "Europe/London" }),
      expect.objectContaining({
        rule: "counted",
        on: "2026-04-03",
        since: "receipt",
        citation: "UK GDPR Art. 12A(1)",
        mark: "V",
      }),
      expect.objectContaining({ rule: "moved", from: "2026-04-03", on: "2026-04-07", calendars: ["GB-ENG"] }),
    ]);
    const acknowledgement = explain(
      "us-ca-ccpa",
      request({ receivedAt: "2026-11-21T18:00:00Z", zone: "America/Los_Angeles" }),
    ).deadlines.acknowledgement;
    expect(rules(acknowledgement?.why ?? [])).toEqual(["received", "skipped", "counted"]);
  });
});

describe("a law with a clock for each way in which a request comes", () => {
  const shine = (way?: Request["way"], events: ClockEvent[] = []) =>
    explain(
      "us-ca-shine",
      request({
        right: "shine-the-light",
        receivedAt: "2026-03-02T09:00:00-08:00",
        zone: "America/Los_Angeles",
        calendar: "US-CA",
        events,
        ...(way === undefined ? {} : { way }),
      }),
    );

  it.each<[Request["way"] | undefined, string, string]>([
    ["designated", "2026-04-01", "designated"],
    // Nobody said otherwise: the shorter one, which is safe.
    [undefined, "2026-04-01", "designated"],
    [null, "2026-04-01", "designated"],
    ["elsewhere", "2026-07-30", "elsewhere"],
  ])("%s: %s", (way, dueOn, told) => {
    const { due } = shine(way);
    expect(due.dueOn).toBe(dueOn);
    expect(due.why.map(({ rule }) => rule)).toEqual(["received", "came", "counted", "every-day-counts"]);
    expect(due.why[1]).toMatchObject({ way: told, citation: "Cal. Civ. Code 1798.83(b)(1)(C)", mark: "V" });
  });

  it("knows no extension, and asking for what is missing moves nothing, by our own rule", () => {
    const asked = [
      { kind: "clarification-asked", at: "2026-03-03", endedAt: "2026-03-20", prompt: true },
      { kind: "extension-told", at: "2026-03-20" },
    ] as const;
    const { deadlines, due, extension } = shine("designated", [...asked]);
    expect(Object.keys(deadlines)).toEqual(["response"]);
    expect([due.dueOn, extension]).toEqual(["2026-04-01", null]);
    expect(due.why).toContainEqual(expect.objectContaining({ because: "law", mark: "policy" }));
  });

  it("does not matter to any other law", () => {
    expect(explain("uk-gdpr", request({ way: "elsewhere" })).due).toEqual(explain("uk-gdpr", request()).due);
  });
});

describe("appeals", () => {
  const appeal = (events: ClockEvent[], regime: RegimeId = "us-co", more: Partial<Request> = {}) =>
    explain(regime, request({ zone: "America/Denver", calendar: null, events, ...more }));

  it("advertises sixty days from the answer, or as many as the organisation does", () => {
    const events = [{ kind: "answer-sent" as const, at: "2026-04-10T17:00:00-06:00" }];
    expect(appeal(events).deadlines.appealWindow?.dueOn).toBe("2026-06-09");
    expect(appeal(events, "us-co", { appealDays: 90 }).deadlines.appealWindow?.dueOn).toBe("2026-07-09");
    expect(appeal(events, "uk-gdpr").deadlines.appealWindow).toBeUndefined();
  });

  it("takes an appeal after the advertised day too", () => {
    const events: ClockEvent[] = [
      { kind: "answer-sent", at: "2026-04-10" },
      { kind: "appeal-received", at: "2027-04-10" },
    ];
    expect(appeal(events).appealDue?.dueOn).toBe("2027-05-25");
  });

  it("is extended once, in time", () => {
    const received: ClockEvent = { kind: "appeal-received", at: "2027-01-20T10:00:00-07:00" };
    const told = (at: string): ClockEvent[] => [received, { kind: "appeal-extension-told", at }];
    expect(appeal(told("2027-03-06")).appealDue?.dueOn).toBe("2027-05-05");
    expect(appeal(told("2027-03-07")).appealDue?.dueOn).toBe("2027-03-06");
    expect(appeal(told("2027-01-19")).appealDue?.dueOn).toBe("2027-03-06");
    expect(appeal([received]).deadlines.appealExtended?.dueOn).toBe("2027-05-05");
    expect(appeal([received], "us-va").deadlines.appealExtended).toBeUndefined();
  });

  it("ends with its decision; a second appeal has a clock of its own", () => {
    const first: ClockEvent[] = [
      { kind: "appeal-received", at: "2027-01-20" },
      { kind: "appeal-received", at: "2027-01-25" },
    ];
    const decided: ClockEvent[] = [...first, { kind: "appeal-decided", at: "2027-02-20" }];
    expect(appeal(first).appealDue?.dueOn).toBe("2027-03-06");
    expect(appeal(decided).appealDue).toBeNull();
    expect(appeal(decided).deadlines.appealDecision).toBeDefined();
    expect(appeal([...decided, { kind: "appeal-received", at: "2027-03-01" }]).appealDue?.dueOn).toBe(
      "2027-04-15",
    );
  });

  it("has no clock where the law has no appeal", () => {
    expect(appeal([{ kind: "appeal-received", at: "2027-01-20" }], "eu-gdpr").appealDue).toBeNull();
  });
});

describe("complaints", () => {
  const complain = (regime: RegimeId, receivedAt: string, events: ClockEvent[] = []) =>
    explainDeadlines(regimes[regime], {
      right: "complaint",
      receivedAt,
      zone: "Europe/London",
      calendar: "GB-ENG",
      events,
    });

  it("are acknowledged within thirty days since 19 June 2026 in the United Kingdom", () => {
    expect(complain("uk-gdpr", "2026-06-18T23:30:00+01:00").dueOn).toBeNull();
    expect(complain("uk-gdpr", "2026-06-19T00:00:00+01:00").dueOn).toBe("2026-07-20");
    expect(complain("uk-gdpr", "2026-06-19T12:00:00+01:00").due?.readings).toEqual({
      usual: "2026-07-20",
      conservative: "2026-07-20",
    });
  });
  it("owe no other day once acknowledged", () => {
    const { due, deadlines } = complain("uk-gdpr", "2026-07-01", [
      { kind: "acknowledged", at: "2026-07-02" },
    ]);
    expect(due).toBeNull();
    expect(deadlines.complaintAcknowledgement?.dueOn).toBe("2026-07-31");
  });
  it.each<RegimeId>(["eu-gdpr", "us-ca-ccpa", "default-row", "us-va"])(
    "have no day of their own in %s",
    (regime) => {
      expect(complain(regime, "2026-07-01").dueOn).toBeNull();
    },
  );
});

describe("England, every receipt day of 2026 to 2028", () => {
  const days: string[] = [];
  for (let day = "2026-01-01"; day < "2029-01-01"; day = addDays(day, 1)) days.push(day);
  const dueOn = (day: string) => explain("uk-gdpr", request({ receivedAt: `${day}T12:00:00Z` })).dueOn;

  it("ends on a working day, at most four days after the same day of the next month", () => {
    expect(days).toHaveLength(1096);
    for (const day of days) {
      const due = dueOn(day);
      expect(closedOn(due, ["GB-ENG"]), `${day} → ${due}`).toBeNull();
      const passed = dayNumber(due) - dayNumber(day);
      expect(passed >= 28 && passed <= 35, `${day} → ${due}`).toBe(true);
    }
  });
  it("agrees with 'receipt plus thirty days' on 270 of them", () => {
    expect(days.filter((day) => dueOn(day) === addDays(day, 30))).toHaveLength(270);
  });
});
