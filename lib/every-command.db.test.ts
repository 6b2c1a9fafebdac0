import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aPaper, aPerson, aPolicy, aRequest, aVisitor } from "#db/factories.ts";
import { casePair, finding, notice } from "#db/schema/index.ts";
import { exportedFunctions } from "#db/testing/exports.ts";
import { changed, fingerprint } from "#db/testing/fingerprint.ts";
import { aHouse, everybody, type House, type Stage, type Staged, type Who } from "#db/testing/house.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { laySabotage, sabotaged, type Sabotage } from "#db/testing/sabotage.ts";
import { changeAgentStatus } from "#lib/agents/commands/accounts.ts";
import { makeDemand, sendLinkAgain } from "#lib/agents/commands/asking.ts";
import { answerPermission, revokeAuthority } from "#lib/agents/commands/person.ts";
import { liftFreeze, releaseDocument, reviewAuthority } from "#lib/agents/commands/review.ts";
import { askForSignIn, signInByLink } from "#lib/agents/commands/sign-in.ts";
import { sendAgentRequest } from "#lib/agents/commands/submit.ts";
import { acceptCode, sendCode } from "#lib/auth/commands/codes.ts";
import { postCode } from "#lib/auth/commands/posted-code.ts";
import {
  endSession,
  revokeOtherSessions,
  revokeOwnSession,
  startLoginSession,
  startStaffSession,
} from "#lib/auth/commands/sessions.ts";
import { signInStaff } from "#lib/auth/commands/sign-in.ts";
import { changePassword, changeRoles, disableStaff, enableStaff } from "#lib/auth/commands/staff-changes.ts";
import { addStaff } from "#lib/auth/commands/staff.ts";
import { findSession } from "#lib/auth/queries/session.ts";
import { closeTransfer, openTransfer, renewLink, sendAnswer } from "#lib/bundle/commands.ts";
import { assignCase } from "#lib/cases/commands/assign.ts";
import { change, type Outcome } from "#lib/cases/commands/change.ts";
import { openCase } from "#lib/cases/commands/open.ts";
import { completeNotice } from "#lib/cases/commands/notice.ts";
import { recordNeeds } from "#lib/cases/commands/needs.ts";
import { recordRead } from "#lib/cases/commands/read.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { judgeCompetence, recordRelation } from "#lib/children/commands.ts";
import { workflow, type By, type CaseEvent } from "#lib/cases/workflow.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { answerHandover, finishInstruction, instruct, takeBack } from "#lib/controllers/commands/answers.ts";
import { chaseController, remindController } from "#lib/controllers/commands/chase.ts";
import { askNewLink, openLink } from "#lib/controllers/commands/links.ts";
import { passOn } from "#lib/controllers/commands/pass-on.ts";
import { addController, changeController, endController } from "#lib/controllers/commands/register.ts";
import {
  approve,
  askApproval,
  changeAnswer,
  sendBack,
  settleDelivery,
} from "#lib/decisions/commands/answer.ts";
import { acknowledgeAppeal, decideAppeal, takeAppeal } from "#lib/decisions/commands/appeal.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { judgePair, undoPair } from "#lib/duplicates/commands/judge.ts";
import {
  finishCollecting,
  finishTask,
  planChoices,
  planCollecting,
  searchAgain,
  sendWithout,
} from "#lib/engine/collecting/commands.ts";
import { recordAuthority } from "#lib/engine/collecting/commands/authority.ts";
import { closeFinding } from "#lib/engine/findings/commands.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource, changeSource } from "#lib/engine/sources/commands/sources.ts";
import { saveTest, testAndKeep } from "#lib/engine/sources/commands/tests.ts";
import { HabeasError } from "#lib/errors.ts";
import { attachUploads, releaseUpload } from "#lib/files/commands.ts";
import { attachToDraft, findOpenDraft, removeFromDraft } from "#lib/files/commands/drafts.ts";
import { receiveForCase, receiveForDraft } from "#lib/files/commands/receive.ts";
import { listDraftUploads } from "#lib/files/queries.ts";
import type { ScannedFile } from "#lib/files/scan.ts";
import { askCheck, recordCheck } from "#lib/identity/commands.ts";
import { newId, newToken } from "#lib/ids.ts";
import { forgetDraft, saveAnswer } from "#lib/intake/commands.ts";
import { sendDraft } from "#lib/intake/commands/send.ts";
import { findDraft, type DraftView } from "#lib/intake/queries.ts";
import { writeAsAgent, writeNote, writeToAgent, writeToPerson, writeToTeam } from "#lib/messages/commands.ts";
import { recordPosting } from "#lib/notices/commands/posting.ts";
import { unscopedOpenNotice } from "#lib/notices/queries/open.ts";
import { changePolicy } from "#lib/organisations/commands.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { noteBrowser } from "#lib/preferences/commands/browser.ts";
import { hearForAccount } from "#lib/preferences/commands/signal.ts";
import { undoChoice } from "#lib/preferences/commands/undo.ts";
import { keepRecord, redact, redactFlags, undoRedactions, withhold } from "#lib/review/commands.ts";

/*
 * Proves of every command, against a real Postgres: who may not, is refused and changes nothing; whatever breaks at the
 * end of its transaction, nothing of it stays; of two at once as many win as may; an old version is refused. A command
 * that is not named here fails the first test.
 */

const installation = testInstallation();

type Command = {
  /** How far the case is that it is tried on; none: it is about no case. */
  stage?: Stage;
  /** Everybody who may. All others are tried, too. */
  by: readonly Who[];
  /** Refused by what happened, not by role: that is an answer and no attempt to record. */
  guarded?: readonly Who[];
  run: (ctx: Context, at: Staged) => Promise<unknown>;
  /** It writes no event, or no row beside it. */
  breaks?: readonly Sabotage[];
  /** How many refusals stand in the log where staff of the organisation try it in vain; 1 unless said. */
  records?: 0 | 2;
  /** Whether something is put into the queue with it: work, or the mail that answers it. */
  rings?: true;
  /** Of two at once. */
  winners: 0 | 1 | 2;
  /** How many events one win is; 1 unless said: one case each. */
  events?: 2;
  /** Tries it with the version that was seen. */
  stale?: (ctx: StaffContext, at: Staged, version: number) => Promise<Outcome>;
};

