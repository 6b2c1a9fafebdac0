import { createTranslator } from "use-intl/core";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";

/** Every language a person may read, in the order of the language links. */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** The name of each language in that language. */
export const languageNames = { en: "English", de: "Deutsch" } satisfies Record<Locale, string>;

export type Catalogue = typeof en;
export type Area = keyof Catalogue;

const catalogues: Record<Locale, Catalogue> = { en, de: de as Catalogue };

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/**
 * The sentences of one area in one language: `translator("de", "law")("rule.month", { day })`.
 * ICU message syntax; a missing argument throws, so that no half sentence is ever shown.
 */
export function translator<A extends Area>(locale: Locale, area: A) {
  return createTranslator({
    locale,
    messages: catalogues[locale] as Catalogue,
    namespace: area,
    timeZone: "UTC",
    onError(error) {
      throw error;
    },
  });
}

/** The best language for an `Accept-Language` header (RFC 9110 12.5.4), the default where none fits. */
export function localeFor(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality ? Number(quality) : 1 };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((entry) => entry.language).find(isLocale) ?? defaultLocale;
}
