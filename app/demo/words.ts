/** "Tuesday 24 November 2026", where the demo's company answers most of its people. */
export function longDate(at: Date): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "Europe/London" }).format(at);
  return `${part({ weekday: "long" })} ${part({ dateStyle: "long" })}`;
}