const staffed = (ctx: Context) => ctx as StaffContext;
const work = ["caseworker", "approver", "colleague"] as const;
const herself = ["person", "person by the address she typed"] as const;
const granted = (at: Staged) => ({
  claimId: at.claimId,
  outcome: "granted" as const,
  reasons: [],
  explanation: null,
});
const upheld = (at: Staged) => ({
  claimId: at.claimId,
  outcome: "upheld" as const,
  explanation: "As before.",
});
const passing = (at: Staged) => ({
  claimIds: [at.claimId],
  controllerId: house.controllerId,
  keepOurs: false,
});
const inEightDays = (ctx: Context): Context => ({ ...ctx, now: new Date(Date.now() + 8 * 24 * 3600 * 1000) });
const aController = {
  name: "Spare",
  email: "spare@partner.example",
  locale: "en" as const,
  contract: null,
  help: [],
  platformId: null,
  isPublic: false,
};
const transfers = new Map<string, string>();

let house!: House;
/** A colleague and two stores that commands about staff and settings may spoil. */
const spare = {
  email: "spare@first.example",
  sourceId: "",
  mapId: "",
  controllerId: "",
  endedId: "",
  findingId: newId(),
  otherReference: "",
};
/** What was said of a staged case and the spare one, by case. */
const pairs = new Map<string, string>();

const opening = () => ({
  channel: "portal" as const,
  locale: "en" as const,
  receivedAt: new Date(),
  request: { ...aRequest, proof: { method: "other" as const, note: null } },
  login: null,
});

