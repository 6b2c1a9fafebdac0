import { describe, expect, it } from "vitest";
import type { RightId } from "#lib/rights/ids.ts";
import { locales } from "#lib/locales/index.ts";
import { citationIn } from "./citation.ts";
import { explainDeadlines, type ClockEvent, type ClockFacts } from "./deadlines.ts";
import { regimeIds, type RegimeId } from "./ids.ts";
import { regimes } from "./index.ts";
import { mayMove, whyParagraph } from "./paragraph.ts";
import { timeline } from "./timeline.ts";
import { otherReadings, whySentences } from "./why.ts";

type Request = ClockFacts & { right: RightId };
const explain = (regime: RegimeId, more: Partial<Request> = {}) =>
  explainDeadlines(regimes[regime], {
    right: "access",
    receivedAt: "2026-11-03T09:14:00Z",
    zone: "Europe/London",
    calendar: "GB-ENG",
    events: [],
    ...more,
  });
const answered: ClockEvent = {
  kind: "clarification-asked",
  at: "2026-11-05T11:20:00Z",
  endedAt: "2026-11-09T18:02:00Z",
};
const lines = (rows: { label: string; text: string }[]) => rows.map(({ label, text }) => `${label}: ${text}`);

describe("which of two clocks counts", () => {
  const shine = (way: "designated" | "elsewhere") =>
    explain("us-ca-shine", {
      right: "shine-the-light",
      zone: "America/Los_Angeles",
      calendar: "US-CA",
      way,
    }).due;

  it("is said to person and staff, in both languages", () => {
    expect(lines(whySentences("en", shine("elsewhere"), "person"))).toEqual([
      "3 November 2026: the day your request reached us, at 1:14, Pacific Time",
      "3 November 2026: it came another way than to the address we name for this, so the longer time counts",
      "2 April 2027: 150 days after 3 November 2026, the day you asked",
      "2 April 2027: a Friday. Every day counts, weekends and holidays too",
    ]);
    expect(lines(whySentences("en", shine("designated"), "staff"))[1]).toBe(
      "3 Nov: came to the designated contact: the short clock",
    );
    expect(lines(whySentences("de", shine("designated"), "person"))[1]).toBe(
      "3. November 2026: er kam an die Adresse, die wir dafür nennen, deshalb zählt die kürzere Frist",
    );
  });

  it("stands in the paragraph, and nothing is said to move the date", () => {
    expect(whyParagraph("en", shine("elsewhere"))).toContain("by this day at the latest");
    expect(whyParagraph("de", shine("designated"))).toMatch(/^Das kalifornische Gesetz „Shine the Light“ /);
    expect(mayMove("en", regimes["us-ca-shine"], "shine-the-light", "2026-11-03")).toBe(
      "This date does not move.",
    );
  });
});

