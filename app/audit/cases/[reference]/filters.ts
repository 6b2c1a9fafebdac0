import type { Filter } from "#components/ui/filter-chips.tsx";
import { eventKinds, kindOf, type EventKind } from "#lib/audit/kinds.ts";
import type { HistoryLine } from "#lib/cases/queries/history.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";

/** What stands in the address of a history. What it does not know is as if it were not there. */
export type Asked = { order?: string; kind?: string; who?: string; day?: string };

type Chosen = { order: "newest" | "oldest"; kind: EventKind | null; who: string | null; day: string | null };

/** The events an auditor asked for, newest or oldest first, and how to ask for others. `lines` come newest first. */
export function filterHistory(
  lines: readonly HistoryLine[],
  asked: Asked,
  place: { path: string; zone: string },
) {
  const kindsThere = Object.keys(eventKinds).filter((kind) =>
    lines.some((line) => kindOf(line.event.type) === kind),
  ) as EventKind[];
  const peopleThere = [...new Set(lines.map((line) => line.who))].sort((a, b) => a.localeCompare(b));
  const dayOf = (line: HistoryLine) => dayIn(line.at, place.zone);
  const daysThere = [...new Set(lines.map(dayOf))];
  const chosen: Chosen = {
    order: asked.order === "oldest" ? "oldest" : "newest",
    kind: kindsThere.find((kind) => kind === asked.kind) ?? null,
    who: peopleThere.find((who) => who === asked.who) ?? null,
    day: daysThere.find((day) => day === asked.day) ?? null,
  };
  const link = (change: Partial<Chosen>) => addressOf(place.path, { ...chosen, ...change });
  const shown = lines.filter(
    (line) =>
      (chosen.kind === null || kindOf(line.event.type) === chosen.kind) &&
      (chosen.who === null || line.who === chosen.who) &&
      (chosen.day === null || dayOf(line) === chosen.day),
  );
  const filters: Filter[] = [
    {
      name: "About",
      value: chosen.kind ? eventKinds[chosen.kind] : "anything",
      removeHref: chosen.kind ? link({ kind: null }) : undefined,
      options: kindsThere.map((kind) => ({ label: eventKinds[kind], href: link({ kind }) })),
    },
    {
      name: "Who",
      value: chosen.who ?? "anyone",
      removeHref: chosen.who ? link({ who: null }) : undefined,
      options: peopleThere.map((who) => ({ label: who, href: link({ who }) })),
    },
    {
      name: "Day",
      value: chosen.day ? formatDay(chosen.day, "en") : "any",
      removeHref: chosen.day ? link({ day: null }) : undefined,
      options: daysThere.map((day) => ({ label: formatDay(day, "en"), href: link({ day }) })),
    },
    {
      name: "Order",
      value: chosen.order === "oldest" ? "oldest first" : "newest first",
      removeHref: chosen.order === "oldest" ? link({ order: "newest" }) : undefined,
      options: [{ label: "oldest first", href: link({ order: "oldest" }) }],
    },
  ];
  return {
    order: chosen.order,
    shown: chosen.order === "oldest" ? shown.toReversed() : shown,
    filters,
    hereHref: link({}),
    clearHref:
      chosen.kind || chosen.who || chosen.day
        ? addressOf(place.path, { ...none, order: chosen.order })
        : undefined,
  };
}

const none = { kind: null, who: null, day: null };

function addressOf(path: string, { order, kind, who, day }: Chosen): string {
  const query = new URLSearchParams({
    ...(order === "oldest" ? { order } : {}),
    ...(kind ? { kind } : {}),
    ...(who ? { who } : {}),
    ...(day ? { day } : {}),
  });
  return query.size > 0 ? `${path}?${query}` : path;
}
