import type { ReactNode } from "react";
import { LanguageLinks } from "#components/ui/language-links.tsx";
import { Letterhead } from "#components/ui/letterhead.tsx";
import { PageFooter } from "#components/ui/page-footer.tsx";
import { translator, type Locale } from "#lib/locales/index.ts";

/** Around the pages of signing in and out, which belong to no organisation. */
export function SignInFrame({
  locale,
  path,
  children,
}: {
  locale: Locale;
  path: string;
  children: ReactNode;
}) {
  return (
    <div data-room="person" className="flex min-h-dvh flex-col">
      <Letterhead organisation="Habeas" what={translator(locale, "signin")("frame.what")}>
        <LanguageLinks locale={locale} hrefFor={(language) => `${path}?language=${language}`} />
      </Letterhead>
      <div className="mx-auto w-full max-w-248 grow px-5 pt-7 pb-12 lg:pb-24">
        <main id="main" tabIndex={-1} className="max-w-152 outline-none">
          {children}
        </main>
      </div>
      <PageFooter links={[{ href: "/", label: translator(locale, "signin")("frame.ask") }]} />
    </div>
  );
}
