import type { ReactNode } from "react";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { BackLink } from "./back-link.tsx";
import { HelpAside } from "./help-aside.tsx";
import type { Contact } from "./help-aside.tsx";
import { LanguageLinks } from "./language-links.tsx";
import { Letterhead } from "./letterhead.tsx";
import { PageFooter } from "./page-footer.tsx";

/** A page of the person's side: letterhead, one column to read, Help in the margin, footer. */
export function PersonPage(props: {
  locale: Locale;
  organisation: { name: string; href: string; place?: string };
  contact: Contact;
  /** Where each language link leads; left out, there are none. */
  languageHref?: (locale: Locale) => string;
  backHref?: string;
  footerLinks?: { href: string; label: string }[];
  /** More in the footer, such as the choice of colours. */
  footer?: ReactNode;
  /** More under Help. */
  aside?: ReactNode;
  /** A line above the page itself, the same on every page. */
  notice?: ReactNode;
  children: ReactNode;
}) {
  const { locale, organisation } = props;
  const t = translator(locale, "ui");
  return (
    <div data-room="person" lang={locale} className="flex min-h-dvh flex-col">
      <Letterhead organisation={organisation.name} href={organisation.href} what={t("service")}>
        {props.languageHref && <LanguageLinks locale={locale} hrefFor={props.languageHref} />}
      </Letterhead>
      {props.notice}
      {props.backHref && <BackLink href={props.backHref} locale={locale} />}
      <div className="mx-auto grid w-full max-w-248 grow grid-cols-[minmax(0,1fr)] content-start gap-x-20 px-5 pt-7 pb-12 lg:grid-cols-[minmax(0,38rem)_minmax(0,15rem)] lg:justify-between lg:pb-24 print:block print:max-w-none print:px-0">
        <main id="main" tabIndex={-1} className="max-w-152 outline-none">
          {props.children}
        </main>
        <HelpAside locale={locale} contact={props.contact}>
          {props.aside}
        </HelpAside>
      </div>
      <PageFooter links={props.footerLinks ?? []}>
        {organisation.place && <span>{`${organisation.name}, ${organisation.place}`}</span>}
        {props.footer}
      </PageFooter>
    </div>
  );
}
