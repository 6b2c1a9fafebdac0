import type { EventView } from "#lib/audit/queries/events.ts";
import { en } from "#lib/locales/en/index.ts";
import { translator, type Locale } from "#lib/locales/index.ts";

/** One thing that happened, in the person's words: roles, never names of staff. */
export type Happening = { number: number; at: string; who: string; sentence: string };

const told = new Set(Object.keys(en.cases.did));

/** Dots part a catalogue's levels, so events of more than one word lose theirs. */
const key = (event: EventView) => event.type.replace(".", "-") as keyof typeof en.cases.did;

/**
 * What happened to a request as the person may read it. Events that are ours alone are left out; numbers keep their gaps.
 */
export function happenings(events: readonly EventView[], locale: Locale): Happening[] {
  const t = translator(locale, "cases");
  const searched = searchedUntil(events);
  const empty = emptySearches(events);
  return events
    .filter(
      (event) =>
        told.has(key(event)) &&
        !empty.has(event) &&
        (event.type !== "source-finished" || searched.has(event)),
    )
    .map((event) => ({
      number: event.seq ?? 0,
      at: event.at.toISOString(),
      who: whoDid(event, locale),
      sentence: t(`did.${key(event)}`, {
        sources: searched.get(event) ?? Number(event.payload?.["sources"] ?? 0),
      }),
    }));
}

/** What is answered from no store is planned and finished all the same, and is no search to tell of. */
function emptySearches(events: readonly EventView[]): ReadonlySet<EventView> {
  const empty = new Set<EventView>();
  let isEmpty = false;
  for (const event of events) {
    const { sources, tasks } = event.payload ?? {};
    if (event.type === "plan-collecting") isEmpty = sources === 0 && tasks === 0;
    if (isEmpty && (event.type === "plan-collecting" || event.type === "finish-collecting")) empty.add(event);
  }
  return empty;
}

/**
 * Places are searched one by one. She is told of the newest that is done and how many are by then; once the whole search
 * is, that says it.
 */
function searchedUntil(events: readonly EventView[]): ReadonlyMap<EventView, number> {
  const searched = new Map<EventView, number>();
  let newest: EventView | null = null;
  for (const event of events) {
    if (event.type === "plan-collecting" || event.type === "search-again") newest = null;
    if (event.type !== "source-finished" && event.type !== "finish-collecting") continue;
    const before = newest ? (searched.get(newest) ?? 0) : 0;
    if (newest) searched.delete(newest);
    newest = event.type === "source-finished" ? event : null;
    if (newest) searched.set(newest, before + 1);
  }
  return searched;
}

function whoDid({ entry }: EventView, locale: Locale): string {
  const t = translator(locale, "cases");
  if (entry.role === "person" || entry.role === "visitor") return t("who.you");
  if (entry.role === "controller") return t("who.controller");
  return entry.role === "worker" || entry.role === "clock" ? t("who.computer") : t("who.us");
}
