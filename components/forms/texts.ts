import { ui as german } from "#lib/locales/de/ui.ts";
import { ui as english } from "#lib/locales/en/ui.ts";
import type { Locale } from "#lib/locales/index.ts";

const texts = { en: english.form, de: german.form } satisfies Record<Locale, typeof english.form>;

export type FormTexts = typeof english.form;

/** The few words forms need in the browser, without the machinery that the server's catalogues bring along. */
export function formTexts(locale: Locale): FormTexts {
  return texts[locale];
}

/** Puts values into a text with `{name}` places. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
