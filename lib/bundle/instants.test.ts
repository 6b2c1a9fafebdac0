import { describe, expect, it } from "vitest";
import { dayIn, instantOf, isDay, isoInstant } from "./instants.ts";

describe("isoInstant", () => {
  it.each([
    ["2025-03-02T16:20:00Z", "2025-03-02T16:20:00Z"],
    ["2025-03-02 16:20:00+00", "2025-03-02T16:20:00Z"],
    ["2025-03-02 16:20:00.123456+01", "2025-03-02T16:20:00.123456+01:00"],
    ["2025-03-02 16:20+0530", "2025-03-02T16:20:00+05:30"],
    ["2025-03-02T16:20:00-08:00", "2025-03-02T16:20:00-08:00"],
    ["2025-03-02 16:20:00 UTC", "2025-03-02T16:20:00Z"],
    // No zone: nothing is invented.
    ["2025-03-02 16:20:00", "2025-03-02 16:20:00"],
    ["2025-13-02 16:20:00Z", "2025-13-02 16:20:00Z"],
    ["0000-00-00 00:00:00Z", "0000-00-00 00:00:00Z"],
    ["yesterday", "yesterday"],
    ["", ""],
  ])("%j becomes %j", (text, iso) => {
    expect(isoInstant(text)).toBe(iso);
  });
});

it("knows an instant from a text that only looks like one", () => {
  expect(instantOf("2025-03-02T16:20:00+01:00")).toBe(Date.UTC(2025, 2, 2, 15, 20));
  expect(instantOf("2025-03-02T16:20:00")).toBeNull();
  expect(instantOf("2025-03-02")).toBeNull();
  expect(instantOf("2025-99-02T16:20:00Z")).toBeNull();
});

it.each([
  ["2024-02-29", true],
  ["2025-02-29", false],
  ["2025-2-9", false],
  ["0001-01-01", true],
  ["2025-02-29T00:00:00Z", false],
])("%j is a day: %j", (text, answer) => {
  expect(isDay(text)).toBe(answer);
});

it.each([
  ["Europe/London", "2026-11-24T23:30:00Z", "2026-11-24"],
  ["Europe/Berlin", "2026-11-24T23:30:00Z", "2026-11-25"],
  ["America/Los_Angeles", "2026-01-01T07:59:59Z", "2025-12-31"],
  ["Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"],
])("in %s it is at %s the day %s", (zone, at, day) => {
  expect(dayIn(zone, Date.parse(at))).toBe(day);
});