const commands: Record<string, Command> = {
  "identity/commands#recordCheck": {
    stage: "received",
    by: ["caseworker", "colleague", "worker"],
    run: (ctx, at) => recordCheck(staffed(ctx), at.id, { note: "Passport seen.", locator: "HL22085513" }),
    rings: true,
    winners: 1,
  },
  "children/commands#recordRelation": {
    stage: "for a child",
    by: work,
    run: (ctx, at) =>
      recordRelation(staffed(ctx), at.id, {
        outcome: "accepted",
        reason: null,
        note: "Birth certificate seen.",
      }),
    winners: 2,
    stale: (ctx, at, version) =>
      recordRelation(ctx, at.id, { outcome: "accepted", reason: null, note: "Seen." }, version),
  },
  "children/commands#judgeCompetence": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) =>
      judgeCompetence(staffed(ctx), at.id, { outcome: "able", note: "She wrote it herself." }),
    winners: 2,
    stale: (ctx, at, version) =>
      judgeCompetence(ctx, at.id, { outcome: "able", note: "She wrote it herself." }, version),
  },
  "identity/commands#askCheck": {
    stage: "received",
    by: work,
    run: (ctx, at) => askCheck(staffed(ctx), at.id),
    rings: true,
    winners: 2,
  },
  "cases/commands/withdraw#withdrawCase": {
    stage: "reviewing",
    by: ["caseworker", "colleague", ...herself],
    run: (ctx, at) => withdrawCase(ctx, at.id),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) => withdrawCase(ctx, at.id, version),
  },
  "cases/commands/assign#assignCase": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => assignCase(staffed(ctx), at.id, staffed(house.as("colleague", at.id)).actor.id),
    winners: 2,
  },
  "cases/commands/open#openCase": {
    by: everybody.filter((who) => !["auditor", "admin", "agent", "another agent"].includes(who)),
    run: (ctx) => openCase(ctx, { idempotencyKey: newId(), ...opening() }),
    rings: true,
    winners: 2,
  },
  "cases/commands/read#recordRead": {
    stage: "reviewing",
    by: [...work, "auditor", ...herself, "worker"],
    run: (ctx, at) => recordRead(ctx, at.id, "review"),
    breaks: ["event"],
    winners: 2,
  },
  "decisions/commands/decide#decideClaim": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => decideClaim(staffed(ctx), at.id, granted(at)),
    winners: 2,
    stale: (ctx, at, version) => decideClaim(ctx, at.id, granted(at), version),
  },
  "decisions/commands/answer#askApproval": {
    stage: "decided",
    by: work,
    run: (ctx, at) => askApproval(staffed(ctx), at.id),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) => askApproval(ctx, at.id, version),
  },
  "decisions/commands/answer#approve": {
    stage: "awaiting approval",
    by: ["approver", "colleague"],
    run: (ctx, at) => approve(staffed(ctx), at.id, at.manifest),
    winners: 1,
  },
  "decisions/commands/answer#sendBack": {
    stage: "awaiting approval",
    by: ["approver", "colleague"],
    run: (ctx, at) => sendBack(staffed(ctx), at.id),
    winners: 1,
  },
  "decisions/commands/answer#changeAnswer": {
    stage: "approved",
    by: work,
    run: (ctx, at) => changeAnswer(staffed(ctx), at.id),
    winners: 1,
  },
  "decisions/commands/answer#settleDelivery": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => settleDelivery(staffed(ctx), at.id, "given"),
    winners: 2,
    stale: (ctx, at, version) => settleDelivery(ctx, at.id, "code", version),
  },
  "auth/commands/posted-code#postCode": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => postCode(staffed(ctx), at.id),
    winners: 2,
  },
  "notices/commands/posting#recordPosting": {
    stage: "with a letter",
    by: work,
    run: (ctx, at) =>
      recordPosting(staffed(ctx), at.id, {
        noticeId: at.letterId,
        on: new Date().toISOString().slice(0, 10),
        how: "registered",
        number: "RR 123",
      }),
    winners: 1,
  },
  "cases/commands/notice#completeNotice": {
    stage: "with a notice",
    by: work,
    run: (ctx, at) =>
      completeNotice(staffed(ctx), at.id, {
        isLabelled: true,
        firstName: "Maya",
        lastName: "Santos",
        address: "1 Sun Road, Reno",
        certifiedOn: null,
      }),
    winners: 2,
  },
  "cases/commands/needs#recordNeeds": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => recordNeeds(staffed(ctx), at.id, { kinds: ["interpreter"], note: "Portuguese" }),
    winners: 2,
  },
  "duplicates/commands/judge#judgePair": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => judgePair(staffed(ctx), at.id, { reference: spare.otherReference, verdict: "linked" }),
    winners: 1,
    events: 2,
    stale: (ctx, at, version) =>
      judgePair(ctx, at.id, { reference: spare.otherReference, verdict: "apart" }, version),
  },
  "duplicates/commands/judge#undoPair": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => undoPair(staffed(ctx), at.id, pairs.get(at.id) ?? newId()),
    winners: 1,
    events: 2,
  },
  "bundle/commands#sendAnswer": {
    stage: "approved",
    by: work,
    run: (ctx, at) => sendAnswer(staffed(ctx), at.id),
    rings: true,
    winners: 1,
  },
  "bundle/commands#renewLink": {
    stage: "answered",
    by: ["person"],
    guarded: ["person by the address she typed"],
    run: (ctx, at) => renewLink(ctx, at.id),
    rings: true,
    winners: 2,
  },
  "bundle/commands#openTransfer": {
    stage: "answered",
    by: ["person"],
    run: (ctx, at) => openTransfer(ctx as Context & { actor: { kind: "person" } }, at.id),
    records: 0,
    breaks: ["rows"],
    winners: 0,
  },
  "bundle/commands#closeTransfer": {
    stage: "answered",
    by: ["person"],
    run: (ctx, at) => closeTransfer(ctx, at.id, transfers.get(at.id) ?? newId(), { bytes: 1, whole: false }),
    winners: 2,
  },
  "decisions/commands/appeal#takeAppeal": {
    stage: "answered",
    by: ["person", "caseworker", "colleague"],
    run: (ctx, at) =>
      takeAppeal(ctx, at.id, { claimId: at.claimId, grounds: "More.", receivedAt: new Date() }),
    rings: true,
    winners: 1,
  },
  "decisions/commands/appeal#acknowledgeAppeal": {
    stage: "appealed",
    by: work,
    run: (ctx, at) => acknowledgeAppeal(staffed(ctx), at.id, at.claimId),
    rings: true,
    winners: 1,
  },
  "decisions/commands/appeal#decideAppeal": {
    stage: "appealed",
    by: ["colleague"],
    guarded: ["caseworker", "approver"],
    run: (ctx, at) => decideAppeal(staffed(ctx), at.id, upheld(at)),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) => decideAppeal(ctx, at.id, upheld(at), version),
  },
  "engine/collecting/commands#planChoices": {
    stage: "received",
    by: ["worker"],
    run: (ctx, at) => planChoices(ctx, at.id),
    winners: 2,
  },
  "engine/collecting/commands#planCollecting": {
    stage: "searched again",
    by: ["worker"],
    run: (ctx, at) => planCollecting(ctx, at.id),
    // It plans, then it sees whether everything has ended.
    records: 2,
    rings: true,
    winners: 2,
  },
  "engine/collecting/commands#finishCollecting": {
    stage: "searched again",
    by: ["worker"],
    run: (ctx, at) => finishCollecting(ctx, at.id),
    winners: 1,
  },
  "engine/collecting/commands#searchAgain": {
    stage: "with a failed source",
    by: work,
    run: (ctx, at) => searchAgain(staffed(ctx), at.id, at.sourceId),
    rings: true,
    winners: 2,
  },
  "engine/collecting/commands#sendWithout": {
    stage: "with a failed source",
    by: work,
    run: (ctx, at) => sendWithout(staffed(ctx), at.id, at.sourceId, "It is being replaced."),
    winners: 1,
  },
  "engine/collecting/commands/authority#recordAuthority": {
    stage: "with closed content",
    by: work,
    run: (ctx, at) =>
      recordAuthority(staffed(ctx), at.id, {
        sourceId: at.sourceId,
        ground: "owner",
        note: "She owns it.",
      }),
    rings: true,
    winners: 1,
  },
  "engine/findings/commands#closeFinding": {
    by: ["admin", "approver", "colleague", "worker"],
    run: (ctx) => closeFinding(staffed(ctx), { findingId: spare.findingId, note: "Deleted." }),
    winners: 1,
  },
  "engine/collecting/commands#finishTask": {
    stage: "with tasks",
    by: work,
    run: (ctx, at) => finishTask(staffed(ctx), at.id, at.taskId, { outcome: "done", note: "Erased." }),
    winners: 1,
  },
  "review/commands#redact": {
    stage: "flagged",
    by: work,
    run: (ctx, at) =>
      redact(staffed(ctx), at.id, at.record, { field: "body", places: ["Daniel"], reason: "others-rights" }),
    winners: 2,
  },
  "review/commands#redactFlags": {
    stage: "flagged",
    by: work,
    run: (ctx, at) => redactFlags(staffed(ctx), at.id, at.record, "others-rights"),
    winners: 1,
  },
  "review/commands#withhold": {
    stage: "flagged",
    by: work,
    run: (ctx, at) => withhold(staffed(ctx), at.id, at.record, "others-rights"),
    winners: 2,
  },
  "review/commands#keepRecord": {
    stage: "flagged",
    by: work,
    run: (ctx, at) => keepRecord(staffed(ctx), at.id, at.record),
    winners: 2,
  },
  "review/commands#undoRedactions": {
    stage: "flagged",
    by: work,
    run: (ctx, at) => undoRedactions(staffed(ctx), at.id, at.record),
    winners: 2,
  },
  "controllers/commands/pass-on#passOn": {
    stage: "reviewing",
    by: [...work, "worker"],
    run: (ctx, at) => passOn(ctx, at.id, passing(at)),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) => passOn(ctx, at.id, passing(at), version),
  },
  "controllers/commands/chase#remindController": {
    stage: "passed on",
    by: [...work, "worker"],
    run: (ctx, at) => remindController(staffed(ctx), at.id, at.handoverId),
    rings: true,
    winners: 2,
  },
  "controllers/commands/chase#chaseController": {
    stage: "passed on",
    by: [...work, "worker"],
    run: (ctx, at) => chaseController(inEightDays(ctx), at.id, at.handoverId),
    rings: true,
    winners: 1,
  },
  "controllers/commands/answers#answerHandover": {
    stage: "passed on",
    by: [...work, "controller"],
    run: (ctx, at) =>
      answerHandover(ctx, at.id, { handoverId: at.handoverId, answer: "answered", words: "By letter." }),
    rings: true,
    winners: 1,
  },
  "controllers/commands/answers#instruct": {
    stage: "passed on",
    by: [...work, "controller"],
    run: (ctx, at) =>
      instruct(ctx, at.id, { handoverId: at.handoverId, help: "search", who: "Eva", words: "Search." }),
    rings: true,
    winners: 2,
  },
  "controllers/commands/answers#finishInstruction": {
    stage: "instructed",
    by: work,
    run: (ctx, at) => finishInstruction(staffed(ctx), at.id, at.instructionId, "Nothing there."),
    winners: 1,
  },
  "controllers/commands/answers#takeBack": {
    stage: "passed on",
    by: work,
    run: (ctx, at) => takeBack(staffed(ctx), at.id, at.handoverId),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) => takeBack(ctx, at.id, at.handoverId, version),
  },
  "controllers/commands/register#addController": {
    by: ["admin", "worker", "neighbour"],
    run: (ctx) => addController(ctx, { ...aController, name: "Another" }),
    winners: 1,
  },
  "controllers/commands/register#changeController": {
    by: ["admin", "worker"],
    run: (ctx) => changeController(ctx, spare.controllerId, 1, { ...aController, name: "Changed" }),
    winners: 1,
  },
  "controllers/commands/register#endController": {
    by: ["admin", "worker"],
    run: (ctx) => endController(ctx, spare.endedId),
    winners: 1,
  },
  "messages/commands#writeToPerson": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => writeToPerson(ctx, at.id, "Good day."),
    rings: true,
    winners: 2,
  },
  "messages/commands#writeToTeam": {
    stage: "reviewing",
    by: herself,
    run: (ctx, at) => writeToTeam(ctx, at.id, "Good day."),
    winners: 2,
  },
  "messages/commands#writeToAgent": {
    stage: "asked by an agent",
    by: work,
    run: (ctx, at) => writeToAgent(ctx, at.id, "Good day."),
    rings: true,
    winners: 2,
  },
  "messages/commands#writeAsAgent": {
    stage: "asked by an agent",
    by: ["agent"],
    run: (ctx, at) => writeAsAgent(ctx, at.id, "Good day."),
    winners: 2,
  },
  "cases/commands/withdraw#withdrawCase by the agent": {
    stage: "asked by an agent",
    by: ["caseworker", "colleague", "agent", ...herself],
    run: (ctx, at) => withdrawCase(ctx, at.id),
    rings: true,
    winners: 1,
  },
  "agents/commands/asking#makeDemand": {
    stage: "asked by an agent",
    by: [...work, "worker"],
    run: (ctx, at) => makeDemand(staffed(ctx), at.id, { demand: "authority-proof", ground: null }),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) => makeDemand(ctx, at.id, { demand: "authority-proof", ground: null }, version),
  },
  "agents/commands/asking#sendLinkAgain": {
    stage: "asked of her",
    by: work,
    run: (ctx, at) => sendLinkAgain(staffed(ctx), at.id),
    rings: true,
    winners: 2,
    stale: (ctx, at, version) => sendLinkAgain(ctx, at.id, version),
  },
  "agents/commands/review#reviewAuthority": {
    stage: "asked by an agent",
    by: work,
    run: (ctx, at) => reviewAuthority(staffed(ctx), at.id, { verdict: "reject", reasons: ["unsigned"] }),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) =>
      reviewAuthority(ctx, at.id, { verdict: "reject", reasons: ["unsigned"] }, version),
  },
  "agents/commands/review#releaseDocument": {
    stage: "asked by an agent",
    by: work,
    run: (ctx, at) => releaseDocument(staffed(ctx), at.id, at.documentId, "It is a letter."),
    winners: 1,
  },
  "agents/commands/review#liftFreeze": {
    stage: "frozen",
    by: work,
    run: (ctx, at) => liftFreeze(staffed(ctx), at.id, "She was mistaken."),
    rings: true,
    winners: 1,
    stale: (ctx, at, version) => liftFreeze(ctx, at.id, "She was mistaken.", version),
  },
  "agents/commands/person#revokeAuthority": {
    stage: "asked by an agent",
    by: ["agent"],
    run: (ctx, at) => revokeAuthority(ctx, at.authorityId, { takeOver: false }),
    records: 0,
    rings: true,
    // The case ends, and with it the paper.
    winners: 2,
  },
  "agents/commands/accounts#changeAgentStatus": {
    by: [...work, "worker"],
    run: (ctx) => changeAgentStatus(staffed(ctx), house.agents.other.actor.id, "suspended", "Floods us."),
    winners: 1,
  },
  "messages/commands#writeNote": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => writeNote(ctx, at.id, "To do."),
    winners: 2,
  },
  "files/commands#attachUploads": {
    stage: "reviewing",
    by: herself,
    run: (ctx, at) =>
      attachUploads(ctx, at.id, [
        { name: "proof.pdf", mediaType: "application/pdf", bytes: Buffer.from("the same file") },
      ]),
    winners: 1,
  },
  "files/commands#releaseUpload": {
    stage: "reviewing",
    by: work,
    run: (ctx, at) => releaseUpload(staffed(ctx), at.id, at.uploadId, "It is a letter."),
    winners: 1,
  },
  "engine/sources/commands/sources#addSource": {
    by: ["admin", "worker", "neighbour"],
    run: (ctx) =>
      addSource(ctx, {
        key: "another",
        kind: "sqlite",
        name: "Another",
        config: { file: "/x" },
        secrets: null,
      }),
    winners: 1,
  },
  "engine/sources/commands/sources#changeSource": {
    by: ["admin", "worker"],
    run: (ctx) =>
      changeSource(ctx, spare.sourceId, 1, {
        name: "Desk",
        config: { folder: "/x" },
        secrets: null,
        enabled: true,
      }),
    winners: 1,
  },
  "engine/sources/commands/maps#changeDataset": {
    by: ["admin", "worker"],
    run: (ctx) => changeDataset(ctx, spare.mapId, oneTable),
    winners: 2,
  },
  "engine/sources/commands/tests#saveTest": {
    by: ["admin", "worker"],
    run: (ctx) => saveTest(ctx, house.sources.shop, []),
    winners: 2,
  },
  "engine/sources/commands/tests#testAndKeep": {
    by: ["admin", "worker"],
    run: (ctx) => testAndKeep(ctx, house.sources.shop),
    winners: 2,
  },
  "organisations/commands#changePolicy": {
    by: ["admin", "worker", "neighbour"],
    run: (ctx) => changePolicy(ctx, aPolicy),
    winners: 2,
  },
  "preferences/commands/undo#undoChoice": {
    stage: "with a choice",
    by: ["caseworker", "approver", "colleague", ...herself],
    run: (ctx, at) => undoChoice(ctx, { kind: "opt-out-sale", consent: null }, at.id),
    winners: 1,
  },
  "auth/commands/staff#addStaff": {
    by: ["admin", "worker", "neighbour"],
    run: (ctx) =>
      addStaff(ctx, { name: "Eva", email: "eva@new.example", password: null, roles: ["auditor"] }),
    winners: 1,
  },
  "auth/commands/staff-changes#changeRoles": {
    by: ["admin", "worker"],
    run: (ctx) => changeRoles(ctx, spare.email, ["caseworker", "approver"]),
    winners: 1,
  },
  "auth/commands/staff-changes#changePassword": {
    by: ["admin", "worker"],
    run: (ctx) => changePassword(ctx, spare.email, "a password long enough"),
    winners: 2,
  },
  "auth/commands/staff-changes#disableStaff": {
    by: ["admin", "worker"],
    run: (ctx) => disableStaff(ctx, spare.email),
    winners: 1,
  },
  "auth/commands/staff-changes#enableStaff": {
    by: ["admin", "worker"],
    run: (ctx) => enableStaff(ctx, spare.email),
    winners: 1,
  },
};

