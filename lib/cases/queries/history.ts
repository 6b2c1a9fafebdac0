import { eq } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { source } from "#db/schema/index.ts";
import { readCaseEvents, type EventView } from "#lib/audit/queries/events.ts";
import { eventSentence, type Names } from "#lib/audit/sentences.ts";
import { systemRefs, type Context } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { grounds, type GroundId } from "#lib/law/grounds.ts";
import { translator } from "#lib/locales/index.ts";
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
  const known = { staff: names, sources: await sourceNames(db, row.organisationId) };
  return events.map((event) => historyLine(event, known));
}

/** The names of an organisation's sources by their keys, as histories tell them. */
export async function sourceNames(tx: Tx, organisationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ key: source.key, name: source.name })
    .from(source)
    .where(eq(source.organisationId, organisationId));
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** Who acts without being of the house, by role. */
const strangers: Record<string, string> = { requester: "the person", controller: "the controller" };

const systemNames = new Map<string, string>(
  Object.entries(systemRefs).map(([part, ref]) => [ref, part.replace("-", " ")]),
);

/** An event as a line people read. Whoever asked stays "the person". */
export function historyLine(event: EventView, names: Omit<Names, "about">): HistoryLine {
  const { entry } = event;
  const moved = entry.prev_state !== entry.state;
  const [about] = entry.obj;
  const role = roleWords(entry.role);
  const system = systemNames.get(entry.actor);
  return {
    id: event.id,
    number: event.seq ?? event.id,
    at: event.at,
    who: names.staff.get(entry.actor) ?? system ?? strangers[role] ?? "a colleague",
    role: system ? "system" : role,
    sentence: eventSentence(event.type, event.payload, {
      ...names,
      about: (about && names.staff.get(about)) ?? null,
    }),
    before: moved ? entry.prev_state : null,
    after: moved ? entry.state : null,
    reason: reasonWords(event),
    event,
  };
}

/** Several roles stand in an entry with a space between them. Whoever asked is one role, known to us yet or not. */
function roleWords(role: string): string {
  return role === "visitor" || role === "person" ? "requester" : role.split(" ").join(", ");
}

const law = translator("en", "law");

/** Every reason of an event by its name in the catalogue; the entry itself holds the first. */
function reasonWords({ entry, payload }: EventView): string | null {
  const all = (payload?.["reasons"] as string[] | undefined) ?? [];
  const codes = all.length > 0 ? all : entry.reason ? [entry.reason] : [];
  const words = codes.map((code) =>
    Object.hasOwn(grounds, code) ? law(`grounds.${code as GroundId}.name`) : code.replaceAll("-", " "),
  );
  return words.length > 0 ? words.join("; ") : null;
}
