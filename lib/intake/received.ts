import { Temporal } from "temporal-polyfill";

/** The instant at which the clocks of a zone showed this day and time. In the hour that comes twice: the first. */
export function instantAt(day: string, time: string, zone: string): Date {
  const [hour = "0", minute = "0"] = time.split(":");
  const plain = Temporal.PlainDate.from(day).toPlainDateTime({ hour: Number(hour), minute: Number(minute) });
  return new Date(plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
}
