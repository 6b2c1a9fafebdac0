const shape = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)$/i;

/**
 * An instant as stores write it ("2025-03-02 16:20:00.5+01") in the one form of ISO 8601 that RFC 3339 allows, with
 * every digit kept. A text that is no instant, or has no zone, comes back as it is: we invent nothing.
 */
export function isoInstant(text: string): string {
  const [, day, minutes, seconds, zone = ""] = shape.exec(text) ?? [];
  if (day === undefined || minutes === undefined) return text;
  const offset = /^(Z|UTC|[+-]00:?(00)?)$/i.test(zone)
    ? "Z"
    : `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}`;
  const iso = `${day}T${minutes}${seconds ?? ":00"}${offset}`;
  return Number.isNaN(Date.parse(iso)) ? text : iso;
}

/** The instant of an ISO text with zone in milliseconds, null for anything else. */
export function instantOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** Whether a text is a day of the calendar: `2025-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The civil day (`2025-03-02`) on the calendars of `zone` at an instant given in milliseconds. */
export function dayIn(zone: string, milliseconds: number): string {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    clocks.set(zone, clock);
  }
  const [day, month, year] = clock.format(milliseconds).split("/");
  return `${year?.padStart(4, "0")}-${month}-${day}`;
}
