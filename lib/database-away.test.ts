import { expect, test } from "vitest";
import { isDatabaseAway } from "./database-away.ts";

const error = (more: object, cause?: unknown) => Object.assign(new Error("no", { cause }), more);

test.each([
  [
    "a refused connection, as drizzle tells it",
    error({ query: "select 1" }, error({ code: "ECONNREFUSED" })),
    true,
  ],
  ["a refused connection, as the client tells it", error({ code: "ECONNREFUSED", query: "begin" }), true],
  ["a server that is starting", error({ query: "select 1" }, error({ code: "57P03" })), true],
  ["a connection that was lost", error({ code: "CONNECTION_CLOSED" }), true],
  ["another server that refuses", error({}, error({ code: "ECONNREFUSED" })), false],
  ["a query that is wrong", error({ query: "select 1" }, error({ code: "42P01" })), false],
  ["a query that took too long", error({ query: "select 1" }, error({ code: "57014" })), false],
  ["any other fault", new TypeError("x is not a function"), false],
  ["what is no error", "ECONNREFUSED", false],
])("%s", (_what, thrown, isAway) => expect(isDatabaseAway(thrown)).toBe(isAway));
