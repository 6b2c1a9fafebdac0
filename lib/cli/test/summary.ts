/** What one runner came to. Failures and skips go by name, so that none hides in a number. */
export type Tally = { passed: number; failed: string[]; skipped: string[] };

export const none: Tally = { passed: 0, failed: [], skipped: [] };

/** A check that is one thing, such as the type check. */
export function single(name: string, ok: boolean): Tally {
  return ok ? { ...none, passed: 1 } : { ...none, failed: [name] };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;
}

/**
 * vitest's JSON report. A file that could not be loaded has no tests, and counts as one failure;
 * so does a run that ended badly without naming one (an error outside every test).
 */
export function readVitest(report: unknown, endedWell: boolean): Tally {
  const { testResults } = (report ?? {}) as VitestReport;
  const tally: Tally = { passed: 0, failed: [], skipped: [] };
  for (const file of testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === "passed") tally.passed++;
      else (test.status === "failed" ? tally.failed : tally.skipped).push(`${file.name}: ${test.fullName}`);
    }
    const hasFailed = file.assertionResults.some(({ status }) => status === "failed");
    if (file.status === "failed" && !hasFailed) tally.failed.push(`${file.name}: the file itself`);
  }
  return withEnding(tally, endedWell, "vitest ended badly without naming a test");
}

type VitestReport = {
  testResults?: {
    name: string;
    status: string;
    assertionResults: {
      fullName: string;
      status: "passed" | "failed" | "skipped" | "pending" | "todo" | "disabled";
    }[];
  }[];
};

/** Playwright's JSON report. */
export function readPlaywright(report: unknown, endedWell: boolean): Tally {
  const tally: Tally = { passed: 0, failed: [], skipped: [] };
  for (const { name, status } of specsOf(report)) {
    if (status === "skipped") tally.skipped.push(name);
    else if (status === "unexpected") tally.failed.push(name);
    else tally.passed++;
  }
  return withEnding(tally, endedWell, "playwright ended badly without naming a test");
}

/** The names of all browser tests, from the report of a run that only lists them. */
export function namesOf(report: unknown): string[] {
  return specsOf(report).map(({ name }) => name);
}

type Status = "expected" | "unexpected" | "flaky" | "skipped";
type Suite = { title?: string; specs?: { title: string; tests: { status: Status }[] }[]; suites?: Suite[] };

function specsOf(report: unknown): { name: string; status: Status }[] {
  const inside = (suite: Suite, path: string[]): { name: string; status: Status }[] => {
    const here = suite.title ? [...path, suite.title] : path;
    const own = (suite.specs ?? []).flatMap((spec) =>
      spec.tests.map(({ status }) => ({ name: [...here, spec.title].join(" › "), status })),
    );
    return [...own, ...(suite.suites ?? []).flatMap((inner) => inside(inner, here))];
  };
  return ((report ?? {}) as Suite).suites?.flatMap((suite) => inside(suite, [])) ?? [];
}

function withEnding(tally: Tally, endedWell: boolean, name: string): Tally {
  return endedWell || tally.failed.length ? tally : { ...tally, failed: [name] };
}
