import { languageNames, locales, translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";

/** Every language in its own words. A full page load, so that the whole page changes its language. */
export function LanguageLinks(props: { locale: Locale; hrefFor: (locale: Locale) => string }) {
  const t = translator(props.locale, "ui");
  return (
    <nav
      aria-label={t("language")}
      className="flex w-full gap-x-4 text-small sm:ms-auto sm:w-auto print:hidden"
    >
      {locales.map((locale) =>
        locale === props.locale ? (
          <b key={locale} lang={locale} aria-current="true" className="py-0.5">
            {languageNames[locale]}
          </b>
        ) : (
          <a key={locale} lang={locale} hrefLang={locale} href={props.hrefFor(locale)} className="py-0.5">
            {languageNames[locale]}
          </a>
        ),
      )}
    </nav>
  );
}
