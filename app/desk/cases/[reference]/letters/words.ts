import type { NoticeKind } from "#lib/notices/notice.ts";
import { postingWays, type Posting } from "#lib/notices/posting.ts";

/** What a letter is, in lists of the desk. */
export const letterNames: Partial<Record<NoticeKind, string>> = {
  "request-received": "We have your request",
  code: "Code on paper",
  "message-for-you": "Message",
  "answer-ready": "The answer can be opened",
  "answer-enclosed": "Answer on paper",
  "link-renewed": "The answer can be opened again",
  withdrawn: "The request has ended",
  "appeal-received": "The appeal or complaint is here",
  "appeal-answered": "The appeal or complaint is decided",
};

export const letterName = (kind: NoticeKind): string => letterNames[kind] ?? "Letter";

export const postingNames = {
  letter: "Ordinary letter",
  registered: "Registered letter",
  courier: "Courier",
  "handed-over": "Handed over in person",
} satisfies Record<Posting["how"], string>;

export const postingOptions = postingWays.map((value) => ({ value, label: postingNames[value] }));