/** Runs in the transaction of a command above, which asked who acts; or reads and computes only. */
const inside = [
  "agents/commands/accounts#setStatus",
  "agents/commands/asking#askPerson",
  "agents/commands/asking#askedOnCase",
  "agents/commands/asking#meetDemands",
  "agents/commands/asking#saveDemand",
  "agents/commands/authority#adoptDocuments",
  "agents/commands/authority#lockAuthority",
  "agents/commands/authority#lockCasesOf",
  "agents/commands/authority#principalDigests",
  "agents/commands/authority#saveAuthority",
  "agents/commands/person#herself",
  "audit/commands#record",
  "audit/commands#recordRefusal",
  "auth/commands/authorise#authorise",
  "auth/commands/codes#endCodes",
  "auth/commands/sessions#endCodeSessions",
  "auth/commands/sessions#startAgentSession",
  "auth/commands/sessions#startCodeSession",
  "auth/commands/sessions#startStaffSession",
  "bundle/commands#appealUntil",
  "bundle/commands#newestBundle",
  "cases/commands/change#change",
  "cases/commands/change#changeIn",
  "cases/commands/lost-race#tellLostRace",
  "cases/commands/facts#saveFacts",
  "cases/commands/notice#noticeDigest",
  "cases/commands/open#loginIndex",
  "controllers/commands/answers#getHandover",
  "controllers/commands/links#mailLink",
  "controllers/commands/links#makeLink",
  "cases/commands/open#openCaseIn",
  "decisions/commands/days#daysNow",
  "decisions/commands/days#reopenClaim",
  "engine/collecting/commands#recordSourceEnd",
  "engine/sources/commands/sources#lockSource",
  "files/commands/drafts#adoptUploads",
  "auth/commands/codes#codeHash",
  "identity/commands#confirmWith",
  "identity/commands#deletedPerson",
  "identity/commands#indexOf",
  "identity/commands#isContactSettled",
  "identity/commands#isContactTrusted",
  "identity/commands#isPostTrusted",
  "identity/commands#openSeeds",
  "identity/commands#personIndexOf",
  "intake/commands#markSent",
  "notices/commands#queueCodeLetter",
  "notices/commands#queueCodeNotice",
  "notices/commands#queueControllerNotice",
  "notices/commands#queueNotice",
  "notices/commands#queueSignInLink",
  "preferences/commands/indexes#contactIndexes",
  "preferences/commands/keep#keepChoices",
];

