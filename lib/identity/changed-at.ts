import type { Json } from "#lib/engine/datasets/values.ts";
import { isDay } from "./normalise.ts";

/** Civil day, and where the store says so time and zone, as ISO 8601 and RFC 3339 write them (a space for the T, too). */
const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Counts of seconds and of milliseconds since 1970 that lie between 2001 and 2286; others could mean anything. */
const [secondsFrom, secondsTo] = [1_000_000_000, 10_000_000_000];

/**
 * When the contact on file last changed, by what the store holds about it: the latest of its values. Null where it holds
 * nothing, so nothing says that it ever changed. A value that cannot be read counts as changed just now: a code must not go
 * out by itself to an address of which nobody knows how long it has stood.
 */
export function readChangedAt(values: readonly Json[], now: Date): Date | null {
  const held = values.filter(
    (value) => value !== null && !(typeof value === "string" && value.trim() === ""),
  );
  const times = held.map((value) => (timeOf(value) ?? now).getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

function timeOf(value: Json): Date | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value).trim();
  return /^\d+(\.\d+)?$/.test(text) ? fromEpoch(Number(text)) : fromText(text);
}

function fromEpoch(count: number): Date | null {
  if (count >= secondsFrom && count < secondsTo) return new Date(count * 1_000);
  return count >= secondsFrom * 1_000 && count < secondsTo * 1_000 ? new Date(count) : null;
}

/** Only the one order of day and month that leaves no doubt; without a zone, as UTC. */
function fromText(text: string): Date | null {
  const [, day, time = "00:00", zone = "Z"] = iso.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return null;
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const instant = new Date(`${day}T${time}${offset.toUpperCase()}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
