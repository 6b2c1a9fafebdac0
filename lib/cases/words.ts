import type { QueueRow } from "./queries/queue.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { Channel } from "./channels.ts";
import type { NeedId } from "./needs.ts";
import type { CaseStatus } from "./statuses.ts";

/** How a state looks in lists: a shape and a word for staff. */
export const statusWords = {
  received: ["open", "not verified"],
  collecting: ["open", "collecting"],
  reviewing: ["open", "reviewing"],
  preparing: ["waiting", "being built"],
  "awaiting-approval": ["waiting", "to approve"],
  approved: ["open", "to send"],
  answered: ["done", "answered"],
  appealed: ["flagged", "appeal"],
  withdrawn: ["refused", "withdrawn"],
  "passed-on": ["waiting", "passed on"],
  frozen: ["flagged", "frozen: not authorised"],
} as const satisfies Record<
  CaseStatus,
  readonly ["open" | "waiting" | "done" | "flagged" | "refused", string]
>;

/** What is known of who asks, in a word. Null: nothing has to be proved. */
export function identityWords({
  proof,
  method,
}: Pick<QueueRow, "proof" | "method">): readonly ["done" | "refused" | "waiting", string] | null {
  if (proof?.passed)
    return [
      "done",
      { facts: `${proof.matched} facts`, login: "login", staff: "by staff", address: "by a code" }[
        proof.kind
      ],
    ];
  if (proof)
    return [
      "refused",
      proof.matched > 0 ? `only ${proof.matched} ${proof.matched === 1 ? "fact" : "facts"}` : "no match",
    ];
  if (method === "none") return null;
  return ["waiting", method === "other" ? "to check" : "checking"];
}

/** Rights in one word for lists of the desk. */
export const rightWords = {
  access: "Access",
  portability: "Portability",
  rectification: "Correct",
  erasure: "Delete",
  restriction: "Restrict",
  objection: "Object",
  "opt-out-sale": "Opt out",
  "opt-out-marketing": "No marketing",
  "opt-out-profiling": "No profiling",
  "limit-sensitive": "Limit",
  "withdraw-consent": "Withdraw consent",
  "legal-basis": "Legal basis",
  "balancing-test": "Balancing test",
  "shine-the-light": "Shine the Light",
} satisfies Record<RightId, string>;

/** Laws in a word or two for lists of the desk, where a column has no room for their names. */
export const lawWords = {
  "eu-gdpr": "EU GDPR",
  "uk-gdpr": "UK GDPR",
  "us-ca-ccpa": "California",
  "us-ca-shine": "Shine the Light",
  "us-va": "Virginia",
  "us-co": "Colorado",
  "default-row": "Own promise",
} satisfies Record<RegimeId, string>;

/** Languages as the desk names them. */
export const languageWords = { en: "English", de: "German" } satisfies Record<Locale, string>;

/** How a request came, behind "received 3 November". */
export const channelWords = {
  portal: "through the portal",
  mail: "by e-mail",
  phone: "by phone",
  paper: "by post",
  counter: "in person",
} as const satisfies Record<Channel, string>;

/** What somebody needs, in a few words for the head of every page of the case. */
export const needWords = {
  "large-print": "large print",
  telephone: "talk by telephone",
  interpreter: "an interpreter",
  "easy-words": "easy words",
} satisfies Record<NeedId, string>;
