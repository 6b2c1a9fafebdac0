import { expect, test } from "vitest";
import { lastLine, namesOf, readPlaywright, readVitest, single, sum } from "./summary.ts";

const file = (status: string, ...tests: [string, string][]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
});

test.each([
  ["all well", [file("passed", ["one", "passed"], ["two", "passed"])], true, "2 passed, 0 failed, 0 skipped"],
  [
    "one failed",
    [file("failed", ["one", "passed"], ["two", "failed"])],
    false,
    "1 passed, 1 failed, 0 skipped",
  ],
  [
    "skipped and to do",
    [file("passed", ["one", "skipped"], ["two", "todo"], ["three", "pending"])],
    true,
    "0 passed, 0 failed, 3 skipped",
  ],
  ["a file that could not be loaded", [file("failed")], false, "0 passed, 1 failed, 0 skipped"],
  [
    "a failing file beside a good one",
    [file("failed"), file("passed", ["one", "passed"])],
    false,
    "1 passed, 1 failed, 0 skipped",
  ],
  [
    "an error outside every test",
    [file("passed", ["one", "passed"])],
    false,
    "1 passed, 1 failed, 0 skipped",
  ],
])("vitest: %s", (_what, testResults, endedWell, line) => {
  expect(lastLine(readVitest({ testResults }, endedWell))).toBe(line);
});

test("no report at all is a failure", () => {
  expect(lastLine(readVitest(null, false))).toBe("0 passed, 1 failed, 0 skipped");
  expect(lastLine(readPlaywright(null, false))).toBe("0 passed, 1 failed, 0 skipped");
});

const browser = {
  suites: [
    {
      title: "facts.spec.ts",
      specs: [{ title: "asks", tests: [{ status: "expected" }] }],
      suites: [
        {
          title: "without scripts",
          specs: [
            { title: "asks", tests: [{ status: "unexpected" }] },
            { title: "later", tests: [{ status: "skipped" }] },
            { title: "at the second try", tests: [{ status: "flaky" }] },
          ],
        },
      ],
    },
  ],
};

test("playwright: every test at every depth, failures and skips by their whole name", () => {
  expect(readPlaywright(browser, false)).toEqual({
    passed: 2,
    failed: ["facts.spec.ts › without scripts › asks"],
    skipped: ["facts.spec.ts › without scripts › later"],
  });
  expect(namesOf(browser)).toHaveLength(4);
});

test("the last line counts over all runners", () => {
  const total = sum([single("types", true), single("lint", false), readPlaywright(browser, false)]);
  expect(lastLine(total)).toBe("3 passed, 2 failed, 1 skipped");
  expect(total.failed).toEqual(["lint", "facts.spec.ts › without scripts › asks"]);
});
