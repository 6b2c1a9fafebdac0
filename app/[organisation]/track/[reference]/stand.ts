import type { Step } from "#components/case/step-line.tsx";
import { copyClaim } from "#lib/bundle/assemble/letter.ts";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import type { CaseStatus } from "#lib/cases/statuses.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { translator, type Locale } from "#lib/locales/index.ts";

type Whole = NonNullable<OwnCase["whole"]>;

const phases = {
  received: "checking",
  collecting: "collecting",
  reviewing: "reviewing",
  preparing: "finishing",
  "awaiting-approval": "finishing",
  approved: "finishing",
  answered: "answered",
  appealed: "appealed",
  withdrawn: "withdrawn",
  "passed-on": "passed",
  frozen: "frozen",
} as const satisfies Record<CaseStatus, string>;

/** Where a request is, in one line; for who proved that it is hers. */
export function stateWords({ status, collects, isOnPaper }: OwnCase, locale: Locale): string {
  const phase = phases[status];
  if (phase === "answered" && isOnPaper) return translator(locale, "tracker")("state.posted");
  const isGathering = phase === "collecting" || phase === "reviewing";
  return translator(locale, "tracker")(`state.${isGathering && !collects ? "working" : phase}`);
}

/** The rights she asked for, whoever decides about them. */
export function rightsAsked({ claims, passedOn }: Pick<OwnCase, "claims" | "passedOn">): RightId[] {
  return [...new Set([...claims, ...passedOn].map(({ right }) => right))];
}

/** The claims that are still to be answered: while a case is open again, those that an appeal opened. */
export function owedClaims({ claims, earlier, standing }: OwnCase): OwnCase["claims"] {
  return earlier ? claims.filter(({ id }) => !standing.includes(id)) : claims;
}

/**
 * The steps of her request with the days on which they were done, and which one it is at. All done: past the last. Of a
 * request that was taken back, only what happened.
 */
export function stepsOf(
  own: OwnCase,
  { identityConfirmed, events }: Whole,
  locale: Locale,
): { steps: Step[]; current: number } {
  const t = translator(locale, "cases");
  const { status } = own;
  const dayOf = (...types: string[]) => {
    const event = events.findLast((one) => types.includes(one.type));
    return event ? { when: formatDay(dayIn(event.at, own.zone), locale, "short") } : {};
  };
  const isGranted = own.claims.some((claim) => claim.decision && claim.decision.outcome !== "refused");
  const last = own.collects && (own.answeredAt === null || isGranted) ? t("step.ready") : t("step.decision");
  const names: Step[] = [
    { name: t("step.received"), ...dayOf("case.open") },
    ...(own.needsProof ? [{ name: t("step.checking"), ...dayOf("confirm-identity") }] : []),
    {
      name: t(own.collects ? "step.collecting" : "step.working"),
      ...dayOf(own.collects ? "finish-collecting" : "finish-task"),
    },
    { name: t("step.reviewing"), ...(own.answeredAt || status === "withdrawn" ? dayOf("ask-approval") : {}) },
    { name: last, ...dayOf("send") },
  ];
  if (status === "withdrawn") {
    // What was not done by then never will be.
    const done = names.filter((step) => step.when !== undefined);
    return allDone([...done, { name: t("step.withdrawn"), ...dayOf("withdraw") }]);
  }
  if (status === "passed-on") return passedSteps(locale, dayOf);
  const current = currentStep(status, identityConfirmed) - (own.needsProof ? 0 : 1);
  return {
    current,
    steps: names.map(({ name, ...done }, index) => ({ name, ...(index < current ? done : {}) })),
  };
}

/** All of it is somebody else's to decide. */
function passedSteps(locale: Locale, dayOf: (...types: string[]) => { when?: string }) {
  const t = translator(locale, "cases");
  return allDone([
    { name: t("step.received"), ...dayOf("case.open") },
    { name: t("step.passed"), ...dayOf("pass-on") },
  ]);
}

const allDone = (steps: Step[]) => ({ steps, current: steps.length });

function currentStep(
  status: Exclude<CaseStatus, "withdrawn" | "passed-on">,
  identityConfirmed: boolean,
): number {
  switch (status) {
    case "frozen":
    case "received":
      return identityConfirmed ? 2 : 1;
    case "collecting":
      return 2;
    case "reviewing":
    case "preparing":
    case "awaiting-approval":
    case "approved":
      return 3;
    case "answered":
    case "appealed":
      return 5;
  }
}

/** What the archive of her answer has in it: data, only which kinds there are, that nothing was found, or a letter alone. */
export function archiveHolds({ claims, whole }: OwnCase): "data" | "kinds" | "nothing" | "letter" {
  const copy = copyClaim(claims);
  if (!copy) return "letter";
  if (whole?.found?.records === 0) return "nothing";
  return copy.scope === "categories" ? "kinds" : "data";
}

/** The three steps that everybody may know of, and which one it is at. */
export function shortSteps(status: CaseStatus, locale: Locale): { steps: Step[]; current: number } {
  const t = translator(locale, "cases");
  if (status === "withdrawn") return allDone([{ name: t("step.received") }, { name: t("step.withdrawn") }]);
  if (status === "passed-on") return passedSteps(locale, () => ({}));
  const isAnswered = status === "answered" || status === "appealed";
  return {
    steps: [{ name: t("step.received") }, { name: t("step.worked") }, { name: t("step.answered") }],
    current: isAnswered ? 3 : 1,
  };
}
