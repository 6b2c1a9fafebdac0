import type { RightId } from "#lib/rights/ids.ts";
import type { EventType } from "./events.ts";

type Payload = Record<string, unknown>;

const of = (payload: Payload, key: string) => String((payload[key] ?? "") as string | number);
const list = (payload: Payload, key: string) => ((payload[key] ?? []) as string[]).join(", ");
const n = (payload: Payload, key: string, one: string, many: string) =>
  `${of(payload, key)} ${payload[key] === 1 ? one : many}`;

const rightNames = {
  access: "access",
  portability: "portability",
  rectification: "correction",
  erasure: "deletion",
  restriction: "restriction",
  objection: "objection",
  "opt-out-sale": "opt-out of sale and sharing",
  "limit-sensitive": "limits on sensitive data",
  "withdraw-consent": "withdrawal of consent",
} satisfies Record<RightId, string>;

const channels: Record<string, string> = {
  portal: "through the portal",
  mail: "by mail",
  phone: "by telephone",
  paper: "on paper",
};
const handedOver: Record<string, string> = {
  code: "with a code to the contact on file",
  login: "after signing in",
  given: "with a code to the address given",
};

/** A code as words where it has some, else without its hyphens. */
const named = (words: Record<string, string>, code: unknown) =>
  words[String(code as string)] ?? String(code as string).replaceAll("-", " ");
const right = (payload: Payload) => named(rightNames, payload["right"]);

