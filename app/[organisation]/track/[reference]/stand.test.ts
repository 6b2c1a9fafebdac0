import { describe, expect, test } from "vitest";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { archiveHolds, shortSteps, stepsOf } from "./stand.ts";

type Whole = NonNullable<OwnCase["whole"]>;
type Line = ReturnType<typeof stepsOf>;

const event = (type: string, day: string) => ({ type, at: new Date(`${day}T10:00:00Z`) });
const received = event("case.open", "2026-11-03");
const confirmed = event("confirm-identity", "2026-11-04");
const collected = event("finish-collecting", "2026-11-05");
const takenBack = event("withdraw", "2026-11-09");

function line(status: OwnCase["status"], events: object[], more: Partial<OwnCase> = {}): Line {
  const own = {
    status,
    claims: [],
    collects: true,
    needsProof: true,
    answeredAt: null,
    zone: "UTC",
    ...more,
  };
  const identityConfirmed = events.includes(confirmed);
  return stepsOf(own as unknown as OwnCase, { identityConfirmed, events } as unknown as Whole, "en");
}

/** The line as it is read: what is done with its day, what is going on, and what is still to come. */
const read = ({ steps, current }: Line) =>
  steps.map(({ name, when }, index) =>
    index < current
      ? `${name}: done ${when ?? ""}`.trim()
      : `${name}: ${index === current ? "now" : "not yet"}`,
  );

describe("T1: the steps of a request", () => {
  test("that is being worked on: what happened, what goes on, what is to come", () => {
    expect(read(line("collecting", [received, confirmed]))).toEqual([
      "Received: done 3 Nov",
      "Checking it is you: done 4 Nov",
      "Collecting: now",
      "Reviewing: not yet",
      "Ready: not yet",
    ]);
  });

  test.each([
    ["before anything was checked", [received], {}, ["Received: done 3 Nov"]],
    [
      "once it was proved",
      [received, confirmed],
      {},
      ["Received: done 3 Nov", "Checking it is you: done 4 Nov"],
    ],
    [
      "once all was found",
      [received, confirmed, collected],
      {},
      ["Received: done 3 Nov", "Checking it is you: done 4 Nov", "Collecting: done 5 Nov"],
    ],
    [
      "where nothing had to be proved",
      [received],
      { needsProof: false, collects: false },
      ["Received: done 3 Nov"],
    ],
  ])("that was taken back %s: what happened, and nothing of what never will", (_, events, more, steps) => {
    expect(read(line("withdrawn", [...events, takenBack], more))).toEqual([
      ...steps,
      "Taken back: done 9 Nov",
    ]);
  });

  test("that was taken back, to everybody with its code", () => {
    expect(read(shortSteps("withdrawn", "en"))).toEqual(["Received: done", "Taken back: done"]);
    expect(read(shortSteps("withdrawn", "de"))).toEqual(["Eingegangen: done", "Zurückgenommen: done"]);
    expect(read(shortSteps("reviewing", "en"))).toEqual([
      "Received: done",
      "Being worked on: now",
      "Answered: not yet",
    ]);
  });
});

test.each([
  ["a copy that is given", "access", "granted", "whole", 57, "data"],
  ["a copy of which parts are given", "access", "in-part", "whole", 57, "data"],
  ["a copy where nothing was found", "access", "granted", "whole", 0, "nothing"],
  ["an answer that names kinds only", "access", "granted", "categories", 57, "kinds"],
  ["a copy that is refused", "access", "refused", "whole", 57, "letter"],
  ["a refused deletion", "erasure", "refused", "whole", 0, "letter"],
  ["a deletion that is done", "erasure", "granted", "whole", 0, "letter"],
] as const)("the download says what is in it: %s", (_, right, outcome, scope, records, holds) => {
  const claims = [{ right, scope, decision: { outcome } }];
  const own = { claims, whole: { found: { records, done: 1, places: 1 } } };
  expect(archiveHolds(own as unknown as OwnCase)).toBe(holds);
});
