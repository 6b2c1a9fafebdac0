/** "Tuesday 24 November 2026", where the demo's company answers most of its people. */
export function longDate(at: Date): string {
  const parts = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "Europe/London" } as const;
  return new Intl.DateTimeFormat("en-GB", parts).format(at);
}
