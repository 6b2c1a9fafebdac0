import { describe, expect, test } from "vitest";
import { chaseDue, nextChaseAt } from "./chase.ts";

const at = new Date("2026-11-02T10:00:00Z");
const plan = { chaseDays: [7, 14], escalateDays: 21 };
const after = (days: number, hours = 0) => new Date(at.getTime() + (days * 24 + hours) * 3600 * 1000);
const stand = (chased: number, escalatedAt: Date | null = null) => ({ at, chased, escalatedAt });

describe("what is due for a silent controller", () => {
  test.each([
    ["at once nothing", 0, 0, null],
    ["an hour before the first day nothing", 0, 6.96, null],
    ["on the first day a reminder", 0, 7, { do: "remind", chased: 1 }],
    ["not twice", 1, 8, null],
    ["on the second day another", 1, 14, { do: "remind", chased: 2 }],
    ["both missed: one makes up for both", 0, 15, { do: "remind", chased: 2 }],
    ["then nothing until staff are told", 2, 20, null],
    ["on the last day staff are told", 2, 21, { do: "escalate" }],
    ["also where every reminder was missed", 0, 40, { do: "escalate" }],
  ] as const)("%s", (_name, chased, days, due) => {
    expect(chaseDue(stand(chased), plan, after(days))).toEqual(due);
  });

  test("once staff were told, nothing more", () => {
    expect(chaseDue(stand(2, after(21)), plan, after(90))).toBeNull();
    expect(nextChaseAt(stand(2, after(21)), plan)).toBeNull();
  });

  test("without reminders in the policy, staff are told all the same", () => {
    expect(chaseDue(stand(0), { chaseDays: [], escalateDays: 10 }, after(10))).toEqual({ do: "escalate" });
    expect(nextChaseAt(stand(0), { chaseDays: [], escalateDays: 10 })).toEqual(after(10));
  });

  test("the next step is always the one that is due then", () => {
    for (const chased of [0, 1, 2]) {
      const next = nextChaseAt(stand(chased), plan);
      expect(next).not.toBeNull();
      if (!next) continue;
      expect(chaseDue(stand(chased), plan, new Date(next.getTime() - 1000))).toBeNull();
      expect(chaseDue(stand(chased), plan, next)).not.toBeNull();
    }
  });
});
