import { describe, expect, test } from "vitest";
import type { Actor } from "#lib/context.ts";
import type { CaseFacts, EventInput } from "./guards.ts";
import { caseStatuses } from "./statuses.ts";
import { decide, permittedEvents, workflow, type CaseEvent } from "./workflow.ts";

const ana: Actor = { kind: "staff", id: "ana", ref: "r1", name: "Ana", roles: ["caseworker"] };
const tom: Actor = { kind: "staff", id: "tom", ref: "r2", name: "Tom", roles: ["approver"] };
const both: Actor = { kind: "staff", id: "ana", ref: "r1", name: "Ana", roles: ["caseworker", "approver"] };
const ingrid: Actor = { kind: "staff", id: "ingrid", ref: "r3", name: "Ingrid", roles: ["auditor"] };
const rafa: Actor = { kind: "staff", id: "rafa", ref: "r4", name: "Rafa", roles: ["admin"] };
const worker: Actor = { kind: "system", ref: "r5", part: "worker" };
const maya: Actor = { kind: "person", ref: "r6", sessionId: "s", caseId: "c", scope: "full", provedAt: null };
const typedOnly: Actor = { ...maya, scope: "conversation" };

const facts: CaseFacts = {
  status: "reviewing",
  version: 1,
  identityConfirmed: true,
  agent: null,
  proved: true,
  relation: null,
  judgement: null,
  claims: [
    {
      id: "c1",
      right: "access",
      needsProof: true,
      decision: { outcome: "granted", reasons: [], byId: "ana" },
      told: { reasons: [] },
      openAppeal: false,
      decidedByIds: ["ana", "tom"],
    },
  ],
  elsewhere: { waiting: 0, silent: 0, returned: 0, instructions: 0 },
  unfinishedSources: 0,
  unexplainedFailures: 0,
  openTasks: 0,
  isNothingHeld: false,
  undecidedFlags: 0,
  bundle: { id: "b", state: "built", manifestHash: "aa", preparedById: "ana" },
  approval: { byId: "tom", manifestHash: "aa" },
  delivery: "code",
};
const refusedUnverified: CaseFacts["claims"] = [
  {
    id: "c1",
    right: "access",
    needsProof: true,
    decision: { outcome: "refused", reasons: ["not-verified"], byId: "ana" },
    told: { reasons: ["not-verified"] },
    openAppeal: false,
    decidedByIds: [],
  },
];

type Row = [string, Partial<CaseFacts>, CaseEvent, Actor, EventInput, string];
const moves: Row[] = [
  [
    "facts matched",
    { status: "received", identityConfirmed: false },
    "confirm-identity",
    worker,
    {},
    "collecting",
  ],
  [
    "“keeping has ended” when every place is empty",
    { isNothingHeld: true },
    "decide",
    ana,
    { claimId: "c1", outcome: "refused", reasons: ["retention-ended"] },
    "reviewing",
  ],
  ["everything is in", { status: "collecting" }, "finish-collecting", worker, {}, "reviewing"],
  ["ready for a second person", {}, "ask-approval", ana, {}, "preparing"],
  ["the archive stands", { status: "preparing" }, "bundle-built", worker, {}, "awaiting-approval"],
  ["the archive could not be built", { status: "preparing" }, "bundle-failed", worker, {}, "reviewing"],
  [
    "a second person approves what she saw",
    { status: "awaiting-approval" },
    "approve",
    tom,
    { manifestHash: "aa" },
    "approved",
  ],
  ["approved and sent", { status: "approved" }, "send", ana, {}, "answered"],
  ["opened up again after approval", { status: "approved" }, "change-answer", ana, {}, "reviewing"],
  [
    "refused without proof",
    { status: "received", identityConfirmed: false, delivery: null, claims: refusedUnverified },
    "ask-approval",
    ana,
    {},
    "preparing",
  ],
  [
    "sent back without proof",
    { status: "awaiting-approval", identityConfirmed: false },
    "send-back",
    tom,
    {},
    "received",
  ],
  ["appealed", { status: "answered" }, "appeal", maya, { claimId: "c1" }, "appealed"],
  [
    "appealed by somebody who proved nothing",
    { status: "answered", identityConfirmed: false, claims: refusedUnverified },
    "appeal",
    typedOnly,
    { claimId: "c1" },
    "appealed",
  ],
  [
    "appealed while another appeal has opened the case again",
    {
      claims: [{ ...facts.claims[0]!, id: "c0", decision: null, told: null }, facts.claims[0]!],
    },
    "appeal",
    maya,
    { claimId: "c1" },
    "reviewing",
  ],
  [
    "appealed while the new answer waits for approval",
    { status: "awaiting-approval" },
    "appeal",
    maya,
    { claimId: "c1" },
    "awaiting-approval",
  ],
  [
    "a new answer sent while an appeal against the one before waits",
    { status: "approved", claims: [{ ...facts.claims[0]!, openAppeal: true }] },
    "send",
    ana,
    {},
    "appealed",
  ],
  [
    "disagreed, without a proof, with what came by post",
    { status: "answered", delivery: "paper" },
    "appeal",
    typedOnly,
    { claimId: "c1" },
    "appealed",
  ],
  ["renewed while the case is open again", {}, "renew-link", maya, {}, "reviewing"],
  ["withdrawn from the conversation", { status: "received" }, "withdraw", typedOnly, {}, "withdrawn"],
  [
    "upheld by a third person",
    { status: "appealed", claims: [{ ...facts.claims[0]!, openAppeal: true }] },
    "uphold-appeal",
    { ...tom, id: "ben" },
    { claimId: "c1" },
    "answered",
  ],
  [
    "overturned, so the claim reopens",
    { status: "appealed", claims: [{ ...facts.claims[0]!, openAppeal: true }] },
    "overturn-appeal",
    { ...ana, id: "ben" },
    { claimId: "c1" },
    "reviewing",
  ],
  [
    "upheld while a second appeal waits",
    {
      status: "appealed",
      claims: [
        { ...facts.claims[0]!, openAppeal: true },
        { ...facts.claims[0]!, id: "c2", openAppeal: true },
      ],
    },
    "uphold-appeal",
    { ...tom, id: "ben" },
    { claimId: "c1" },
    "appealed",
  ],
  [
    "a second appeal is upheld while the first has opened the case again",
    { claims: [facts.claims[0]!, { ...facts.claims[0]!, id: "c2", openAppeal: true }] },
    "uphold-appeal",
    { ...tom, id: "ben" },
    { claimId: "c2" },
    "reviewing",
  ],
  [
    "and overturned too",
    { status: "collecting", claims: [facts.claims[0]!, { ...facts.claims[0]!, id: "c2", openAppeal: true }] },
    "overturn-appeal",
    { ...tom, id: "ben" },
    { claimId: "c2" },
    "collecting",
  ],
  [
    "an appeal against a refusal as unverified is overturned",
    {
      status: "appealed",
      identityConfirmed: false,
      claims: [{ ...refusedUnverified[0]!, openAppeal: true }],
    },
    "overturn-appeal",
    { ...tom, id: "ben" },
    { claimId: "c1" },
    "received",
  ],
];

