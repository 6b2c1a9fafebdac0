import type { RelationReason } from "#lib/children/checks.ts";
import type { Child } from "#lib/intake/answers.ts";
import type { enteredChannels } from "#lib/cases/channels.ts";
import type { Needs } from "#lib/cases/needs.ts";
import type { TaskResult } from "#lib/engine/collecting/commands.ts";
import type { HandoverAnswer, HelpKind } from "#lib/controllers/register.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { Posting } from "#lib/notices/posting.ts";
import type { RightId } from "#lib/rights/ids.ts";

/** Somebody who asks, as she would fill in the form. */
export type Asker = {
  name: string;
  email: string | null;
  /** Postal address of whoever is written to on paper, line by line. */
  post?: string;
  /** Where a number is all she gives. */
  telephone?: string;
  /** ISO 3166-1, for the United States with its state. */
  residence: string;
  locale: Locale;
  relationship: string;
  /** What she could type as facts, by fact id; months are those before the demo's first day. */
  facts: (firstDay: string) => Record<string, string>;
  /** Subject at the organisation's OpenID provider. */
  subject: string | null;
};

export type Proof =
  | { facts: readonly string[]; /** Typed wrongly, by fact id. */ but?: Record<string, string> }
  | "login"
  | "other"
  | "none";

/**
 * When a request came in: so many days before the demo's first day, or so that its answer is due on a day before or after
 * it (`clock`: one month, or a number of days).
 */
export type Received = { daysAgo: number } | { dueIn: number; clock: "month" | number };

/** A request of the demo and what became of it: told by the real commands, at the times given here. */
export type Story = {
  /** Names the story; its reference follows from it. */
  key: string;
  asker: Asker;
  rights: readonly RightId[];
  proof: Proof;
  received: Received;
  /** UTC. */
  time: string;
  /** What did not come through the portal: how it came, and which member of staff (by key) entered it when. */
  entered?: { from: (typeof enteredChannels)[number]; by: string; daysAgo: number; needs?: Needs };
  /** What she adds, per right. */
  details?: Partial<Record<RightId, string>>;
  narrow?: string;
  /** To whom she gave her data, a controller by its key, and whether she is one of our own people too. */
  gaveTo?: { controller: string | null; also: boolean };
  /** Which consents she takes back, by the policy's ids. */
  consents?: readonly string[];
  /** Under penalty of perjury, for specific pieces under California law. */
  declares?: true;
  /** Whom a parent or guardian asks for; the facts are the child's. */
  child?: Child;
  steps: readonly Step[];
};

export type Step = {
  /** Before the demo's first day. */
  daysAgo: number;
  /** UTC. */
  time: string;
  /** A member of staff by key, the person herself, the controller it was passed on to, or the worker. */
  by: string;
  deed: Deed;
};

/** What somebody does to a case. Each is carried out by the command that the desk or the person's page calls. */
export type Deed =
  | { do: "assign"; to: string }
  | { do: "note"; text: string }
  | { do: "write"; text: string }
  | { do: "confirm"; note: string; locator: string }
  | { do: "record relation"; outcome: "accepted" | "not-accepted"; reason?: RelationReason; note: string }
  | { do: "judge competence"; outcome: "able" | "not-able"; note: string }
  | { do: "cover others" }
  | { do: "finish tasks"; outcome: TaskResult["outcome"]; note: string | null; all?: false }
  | { do: "send without"; source: string; reason: string }
  | { do: "decide"; right?: RightId; outcome: "granted" }
  | {
      do: "decide";
      right?: RightId;
      outcome: "in-part" | "refused";
      reasons: ReasonCode[];
      explanation: string | null;
    }
  | { do: "settle delivery" }
  /** Every letter that waits. */
  | { do: "post letters"; how: Posting["how"]; number: string | null }
  | { do: "ask approval" }
  | { do: "approve" }
  | { do: "send back"; note: string }
  | { do: "send" }
  | { do: "download" }
  | { do: "withdraw" }
  /** All of it, or one right; `copy`: we answer our part too. */
  | { do: "pass on"; to: string; right?: RightId; copy?: true }
  /** By the controller itself, or recorded by staff; about what was passed on last. */
  | { do: "controller says"; answer: HandoverAnswer; words: string | null }
  | { do: "instruct"; help: HelpKind; who: string; words: string }
  | { do: "finish instruction"; words: string }
  /** The days on which a silent controller is reminded, or staff are told. */
  | { do: "chase" }
  | { do: "appeal"; right: RightId; words: string }
  | { do: "acknowledge"; right: RightId }
  | { do: "decide appeal"; right: RightId; outcome: "upheld" | "overturned" | "in-part"; explanation: string }
  /** Changes a source's map, for a while: a table that is no longer there is added, or taken out again. */
  | { do: "change map"; source: string; add: string | null };

/** One step, on one line: `on(12, "09:40", "ana", { do: "send" })`. */
export function on(daysAgo: number, time: string, by: string, deed: Deed): Step {
  return { daysAgo, time, by, deed };
}
