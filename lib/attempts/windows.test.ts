import { expect, test } from "vitest";
import { secondsUntilAllowed, type Window } from "./windows.ts";

const now = new Date("2026-11-24T12:00:00Z");
const ago = (seconds: number, tries = 1) => ({ at: new Date(now.getTime() - seconds * 1000), tries });
const three = { limit: 3, windowSeconds: 3600 };

test.each<[string, Window[], ReturnType<typeof ago>[], number]>([
  ["nothing tried yet", [three], [], 0],
  ["room is left", [three], [ago(10), ago(20)], 0],
  ["full: the oldest of the three must leave", [three], [ago(10), ago(20), ago(3000)], 600],
  ["the order given does not matter", [three], [ago(3000), ago(10), ago(20)], 600],
  ["what left the window no longer counts", [three], [ago(10), ago(20), ago(3600)], 0],
  ["several in one instant count each", [three], [ago(10, 2), ago(30, 2)], 3570],
  ["more than the limit, of which enough must leave", [three], [ago(1), ago(2), ago(600), ago(3000)], 3000],
  [
    "a part of a second is rounded up",
    [three],
    [ago(10, 3.0), { at: new Date(now.getTime() - 500), tries: 3 }],
    3600,
  ],
  ["a limit of none never opens", [{ limit: 0, windowSeconds: 60 }], [ago(10)], 50],
  [
    "the strictest of several rules decides",
    [{ limit: 1, windowSeconds: 60 }, three],
    [ago(30), ago(40), ago(50)],
    3550,
  ],
  [
    "a long rule holds when the short one has room",
    [{ limit: 5, windowSeconds: 60 }, three],
    [ago(100), ago(200), ago(300)],
    3300,
  ],
])("%s", (_what, windows, made, seconds) => {
  expect(secondsUntilAllowed(windows, made, now)).toBe(seconds);
});
