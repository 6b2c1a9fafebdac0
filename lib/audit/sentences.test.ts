import { describe, expect, test } from "vitest";
import { events, type EventType } from "./events.ts";
import { eventSentence, type Names } from "./sentences.ts";

const names: Names = {
  staff: new Map([["r1", "Ana Ruiz"]]),
  sources: new Map([["account-database", "Account database"]]),
  about: null,
};
const anAppeal = { kind: "appeal", right: "access", dueOn: "2027-01-29", aimOn: "2027-01-25" };
const aComplaint = { ...anAppeal, kind: "complaint", dueOn: "2026-12-30" };

test.each<[EventType, Record<string, unknown>, string, Partial<Names>?]>([
  [
    "case.open",
    {
      rights: ["access", "erasure"],
      channel: "portal",
      regimes: ["uk-gdpr", "uk-gdpr"],
      dueOn: "2026-12-24",
    },
    "Asked for access and deletion through the portal under UK law, due on 24 December 2026",
  ],
  [
    "case.open",
    { rights: ["erasure"], channel: "phone", regimes: ["default-row"], dueOn: "2026-12-24" },
    "Recorded a request for deletion that came by telephone under our own promise, due on 24 December 2026",
  ],
  [
    "confirm-identity",
    { method: "facts", facts: { "account-number": "matched", "last-invoice": "matched" } },
    "Confirmed who the person is, by facts about the account (account number matched and last invoice matched)",
  ],
  [
    "confirm-identity",
    { method: "staff", facts: {} },
    "Confirmed who the person is, by a check that staff recorded",
  ],
  [
    "identity-not-confirmed",
    { limited: false, facts: { "account-number": "matched", "last-invoice": "not-matched" } },
    "Could not confirm who the person is (account number matched and last invoice not matched)",
  ],
  ["plan-collecting", { run: 1, sources: 3, tasks: 0 }, "Planned the search of 3 sources"],
  ["plan-collecting", { run: 1, sources: 0, tasks: 3 }, "Planned 3 tasks by hand"],
  ["plan-collecting", { run: 1, sources: 1, tasks: 2 }, "Planned the search of 1 source and 2 tasks by hand"],
  [
    "source-finished",
    { source: "account-database", outcome: "found", rows: 1, problems: 2 },
    "Searched Account database: found 1 record. 2 things could not be read",
  ],
  [
    "source-finished",
    { source: "a-source-since-renamed", outcome: "not known here", rows: 0, problems: 0 },
    "Searched a-source-since-renamed: not known here",
  ],
  ["finish-collecting", { rows: 68, failed: 1 }, "Finished collecting: 68 records, 1 source failed"],
  [
    "finish-task",
    { right: "rectification", source: "account-database", outcome: "nothing-held" },
    "Finished the task for correction in Account database: nothing held there",
  ],
  [
    "redact",
    { source: "account-database", collection: "messages", places: 2 },
    "Covered 2 places in a record of Account database (messages)",
  ],
  [
    "decide",
    { right: "opt-out-sale", outcome: "in-part", version: 1 },
    "Decided on opt-out of sale and sharing: granted in part",
  ],
  ["decide", { right: "access", outcome: "refused", version: 2 }, "Decided on access: refused (decision 2)"],
  [
    "approve",
    { version: 2, manifest: "1f2e3d4c5b6a7988" },
    "Approved answer 2 as it was built, manifest 1f2e3d4c",
  ],
  [
    "send",
    { version: 1, manifest: "1f2e3d4c5b6a7988", appealUntil: "2027-01-23" },
    "Sent answer 1, manifest 1f2e3d4c. An appeal or complaint is advertised until 23 January 2027",
  ],
  ["send-without", { source: "support", rows: 0 }, "Recorded that the answer goes out without support"],
  [
    "send-without",
    { source: "support", rows: 5 },
    "Recorded that of support only the 5 records read before it failed go out",
  ],
  [
    "send",
    { version: 1, manifest: "1f2e3d4c5b6a7988", appealUntil: "2027-01-23", delivery: "paper" },
    "Sent answer 1 on paper, manifest 1f2e3d4c. An appeal or complaint is advertised until 23 January 2027",
  ],
  ["settle-delivery", { delivery: "paper" }, "Settled how the answer is handed over: on paper"],
  ["renew-link", { until: "2027-01-23T10:00:00.000Z" }, "Renewed the download until 23 January 2027"],
  [
    "settle-delivery",
    { delivery: "given" },
    "Settled how the answer is handed over: with a code to the address given",
  ],
  [
    "appeal",
    { ...anAppeal, dayBy: "law" },
    "Appealed against the decision on access. The case is now due on 29 January 2027 (by law)",
  ],
  [
    "appeal",
    { ...aComplaint, dayBy: "house" },
    "Complained about the decision on access. The case is now due on 30 December 2026 (our own day, as no law names one)",
  ],
  // As it was recorded before appeals carried the days of their case.
  ["appeal", { kind: "complaint", right: "access", dueOn: null }, "Complained about the decision on access"],
  ["acknowledge-appeal", aComplaint, "Confirmed to the person that the complaint on access is here"],
  ["uphold-appeal", anAppeal, "Decided the appeal on access: the first decision stands"],
  [
    "uphold-appeal",
    { right: "access" },
    "Decided the appeal or complaint on access: the first decision stands",
  ],
  [
    "overturn-appeal",
    { ...anAppeal, outcome: "in-part" },
    "Decided the appeal on access: overturned in part. The request is open again and due on 29 January 2027",
  ],
  ["assign", { toRef: "r1" }, "Assigned the case to Ana Ruiz"],
  ["assign", { toRef: "r2" }, "Assigned the case to a colleague"],
  ["link-case", { other: "HB-1" }, "Linked the case with HB-1: both belong together"],
  ["keep-apart", { other: "HB-1" }, "Said that HB-1 is not the same request"],
  ["undo-pair", { other: "HB-1" }, "Took back what was said of this case and HB-1"],
  ["case.read", { page: "history" }, "Read the history"],
  ["code.send", { scope: "full", sent: true }, "Sent a code to the contact on file"],
  ["notice.sent", { kind: "answer-ready" }, "By mail, told the person that the answer is ready"],
  [
    "attempt.refused",
    { what: "uphold-appeal" },
    "Tried what the role does not allow: to decide an appeal or complaint",
  ],
  [
    "attempt.refused",
    { what: "settings.write" },
    "Tried what the role does not allow: to change the settings",
  ],
  ["staff.add", { roles: ["caseworker", "approver"] }, "Added a member of staff as caseworker and approver"],
  [
    "staff.change-roles",
    { before: ["caseworker"], roles: ["approver", "admin"] },
    "Changed the roles of Ana Ruiz from caseworker to approver and admin",
    { about: "Ana Ruiz" },
  ],
])("%s is told in words, not in codes: %j", (type, payload, says, more) => {
  expect(eventSentence(type, payload, { ...names, ...more })).toBe(says);
});

describe("every kind of event", () => {
  test.each(Object.keys(events) as EventType[])("%s, shredded, leaves what kind it was", (type) => {
    const says = eventSentence(type, null, names);
    expect(says).toMatch(/^[a-z][a-z ]+ \(details were destroyed\)$/);
  });
});