describe("what may happen", () => {
  test.each(moves)("%s", (_name, change, event, actor, input, to) => {
    expect(decide({ ...facts, ...change }, event, actor, input)).toMatchObject({ ok: true, to });
  });
});

const refusals: Row[] = [
  [
    "the preparer approves her own answer",
    { status: "awaiting-approval" },
    "approve",
    both,
    { manifestHash: "aa" },
    "guard",
  ],
  ["the preparer sends it back to herself", { status: "awaiting-approval" }, "send-back", both, {}, "guard"],
  [
    "approval of another manifest",
    { status: "awaiting-approval" },
    "approve",
    tom,
    { manifestHash: "bb" },
    "guard",
  ],
  ["approval without naming a manifest", { status: "awaiting-approval" }, "approve", tom, {}, "guard"],
  [
    "a caseworker approves",
    { status: "awaiting-approval" },
    "approve",
    { ...ana, id: "ben" },
    { manifestHash: "aa" },
    "not-allowed",
  ],
  [
    "an auditor approves",
    { status: "awaiting-approval" },
    "approve",
    ingrid,
    { manifestHash: "aa" },
    "not-allowed",
  ],
  ["an admin decides", {}, "decide", rafa, { outcome: "granted" }, "not-allowed"],
  ["sent without approval", { status: "approved", approval: null }, "send", ana, {}, "guard"],
  [
    "sent with an approval of something else",
    { status: "approved", approval: { byId: "tom", manifestHash: "bb" } },
    "send",
    ana,
    {},
    "guard",
  ],
  ["sent from review", {}, "send", ana, {}, "wrong-state"],
  ["sent with nowhere to deliver", { status: "approved", delivery: null }, "send", ana, {}, "guard"],
  [
    "approval asked with a claim undecided",
    { claims: [{ ...facts.claims[0]!, decision: null }] },
    "ask-approval",
    ana,
    {},
    "guard",
  ],
  ["approval asked while a source is read", { unfinishedSources: 1 }, "ask-approval", ana, {}, "guard"],
  [
    "approval asked over an unexplained failure",
    { unexplainedFailures: 1 },
    "ask-approval",
    ana,
    {},
    "guard",
  ],
  [
    "“keeping has ended” while something is held",
    {},
    "decide",
    ana,
    { claimId: "c1", outcome: "refused", reasons: ["retention-ended"] },
    "guard",
  ],
  [
    "approval asked of a decision that says so, and something was found since",
    {
      claims: [
        {
          ...facts.claims[0]!,
          decision: { outcome: "refused", reasons: ["retention-ended"], byId: "ana" },
        },
      ],
    },
    "ask-approval",
    ana,
    {},
    "guard",
  ],
  ["approval asked with open tasks", { openTasks: 1 }, "ask-approval", ana, {}, "guard"],
  ["approval asked with undecided flags", { undecidedFlags: 1 }, "ask-approval", ana, {}, "guard"],
  ["approval asked with nowhere to deliver", { delivery: null }, "ask-approval", ana, {}, "guard"],
  [
    "granted without proof",
    { status: "received", identityConfirmed: false },
    "decide",
    ana,
    { outcome: "granted", reasons: [] },
    "guard",
  ],
  [
    "refused without proof for another reason",
    { status: "received", identityConfirmed: false },
    "decide",
    ana,
    { outcome: "refused", reasons: ["not-verified", "excessive"] },
    "guard",
  ],
  [
    "an answer with data goes out without proof",
    { status: "received", identityConfirmed: false },
    "ask-approval",
    ana,
    {},
    "guard",
  ],
  [
    "collecting again without proof",
    { status: "collecting", identityConfirmed: false },
    "search-again",
    ana,
    {},
    "guard",
  ],
  [
    "an appeal against what is decided and not sent",
    { status: "awaiting-approval", claims: [{ ...facts.claims[0]!, told: null }] },
    "appeal",
    maya,
    { claimId: "c1" },
    "guard",
  ],
  [
    "a download of what came by post",
    { status: "answered", delivery: "paper" },
    "download",
    maya,
    {},
    "guard",
  ],
  [
    "a renewal of what came by post",
    { status: "answered", delivery: "paper" },
    "renew-link",
    maya,
    {},
    "guard",
  ],
  ["a download from the conversation", { status: "answered" }, "download", typedOnly, {}, "guard"],
  [
    "an appeal from the conversation against a real decision",
    { status: "answered" },
    "appeal",
    typedOnly,
    { claimId: "c1" },
    "guard",
  ],
  [
    "a second appeal while one is open",
    { status: "appealed", claims: [{ ...facts.claims[0]!, openAppeal: true }] },
    "appeal",
    maya,
    { claimId: "c1" },
    "guard",
  ],
  [
    "the approver of the first decision decides the appeal",
    { status: "appealed", claims: [{ ...facts.claims[0]!, openAppeal: true }] },
    "uphold-appeal",
    tom,
    { claimId: "c1" },
    "guard",
  ],
  [
    "approval asked while another appeal of the case waits",
    { claims: [facts.claims[0]!, { ...facts.claims[0]!, id: "c2", openAppeal: true }] },
    "ask-approval",
    ana,
    {},
    "guard",
  ],
  [
    "an appeal of another claim is decided",
    { status: "appealed", claims: [{ ...facts.claims[0]!, openAppeal: true }] },
    "uphold-appeal",
    { ...tom, id: "ben" },
    { claimId: "c2" },
    "guard",
  ],
  ["withdrawn after the answer", { status: "answered" }, "withdraw", maya, {}, "wrong-state"],
  ["a person confirms her own identity", { status: "received" }, "confirm-identity", maya, {}, "not-allowed"],
];

