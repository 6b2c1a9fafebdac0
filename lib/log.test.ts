import { spawnSync } from "node:child_process";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { HabeasError } from "./errors.ts";
import { allowed, describeError } from "./log.ts";

const person = "maya.santos@example.org";

/** Lines as the real logger writes them, from a process of its own. */
function linesOf(code: string): Record<string, unknown>[] {
  const run = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", `import { log } from "${import.meta.dirname}/log.ts"; ${code}`],
    { encoding: "utf8", env: { ...process.env, LOG_LEVEL: "info" } },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("only listed fields are kept, and only values that look like ids, words or numbers", () => {
  expect(
    allowed({
      caseId: "5a1f",
      count: 3,
      email: person,
      route: `/desk?search=${person}`,
      outcome: "nothing held",
    }),
  ).toEqual({ caseId: "5a1f", count: 3, route: "[withheld]", outcome: "[withheld]" });
});

test.each([
  ["a plain error", new Error(`no account for ${person}`)],
  ["one whose message looks like a stack", new Error(`no\n    at ${person} (/home/x.ts:1:1)`)],
  [
    "a query error with parameters",
    new DrizzleQueryError("select $1", [person], new Error(`Key (email)=(${person})`)),
  ],
  ["a chain of causes", new Error(person, { cause: new TypeError(person, { cause: new Error(person) }) })],
  ["no error at all", person],
])("%s loses what it says, and keeps where it happened", (_what, error) => {
  const described = describeError(error);
  expect(JSON.stringify(described)).not.toContain(person);
  if (error instanceof Error) expect(JSON.stringify(described.stack)).toContain("log.test.ts");
});

test("names of code and schema stay, so that the cause can be found", () => {
  const cause = Object.assign(new Error("duplicate"), {
    code: "23505",
    constraint_name: "case_reference_key",
  });
  expect(describeError(new DrizzleQueryError("insert", [person], cause))).toMatchObject({
    cause: { code: "23505", constraint_name: "case_reference_key" },
  });
  expect(describeError(new HabeasError("gone", "This link has ended."))).toMatchObject({
    code: "gone",
    message: "This link has ended.",
  });
});

test.each([
  ["an error", `log.error({ error: new Error("${person}") }, "failed")`],
  ["an error under pino's own name", `log.error({ err: new Error("${person}") }, "failed")`],
  ["a field nobody listed", `log.info({ name: "${person}" }, "hello")`],
  ["a listed field with an unlikely value", `log.info({ requestId: "${person}" }, "hello")`],
])("the written line says nothing personal: %s", (_what, code) => {
  const lines = linesOf(code);
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain(person);
});

test("a line is JSON with level, time, words and the fields allowed", () => {
  expect(linesOf(`log.warn({ jobId: "j1", attempt: 2 }, "job failed")`)).toMatchObject([
    { level: "warn", time: expect.stringMatching(/^\d{4}-.*Z$/), msg: "job failed", jobId: "j1", attempt: 2 },
  ]);
});
