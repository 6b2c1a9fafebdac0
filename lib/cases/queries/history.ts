import { database } from "#db/client.ts";
import { readCaseEvents, type EventView } from "#lib/audit/queries/events.ts";
import { eventSentence } from "#lib/audit/sentences.ts";
import { systemRefs, type Context } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { CaseRow } from "../commands/change.ts";

export type HistoryLine = {
  id: number;
  number: number;
  at: Date;
  who: string;
  role: string;
  sentence: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  event: EventView;
};

/** The whole history of a case, newest first, with names of staff for who may read them. The caller has found `row` by its gate. */
export async function listCaseHistory(
  _ctx: Context,
  row: CaseRow,
  names: ReadonlyMap<string, string>,
): Promise<HistoryLine[]> {
  const db = database();
  const events = await readCaseEvents(db, await caseSealer(db, row.id), row.ref, { order: "newest" });
  return events.map((event) => historyLine(event, names));
}

const systemNames = new Map<string, string>(
  Object.entries(systemRefs).map(([part, ref]) => [ref, part.replace("-", " ")]),
);

/** An event as a line people read. Persons stay pseudonyms here: "person". */
export function historyLine(event: EventView, names: ReadonlyMap<string, string>): HistoryLine {
  const { entry } = event;
  const moved = entry.prev_state !== entry.state;
  return {
    id: event.id,
    number: event.seq ?? event.id,
    at: event.at,
    who:
      names.get(entry.actor) ??
      systemNames.get(entry.actor) ??
      (entry.role === "visitor" ? "person" : entry.role),
    role: systemNames.has(entry.actor) ? "system" : entry.role === "visitor" ? "person" : entry.role,
    sentence: eventSentence(event.type, event.payload),
    before: moved ? entry.prev_state : null,
    after: moved ? entry.state : null,
    reason: entry.reason,
    event,
  };
}
