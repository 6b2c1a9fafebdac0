import { z } from "zod";
import { recipients } from "#lib/agents/kinds.ts";
import { deliveries } from "#lib/cases/guards.ts";
import { handoverAnswers, helpKinds } from "#lib/controllers/register.ts";
import { noticeParts } from "#lib/law/notice-parts.ts";
import type { CaseEvent } from "#lib/cases/workflow.ts";
import { authorityGrounds } from "#lib/engine/collecting/authority.ts";
import { neverOut, type NeverOut } from "#lib/engine/datasets/never-out.ts";

const outcome = z.enum(["granted", "in-part", "refused"]);
const factOutcome = z.enum(["matched", "not-matched", "ambiguous", "not-comparable"]);
const record = { source: z.string(), collection: z.string(), places: z.number().int().optional() };
const foundPlace = {
  source: z.string(),
  collection: z.string(),
  field: z.string(),
  kind: z.enum(Object.keys(neverOut) as NeverOut[]),
};
const nothing = z.object({});
/** An event about an appeal or complaint, with the days the case has from it on. */
const appealed = {
  kind: z.enum(["appeal", "complaint"]),
  right: z.string(),
  dueOn: z.string(),
  aimOn: z.string(),
};

type EventKind = {
  /** What the sealed payload holds. Codes and counts; words of people stay in their own sealed rows. */
  payload: z.ZodObject;
};