/** Acts for nobody: the machine's own housekeeping, the command line, and the demo, which production does not load. */
const machine = [
  "agents/commands/sign-in#tidyAgentLinks",
  "attempts/commands#countAttempt",
  "attempts/commands#countAttempts",
  "attempts/commands#giveBack",
  "attempts/commands#tidyAttempts",
  "auth/commands/codes#tidyCodes",
  "auth/commands/hashing#hashPassword",
  "auth/commands/hashing#verifyPassword",
  "auth/commands/sessions#tidySessions",
  "auth/commands/staff#renewHash",
  "bundle/commands#destroyExpiredBundles",
  "controllers/commands/chase#handoversToChase",
  "controllers/commands/pass-on#casesToPassOn",
  "controllers/commands/pass-on#passOnAsked",
  "demo/commands/clock#moveClock",
  "demo/commands/enter#enterAs",
  "demo/commands/marks#saveMark",
  "demo/commands/walk#startOver",
  "demo/mailbox/commands#markRead",
  "files/commands/drafts#forgetLostUploads",
  "installation/commands#beat",
  "organisations/commands#addOrganisation",
  "preferences/commands/browser#tidyBrowsers",
];

/** What is opened by something held in the hand, a token, a code or a password, and not by who one is. */
type Door = {
  /** Somebody who holds it at another organisation's address, or holds nothing. */
  stranger: () => Promise<unknown>;
  /** What the stranger may leave behind of her own. */
  leaves?: readonly string[];
  own: () => Promise<unknown>;
  breaks: readonly Sabotage[];
  /** What may stay when it breaks. */
  keeps?: readonly string[];
};

const network = "203.0.113.0/24";
const moment = () => ({ now: new Date(), requestId: newId() });
const atSecond = () => aVisitor(house.second);
const atFirst = () => aVisitor(house.first);
const held = {
  draftToken: "",
  draftId: "",
  unsentToken: "",
  uploadId: "",
  endedToken: "",
  sessionId: "",
  linkToken: "",
  browserToken: newToken(),
  loginId: "",
  agentToken: "",
  signInToken: "",
};
const aSignal = () => ({ policy: aPolicy, since: new Date(), locale: "en" as const });
/** Whoever signed in at the first, at the address of either. */
function signedInAt(organisation: OrganisationRow): Context {
  const person = aPerson(organisation, "");
  return { ...person, actor: { ...person.actor, caseId: null, sessionId: held.loginId } } as Context;
}
const caseworker = () => staffed(house.as("caseworker", ""));
const aFile = (words: string): ScannedFile => ({
  name: "a.pdf",
  mediaType: "application/pdf",
  bytes: Buffer.from(words),
});
const theDoorCase = () => staged["any door"] ?? nowhere;
async function signIn(password: string) {
  const later: (() => Promise<void>)[] = [];
  const given = { email: spare.email, password, network, ...moment() };
  const answer = await signInStaff({ ...given, afterwards: (work) => later.push(work) });
  for (const work of later) await work();
  return answer;
}