describe("the sum behind a date", () => {
  const { due } = explain("uk-gdpr", { events: [answered] });

  it("is told to the person in plain words", () => {
    expect(lines(whySentences("en", due, "person"))).toEqual([
      "3 November 2026: the day your request reached us, at 9:14, UK time",
      "3 December 2026: one month after 3 November 2026, the day you asked",
      "+ 5 days: from 5 November 2026 to 9 November 2026 we waited for your answer to our question. UK law does not count those days.",
      "8 December 2026: a Tuesday and not a bank holiday, so it stays",
    ]);
  });

  it("is told to staff in few", () => {
    const rows = whySentences("en", due, "staff");
    expect(lines(rows)).toEqual([
      "3 Nov: received 9:14, UK time",
      "3 Dec: one month from receipt",
      "+ 5 days: asked 5 Nov, answered 9 Nov",
      "8 Dec: Tuesday, no bank holiday in England",
    ]);
    expect(rows.map((row) => row.citation)).toEqual([
      null,
      "UK GDPR Art. 12A(1)",
      "UK GDPR Art. 12A(5)-(6)",
      "ICO, right of access (2025-12-08)",
    ]);
    expect(rows.map((row) => row.total)).toEqual([false, false, false, true]);
  });

  it("is told in German", () => {
    expect(lines(whySentences("de", due, "person"))).toEqual([
      "3. November 2026: der Tag, an dem Ihr Antrag bei uns einging, um 9:14 Uhr, britische Zeit",
      "3. Dezember 2026: ein Monat nach dem 3. November 2026, dem Tag Ihres Antrags",
      "+ 5 Tage: vom 5. November 2026 bis zum 9. November 2026 haben wir auf Ihre Antwort auf unsere Frage gewartet. Das britische Recht zählt diese Tage nicht mit.",
      "8. Dezember 2026: ein Dienstag und kein Feiertag, deshalb bleibt es dabei",
    ]);
  });

  it.each<[string, RegimeId, Partial<Request>, RegExp]>([
    [
      "holidays by name",
      "uk-gdpr",
      { receivedAt: "2026-03-03T09:00:00Z" },
      /^7 April 2026: 3 April 2026 is Good Friday, 4 April 2026 is a Saturday, 5 April 2026 is a Sunday and 6 April 2026 is Easter Monday, so the next working day counts$/,
    ],
    [
      "a shorter month",
      "eu-gdpr",
      { receivedAt: "2026-08-31", calendar: "IE" },
      /^30 September 2026: one month after 31 August 2026, the day you asked\. The month it ends in is shorter/,
    ],
    [
      "a restart",
      "uk-gdpr",
      { events: [{ kind: "identity-asked", at: "2026-11-04", endedAt: "2026-11-20", prompt: true }] },
      /^20 November 2026: the day you showed us who you are\. We had asked on 4 November 2026\. UK law counts from your answer\.$/,
    ],
    [
      "a fee",
      "uk-gdpr",
      { events: [{ kind: "fee-asked", at: "2026-11-04", endedAt: "2026-11-20" }] },
      /^20 December 2026: one month after 20 November 2026, the day you paid the fee$/,
    ],
    [
      "an open question",
      "uk-gdpr",
      { events: [{ kind: "clarification-asked", at: "2026-11-05" }] },
      /^5 November 2026: we asked you a question about your request\. Once you answer/,
    ],
    [
      "a law that never waits",
      "us-va",
      { events: [{ kind: "identity-asked", at: "2026-11-05", endedAt: "2026-11-09", prompt: true }] },
      /^5 November 2026: we asked you to show us who you are\. Virginia law does not move the date for that\.$/,
    ],
    [
      "every day counts",
      "us-va",
      { receivedAt: "2026-12-31T12:00:00Z" },
      /^14 February 2027: a Sunday\. Every day counts, weekends and holidays too$/,
    ],
    [
      "working days",
      "us-ca-ccpa",
      { right: "opt-out-sale", receivedAt: "2026-11-16" },
      /^not counted: Saturdays, Sundays, Thanksgiving Day \(26 November 2026\) and the day after Thanksgiving/,
    ],
    [
      "an extension",
      "eu-gdpr",
      { calendar: "IE", events: [{ kind: "extension-told", at: "2026-11-30" }] },
      /^3 February 2027: 3 months after 3 November 2026, the day you asked: one month, and 2 months more$/,
    ],
    [
      "an extension told too late",
      "eu-gdpr",
      { calendar: "IE", events: [{ kind: "extension-told", at: "2026-12-30" }] },
      /^30 December 2026: we told you that we need more time, but after the last day\. So the date stays\.$/,
    ],
    [
      "one day of waiting",
      "eu-gdpr",
      {
        calendar: "IE",
        events: [{ kind: "identity-asked", at: "2026-11-04", endedAt: "2026-11-05", prompt: true }],
      },
      /^\+ 1 day: on 5 November 2026 we waited for you to show us who you are\. EU law does not count that day\.$/,
    ],
    [
      "a law that had not begun",
      "us-co",
      { receivedAt: "2020-03-01" },
      /^1 July 2023: Colorado law had not begun by then/,
    ],
    [
      "our own promise",
      "default-row",
      {},
      /^3 December 2026: 30 days after 3 November 2026, the day you asked$/,
    ],
  ])("tells of %s", (_name, regime, more, line) => {
    expect(lines(whySentences("en", explain(regime, more).due, "person"))).toContainEqual(
      expect.stringMatching(line),
    );
  });

  it("has one total, the date itself, whatever happened", () => {
    for (const regime of regimeIds) {
      for (const right of ["access", "opt-out-sale"] as const) {
        const events: ClockEvent[] = [
          answered,
          { kind: "identity-asked", at: "2026-11-30", endedAt: null, prompt: true },
          { kind: "extension-told", at: "2026-11-10" },
          { kind: "answer-sent", at: "2026-12-01" },
          { kind: "appeal-received", at: "2026-12-02" },
          { kind: "appeal-extension-told", at: "2026-12-03" },
        ];
        for (const deadline of Object.values(explain(regime, { right, events }).deadlines)) {
          for (const locale of locales) {
            for (const audience of ["person", "staff"] as const) {
              const rows = whySentences(locale, deadline, audience);
              const due = whySentences(
                locale,
                { ...deadline, why: deadline.why.filter(({ rule }) => rule !== "received") },
                audience,
              );
              expect(rows.filter((row) => row.total)).toHaveLength(1);
              expect(due.find((row) => row.total)?.label).toContain(String(Number(deadline.dueOn.slice(8))));
              for (const row of rows) {
                expect(row.label + row.text).not.toMatch(/undefined|null|\{|NaN|law\./);
                expect(row.text.length).toBeGreaterThan(3);
              }
            }
            expect(whyParagraph(locale, deadline)).not.toMatch(/undefined|null|\{|NaN|law\.|  /);
          }
        }
      }
    }
  });

  it("names the other readings to staff", () => {
    expect(otherReadings("en", due)).toEqual([
      { name: "Conservative", on: "2026-12-07", says: "The earliest day under any reading." },
    ]);
    expect(otherReadings("en", explain("uk-gdpr").due)).toEqual([]);
  });
});

describe("the reason in whole sentences", () => {
  it.each<[string, RegimeId, Partial<Request>, string]>([
    [
      "plain",
      "uk-gdpr",
      {},
      "UK law gives us one month from the day your request arrives. Your request reached us on 3 November 2026, so the last day is 3 December 2026. That is a Thursday and not a bank holiday, so it stays.",
    ],
    [
      "with waiting",
      "uk-gdpr",
      { events: [answered] },
      "UK law gives us one month from the day your request arrives. Your request reached us on 3 November 2026, so the last day is 3 December 2026. We waited 5 days for you. They do not count, which makes it 8 December 2026. That is a Tuesday and not a bank holiday, so it stays.",
    ],
    [
      "moved",
      "eu-gdpr",
      { receivedAt: "2026-11-26", calendar: "DE" },
      "EU law gives us one month from the day your request arrives. Your request reached us on 26 November 2026, so the last day is 26 December 2026. 26 December 2026 is Boxing Day and 27 December 2026 is a Sunday. So the date moves to 28 December 2026, the next working day.",
    ],
    [
      "extended",
      "us-va",
      { events: [{ kind: "extension-told", at: "2026-12-01" }] },
      "Virginia law gives us 45 days from the day your request arrives. We told you on 1 December 2026 that we need more time: 45 days more. Your request reached us on 3 November 2026, so the last day is 1 February 2027. That is a Monday. Every day counts, so it stays.",
    ],
  ])("%s", (_name, regime, more, paragraph) => {
    expect(whyParagraph("en", explain(regime, more).due)).toBe(paragraph);
  });

  it.each<[RegimeId, RightId, RegExp]>([
    ["uk-gdpr", "access", /ask you something/],
    ["uk-gdpr", "erasure", /ask you something/],
    ["us-va", "access", /move only once/],
    ["us-ca-ccpa", "opt-out-sale", /does not move/],
  ])("says what could still move it: %s, %s", (regime, right, sentence) => {
    expect(mayMove("en", regimes[regime], right, "2026-11-24")).toMatch(sentence);
  });
});

describe("the picture", () => {
  it("places receipt, stop, today and last day", () => {
    const picture = timeline(explain("uk-gdpr", { events: [answered] }).due, "2026-11-24");
    expect(picture).toEqual({
      received: { on: "2026-11-03", percent: 0 },
      start: null,
      stops: [{ fromOn: "2026-11-05", toOn: "2026-11-09", days: 5, fromPercent: 5.7, toPercent: 20 }],
      firstDue: { on: "2026-12-03", percent: 85.7 },
      today: { on: "2026-11-24", percent: 60 },
      due: { on: "2026-12-08", percent: 100 },
      late: false,
    });
  });

  it("makes room for today when the answer is late", () => {
    const picture = timeline(explain("uk-gdpr").due, "2026-12-13");
    expect([picture.late, picture.due.percent, picture.today.percent]).toEqual([true, 75, 100]);
  });

  it("draws a question without an answer up to today", () => {
    const events: ClockEvent[] = [{ kind: "clarification-asked", at: "2026-11-05" }];
    const picture = timeline(explain("uk-gdpr", { events }).due, "2026-11-18");
    expect(picture.stops).toEqual([
      { fromOn: "2026-11-05", toOn: null, days: 13, fromPercent: 6.7, toPercent: 50 },
    ]);
  });

  it("shows where a restarted count begins, and stays inside its frame on the day of receipt", () => {
    const events: ClockEvent[] = [
      { kind: "identity-asked", at: "2026-11-04", endedAt: "2026-11-20", prompt: true },
    ];
    expect(timeline(explain("uk-gdpr", { events }).due, "2026-11-24").start?.on).toBe("2026-11-20");
    expect(timeline(explain("uk-gdpr").due, "2026-11-02").today.percent).toBe(0);
  });
});

describe("citations in German", () => {
  it.each([
    ["GDPR Art. 12(3)", "Art. 12 Abs. 3 DSGVO"],
    ["GDPR Art. 17(3)(b)", "Art. 17 Abs. 3 Buchst. b DSGVO"],
    ["GDPR Art. 11(2), 12(2)", "Art. 11 Abs. 2, 12 Abs. 2 DSGVO"],
    ["GDPR Art. 15(1)-(3)", "Art. 15 Abs. 1–3 DSGVO"],
    ["GDPR Art. 15(4), recital 63", "Art. 15 Abs. 4, Erwägungsgrund 63 DSGVO"],
    ["GDPR Art. 77; BDSG s. 40", "Art. 77 DSGVO; § 40 BDSG"],
    ["UK GDPR Art. 12A(5)-(6)", "Art. 12A Abs. 5–6 UK GDPR"],
    ["Reg. (EEC, Euratom) 1182/71 Art. 3(4)", "Art. 3 Abs. 4 der Verordnung (EWG, Euratom) Nr. 1182/71"],
    ["EDPB Guidelines 01/2022 para. 159", "EDSA-Leitlinien 01/2022, Rn. 159"],
    ["DPA 2018 Sch. 2 para. 19", "DPA 2018 Sch. 2 para. 19"],
    ["Cal. Civ. Code 1798.105(d)", "Cal. Civ. Code 1798.105(d)"],
    ["house rule", "eigene Regel"],
  ])("%s", (citation, german) => {
    expect(citationIn("de", citation)).toBe(german);
    expect(citationIn("en", citation)).toBe(citation);
  });
});
