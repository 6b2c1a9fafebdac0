import type { Demand, Ground } from "#lib/agents/demands.ts";
import type { Rejection } from "#lib/agents/kinds.ts";
import type { Permission } from "#lib/auth/roles.ts";
import type { Delivery } from "#lib/cases/guards.ts";
import type { NeedId } from "#lib/cases/needs.ts";
import type { CaseEvent } from "#lib/cases/workflow.ts";
import type { HandoverAnswer, HelpKind } from "#lib/controllers/register.ts";
import type { NoticePart } from "#lib/law/notice-parts.ts";
import type { NoticeKind } from "#lib/notices/notice.ts";
import type { Posting } from "#lib/notices/posting.ts";
import type { RightId } from "#lib/rights/ids.ts";

/** The codes of payloads in the words of desk and audit room. */

export const rightNames = {
  access: "access",
  portability: "portability",
  rectification: "correction",
  erasure: "deletion",
  restriction: "restriction",
  objection: "objection",
  "opt-out-sale": "opt-out of sale and sharing",
  "opt-out-marketing": "opt-out of marketing",
  "opt-out-profiling": "opt-out of profiling",
  "limit-sensitive": "limits on sensitive data",
  "withdraw-consent": "withdrawal of consent",
  "legal-basis": "explanation of the legal basis",
  "balancing-test": "explanation of the balancing test",
  "shine-the-light": "Shine the Light",
} satisfies Record<RightId, string>;

export const channels: Record<string, string> = {
  portal: "through the portal",
  mail: "that came by mail",
  phone: "that came by telephone",
  paper: "that came on paper",
  counter: "that was made in person",
};

export const needNames = {
  "large-print": "large print",
  telephone: "to talk by telephone",
  interpreter: "an interpreter",
  "easy-words": "easy words",
} satisfies Record<NeedId, string>;

export const noticePartNames = {
  label: "the words “Shine the Light Request”",
  name: "first and last name",
  address: "mailing address",
  certificate: "certificate of residence",
} satisfies Record<NoticePart, string>;

export const postings = {
  letter: "as an ordinary letter",
  registered: "as a registered letter",
  courier: "by courier",
  "handed-over": "handed over in person",
} satisfies Record<Posting["how"], string>;

export const handedOver = {
  code: "with a code to the contact on file",
  login: "after signing in",
  given: "with a code to the address given",
  paper: "on paper",
} satisfies Record<Delivery, string>;

export const provedBy: Record<string, string> = {
  facts: "by facts about the account",
  login: "by signing in to the account",
  staff: "by a check that staff recorded",
  address: "by a code to the address of which only a digest is left",
};

export const decidedAs: Record<string, string> = {
  granted: "granted",
  "in-part": "granted in part",
  refused: "refused",
};

export const taskEnds: Record<string, string> = {
  done: "done",
  "nothing-held": "nothing held there",
  "no-answer": "told, no answer yet",
  kept: "the data was kept",
};

export const choicesBy: Record<string, string> = {
  form: "by the form",
  account: "by the form, for the account that is signed in",
  signal: "by the browser's signal, for the account that is signed in",
  staff: "as staff recorded it",
};

export const undoneBy: Record<string, string> = {
  person: "by the person, through her request",
  account: "by the person, signed in to the account",
  staff: "by staff, on the person's word",
};

export const demandNames = {
  "authority-proof": "the written authority",
  identity: "a proof of identity from the person",
  confirmation: "the person’s own confirmation",
  "power-of-attorney": "a power of attorney",
  notarisation: "a notary’s certificate",
  fee: "a fee",
  account: "an account with us",
} satisfies Record<Demand, string>;

export const demandGrounds = {
  "we-pay": "the house pays for it",
  "reasonable-doubt": "there is reasonable doubt",
  "authority-unclear": "the authority is unclear",
  "may-not-grasp": "the person may not grasp what would be disclosed",
  "unfounded-or-excessive": "the request is manifestly unfounded or excessive",
} satisfies Record<Ground, string>;

export const rejectionNames = {
  unsigned: "not signed",
  undated: "not dated",
  "over-broad": "so broad that it does not say what is permitted",
  "does-not-cover": "does not cover what is asked",
  expired: "expired",
  "another-business": "names another business",
  "another-person": "is another person’s",
  unreadable: "cannot be read",
  "not-witnessed": "neither notarised nor witnessed",
  "not-authentic": "does not look genuine",
} satisfies Record<Rejection, string>;

/** How far a code of that scope lets somebody in, by where it was sent. */
export const codeTo: Record<string, string> = {
  full: "to the contact on file",
  conversation: "to the address given",
};

/** What a controller said about a request that was passed on. */
export const controllerSays = {
  answered: "it has answered the person",
  "nothing-held": "it holds nothing",
  "only-processor": "it only processes for somebody else",
  "not-ours": "the person is none of its people",
} satisfies Record<HandoverAnswer, string>;

/** What a controller may instruct, after "to". */
export const helpWords = {
  search: "search for the person’s data",
  export: "export the person’s data",
  erase: "erase the person’s data",
} satisfies Record<HelpKind, string>;

export const pages: Record<string, string> = {
  overview: "the overview of the case",
  identity: "who the person is",
  sources: "what the sources gave",
  review: "the records under review",
  decision: "the decision",
  messages: "the messages",
  history: "the history",
  agent: "the agent and his authority",
  file: "a file the person sent",
  "found-file": "a file that was found",
  answer: "the answer as it goes out",
};