async function theAgentDraft(): Promise<DraftView> {
  const draft = await findDraft(atAgent(), held.agentToken);
  if (!draft) throw new Error("the agent's draft is gone");
  return draft;
}

async function theDraft(): Promise<DraftView> {
  const draft = await findDraft(atFirst(), held.draftToken);
  if (!draft) throw new Error("the draft is gone");
  return draft;
}

/** A form with one file, as a browser sends it. */
function aForm(): Request {
  const body = new FormData();
  body.append("file", new Blob(["%PDF-1.4 a letter"], { type: "application/pdf" }), "letter.pdf");
  return new Request("http://localhost/api/uploads", { method: "POST", body });
}

const typedAddress = { email: "ines.falk@agents.example", network, locale: "en" as const };
const atAgent = () => house.agents.agent;

const doors: Record<string, Door> = {
  "agents/commands/sign-in#askForSignIn": {
    stranger: () => askForSignIn(atFirst(), { ...typedAddress, email: "no address" }),
    own: () => askForSignIn(atFirst(), typedAddress),
    breaks: ["rows", "job"],
  },
  "agents/commands/sign-in#signInByLink": {
    stranger: () => signInByLink(atSecond(), { ...typedAddress, token: held.signInToken }),
    leaves: ["attempt"],
    own: () => signInByLink(atFirst(), { ...typedAddress, token: held.signInToken }),
    breaks: ["event"],
  },
  "agents/commands/person#answerPermission": {
    stranger: () =>
      answerPermission(
        atSecond(),
        { token: staged["any link"]?.permission ?? "", network },
        { say: "disown" },
      ),
    leaves: ["attempt"],
    own: () =>
      answerPermission(
        atFirst(),
        { token: staged["any link"]?.permission ?? "", network },
        { say: "disown" },
      ),
    breaks: ["event", "job"],
  },
  "agents/commands/submit#sendAgentRequest": {
    stranger: async () =>
      sendAgentRequest(house.agents.other, await theAgentDraft(), { ...opening(), authority: aPaper }),
    own: async () => sendAgentRequest(atAgent(), await theAgentDraft(), { ...opening(), authority: aPaper }),
    breaks: ["event", "job"],
  },
  "auth/commands/codes#sendCode": {
    stranger: () => sendCode(atSecond(), { reference: theDoorCase().reference, network }),
    leaves: ["attempt"],
    own: () => sendCode(atFirst(), { reference: theDoorCase().reference, network }),
    breaks: ["event", "job"],
  },
  "auth/commands/codes#acceptCode": {
    stranger: () => acceptCode(atSecond(), { reference: theDoorCase().reference, code: "123456", network }),
    leaves: ["attempt"],
    own: () => acceptCode(atFirst(), { reference: theDoorCase().reference, code: "123456", network }),
    breaks: ["event"],
    // A wrong code is counted for good; that it was refused is recorded after the answer.
    keeps: ["access_code"],
  },
  "controllers/commands/links#openLink": {
    stranger: () => openLink(atSecond(), held.linkToken),
    own: () => openLink(atFirst(), held.linkToken),
    breaks: ["event", "rows"],
  },
  "controllers/commands/links#askNewLink": {
    stranger: () => askNewLink(atSecond(), { token: held.linkToken, network }),
    leaves: ["attempt"],
    own: () => askNewLink(atFirst(), { token: held.linkToken, network }),
    breaks: ["rows", "job"],
  },
  "auth/commands/sign-in#signInStaff": {
    stranger: () => signIn("not the password"),
    leaves: ["attempt", "audit_event", "audit_payload", "audit_pending"],
    own: () => signIn("a password long enough"),
    breaks: ["event"],
  },
  "auth/commands/sessions#startLoginSession": {
    stranger: async () => false,
    own: () =>
      startLoginSession(house.first.id, { issuer: "https://id.example", subject: "maya" }, new Date()),
    breaks: ["rows"],
  },
  "auth/commands/sessions#revokeOwnSession": {
    stranger: () => revokeOwnSession(staffed(house.as("colleague", "")), held.sessionId),
    own: () => revokeOwnSession(caseworker(), held.sessionId),
    breaks: ["event", "rows"],
  },
  "auth/commands/sessions#revokeOtherSessions": {
    stranger: () => revokeOtherSessions(staffed(house.as("colleague", "")), newId()),
    own: async () => {
      await inTransaction((tx) => startStaffSession(tx, caseworker()));
      return revokeOtherSessions(caseworker(), newId());
    },
    breaks: ["event", "rows"],
  },
  "auth/commands/sessions#endSession": {
    stranger: () => endSession(newToken(), moment()),
    own: () => endSession(held.endedToken, moment()),
    breaks: ["event", "rows"],
  },
  "intake/commands#saveAnswer": {
    stranger: () => saveAnswer(atSecond(), held.draftToken, { residence: "FR" }).then(() => false),
    leaves: ["draft"],
    own: () => saveAnswer(atFirst(), held.draftToken, { residence: "DE" }),
    breaks: ["rows"],
  },
  "files/commands/drafts#findOpenDraft": {
    stranger: () => findOpenDraft(atSecond(), held.draftToken),
    own: () => findOpenDraft(atFirst(), held.draftToken),
    breaks: [],
  },
  "files/commands/drafts#attachToDraft": {
    stranger: () => attachToDraft(atSecond(), held.draftId, aFile("one")).then((added) => added !== "gone"),
    own: () => attachToDraft(atFirst(), held.draftId, aFile("one")),
    breaks: ["rows"],
  },
  "files/commands/drafts#removeFromDraft": {
    stranger: () => removeFromDraft(atSecond(), held.draftId, held.uploadId),
    own: () => removeFromDraft(atFirst(), held.draftId, held.uploadId),
    breaks: ["rows"],
  },
  "files/commands/receive#receiveForDraft": {
    stranger: () =>
      receiveForDraft(atSecond(), held.draftToken, network, aForm()).then(({ result }) => result === "added"),
    leaves: ["attempt"],
    own: () => receiveForDraft(atFirst(), held.draftToken, network, aForm()),
    breaks: [],
  },
  "files/commands/receive#receiveForCase": {
    stranger: () =>
      receiveForCase(house.as("neighbour", ""), theDoorCase().id, network, aForm()).then(
        ({ result }) => result === "added",
      ),
    leaves: ["attempt"],
    own: () => receiveForCase(house.as("person", theDoorCase().id), theDoorCase().id, network, aForm()),
    breaks: [],
  },
  "preferences/commands/browser#noteBrowser": {
    stranger: () => noteBrowser(atSecond(), held.browserToken, { isOptOut: false, network }),
    own: () => noteBrowser(atFirst(), held.browserToken, { isOptOut: true, network }),
    breaks: ["rows"],
  },
  "preferences/commands/signal#hearForAccount": {
    stranger: () => hearForAccount(signedInAt(house.second), aSignal()),
    own: () => hearForAccount(signedInAt(house.first), aSignal()),
    breaks: ["event", "rows", "job"],
  },
  "intake/commands/send#sendDraft": {
    stranger: async () =>
      (await findDraft(atSecond(), held.draftToken)) && sendDraft(atSecond(), await theDraft(), opening()),
    own: async () => sendDraft(atFirst(), await theDraft(), opening()),
    breaks: ["event", "rows", "job"],
    // Sealed anew for a case that never was: without a key, until the sweep takes it.
    keeps: ["files"],
  },
  "intake/commands#forgetDraft": {
    stranger: () => forgetDraft(atSecond(), held.unsentToken),
    own: () => forgetDraft(atFirst(), held.unsentToken),
    breaks: ["rows"],
  },
};

