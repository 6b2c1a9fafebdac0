import { describe, expect, test } from "vitest";
import type { CastKey } from "./cast.ts";
import { currentWalk, nextStep, tickWalk as tick, walkedCaseRef, type WalkEvent } from "./walk.ts";

let id = 0;
const event = (type: string, more: Partial<WalkEvent> = {}): WalkEvent => ({
  id: ++id,
  caseRef: "maya",
  type,
  actorKind: "staff",
  role: "caseworker",
  hasReason: false,
  ...more,
});
const tickWalk = (events: WalkEvent[]) => {
  const ref = walkedCaseRef(events);
  return tick(events, {
    own: ref === null ? null : { ref, reference: `HB-${ref}` },
    refused: { reference: "HB-leo" },
  });
};
const opened = event("case.open", { actorKind: "visitor", role: "visitor" });
const states = (events: WalkEvent[], which: "first" | "second" = "first") =>
  tickWalk(events)[which].map((step) => `${step.key}:${step.state}`);

describe("the walk", () => {
  test("begins with nothing done", () => {
    expect(states([])[0]).toBe("ask:now");
    expect(
      states([])
        .slice(1)
        .every((text) => text.endsWith(":todo")),
    ).toBe(true);
  });

  test.each([
    ["a request was sent", [opened], "mail"],
    ["she typed the code", [opened, event("code.accept", { actorKind: "person" })], "read"],
    ["Ana read the case, the mail left aside", [opened, event("case.read")], "prepare"],
    ["an auditor read it too early", [opened, event("case.read", { role: "auditor" })], undefined],
    ["it was approved", [opened, event("ask-approval"), event("approve", { role: "approver" })], "send"],
    ["it was sent", [opened, event("send")], "open"],
    ["she has it", [opened, event("download", { actorKind: "person" })], "audit"],
  ])("when %s", (_, events, next) => {
    expect(tickWalk(events).first.find((step) => step.state === "now")?.key).toBe(next);
  });

  test("follows the request that was sent last", () => {
    const events = [opened, event("approve"), event("case.open", { caseRef: "again", actorKind: "visitor" })];
    expect(states(events)[0]).toBe("ask:done");
    expect(states(events)[4]).toBe("approve:todo");
  });

  test("does not follow what staff record by hand", () => {
    expect(walkedCaseRef([opened, event("case.open", { caseRef: "by phone" })])).toBe("maya");
  });

  test("leads to the case itself", () => {
    expect(tickWalk([opened]).first.find((step) => step.key === "prepare")?.href).toBe(
      "/desk/cases/HB-maya/review",
    );
  });

  test("calls the request by its reference: anybody may have sent it; and is short enough for the bar", () => {
    const asks = tickWalk([opened]).first.map((step) => step.ask);
    expect(asks.join(" ")).not.toMatch(/maya’s/i);
    expect(asks).toContain("open request HB-maya");
    expect(asks).toContain("verify the history of this request");
    expect(asks.filter((ask) => ask.length > 60)).toEqual([]);
  });

  test("leads the second walk to the request that was refused", () => {
    const hrefs = tickWalk([opened]).second.map((step) => step.href);
    expect(hrefs).toContain("/ipc/track/HB-leo");
    expect(hrefs.some((href) => href.includes("{"))).toBe(false);
  });

  test.each<[string, CastKey | null, string, WalkEvent[], string]>([
    ["elsewhere", "ana", "/desk", [opened], "mail"],
    [
      "on the case, to whom it is up",
      "ana",
      "/desk/cases/HB-maya",
      [opened, event("code.accept")],
      "prepare",
    ],
    [
      "on a tab of it",
      "ana",
      "/desk/cases/HB-maya/review?from=50",
      [opened, event("code.accept")],
      "prepare",
    ],
    ["on another case", "ana", "/desk/cases/HB-mayas", [opened, event("code.accept")], "read"],
    [
      "on the case, but up to somebody else",
      "tom",
      "/desk/cases/HB-maya",
      [opened, event("code.accept")],
      "read",
    ],
    ["at the end of the first walk", "ingrid", "/audit/cases/HB-maya", [opened, event("download")], "refuse"],
  ])("%s, says what is next", (_, me, path, events, next) => {
    expect(nextStep(tickWalk(events), me, path)?.key).toBe(next);
  });

  test("ticks the refusal by a decision with a reason on another case only", () => {
    expect(states([opened, event("decide", { hasReason: true })], "second")[0]).toBe("refuse:now");
    expect(states([opened, event("decide", { caseRef: "other" })], "second")[0]).toBe("refuse:now");
    expect(states([opened, event("decide", { caseRef: "other", hasReason: true })], "second")[0]).toBe(
      "refuse:done",
    );
  });

  test("asks for the history of the case that was appealed", () => {
    const appealed = event("appeal", { caseRef: "leo", actorKind: "person", role: "person" });
    const read = (caseRef: string) => event("case.read", { caseRef, role: "auditor" });
    expect(states([appealed, read("maya")], "second")[3]).toBe("audit-appeal:todo");
    expect(states([appealed, read("leo")], "second")[3]).toBe("audit-appeal:done");
  });

  test("goes over to the second when the first is through", () => {
    expect(currentWalk(tickWalk([opened]))[0]?.key).toBe("ask");
    expect(currentWalk(tickWalk([opened, event("case.read", { role: "auditor" })]))[0]?.key).toBe("refuse");
  });
});
