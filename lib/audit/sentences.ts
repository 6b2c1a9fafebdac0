import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { authorityWords } from "#lib/engine/collecting/authority.ts";
import { foundKinds } from "#lib/engine/datasets/never-out.ts";
import { relationReasons } from "#lib/children/checks.ts";
import type { EventType } from "./events.ts";
import {
  attempts,
  channels,
  choicesBy,
  codeTo,
  controllerSays,
  decidedAs,
  demandGrounds,
  demandNames,
  handedOver,
  helpWords,
  listed,
  mails,
  named,
  needNames,
  noticePartNames,
  pages,
  postings,
  provedBy,
  rejectionNames,
  rightNames,
  taskEnds,
  undoneBy,
} from "./words.ts";

type Payload = Record<string, unknown>;

/** Names for what an event holds as pseudonym or key. What is not in them is told by its key. */
export type Names = {
  /** Staff by pseudonym. */
  staff: ReadonlyMap<string, string>;
  /** Sources by key. */
  sources: ReadonlyMap<string, string>;
  /** The member of staff an event is about, if it is about one. */
  about: string | null;
};

const law = translator("en", "law");
const someone = "a member of staff";

const of = (payload: Payload, key: string) => String((payload[key] ?? "") as string | number);
const list = (payload: Payload, key: string) => (payload[key] ?? []) as string[];
const n = (payload: Payload, key: string, one: string, many: string) =>
  `${of(payload, key)} ${payload[key] === 1 ? one : many}`;
const day = (payload: Payload, key: string) => formatDay(of(payload, key).slice(0, 10), "en");
const right = (payload: Payload) => named(rightNames, payload["right"]);
const source = (payload: Payload, { sources }: Names) =>
  sources.get(of(payload, "source")) ?? of(payload, "source");
const place = (payload: Payload, names: Names) => `${source(payload, names)} (${of(payload, "collection")})`;
/** The first digits of a manifest, enough to tell one from another. */
const manifest = (payload: Payload) =>
  payload["manifest"] ? `, manifest ${of(payload, "manifest").slice(0, 8)}` : "";
/** Older events do not say which of the two it was. */
const kind = (payload: Payload) => (payload["kind"] ? of(payload, "kind") : "appeal or complaint");
const owed = (payload: Payload, says: string) => (payload["dueOn"] ? `${says} ${day(payload, "dueOn")}` : "");
const facts = (payload: Payload) =>
  listed(
    Object.entries((payload["facts"] ?? {}) as Record<string, string>).map(
      ([fact, outcome]) => `${named({}, fact)} ${named({}, outcome)}`,
    ),
  );
const withFacts = (payload: Payload) => (facts(payload) ? ` (${facts(payload)})` : "");

/** The rights of an event: "access and deletion". */
const lacks = (payload: Payload) => listed(list(payload, "lacks").map((one) => named(noticePartNames, one)));
const asked = (payload: Payload) => listed(list(payload, "rights").map((one) => named(rightNames, one)));

const taken = (payload: Payload, verb: string) => {
  if (!payload["dayBy"]) return `${verb} the decision on ${right(payload)}`;
  const whose = payload["dayBy"] === "law" ? "by law" : "our own day, as no law names one";
  return `${verb} the decision on ${right(payload)}. The case is now due on ${day(payload, "dueOn")} (${whose})`;
};

/** "opt-out of marketing"; of a consent, which one. */
const choice = (name: string) => {
  const [kind = "", consent] = name.split(".");
  return consent ? `${named(rightNames, kind)} (${named({}, consent)})` : named(rightNames, kind);
};

