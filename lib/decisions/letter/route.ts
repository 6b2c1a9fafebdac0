import { formatDay } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { LetterBlock, LetterRoute } from "./model.ts";

/**
 * How to have the answer looked at again, how long and from when, and who outside can be asked. The same words
 * stand in letter, bundle, release page and mail, whatever the outcome.
 */
export function routeBlocks(route: LetterRoute, locale: Locale): LetterBlock[] {
  const t = translator(locale, "letters");
  const sentences: string[] = [];
  if (route.kind !== "none") {
    sentences.push(t(`route.${route.kind}`), windowSentence(route, locale));
    if (route.kind === "complaint" && route.acknowledgeDays !== null) {
      sentences.push(t("route.acknowledge", { days: route.acknowledgeDays }));
    }
    if (route.kind === "appeal" && route.decideDays !== null)
      sentences.push(t("route.decide", { days: route.decideDays }));
  }
  const lead = (
    { appeal: "regulatorAfterAppeal", complaint: "regulatorAtOnce", none: "regulatorOnly" } as const
  )[route.kind];
  const blocks: LetterBlock[] = [];
  if (sentences.length > 0) blocks.push({ kind: "paragraph", text: sentences.join(" ") });
  if (route.regulators.length > 0) {
    blocks.push(
      { kind: "paragraph", text: t(`route.${lead}`) },
      { kind: "contacts", items: route.regulators },
    );
  }
  if (route.court) blocks.push({ kind: "paragraph", text: t("route.court") });
  return blocks;
}

/** The one sentence about time: "You have 60 days …". Release page and mail use it too, with `lastOn` filled in. */
export function windowSentence(route: Pick<LetterRoute, "windowDays" | "lastOn">, locale: Locale): string {
  const t = translator(locale, "letters");
  if (route.windowDays === null) return t("route.noWindow");
  return route.lastOn === null
    ? t("route.windowFromSending", { days: route.windowDays })
    : t("route.windowUntil", { days: route.windowDays, day: formatDay(route.lastOn, locale) });
}