const oneTable = `
dataset:
  - fides_key: spare
    name: Spare
    collections:
      - name: people.csv
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - { name: account_no, data_categories: [user.unique_id], fides_meta: { identity: account_number } }
`;

let sql: postgres.Sql;
let staged: Record<string, Staged>;
const nowhere = {} as Staged;

beforeAll(async () => {
  sql = postgres(installation.database.url, { max: 1, onnotice: () => {} });
  house = await aHouse(installation);
  const stages = Object.entries(commands).flatMap(([name, { stage }]) =>
    stage ? [[name, stage] as const] : [],
  );
  staged = await house.stage({
    ...Object.fromEntries(stages),
    "any event": "reviewing",
    "any door": "reviewing",
    "any link": "asked of her",
  });
  const admin = house.as("admin", "");
  await addStaff(admin, { name: "Spare", email: spare.email, password: null, roles: ["caseworker"] });
  for (const key of ["sourceId", "mapId"] as const) {
    const input = {
      key: key.toLowerCase(),
      kind: "files" as const,
      name: key,
      config: { folder: "/x" },
      secrets: null,
    };
    const added = await addSource(admin, input);
    if (added.ok) spare[key] = added.id;
  }
  for (const key of ["controllerId", "endedId"] as const) {
    const added = await addController(admin, { ...aController, name: key });
    if (added.ok) spare[key] = added.id;
  }
  const { reference } = await aCase(house.first, { request: opening().request });
  spare.otherReference = reference;
  const { id: toUndo } = staged["duplicates/commands/judge#undoPair"] ?? nowhere;
  await judgePair(staffed(house.as("colleague", toUndo)), toUndo, { reference, verdict: "apart" });
  const [pair] = await database().select().from(casePair);
  pairs.set(toUndo, pair?.id ?? "");
  const [sent] = await database().select().from(notice).where(eq(notice.kind, "controller-asked")).limit(1);
  held.linkToken = sent
    ? (/controller\/([\w-]{43})/.exec((await unscopedOpenNotice(database(), sent)).mail.text)?.[1] ?? "")
    : "";
  const place = { sourceId: house.sources.shop, collection: "people", field: "card_code" };
  await inTransaction((tx) =>
    tx.insert(finding).values({
      id: spare.findingId,
      organisationId: house.first.id,
      ...place,
      kind: "card-code",
      state: "open",
      firstSeenAt: new Date(),
      lastSeenAt: new Date(),
    }),
  );
  const answered = staged["bundle/commands#closeTransfer"]?.id ?? "";
  const person = house.as("person", answered) as Context & { actor: { kind: "person" } };
  const begun = await openTransfer(person, answered);
  if (begun.ok) transfers.set(answered, begun.transfer.id);
  const token = await inTransaction((tx) => startStaffSession(tx, caseworker()));
  held.sessionId = (await findSession(token))?.id ?? "";
  held.endedToken = await inTransaction((tx) => startStaffSession(tx, staffed(house.as("approver", ""))));
  const saved = await saveAnswer(atFirst(), null, {});
  if (saved.ok && saved.begun) held.draftToken = saved.begun.token;
  const login = await startLoginSession(
    house.first.id,
    { issuer: "https://id.example", subject: "eva" },
    new Date(),
  );
  held.loginId = (await findSession(login))?.id ?? "";
  const unsent = await saveAnswer(atFirst(), null, {});
  if (unsent.ok && unsent.begun) held.unsentToken = unsent.begun.token;
  const draft = await findDraft(atFirst(), held.draftToken);
  held.draftId = draft?.id ?? "";
  await attachToDraft(atFirst(), held.draftId, aFile("before"));
  held.uploadId = (await listDraftUploads(atFirst(), held.draftId))[0]?.id ?? "";
  const agents = await saveAnswer(atAgent(), null, {});
  if (agents.ok && agents.begun) held.agentToken = agents.begun.token;
  await attachToDraft(atAgent(), (await theAgentDraft()).id, aFile("a paper"));
  await askForSignIn(atFirst(), typedAddress);
  const mails = await database().select().from(notice).where(eq(notice.kind, "agent-sign-in"));
  for (const row of mails) {
    const { mail } = await unscopedOpenNotice(database(), row);
    held.signInToken = /sign-in\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
  }
  await laySabotage(sql);
});
afterAll(() => sql?.end());

