import { en } from "#lib/locales/en/index.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { lineLabels } from "./schemas.ts";

/** The sentences of every check of the form by the keys its schemas speak in, facts by the organisation's own labels. */
export function intakeMessages({ proof }: Policy, locale: Locale): Record<string, string> {
  const t = translator(locale, "intake");
  const controllers = translator(locale, "controllers");
  const edge = translator(locale, "signin");
  const { missing: _missing, tooLong: _tooLong, ...plain } = en.intake.errors;
  const keys = Object.keys(plain) as (keyof typeof plain)[];
  return {
    ...Object.fromEntries(keys.map((key) => [key, t(`errors.${key}`)])),
    ...Object.fromEntries(
      [proof.locator, ...proof.facts].map(({ id, label }) => [
        `missing:${id}`,
        t("errors.missing", { label: label[locale] }),
      ]),
    ),
    ...Object.fromEntries(
      (Object.keys(lineLabels) as (keyof typeof lineLabels)[]).map((label) => [
        `too-long:${label}`,
        t("errors.tooLong", { label: t(label), max: lineLabels[label] }),
      ]),
    ),
    controller: controllers("errors.controller"),
    otherName: controllers("errors.otherName"),
    unstorable: edge("edge.unstorable"),
    "too-long": edge("edge.tooLong"),
    check: edge("edge.check"),
  };
}
