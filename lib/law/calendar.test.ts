import { afterEach, describe, expect, it } from "vitest";
import { addDays, addMonths, addWorkingDays, closedOn, dayIn, dayNumber, rollForward } from "./calendar.ts";
import { calendarName, dayOffWord, holidaysOf, isCalendar } from "./holidays.ts";

const isClosed = (day: string, id: string) => closedOn(day, [id]) !== null;

describe("the receipt day", () => {
  it.each([
    ["the local date, not UTC's", "2026-06-30T22:30:00Z", "Europe/Berlin", "2026-07-01"],
    ["the last minute of a day", "2026-08-01T23:59:59+01:00", "Europe/London", "2026-08-01"],
    ["midnight belongs to the new day", "2026-08-02T00:00:00+01:00", "Europe/London", "2026-08-02"],
    ["a day behind UTC", "2027-01-01T07:59:00Z", "America/Los_Angeles", "2026-12-31"],
    ["a day ahead of UTC", "2026-12-31T11:00:00Z", "Pacific/Auckland", "2027-01-01"],
    ["in the hour that is skipped in spring", "2026-03-29T01:30:00Z", "Europe/Berlin", "2026-03-29"],
    ["in the hour that comes twice in autumn", "2026-10-25T00:30:00Z", "Europe/London", "2026-10-25"],
    ["a zone that skipped a whole day", "2011-12-30T11:00:00Z", "Pacific/Apia", "2011-12-31"],
    ["a date is a day already", "2026-08-01", "America/Denver", "2026-08-01"],
    ["a local time keeps its date", "2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29"],
    ["a leap second", "2016-12-31T23:59:60Z", "UTC", "2016-12-31"],
    ["short offset", "2026-11-02T10:00-08", "America/Los_Angeles", "2026-11-02"],
  ])("%s", (_name, at, zone, day) => {
    expect(dayIn(at, zone)).toBe(day);
    if (at.endsWith("Z") && !at.includes(":60")) expect(dayIn(new Date(at), zone)).toBe(day);
  });

  it.each([
    ["2026-11-02T10:00:00Z", "Europe/Atlantis"],
    ["2026-11-02", "Mars"],
    ["yesterday", "UTC"],
    ["2026-02-30", "UTC"],
    ["2026-13-01T10:00:00Z", "UTC"],
    ["", "UTC"],
  ])("refuses %s in %s", (at, zone) => {
    expect(() => dayIn(at, zone)).toThrow(/no time zone called|is not a time/);
  });
  it("refuses a Date that is none", () => {
    expect(() => dayIn(new Date("never"), "UTC")).toThrow(/is not a time/);
  });
});

describe("arithmetic of days", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28", true],
    ["2028-01-31", 1, "2028-02-29", true],
    ["2028-02-29", 1, "2028-03-29", false],
    ["2028-02-29", 12, "2029-02-28", true],
    ["2026-08-31", 1, "2026-09-30", true],
    ["2026-08-31", 3, "2026-11-30", true],
    ["2026-11-30", 3, "2027-02-28", true],
    ["2026-12-15", 1, "2027-01-15", false],
  ])("%s and %i months is %s", (day, n, on, clamped) => {
    expect(addMonths(day, n)).toEqual({ on, clamped });
  });

  it("adds days across month, year, leap day and clock change", () => {
    expect(addDays("2026-11-21", 45)).toBe("2027-01-05");
    expect(addDays("2028-01-15", 45)).toBe("2028-02-29");
    expect(addDays("2026-10-20", 45)).toBe("2026-12-04");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(dayNumber("1969-12-31")).toBe(-1);
  });
});

