import { describe, expect, it } from "vitest";
import { en } from "#lib/locales/en/index.ts";
import { rightIds } from "./ids.ts";
import { inWorkOrder, rights, waitsFor } from "./index.ts";

describe("the work of a request", () => {
  it("makes the copy before anything is erased, whatever the order of asking", () => {
    expect(inWorkOrder(["erasure", "rectification", "access"])).toEqual([
      "access",
      "rectification",
      "erasure",
    ]);
    expect(inWorkOrder(rightIds.filter((right) => rights[right].plan !== "register")).at(-1)).toBe("erasure");
    expect(inWorkOrder([...rightIds])[0]).toBe("access");
  });

  it("holds erasure up while a copy is being made, and nothing else", () => {
    expect(waitsFor("erasure", ["access", "rectification"])).toEqual(["access"]);
    expect(waitsFor("erasure", ["rectification"])).toEqual([]);
    for (const right of rightIds.filter((one) => one !== "erasure")) {
      expect(waitsFor(right, rightIds)).toEqual([]);
    }
  });

  it.each(rightIds)("puts what %s waits for before it", (right) => {
    for (const earlier of rights[right].after)
      expect(rights[earlier].order).toBeLessThan(rights[right].order);
  });

  it("gives every right a place of its own", () => {
    expect(new Set(rightIds.map((right) => rights[right].order)).size).toBe(rightIds.length);
  });
});

describe("what is asked of the person", () => {
  it("is no proof for opt-outs and limits, and one for everything else", () => {
    expect(rightIds.filter((right) => rights[right].proof === "none")).toEqual([
      "opt-out-sale",
      "opt-out-marketing",
      "opt-out-profiling",
      "limit-sensitive",
      "legal-basis",
      "balancing-test",
      "shine-the-light",
    ]);
    for (const right of rightIds)
      expect(rights[right].assurance === "none").toBe(rights[right].proof === "none");
  });

  it("is a text of her own only where there is a question for it", () => {
    const asked = rightIds.filter((right) => rights[right].details !== "none");
    expect(Object.keys(en.rights.details).sort()).toEqual([...asked].sort());
  });
});

describe("tasks", () => {
  it("may end in 'kept' only where there are words for it", () => {
    const kept = rightIds.filter((right) => rights[right].taskOutcomes.includes("kept"));
    expect(Object.keys(en.rights.taskOutcome.kept).sort()).toEqual([...kept].sort());
  });
  it("are how everything is carried out but copies and what is told from the register", () => {
    const planned = (plan: string) => rightIds.filter((right) => rights[right].plan === plan);
    expect(planned("collect")).toEqual(["access", "portability"]);
    expect(planned("register")).toEqual(["legal-basis", "balancing-test", "shine-the-light"]);
  });
});
