import type { EventType } from "#lib/audit/events.ts";
import { notices } from "./index.ts";
import { noticeKinds, type NoticeKind } from "./notice.ts";

export { noticeKinds, type NoticeKind };

/** The notices that an event of a case sets off. */
export function noticesAnswering(type: EventType): readonly NoticeKind[] {
  return noticeKinds.filter((kind) => (notices[kind].when as readonly EventType[]).includes(type));
}
