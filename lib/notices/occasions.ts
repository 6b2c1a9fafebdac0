import type { EventType } from "#lib/audit/events.ts";

/** Which notices answer which event. The notices themselves are one file each in this folder. */
export const noticeKinds = [
  "request-received",
  "code",
  "not-confirmed-yet",
  "message-for-you",
  "answer-ready",
  "link-renewed",
  "withdrawn",
  "appeal-received",
  "appeal-answered",
  "team-new-request",
  "team-approval-asked",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const occasions: Partial<Record<EventType, readonly NoticeKind[]>> = {
  "case.open": ["request-received", "team-new-request"],
  "write-to-person": ["message-for-you"],
  "bundle-built": ["team-approval-asked"],
  send: ["answer-ready"],
  "renew-link": ["link-renewed"],
  withdraw: ["withdrawn"],
  appeal: ["appeal-received"],
  "uphold-appeal": ["appeal-answered"],
  "overturn-appeal": ["appeal-answered"],
};

/** The notices that an event of a case sets off. */
export function noticesAnswering(type: EventType): readonly NoticeKind[] {
  return occasions[type] ?? [];
}
