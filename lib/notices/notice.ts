import { z } from "zod";
import type { EventType } from "#lib/audit/events.ts";
import { deliveries } from "#lib/cases/guards.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { Way } from "./ways.ts";

/** Every notice there is; one file each in this folder. */
export const noticeKinds = [
  "request-received",
  "code",
  "message-for-you",
  "answer-ready",
  "answer-posted",
  "answer-enclosed",
  "link-renewed",
  "withdrawn",
  "appeal-received",
  "appeal-answered",
  "agent-sign-in",
  "agent-request-received",
  "agent-news",
  "permission-asked",
  "permission-ended",
  "team-new-request",
  "team-approval-asked",
  "passed-on",
  "controller-answered",
  "controller-asked",
  "controller-reminded",
  "team-controller",
  "team-finding",
  "team-disowned",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * Who gets a notice. `typed`: the address she gave with the request, which proves nothing. `on-file`: the contact the
 * organisation had before. `agent`: who asks for her. `paper`: wherever an answer on paper goes, one place. `caseworkers`,
 * `approvers`, `officers`: staff in that role (officers close findings), each a mail of their own. `controller`: the contact
 * of whoever decides what was passed on.
 */
export type Audience =
  "typed" | "on-file" | "agent" | "paper" | "caseworkers" | "approvers" | "officers" | "controller";

/** Whether an audience works at the organisation. */
export function isTeam(audience: Audience): boolean {
  return audience === "caseworkers" || audience === "approvers" || audience === "officers";
}

/** What every mail needs to know, whatever it is about. */
export type Setting = {
  locale: Locale;
  organisation: {
    name: string;
    imprint: string;
    accent: string | null;
    email: string;
    telephone: string | null;
    /** On one line, as it stands over the window of an envelope. */
    post: string | null;
  };
  /** Whether it goes out as a mail or as a letter. */
  way: Way;
  /** The time zone of the case: days and times are told as clocks there show them. */
  zone: string;
  /** The case's reference, `HB-7K4Q-2M9X`; empty where a mail is about no case. */
  reference: string;
  /**
   * The one address the mail leads to: the tracker for her, the case for staff, which open nothing by themselves; for a
   * controller a link that opens one request, once.
   */
  url: string;
  audience: Audience;
  /** To the address she typed: the name she typed with it. To the contact on file: the name on file. Else null. */
  name: string | null;
};

/** A line of the part above the button. `fact` is shown large: a day or a code. */
export type Line = { kind: "paragraph" | "fact" | "small"; text: string };

/** What one notice says. The shape sees to it that none forgets its next step. */
export type Content = {
  /** The subject line. Carries the reference, never a name or an outcome. */
  subject: string;
  title: string;
  lead: readonly Line[];
  /** The words on the button that leads to `Setting.url`. */
  action: string;
  next: readonly string[];
  /** For a letter: what is cut off and kept apart from it. */
  slip?: { code: string; hint: string };
};

export type Words = ReturnType<typeof noticeWords>;

/** The sentences of notices; those that differ on paper read `way`. */
export function noticeWords(locale: Locale, way: Way = "mail") {
  const t = translator(locale, "notices");
  return ((key: Parameters<typeof t>[0], values?: Parameters<typeof t>[1]) =>
    t(key, { way, ...values })) as unknown as typeof t;
}

/**
 * One notice. `when` lists the case events that set it off (none: somebody asks for it by name), `details` says what of
 * the event and its case it needs, `write` is pure.
 */
export type Notice<Details extends z.ZodObject = z.ZodObject> = {
  kind: NoticeKind;
  when: readonly EventType[];
  to: readonly Audience[];
  /** The ways it can go; both, unless it says so. */
  ways?: readonly Way[];
  details: Details;
  /** Where on the desk it leads staff, if not to the case. */
  deskPlace?: string;
  /** Where it answers only some of those events: which. */
  only?: (details: z.infer<Details>) => boolean;
  write(words: Words, details: z.infer<Details>, setting: Setting): Content;
};

/** Types a notice by its own `details`. */
export function notice<Details extends z.ZodObject>(parts: Notice<Details>): Notice<Details> {
  return parts;
}

/** How the answer is handed over; null and nothing where nobody has settled it, or older events do not say. */
export const delivery = z.enum(deliveries).nullish();

/** A civil day, `2026-03-17`. */
export const day = z.iso.date();

export const paragraph = (text: string): Line => ({ kind: "paragraph", text });
export const fact = (text: string): Line => ({ kind: "fact", text });
export const small = (text: string): Line => ({ kind: "small", text });