test("every command is known here", async () => {
  const named = [
    ...new Set(Object.keys(commands).map((name) => name.split(" ")[0] ?? name)),
    ...Object.keys(doors),
    ...inside,
    ...machine,
  ].sort();
  expect(await exportedFunctions("commands")).toEqual(named);
});

/** A "no" is a value or a sentence of ours; a command that answers nothing must have done nothing. */
async function isRefused(run: () => Promise<unknown>): Promise<boolean> {
  try {
    const answer = await run();
    return !answer || (typeof answer === "object" && "ok" in answer && !answer.ok);
  } catch (error) {
    if (error instanceof HabeasError && ["not-allowed", "not-found"].includes(error.code)) return true;
    throw error;
  }
}

/** The tables of one more event. */
const oneEvent = ["audit_event", "audit_payload", "audit_pending"];

/** Colleagues of the organisation who can see the case, or the settings, are told on when they try what they may not. */
function isRecorded(who: Who, { stage, guarded = [] }: Command): boolean {
  if (guarded.includes(who)) return false;
  return ["caseworker", "approver", "colleague", "auditor", ...(stage ? [] : ["admin"])].includes(who);
}

async function count(isRefusal: boolean): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from audit_event where (type = 'attempt.refused') = ${isRefusal}`;
  return row?.n ?? 0;
}
const countRefusals = () => count(true);
const countEvents = () => count(false);

describe.each(Object.entries(commands))("%s", (name, command) => {
  const at = () => (command.stage ? (staged[name] ?? nowhere) : nowhere);
  const run = (who: Who) => command.run(house.as(who, at().id), at());
  const others = everybody.filter((who) => !command.by.includes(who));

  test(`is not for ${others.join(", ")}`, async () => {
    const [before, refusals] = [await fingerprint(sql), await countRefusals()];
    for (const who of others) expect([who, await isRefused(() => run(who))]).toEqual([who, true]);
    const told = others.filter((who) => isRecorded(who, command)).length * (command.records ?? 1);
    expect((await countRefusals()) - refusals).toBe(told);
    expect(changed(before, await fingerprint(sql))).toEqual(told > 0 ? oneEvent : []);
  });

  test(`leaves nothing when it breaks at its end, begun by ${command.by.join(", ")}`, async () => {
    const traps = [
      ...(command.breaks ?? (["event", "rows"] as const)),
      ...(command.rings ? (["job"] as const) : []),
    ];
    const before = await fingerprint(sql);
    for (const who of command.by)
      for (const trap of traps)
        expect([who, trap, await sabotaged(sql, trap, () => run(who))]).toEqual([who, trap, true]);
    expect(changed(before, await fingerprint(sql))).toEqual([]);
  });

  if (command.stale)
    test("is refused to who saw an older version, and says what happened", async () => {
      const ctx = staffed(house.as("caseworker", at().id));
      const [row] = await sql<{ version: number }[]>`select version from cases where id = ${at().id}`;
      const seen = row?.version ?? 0;
      await writeNote(house.as("colleague", at().id), at().id, "Meanwhile.");
      const before = await fingerprint(sql);
      expect(await command.stale?.(ctx, at(), seen)).toEqual({
        ok: false,
        why: "conflict",
        says: "This case changed while you had it open. Nothing was saved. Ben Iweala: Wrote a note.",
      });
      expect(changed(before, await fingerprint(sql))).toEqual([]);
    });

  test(`of two at once, ${winnersWords[command.winners]}`, async () => {
    const [one = "nobody", other = one] = command.by;
    const [before, events] = [await fingerprint(sql), await countEvents()];
    const answers = await Promise.all([one, other].map((who) => isRefused(() => run(who))));
    expect((await countEvents()) - events).toBe(command.winners * (command.events ?? 1));
    const moved = changed(before, await fingerprint(sql));
    expect(moved.some((table) => table.startsWith("jobs."))).toBe(command.rings === true);
    if (!command.breaks?.includes("event"))
      expect(moved.filter((table) => !/^audit_|^jobs/.test(table))).not.toEqual([]);
    // Where a command answers at all, the one that lost says so.
    if (command.winners === 1 && !answers.every(Boolean)) expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

const winnersWords = ["none is an event", "exactly one wins", "both are kept"];

describe("the workflow's own table", () => {
  const kinds: Partial<Record<Who, By>> = {
    caseworker: "caseworker",
    approver: "approver",
    person: "person",
    agent: "agent",
    worker: "worker",
    controller: "controller",
  };
  const whoever = everybody.filter((who) => who !== "colleague" && who !== "person by the address she typed");
  test.each(Object.entries(workflow))(
    "%s is refused to everybody it does not name",
    async (event, { by }) => {
      const { id } = staged["any event"] ?? nowhere;
      const others = whoever.filter((who) => !(by as readonly (By | undefined)[]).includes(kinds[who]));
      const [before, refusals] = [await fingerprint(sql), await countRefusals()];
      for (const who of others) {
        const outcome = await change(house.as(who, id), id, event as CaseEvent, {
          save: () => Promise.reject(new Error("it was let through")),
        });
        expect([who, outcome]).toMatchObject([who, { ok: false }]);
      }
      const told = others.filter((who) => ["caseworker", "approver", "auditor"].includes(who));
      expect((await countRefusals()) - refusals).toBe(told.length);
      expect(changed(before, await fingerprint(sql))).toEqual(oneEvent);
    },
  );
});

describe.each(Object.entries(doors))("%s", (_name, { stranger, own, breaks, leaves = [], keeps = [] }) => {
  test("opens nothing for a stranger", async () => {
    const before = await fingerprint(sql);
    expect(await isRefused(stranger)).toBe(true);
    expect(changed(before, await fingerprint(sql)).filter((table) => !leaves.includes(table))).toEqual([]);
  });

  test("leaves nothing when it breaks at its end, and works when it does not", async () => {
    const before = await fingerprint(sql);
    for (const trap of breaks) expect([trap, await sabotaged(sql, trap, own)]).toEqual([trap, true]);
    // A try that was counted stays counted, whatever came of it.
    const kept = ["attempt", ...keeps];
    expect(changed(before, await fingerprint(sql)).filter((table) => !kept.includes(table))).toEqual([]);
    await own();
    if (breaks.length > 0) expect(changed(before, await fingerprint(sql))).not.toEqual([]);
  });
});
