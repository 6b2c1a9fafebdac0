/**
 * The installation's clock. Everything a person sees, every deadline and every event's `at` comes from `now()`;
 * leases, codes and limits use the database's own time instead, so that moving this clock cannot open or lock anything.
 */
let offsetMs = 0;

/** The present instant, moved by the installation-wide offset that only the demo sets. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Demo and tests only: how far this process's clock runs ahead (milliseconds, may be negative). */
export function setClockOffset(milliseconds: number): void {
  offsetMs = milliseconds;
}
