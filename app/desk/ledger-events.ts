import type { HistoryLine } from "#lib/cases/queries/history.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";

/** Lines of a history as the ledger draws them: days as headings, times to the millisecond in the given zone. */
export function ledgerEvents(lines: readonly HistoryLine[], zone: string) {
  return lines.map((line) => {
    const time = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    }).format(line.at);
    return {
      number: line.number,
      day: formatDay(dayIn(line.at, zone), "en", "weekday"),
      time,
      fraction: `.${String(line.at.getMilliseconds()).padStart(3, "0")}`,
      instant: line.at.toISOString(),
      who: line.who,
      role: line.role,
      what: line.sentence,
      before: words(line.before),
      after: words(line.after),
      reason: words(line.reason),
      hash: Buffer.from(line.event.mac)
        .toString("hex")
        .slice(0, 8)
        .replace(/(.{4})/, "$1 "),
    };
  });
}

const words = (code: string | null) => code?.replaceAll("-", " ") ?? "";