/** What can stand in the audit log. One entry each; the sentence is drawn in `sentences.ts`. */
export const events = {
  // the case's own workflow
  "confirm-identity": {
    payload: z.object({
      method: z.enum(["facts", "login", "staff", "address"]),
      facts: z.record(z.string(), factOutcome),
    }),
  },
  "record-relation": {
    payload: z.object({ outcome: z.enum(["accepted", "not-accepted"]), reason: z.string().nullable() }),
  },
  "judge-competence": { payload: z.object({ outcome: z.enum(["able", "not-able"]) }) },
  "identity-not-confirmed": {
    payload: z.object({
      facts: z.record(z.string(), factOutcome),
      limited: z.boolean(),
      problem: z.string().optional(),
      /** What she gave finds nobody, and a digest of it among people deleted by a rule. */
      deleted: z.boolean().optional(),
    }),
  },
  "check-again": { payload: nothing },
  "start-without-proof": { payload: nothing },
  "plan-collecting": {
    payload: z.object({ run: z.number().int(), sources: z.number().int(), tasks: z.number().int() }),
  },
  "plan-choices": { payload: z.object({ tasks: z.number().int() }) },
  "source-finished": {
    payload: z.object({
      source: z.string(),
      outcome: z.string(),
      rows: z.number().int(),
      problems: z.number().int(),
    }),
  },
  "finish-collecting": { payload: z.object({ rows: z.number().int(), failed: z.number().int() }) },
  "search-again": { payload: z.object({ source: z.string().nullable() }) },
  "send-without": {
    payload: z.object({
      source: z.string(),
      /** Records read before it failed, which go out. */
      rows: z.number().int().optional(),
    }),
  },
  "finish-task": {
    payload: z.object({
      /** The key of the source; null where a recipient was told. */
      source: z.string().nullable(),
      /** What the recipient calls itself, and the day it was told. */
      recipient: z.string().optional(),
      toldOn: z.string().optional(),
      right: z.string(),
      outcome: z.string(),
    }),
  },
  redact: { payload: z.object(record) },
  withhold: { payload: z.object(record) },
  "keep-record": { payload: z.object(record) },
  "undo-redaction": { payload: z.object(record) },
  decide: {
    payload: z.object({
      right: z.string(),
      outcome,
      reasons: z.array(z.string()),
      version: z.number().int(),
    }),
  },
  "ask-approval": { payload: z.object({ version: z.number().int() }) },
  "bundle-built": {
    payload: z.object({
      version: z.number().int(),
      files: z.number().int(),
      records: z.number().int(),
      manifest: z.string(),
    }),
  },
  "bundle-failed": { payload: z.object({ version: z.number().int(), problem: z.string() }) },
  "send-back": { payload: z.object({ version: z.number().int() }) },
  approve: { payload: z.object({ version: z.number().int(), manifest: z.string() }) },
  "change-answer": { payload: z.object({ approvalCancelled: z.boolean() }) },
  "settle-delivery": { payload: z.object({ delivery: z.enum(deliveries) }) },
  send: {
    payload: z.object({
      version: z.number().int(),
      manifest: z.string(),
      appealUntil: z.string().nullable(),
      /** How it is handed over; null where only that identity could not be confirmed is told. */
      delivery: z.enum(deliveries).nullable().optional(),
    }),
  },
  "renew-link": { payload: z.object({ until: z.string() }) },
  download: { payload: z.object({ version: z.number().int(), whole: z.boolean(), bytes: z.number().int() }) },
  withdraw: { payload: nothing },
  appeal: {
    payload: z.object({
      ...appealed,
      /** Whose day the appeal itself is owed by: the law's, or the house's where no law names one. */
      dayBy: z.enum(["law", "house"]),
    }),
  },
  "acknowledge-appeal": { payload: z.object(appealed) },
  "uphold-appeal": { payload: z.object(appealed) },
  "overturn-appeal": { payload: z.object({ ...appealed, outcome: z.enum(["overturned", "in-part"]) }) },
  "link-case": { payload: z.object({ other: z.string() }) },
  "keep-apart": { payload: z.object({ other: z.string() }) },
  "undo-pair": { payload: z.object({ other: z.string() }) },
  "complete-notice": { payload: z.object({ lacks: z.array(z.enum(noticeParts)) }) },
  "record-needs": { payload: z.object({ needs: z.array(z.string()), noted: z.boolean() }) },
  "post-code": { payload: z.object({ days: z.number().int() }) },
  "post-letter": { payload: z.object({ kind: z.string(), on: z.string(), how: z.string() }) },
  assign: { payload: z.object({ toRef: z.string().nullable() }) },
  "write-note": { payload: nothing },
  "write-to-person": { payload: nothing },
  "write-to-team": { payload: z.object({ files: z.number().int() }) },
  "release-upload": { payload: nothing },
  // requests that others decide
  "pass-on": {
    payload: z.object({ rights: z.array(z.string()), controller: z.string(), isCopy: z.boolean() }),
  },
  "remind-controller": { payload: z.object({ controller: z.string() }) },
  "controller-silent": { payload: z.object({ controller: z.string() }) },
  "controller-answer": { payload: z.object({ controller: z.string(), answer: z.enum(handoverAnswers) }) },
  "controller-instruct": { payload: z.object({ controller: z.string(), help: z.enum(helpKinds) }) },
  "finish-instruction": { payload: z.object({ controller: z.string(), help: z.enum(helpKinds) }) },
  "take-back": { payload: z.object({ rights: z.array(z.string()), controller: z.string() }) },
  "record-authority": { payload: z.object({ source: z.string(), ground: z.enum(authorityGrounds) }) },
  // an agent who asks for her
  "agent-facts-checked": {
    payload: z.object({
      facts: z.record(z.string(), factOutcome),
      limited: z.boolean(),
      problem: z.string().optional(),
    }),
  },
  "make-demand": {
    payload: z.object({ demand: z.string(), ground: z.string().nullable(), isOffer: z.boolean() }),
  },
  "send-link-again": { payload: nothing },
  "send-authority": { payload: z.object({ kind: z.string() }) },
  "accept-authority": { payload: z.object({ isComplete: z.boolean() }) },
  "reject-authority": { payload: z.object({ reasons: z.array(z.string()) }) },
  "confirm-permission": { payload: z.object({ recipient: z.enum(recipients) }) },
  "verify-herself": { payload: nothing },
  "take-over": { payload: nothing },
  disown: { payload: nothing },
  "lift-freeze": { payload: nothing },
  resume: { payload: nothing },
  "end-permission": { payload: nothing },
  "write-to-agent": { payload: nothing },
  "write-as-agent": { payload: nothing },
  "fetch-as-agent": {
    payload: z.object({ version: z.number().int(), whole: z.boolean(), bytes: z.number().int() }),
  },
  // around cases
  "finding.open": { payload: z.object(foundPlace) },
  "case.open": {
    payload: z.object({
      channel: z.string(),
      byAgent: z.literal(true).optional(),
      rights: z.array(z.string()),
      regimes: z.array(z.string()),
      dueOn: z.string(),
      policyVersion: z.number().int(),
      /** Somebody asks for a child. */
      forChild: z.boolean().optional(),
      /** What a Shine the Light notice lacked when it came. */
      lacks: z.array(z.enum(noticeParts)).optional(),
    }),
  },
  "choice.keep": { payload: z.object({ choices: z.array(z.string()), via: z.string() }) },
  "choice.undo": { payload: z.object({ choice: z.string(), by: z.string() }) },
  "case.read": { payload: z.object({ page: z.string() }) },
  "code.send": { payload: z.object({ scope: z.string(), sent: z.boolean() }) },
  "code.accept": { payload: z.object({ scope: z.string() }) },
  "code.refuse": { payload: z.object({ limited: z.boolean() }) },
  "notice.sent": { payload: z.object({ kind: z.string() }) },
  "attempt.refused": { payload: z.object({ what: z.string() }) },
  // agents
  "agent.register": { payload: z.object({ kind: z.string() }) },
  "agent.sign-in": { payload: nothing },
  "agent.change-status": { payload: z.object({ before: z.string(), status: z.string() }) },
  "authority.release-file": { payload: nothing },
  "authority.read-file": { payload: nothing },
  "authority.revoke": { payload: z.object({ by: z.enum(["person", "agent"]), cases: z.number().int() }) },
  // the desk and the settings
  "finding.close": { payload: z.object(foundPlace) },
  "staff.sign-in": { payload: nothing },
  "staff.sign-out": { payload: nothing },
  "staff.sign-in-refused": { payload: z.object({ limited: z.boolean() }) },
  "staff.add": { payload: z.object({ roles: z.array(z.string()) }) },
  "staff.change-roles": { payload: z.object({ before: z.array(z.string()), roles: z.array(z.string()) }) },
  "staff.new-password": { payload: nothing },
  "staff.disable": { payload: nothing },
  "staff.enable": { payload: nothing },
  "search.made": { payload: z.object({ by: z.enum(["reference", "blind-index"]), hits: z.number().int() }) },
  "organisation.add": { payload: z.object({ policyVersion: z.number().int() }) },
  "policy.change": { payload: z.object({ version: z.number().int() }) },
  "controller.add": { payload: z.object({ controller: z.string() }) },
  "controller.change": { payload: z.object({ controller: z.string() }) },
  "controller.end": { payload: z.object({ controller: z.string() }) },
  "controller.open": { payload: z.object({ controller: z.string() }) },
  "source.add": { payload: z.object({ source: z.string(), kind: z.string() }) },
  "source.change": { payload: z.object({ source: z.string(), secretReplaced: z.boolean() }) },
  "source.test": { payload: z.object({ source: z.string(), passed: z.boolean() }) },
  "dataset.change": { payload: z.object({ source: z.string(), version: z.number().int() }) },
} satisfies Record<string, EventKind> & Record<CaseEvent, EventKind>;

export type EventType = keyof typeof events;
export type EventPayload<T extends EventType> = z.infer<(typeof events)[T]["payload"]>;
