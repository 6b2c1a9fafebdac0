import { translator, type Locale } from "#lib/locales/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { Regime } from "./regime.ts";
import type { Deadline, Step } from "./steps.ts";
import { versionOn } from "./versions.ts";
import { keptWords } from "./why.ts";
import { asDate, wordsFor } from "./words.ts";

type Counted = Extract<Step, { rule: "counted" }>;

/** "Why this date?" in whole sentences for the person, where there is no room for a sum: confirmation, mails. */
export function whyParagraph(locale: Locale, deadline: Deadline): string {
  const words = wordsFor(locale, "person", deadline.regime);
  const { t, law, day, period } = words;
  const counted = deadline.why.find((step): step is Counted => step.rule === "counted");
  if (!counted) return "";
  const lastWait = deadline.why.findLast((step) => step.rule === "waited");
  const sentences = deadline.why.flatMap((step): string[] => {
    switch (step.rule) {
      case "not-in-force":
        return [t("person.not-in-force", { law })];
      case "came":
        return [t(`told.came.${step.way}`)];
      case "extended":
        return [t("told.extended", { told: day(step.toldOn), more: period(step.more) })];
      case "skipped":
        return [t("told.skips", { days: words.notCounted(step.days) })];
      case "counted":
        return [
          t(`told.lasts.${step.since}`, { from: day(step.from), on: day(step.on) }),
          ...(step.clamped ? [t("told.clamped")] : []),
        ];
      case "waited":
        return step === lastWait
          ? [t("told.waited", { n: deadline.stoppedDays.usual ?? 0, on: day(deadline.unrolledOn) })]
          : [];
      case "moved":
        return [t("told.moved", { days: words.daysOff(step.over), on: day(step.on) })];
      case "kept":
        return [t("told.kept", keptWords(locale, step))];
      case "every-day-counts":
        return [t("told.every-day-counts", { on: asDate(step.on) })];
      default:
        return [];
    }
  });
  const arrives = t(`told.arrives.${counted.since}`);
  const opening =
    counted.since === "answer"
      ? t("told.window", { period: period(counted.period) })
      : t("told.gives", { law, period: period(counted.period), arrives });
  return [opening, ...sentences].join(" ");
}

/** What could still move the date of a request, in one or two sentences for the person. */
export function mayMove(locale: Locale, regime: Regime, right: RightId, receivedOn: string): string {
  const t = translator(locale, "law");
  const { version } = versionOn(regime, receivedOn);
  if (version.optOut[right]) return t("mayMove.never");
  const questions = Object.values(version.questions).some((rules) => {
    const rule = rules.find((one) => one.rights === "all" || one.rights.includes(right));
    return rule !== undefined && rule.effect !== "none";
  });
  if (questions) return t("mayMove.questions");
  return t(version.extension ? "mayMove.extension" : "mayMove.never");
}