/** What happened, in one English sentence for desk and audit room. A shredded payload leaves the bare fact. */
const sentences = {
  "confirm-identity": (p) => `Confirmed who the person is, by ${of(p, "method")}`,
  "identity-not-confirmed": (p) =>
    p["limited"] === true
      ? "Did not check identity: too many tries for this account"
      : p["problem"]
        ? `Could not check identity: ${of(p, "problem")}`
        : "Could not confirm who the person is",
  "check-again": () => "Asked for the identity check to run again",
  "start-without-proof": () => "Started without a proof: none is needed",
  "plan-collecting": (p) =>
    `Planned the search of ${n(p, "sources", "source", "sources")} and ${n(p, "tasks", "task", "tasks")}`,
  "source-finished": (p) =>
    `Searched ${of(p, "source")}: ${p["outcome"] === "found" ? `found ${of(p, "rows")}` : of(p, "outcome")}`,
  "finish-collecting": (p) => `Finished collecting ${n(p, "rows", "record", "records")}`,
  "search-again": (p) =>
    p["source"] ? `Asked to search ${of(p, "source")} again` : "Asked to search the failed sources again",
  "send-without": (p) => `Recorded that the answer goes out without ${of(p, "source")}`,
  "finish-task": (p) =>
    `Finished the task for ${right(p)} in ${of(p, "source")}: ${of(p, "outcome").replace("-", " ")}`,
  redact: (p) =>
    `Covered ${n(p, "places", "place", "places")} in a record of ${of(p, "source")}, ${of(p, "collection")}`,
  withhold: (p) => `Kept back a record of ${of(p, "source")}, ${of(p, "collection")}`,
  "keep-record": (p) => `Decided to keep a record of ${of(p, "source")}, ${of(p, "collection")} as it is`,
  "undo-redaction": (p) =>
    `Took back what was covered in a record of ${of(p, "source")}, ${of(p, "collection")}`,
  decide: (p) => `Decided on ${right(p)}: ${of(p, "outcome").replace("-", " ")}`,
  "ask-approval": (p) => `Asked for approval of answer ${of(p, "version")}`,
  "bundle-built": (p) =>
    `Built answer ${of(p, "version")}: ${n(p, "files", "file", "files")}, ${n(p, "records", "record", "records")}`,
  "bundle-failed": (p) => `Could not build answer ${of(p, "version")}: ${of(p, "problem")}`,
  "send-back": (p) => `Sent answer ${of(p, "version")} back`,
  approve: (p) => `Approved answer ${of(p, "version")}`,
  "change-answer": (p) =>
    p["approvalCancelled"] === true
      ? "Opened the answer again; its approval fell away"
      : "Opened the answer again",
  "settle-delivery": (p) => `Settled how the answer is handed over: ${named(handedOver, p["delivery"])}`,
  send: (p) => `Sent answer ${of(p, "version")}`,
  "renew-link": () => "Renewed the download",
  download: (p) =>
    p["whole"] === true
      ? `Downloaded answer ${of(p, "version")}`
      : `Downloaded a part of answer ${of(p, "version")}`,
  withdraw: () => "Took the request back",
  appeal: (p) =>
    p["kind"] === "appeal"
      ? `Appealed against the decision on ${right(p)}`
      : `Complained about the decision on ${right(p)}`,
  "acknowledge-appeal": (p) => `Confirmed to the person that the appeal or complaint on ${right(p)} is here`,
  "uphold-appeal": (p) => `Decided the appeal on ${right(p)}: the first decision stands`,
  "overturn-appeal": (p) => `Decided the appeal on ${right(p)}: ${of(p, "outcome").replace("-", " ")}`,
  assign: (p) => (p["toRef"] ? "Assigned the case" : "Gave the case back to the queue"),
  "write-note": () => "Wrote a note",
  "write-to-person": () => "Wrote to the person",
  "write-to-team": (p) =>
    Number(p["files"] ?? 0) > 0 ? "Wrote to the privacy team, with a file" : "Wrote to the privacy team",
  "release-upload": () => "Released a file the person sent",
  "case.open": (p) =>
    `Asked for ${(p["rights"] as string[]).map((one) => named(rightNames, one)).join(", ")}, ${named(channels, p["channel"])}`,
  "case.read": (p) => `Looked at ${of(p, "page")}`,
  "code.send": (p) =>
    p["sent"] === true
      ? `Sent a code (${of(p, "scope")})`
      : `Asked for a code, none could be sent (${of(p, "scope")})`,
  "code.accept": (p) => `Entered the right code (${of(p, "scope")})`,
  "code.refuse": (p) => (p["limited"] === true ? "Entered a code too often" : "Entered a wrong code"),
  "notice.sent": (p) => `Sent the mail “${named({}, p["kind"])}”`,
  "attempt.refused": (p) => `Tried what the role does not allow: ${of(p, "what")}`,
  "staff.sign-in": () => "Signed in",
  "staff.sign-out": () => "Signed out",
  "staff.sign-in-refused": (p) =>
    p["limited"] === true ? "Tried to sign in too often" : "Tried to sign in with a wrong password",
  "staff.add": (p) => `Added a member of staff (${list(p, "roles")})`,
  "staff.change-roles": (p) =>
    `Changed the roles of a member of staff from ${list(p, "before")} to ${list(p, "roles")}`,
  "staff.new-password": () => "Gave a member of staff a new password",
  "staff.disable": () => "Closed the account of a member of staff",
  "staff.enable": () => "Opened the account of a member of staff again",
  "search.made": (p) =>
    `Searched by ${p["by"] === "reference" ? "reference" : "name, address or number"}: ${n(p, "hits", "hit", "hits")}`,
  "organisation.add": () => "Set the organisation up",
  "policy.change": (p) => `Put policy version ${of(p, "version")} into force`,
  "source.add": (p) => `Connected the source ${of(p, "source")} (${of(p, "kind")})`,
  "source.change": (p) =>
    `Changed the source ${of(p, "source")}${p["secretReplaced"] === true ? " and its secret" : ""}`,
  "source.test": (p) =>
    `Tested the source ${of(p, "source")}: ${p["passed"] === true ? "fine" : "something is wrong"}`,
  "dataset.change": (p) => `Put version ${of(p, "version")} of the map of ${of(p, "source")} into use`,
} satisfies Record<EventType, (payload: Payload) => string>;

/** The sentence of an event; `null` payload: it was shredded, so only the kind is left to say. */
export function eventSentence(type: EventType, payload: Payload | null): string {
  return payload === null
    ? `${type.replace(/[.-]/g, " ")} (details were destroyed)`
    : sentences[type](payload);
}
