import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const person = "maya.santos@example.org";

/** What a process writes that runs this, after the console was led into the log. */
function written(code: string): { lines: Record<string, unknown>[]; rest: string } {
  const program = `import { keepConsoleWithinLog } from "${import.meta.dirname}/console.ts";
    keepConsoleWithinLog(); keepConsoleWithinLog(); const person = "${person}"; ${code}`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  const lines = stdout.split("\n").filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>), rest: stderr };
}

test.each([
  [
    "an error with its cause",
    "error",
    `console.error("⨯", new Error(person, { cause: new TypeError(person) }))`,
  ],
  ["a sentence", "error", "console.error(`invalid input syntax: ${person}`)"],
  ["a thing", "warn", "console.warn({ person }, [person])"],
])("%s is told once, as %s, and not what it says", (_what, level, code) => {
  const { lines, rest } = written(code);
  expect(lines).toMatchObject([
    { level, msg: "the framework complains", error: { stack: expect.any(Array) } },
  ]);
  expect(JSON.stringify(lines) + rest).not.toContain(person);
  expect(rest).toBe("");
});

test("the number that is shown with a fault finds its line", () => {
  const { lines } = written(`console.error(Object.assign(new Error(person), { digest: "284153911" }))`);
  expect(lines).toMatchObject([{ code: "284153911", error: { name: "Error" } }]);
});

test("a warning of Node's is told once, by name and code", () => {
  const { lines, rest } = written("process.emitWarning(`about ${person}`, 'DeprecationWarning', 'DEP9999')");
  expect(lines).toMatchObject([
    { level: "warn", msg: "Node warns", error: { name: "DeprecationWarning", code: "DEP9999" } },
  ]);
  expect(JSON.stringify(lines) + rest).not.toContain(person);
});

test("what is no complaint stays as it is", () => {
  expect(written("process.stderr.write('x'); console.debug").rest).toBe("x");
});