/** What happened, in one English sentence for desk and audit room. A shredded payload leaves the bare fact. */
const sentences = {
  "confirm-identity": (p) => `Confirmed who the person is, ${named(provedBy, p["method"])}${withFacts(p)}`,
  "identity-not-confirmed": (p) =>
    p["limited"] === true
      ? "Did not check identity: too many tries for this account"
      : p["problem"]
        ? `Could not check identity: ${of(p, "problem")}`
        : `Could not confirm who the person is${withFacts(p)}${p["deleted"] === true ? ". What was given is among those deleted by a rule: no fact can be compared any more" : ""}`,
  "check-again": () => "Asked for the identity check to run again",
  "record-relation": (p) =>
    p["outcome"] === "accepted"
      ? "Recorded that the person may act for the child"
      : `Recorded that the person may not act for the child: ${named(relationReasons, p["reason"]).replace(/^./, (first) => first.toLowerCase())}`,
  "judge-competence": (p) =>
    p["outcome"] === "able"
      ? "Recorded that the child understands what she asks for"
      : "Recorded that the child should ask together with a parent",
  "start-without-proof": () => "Started without a proof of identity: what was asked needs none",
  "plan-collecting": (p) => {
    const planned = [
      ...(p["sources"] === 0 ? [] : [`the search of ${n(p, "sources", "source", "sources")}`]),
      ...(p["tasks"] === 0 ? [] : [n(p, "tasks", "task by hand", "tasks by hand")]),
    ];
    return `Planned ${planned.length > 0 ? listed(planned) : "no search and no tasks"}`;
  },
  "plan-choices": (p) =>
    p["tasks"] === 0
      ? "Planned nothing for what needs no proof: nobody has to do anything"
      : `Planned ${n(p, "tasks", "task by hand", "tasks by hand")} for what needs no proof`,
  "source-finished": (p, names) =>
    [
      `Searched ${source(p, names)}: `,
      p["outcome"] === "found" ? `found ${n(p, "rows", "record", "records")}` : of(p, "outcome"),
      Number(p["problems"] ?? 0) > 0
        ? `. ${n(p, "problems", "thing could not be read", "things could not be read")}`
        : "",
    ].join(""),
  "finish-collecting": (p) =>
    [
      `Finished collecting: ${n(p, "rows", "record", "records")}`,
      ...(Number(p["failed"] ?? 0) > 0 ? [n(p, "failed", "source failed", "sources failed")] : []),
    ].join(", "),
  "search-again": (p, names) =>
    p["source"] ? `Asked to search ${source(p, names)} again` : "Asked to search the failed sources again",
  "send-without": (p, names) =>
    Number(p["rows"] ?? 0) > 0
      ? `Recorded that of ${source(p, names)} only the ${n(p, "rows", "record", "records")} read before it failed ${p["rows"] === 1 ? "goes" : "go"} out`
      : `Recorded that the answer goes out without ${source(p, names)}`,
  "finish-task": (p, names) =>
    p["recipient"]
      ? `Told ${of(p, "recipient")} of ${right(p)}${p["toldOn"] ? ` on ${day(p, "toldOn")}` : ""}: ${named(taskEnds, p["outcome"])}`
      : `Finished the task for ${right(p)} in ${source(p, names)}: ${named(taskEnds, p["outcome"])}`,
  "record-authority": (p, names) =>
    `Recorded why ${source(p, names)} may be opened for this case: ${named(authorityWords, p["ground"])}`,
  "finding.open": (p, names) =>
    `Met ${named(foundKinds, p["kind"])} in ${place(p, names)}, field ${of(p, "field")}: it must not be stored there. Its value was not copied`,
  redact: (p, names) => `Covered ${n(p, "places", "place", "places")} in a record of ${place(p, names)}`,
  withhold: (p, names) => `Kept back a record of ${place(p, names)}`,
  "keep-record": (p, names) => `Decided to keep a record of ${place(p, names)} as it is`,
  "undo-redaction": (p, names) => `Took back what was covered in a record of ${place(p, names)}`,
  decide: (p) =>
    `Decided on ${right(p)}: ${named(decidedAs, p["outcome"])}${Number(p["version"] ?? 1) > 1 ? ` (decision ${of(p, "version")})` : ""}`,
  "ask-approval": (p) => `Asked for approval of answer ${of(p, "version")}`,
  "bundle-built": (p) =>
    `Built answer ${of(p, "version")}: ${n(p, "files", "file", "files")}, ${n(p, "records", "record", "records")}${manifest(p)}`,
  "bundle-failed": (p) => `Could not build answer ${of(p, "version")}: ${of(p, "problem")}`,
  "send-back": (p) => `Sent answer ${of(p, "version")} back to be worked on`,
  approve: (p) => `Approved answer ${of(p, "version")} as it was built${manifest(p)}`,
  "change-answer": (p) =>
    p["approvalCancelled"] === true
      ? "Opened the answer again; its approval fell away"
      : "Opened the answer again",
  "settle-delivery": (p) => `Settled how the answer is handed over: ${named(handedOver, p["delivery"])}`,
  send: (p) =>
    [
      `Sent answer ${of(p, "version")}${p["delivery"] === "paper" ? " on paper" : ""}${manifest(p)}`,
      p["appealUntil"] ? `. An appeal or complaint is advertised until ${day(p, "appealUntil")}` : "",
    ].join(""),
  "renew-link": (p) => `Renewed the download until ${day(p, "until")}`,
  download: (p) =>
    p["whole"] === true
      ? `Downloaded answer ${of(p, "version")}`
      : `Downloaded a part of answer ${of(p, "version")}`,
  withdraw: () => "Took the request back",
  appeal: (p) => taken(p, p["kind"] === "appeal" ? "Appealed against" : "Complained about"),
  "acknowledge-appeal": (p) => `Confirmed to the person that the ${kind(p)} on ${right(p)} is here`,
  "uphold-appeal": (p) => `Decided the ${kind(p)} on ${right(p)}: the first decision stands`,
  "overturn-appeal": (p) =>
    [
      `Decided the ${kind(p)} on ${right(p)}: overturned${p["outcome"] === "in-part" ? " in part" : ""}`,
      owed(p, ". The request is open again and due on"),
    ].join(""),
  "link-case": (p) => `Linked the case with ${of(p, "other")}: both belong together`,
  "keep-apart": (p) => `Said that ${of(p, "other")} is not the same request`,
  "undo-pair": (p) => `Took back what was said of this case and ${of(p, "other")}`,
  "complete-notice": (p) =>
    list(p, "lacks").length > 0
      ? `Completed the notice; it still lacks ${lacks(p)}`
      : "Completed the notice: nothing is missing any more",
  "record-needs": (p) =>
    list(p, "needs").length > 0 || p["noted"] === true
      ? `Noted what the person needs${list(p, "needs").length > 0 ? `: ${listed(list(p, "needs").map((one) => named(needNames, one)))}` : ""}`
      : "Noted that the person needs nothing special",
  "post-code": (p) =>
    `Wrote a code for a letter to the address on file, good for ${n(p, "days", "day", "days")}`,
  "post-letter": (p) =>
    `Posted a letter on ${day(p, "on")}, ${named(postings, p["how"])}: it ${named(mails, p["kind"])}`,
  "pass-on": (p) =>
    `Passed ${asked(p)} on to ${of(p, "controller")}${p["isCopy"] === true ? ", beside what we answer ourselves" : ""}`,
  "remind-controller": (p) => `Reminded ${of(p, "controller")} of what was passed on`,
  "controller-silent": (p) => `${of(p, "controller")} does not answer: told the team`,
  "controller-answer": (p) => `${of(p, "controller")} answered: ${named(controllerSays, p["answer"])}`,
  "controller-instruct": (p) => `${of(p, "controller")} instructed us to ${named(helpWords, p["help"])}`,
  "finish-instruction": (p) =>
    `Finished what ${of(p, "controller")} instructed: to ${named(helpWords, p["help"])}`,
  "take-back": (p) => `Took ${asked(p)} back from ${of(p, "controller")}: it is ours to decide`,
  "controller.open": (p) => `${of(p, "controller")} opened what was passed on to it`,
  "controller.add": (p) => `Added ${of(p, "controller")} to the register of controllers`,
  "controller.change": (p) => `Changed ${of(p, "controller")} in the register of controllers`,
  "controller.end": (p) => `Ended ${of(p, "controller")} in the register of controllers`,
  assign: (p, { staff }) =>
    p["toRef"]
      ? `Assigned the case to ${staff.get(of(p, "toRef")) ?? "a colleague"}`
      : "Gave the case back to the queue",
  "write-note": () => "Wrote a note",
  "write-to-person": () => "Wrote to the person",
  "write-to-team": (p) =>
    Number(p["files"] ?? 0) > 0 ? "Wrote to the privacy team, with a file" : "Wrote to the privacy team",
  "release-upload": () => "Released a file the person sent",
  "agent-facts-checked": (p) =>
    p["limited"] === true
      ? "Did not compare what the agent told: too many tries for this account"
      : p["problem"]
        ? `Could not compare what the agent told: ${of(p, "problem")}`
        : `Compared what the agent told with what is held${withFacts(p)}`,
  "make-demand": (p) =>
    [
      p["isOffer"] === true
        ? "Offered the person to go on with it herself"
        : `Asked for ${named(demandNames, p["demand"])}`,
      p["ground"] ? `, as ${named(demandGrounds, p["ground"])}` : "",
    ].join(""),
  "send-link-again": () => "Sent the person her link again",
  "send-authority": () => "Sent another written authority",
  "accept-authority": (p) =>
    p["isComplete"] === true
      ? "Accepted the agent’s authority"
      : "Accepted the agent’s authority, as the first of two who read it",
  "reject-authority": (p) =>
    `Rejected the agent’s authority: ${listed(list(p, "reasons").map((one) => named(rejectionNames, one)))}`,
  "confirm-permission": (p) =>
    `Confirmed that she authorised the agent; the answer goes to ${p["recipient"] === "agent" ? "the agent" : "herself"}`,
  "verify-herself": () => "Gave facts to show who she is",
  "take-over": () => "Goes on with the request herself, without the agent",
  disown: () => "Says that she did not authorise the agent. The case is frozen",
  "lift-freeze": () => "Let the frozen case go on",
  resume: () => "Went on with the case",
  "end-permission": () => "The permission was ended, and with it the request",
  "write-to-agent": () => "Wrote to the agent",
  "write-as-agent": () => "Wrote to the privacy team",
  "fetch-as-agent": (p) =>
    p["whole"] === true
      ? `Downloaded answer ${of(p, "version")}`
      : `Downloaded a part of answer ${of(p, "version")}`,
  "agent.register": () => "Registered as an agent",
  "agent.sign-in": () => "Signed in as an agent",
  "agent.change-status": (p) => `Changed an agent from ${of(p, "before")} to ${of(p, "status")}`,
  "authority.release-file": () => "Released a document behind an agent’s authority",
  "authority.read-file": () => "Opened a document behind an agent’s authority",
  "authority.revoke": (p) =>
    `${p["by"] === "person" ? "The person" : "The agent"} ended an authority${Number(p["cases"] ?? 0) > 0 ? `, and with it ${n(p, "cases", "open request", "open requests")}` : ""}`,
  "case.open": (p) =>
    [
      p["byAgent"] === true
        ? "Asked as an agent for "
        : p["channel"] === "portal"
          ? "Asked for "
          : "Recorded a request for ",
      asked(p),
      ` ${named(channels, p["channel"])}${p["forChild"] === true ? " for a child" : ""}`,
      p["regimes"] ? ` under ${listed([...new Set(list(p, "regimes"))].map((id) => lawName(id)))}` : "",
      owed(p, ", due on"),
      list(p, "lacks").length > 0 ? `; the notice lacks ${lacks(p)}` : "",
    ].join(""),
  "choice.keep": (p) =>
    `Keeps ${listed(list(p, "choices").map(choice))} from now on, ${named(choicesBy, p["via"])}`,
  "choice.undo": (p) => `Took back ${choice(of(p, "choice"))}, ${named(undoneBy, p["by"])}`,
  "case.read": (p) => `Read ${named(pages, p["page"])}`,
  "code.send": (p) =>
    p["sent"] === true
      ? `Sent a code ${named(codeTo, p["scope"])}`
      : `Was asked for a code ${named(codeTo, p["scope"])}; none could be sent`,
  "code.accept": (p) => `Entered the right code, sent ${named(codeTo, p["scope"])}`,
  "code.refuse": (p) => (p["limited"] === true ? "Entered codes too often" : "Entered a wrong code"),
  "notice.sent": (p) => `By mail, ${named(mails, p["kind"])}`,
  "attempt.refused": (p) => `Tried what the role does not allow: to ${named(attempts, p["what"])}`,
  "staff.sign-in": () => "Signed in",
  "staff.sign-out": () => "Signed out",
  "staff.sign-in-refused": (p) =>
    p["limited"] === true ? "Tried to sign in too often" : "Tried to sign in with a wrong password",
  "staff.add": (p, { about }) => `Added ${about ?? someone} as ${listed(list(p, "roles"))}`,
  "staff.change-roles": (p, { about }) =>
    `Changed the roles of ${about ?? someone} from ${listed(list(p, "before"))} to ${listed(list(p, "roles"))}`,
  "staff.new-password": (_p, { about }) => `Gave ${about ?? someone} a new password`,
  "staff.disable": (_p, { about }) => `Closed the account of ${about ?? someone}`,
  "staff.enable": (_p, { about }) => `Opened the account of ${about ?? someone} again`,
  "search.made": (p) =>
    `Searched by ${p["by"] === "reference" ? "reference" : "name, address or number"}: ${n(p, "hits", "hit", "hits")}`,
  "organisation.add": () => "Set the organisation up",
  "policy.change": (p) => `Put policy version ${of(p, "version")} into force`,
  "source.add": (p, names) => `Connected the source ${source(p, names)} (${of(p, "kind")})`,
  "source.change": (p, names) =>
    `Changed the source ${source(p, names)}${p["secretReplaced"] === true ? " and its secret" : ""}`,
  "source.test": (p, names) =>
    `Tested the source ${source(p, names)}: ${p["passed"] === true ? "fine" : "something is wrong"}`,
  "dataset.change": (p, names) =>
    `Put version ${of(p, "version")} of the map of ${source(p, names)} into use`,
  "finding.close": (p, names) =>
    `Closed the finding about ${named(foundKinds, p["kind"])} in ${place(p, names)}, field ${of(p, "field")}`,
} satisfies Record<EventType, (payload: Payload, names: Names) => string>;

function lawName(id: string): string {
  return law(`law.${id as "eu-gdpr"}`).replace(/^Our/, "our");
}

/** The sentence of an event; `null` payload: it was shredded, so only the kind is left to say. */
export function eventSentence(type: EventType, payload: Payload | null, names: Names): string {
  return payload === null
    ? `${type.replace(/[.-]/g, " ")} (details were destroyed)`
    : sentences[type](payload, names);
}
