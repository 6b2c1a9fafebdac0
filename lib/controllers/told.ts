import { formatDay } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { HandoverAnswer } from "./register.ts";

/** One handover as the person is told of it. Days are civil days. */
export type ToldHandover = {
  controller: string;
  rights: readonly RightId[];
  passedOn: string;
  /** Who had it before, and said that somebody else decides. */
  before: string | null;
  answer: HandoverAnswer | null;
  words: string | null;
  answeredOn: string | null;
  isSilent: boolean;
  isTakenBack: boolean;
};

/** Who decides, since when they know, and what they said: the same sentences in the letter and on her page. */
export function handoverSentences(one: ToldHandover, locale: Locale): string[] {
  const t = translator(locale, "controllers");
  const about = translator(locale, "letters");
  const { controller, before, answer, words, answeredOn } = one;
  const passed = { controller, day: formatDay(one.passedOn, locale) };
  const what = new Intl.ListFormat(locale, { type: "conjunction" }).format(
    one.rights.map((right) => about(`about.${right}`)),
  );
  const told = [
    t("told.who", { controller, what }),
    before === null ? t("told.when", passed) : t("told.onward", { ...passed, before }),
  ];
  if (one.isTakenBack) return [...told, t("told.takenBack", { controller })];
  if (answer === null || answeredOn === null)
    return [...told, t(one.isSilent ? "told.silent" : "told.waiting", { controller })];
  return [
    ...told,
    t(`told.answer.${answer}`, { controller, day: formatDay(answeredOn, locale) }),
    ...(words ? [t("told.says", { words })] : []),
    ...(answer === "answered" || answer === "nothing-held" ? [t("told.disagree", { controller })] : []),
  ];
}