describe("holidays", () => {
  /** Bank holidays as proclaimed for England and Wales, days in lieu included. */
  const england = [
    ..."2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28".split(" "),
    ..."2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28".split(" "),
    ..."2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26".split(" "),
  ];
  it("knows England's, no more and no fewer, on every weekday of three years", () => {
    const found: string[] = [];
    for (let day = "2026-01-01"; day < "2029-01-01"; day = addDays(day, 1)) {
      if (closedOn(day, ["GB-ENG"])?.why === "holiday" && ![0, 6].includes(new Date(day).getUTCDay())) {
        found.push(day);
      }
    }
    expect(found).toEqual(england);
  });

  it.each([
    // id, day, closed?
    ["GB-SCT", "2026-01-02", true],
    ["GB-SCT", "2026-04-06", false], // Easter Monday is none in Scotland
    ["GB-SCT", "2026-06-15", true], // proclaimed once
    ["GB-SCT", "2027-06-15", false],
    ["GB-SCT", "2026-08-03", true],
    ["GB-SCT", "2026-08-31", false],
    ["GB-SCT", "2026-11-30", true],
    ["GB-SCT", "2024-12-02", true], // St Andrew's Day in lieu
    ["GB-SCT", "2027-01-04", true], // 2 January in lieu
    ["GB-SCT", "2028-01-04", true], // two days in lieu in a row
    ["GB-ENG", "2026-11-30", false],
    ["GB-ENG", "2022-09-19", true], // state funeral
    ["GB-ENG", "2023-05-08", true], // coronation
    ["GB-NIR", "2026-03-17", true],
    ["GB-NIR", "2026-07-13", true],
    ["GB-NIR", "2026-07-14", false],
    ["IE", "2026-02-02", true], // St Brigid's
    ["IE", "2026-04-03", false], // Good Friday is no public holiday
    ["IE", "2026-12-28", false],
    ["DE", "2026-11-01", true], // a Sunday, and no holiday nationwide
    ["DE", "2026-12-24", false],
    ["DE-BE", "2027-03-08", true],
    ["DE-BY", "2027-03-08", false],
    ["DE-BY", "2027-01-06", true],
    ["DE-BE", "2025-05-08", true], // once
    ["FR", "2026-05-08", true],
    ["AT", "2026-05-14", true],
    ["IT", "2026-12-08", true],
    ["ES", "2026-08-15", true],
    ["RO", "2026-01-02", true], // second day of one holiday
    ["BG", "2027-05-04", true], // in lieu, after Easter Monday
    ["BG", "2027-12-28", true],
    ["CY", "2026-02-23", true],
    ["CY", "2026-02-24", false],
    ["FI", "2026-12-24", true],
    ["IS", "2030-04-25", true],
    ["IS", "2030-04-18", true], // Maundy Thursday
    ["IS", "2026-12-24", false], // half a day
    ["SK", "2026-09-15", false],
    ["SK", "2027-09-15", true],
    ["NL", "2026-04-03", true],
    ["LI", "2026-05-15", false],
    ["US", "2028-11-10", true], // Veterans Day in lieu
    ["US", "2026-07-03", true],
    ["US", "2026-10-12", true],
    ["US-CA", "2026-07-03", false],
    ["US-CA", "2026-06-19", false],
    ["US-CA", "2026-10-12", false],
    ["US-CA", "2026-03-31", true],
    ["US-CA", "2024-04-01", true], // Sunday to Monday
    ["US-CA", "2027-12-24", false],
    ["US-CA", "2028-11-10", true], // the one Saturday that moves to Friday
    ["US-CA", "2026-11-27", true],
  ])("%s %s is a day off: %s", (id, day, closed) => {
    expect(isClosed(day, id)).toBe(closed);
  });

  it("counts a day as a holiday under two calendars only where both agree", () => {
    expect(closedOn("2026-03-31", ["US-CA", "US"])).toBeNull();
    expect(closedOn("2026-10-12", ["US-CA", "US"])).toBeNull();
    expect(closedOn("2026-11-11", ["US-CA", "US"])).toMatchObject({ why: "holiday" });
    expect(closedOn("2026-11-14", ["US-CA", "US"])).toEqual({ on: "2026-11-14", why: "saturday" });
  });

  it("knows only weekends where there is no calendar", () => {
    expect(closedOn("2026-12-25", [])).toBeNull();
    expect(closedOn("2026-12-27", [])).toEqual({ on: "2026-12-27", why: "sunday" });
  });

  it("names them in both languages", () => {
    expect(holidaysOf("GB-ENG", 2026).get("2026-04-03")).toEqual({ en: "Good Friday", de: "Karfreitag" });
    expect(holidaysOf("GB-SCT", 2026).get("2026-06-15")?.en).toBe("the World Cup bank holiday");
    expect(holidaysOf("DE-BE", 2026).get("2026-10-03")?.de).toBe("Tag der Deutschen Einheit");
  });
});

describe("calendars", () => {
  it.each(["IE", "GB-ENG", "GB-SCT", "GB-NIR", "US-CA", "US", "DE-BE", "AT", "FR"])("knows %s", (id) => {
    expect(isCalendar(id)).toBe(true);
    expect(holidaysOf(id, 2026).size).toBeGreaterThan(7);
  });
  it.each(["", "XX", "DE-XX", "GB-", "toString", "IE-D"])("does not know '%s'", (id) => {
    expect(isCalendar(id)).toBe(false);
    expect(() => holidaysOf(id, 2026)).toThrow(/no holiday calendar/);
  });
  it("says what a place and its days off are called", () => {
    expect(calendarName("GB-SCT", "de")).toBe("Schottland");
    expect(calendarName("IE", "en")).toBe("Ireland");
    expect(calendarName("DE-BE", "en")).toBe("Berlin");
    expect(calendarName("US", "en")).toBe("the United States");
    expect([dayOffWord("GB-NIR"), dayOffWord("IE")]).toEqual(["bank", "public"]);
  });
});

describe("working days", () => {
  it("rolls to the next one and says what it passed over", () => {
    const { on, over } = rollForward("2026-04-03", ["GB-ENG"]);
    expect(on).toBe("2026-04-07");
    expect(over.map(({ why }) => why)).toEqual(["holiday", "saturday", "sunday", "holiday"]);
    expect(rollForward("2026-04-07", ["GB-ENG"])).toEqual({ on: "2026-04-07", over: [] });
  });
  it("counts from the day after", () => {
    expect(addWorkingDays("2026-11-21", 10, ["US-CA"]).on).toBe("2026-12-08");
    expect(addWorkingDays("2026-11-20", 1, []).on).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-20", 0, [])).toEqual({ on: "2026-11-20", over: [] });
  });
});

describe("the server's own time zone", () => {
  const before = process.env["TZ"];
  afterEach(() => {
    process.env["TZ"] = before;
  });
  it.each(["Pacific/Kiritimati", "America/Anchorage", "Asia/Kolkata"])("does not matter: %s", (zone) => {
    process.env["TZ"] = zone;
    // Years nobody else asks for, so that nothing comes from memory.
    const year =
      { "Pacific/Kiritimati": 2061, "America/Anchorage": 2062, "Asia/Kolkata": 2063 }[zone] ?? 2064;
    expect(holidaysOf("GB-ENG", year).has(`${year}-12-25`)).toBe(true);
    expect(holidaysOf("US-CA", year).has(`${year}-03-31`)).toBe(true);
    expect(dayIn("2026-06-30T22:30:00Z", "Europe/Berlin")).toBe("2026-07-01");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  });
});
