import { expect, test } from "vitest";
import { eventSentence } from "./sentences.ts";

test.each([
  [
    "case.open",
    { rights: ["access", "erasure"], channel: "portal" },
    "Asked for access, deletion, through the portal",
  ],
  [
    "decide",
    { right: "opt-out-sale", outcome: "in-part" },
    "Decided on opt-out of sale and sharing: in part",
  ],
  [
    "settle-delivery",
    { delivery: "given" },
    "Settled how the answer is handed over: with a code to the address given",
  ],
  ["notice.sent", { kind: "answer-ready" }, "Sent the mail “answer ready”"],
  [
    "finish-task",
    { right: "rectification", source: "shop", outcome: "not-needed" },
    "Finished the task for correction in shop: not needed",
  ],
  ["staff.add", { roles: ["caseworker", "approver"] }, "Added a member of staff (caseworker, approver)"],
  [
    "staff.change-roles",
    { before: ["caseworker"], roles: ["approver", "admin"] },
    "Changed the roles of a member of staff from caseworker to approver, admin",
  ],
] as const)("%s is told in words, not in codes", (type, payload, says) => {
  expect(eventSentence(type, payload)).toBe(says);
});

test("of a shredded event its kind is left", () => {
  expect(eventSentence("case.open", null)).toBe("case open (details were destroyed)");
});