describe("what may not happen", () => {
  test.each(refusals)("%s", (_name, change, event, actor, input, why) => {
    const decided = decide({ ...facts, ...change }, event, actor, input);
    expect(decided).toMatchObject({ ok: false, why });
    expect(!decided.ok && decided.says.endsWith(".")).toBe(true);
  });
});

describe("the table as a whole", () => {
  test("lets nothing be done with a withdrawn case but post the letter that tells of it, and take back that it belongs to another", () => {
    for (const actor of [worker, maya, rafa, ingrid])
      expect(permittedEvents({ ...facts, status: "withdrawn" }, actor)).toEqual([]);
    expect(permittedEvents({ ...facts, status: "withdrawn" }, both)).toEqual(["undo-pair", "post-letter"]);
  });

  test("gives auditors and admins no event in any state", () => {
    for (const status of caseStatuses) {
      expect(permittedEvents({ ...facts, status }, ingrid)).toEqual([]);
      expect(permittedEvents({ ...facts, status }, rafa)).toEqual([]);
    }
  });

  test("reaches the answer only through approval by somebody else", () => {
    const answered = (to: string) => to === "answered" || to === "appealed";
    const toAnswered = Object.entries(workflow).flatMap(([name, row]) => {
      const from = caseStatuses.filter((status) => !answered(status) && row.from.includes(status as never));
      const leads = (status: (typeof caseStatuses)[number]) =>
        typeof row.to === "function" ? row.to({ ...facts, status }, {}) : row.to;
      return from.some((status) => answered(leads(status))) ? [name] : [];
    });
    expect(toAnswered).toEqual(["send"]);
    expect(workflow.send.from).toEqual(["approved"]);
    const toApproved = Object.entries(workflow)
      .filter(([, row]) => row.to === "approved")
      .map(([name]) => name);
    expect(toApproved).toEqual(["approve"]);
  });
});