export const mails = {
  "request-received": "told the person that the request is here",
  code: "sent the person a code",
  "message-for-you": "told the person that a message waits",
  "answer-ready": "told the person that the answer is ready",
  "answer-posted": "told the person that the answer comes by post",
  "answer-enclosed": "sent the person the answer on paper",
  "link-renewed": "told the person that the download was renewed",
  withdrawn: "told the person that the request was taken back",
  "appeal-received": "told the person that the appeal or complaint is here",
  "appeal-answered": "told the person that the appeal or complaint is decided",
  "agent-sign-in": "sent an agent a link to sign in",
  "agent-request-received": "told the agent that the request is here",
  "agent-news": "told the agent that there is news",
  "permission-asked": "asked the person at the contact on file about the agent",
  "permission-ended": "told the person that the agent no longer asks for her",
  "team-disowned": "told the team that the person authorised nobody",
  "team-new-request": "told the team of a new request",
  "team-approval-asked": "asked the team for approval",
  "passed-on": "told the person who decides",
  "controller-answered": "told the person that there is news from whoever decides",
  "controller-asked": "sent the controller a link to the request",
  "controller-reminded": "reminded the controller",
  "team-controller": "told the team of news about what was passed on",
  "team-finding": "told the team of a finding",
} satisfies Record<NoticeKind, string>;

/** What somebody tried who may not: a right of the desk, or an event of a case. */
export const attempts = {
  "desk.enter": "enter the desk",
  "case.read": "read cases on the desk",
  "case.record": "record a request",
  "case.work": "work on a case",
  search: "search for a person",
  "settings.read": "read the settings",
  "settings.write": "change the settings",
  "findings.close": "close a finding",
  "audit.read": "read the register and the histories",
  "confirm-identity": "confirm who the person is",
  "identity-not-confirmed": "record that identity was not confirmed",
  "check-again": "let the identity check run again",
  "record-relation": "record whether somebody may act for a child",
  "judge-competence": "record whether a child may ask herself",
  "start-without-proof": "start a request without proof",
  "plan-collecting": "plan the search",
  "plan-choices": "plan the tasks for a choice",
  "source-finished": "record the end of a search",
  "finish-collecting": "finish collecting",
  "search-again": "search again",
  "send-without": "leave a source out of an answer",
  "finish-task": "finish a task",
  redact: "cover words in a record",
  withhold: "keep a record back",
  "keep-record": "keep a record as it is",
  "undo-redaction": "take back what was covered",
  decide: "decide a request",
  "ask-approval": "ask for approval",
  "bundle-built": "record a built answer",
  "bundle-failed": "record an answer that could not be built",
  "send-back": "send an answer back",
  approve: "approve an answer",
  "change-answer": "open an answer again",
  "settle-delivery": "settle how an answer is handed over",
  send: "send an answer",
  "renew-link": "renew a download",
  download: "download an answer",
  withdraw: "take a request back",
  appeal: "record an appeal or complaint",
  "acknowledge-appeal": "confirm an appeal or complaint",
  "uphold-appeal": "decide an appeal or complaint",
  "overturn-appeal": "decide an appeal or complaint",
  "link-case": "link two cases",
  "keep-apart": "say that two cases are not the same",
  "undo-pair": "take back what was said of two cases",
  "complete-notice": "complete a notice",
  "record-needs": "record what a person needs",
  "post-code": "write a code for a letter",
  "post-letter": "record that a letter was posted",
  "pass-on": "pass a request on to a controller",
  "remind-controller": "remind a controller",
  "controller-silent": "record that a controller does not answer",
  "controller-answer": "record what a controller said",
  "controller-instruct": "record what a controller instructed",
  "finish-instruction": "finish what a controller instructed",
  "take-back": "take a request back from a controller",
  assign: "assign a case",
  "write-note": "write a note",
  "write-to-person": "write to the person",
  "write-to-team": "write to the team as the person",
  "release-upload": "release a file the person sent",
  "record-authority": "record an authority to open content",
  "agent-facts-checked": "record a check of what an agent told",
  "make-demand": "demand what the law does not let be demanded here",
  "send-link-again": "send the person her link again",
  "send-authority": "send an authority as the agent",
  "accept-authority": "accept an agent’s authority",
  "reject-authority": "reject an agent’s authority",
  "confirm-permission": "confirm a permission as the person",
  "verify-herself": "prove identity as the person",
  "take-over": "take a request over as the person",
  disown: "say as the person that nobody was authorised",
  "lift-freeze": "let a frozen case go on",
  resume: "let a case go on",
  "end-permission": "end a permission as the person",
  "write-to-agent": "write to the agent",
  "write-as-agent": "write as the agent",
  "fetch-as-agent": "fetch an answer as the agent",
} satisfies Record<Permission | CaseEvent, string>;

/** A code as words where it has some, else without its hyphens. */
export const named = (words: Readonly<Record<string, string>>, code: unknown): string =>
  Object.hasOwn(words, String(code as string))
    ? (words[code as string] ?? "")
    : String(code as string).replaceAll("-", " ");

const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });
/** "access, correction and deletion". */
export const listed = (items: readonly string[]): string => lists.format(items);
