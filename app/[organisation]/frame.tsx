import type { ReactNode } from "react";
import { ColourChoice } from "#components/ui/colour-choice.tsx";
import { PersonPage } from "#components/ui/person-page.tsx";
import { translator } from "#lib/locales/index.ts";
import { chooseTheme } from "./actions.ts";
import type { Arrival } from "./arrive.ts";

type Place = Pick<Arrival, "slug" | "policy" | "locale" | "path" | "theme">;

/** A page's whole title, which ends with the service's name. */
export function titleOf({ policy, locale }: Pick<Place, "policy" | "locale">, page: string): string {
  return translator(locale, "ui")("title", { page, organisation: policy.name });
}

/** A page of the person's side. `title` is left out where a form on the page draws it, so that it can say "Error". */
export function Frame(props: {
  here: Place;
  title?: string;
  backHref?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { slug, policy, locale, path, theme } = props.here;
  const { email, telephone, hours } = policy.contact;
  const t = translator(locale, "intake");
  return (
    <PersonPage
      locale={locale}
      organisation={{ name: policy.name, href: `/${slug}` }}
      contact={{
        email,
        ...(telephone ? { phone: telephone } : {}),
        ...(hours ? { hours: hours[locale] } : {}),
      }}
      languageHref={(language) => withLanguage(path, language)}
      {...(props.backHref ? { backHref: props.backHref } : {})}
      footerLinks={[
        ...(policy.privacyNotice ? [{ href: policy.privacyNotice, label: t("footer.notice") }] : []),
        { href: `/${slug}/track`, label: t("footer.follow") },
      ]}
      footer={
        <>
          <span>{policy.imprint}</span>
          <ColourChoice locale={locale} current={theme} action={chooseTheme} />
        </>
      }
      aside={props.aside}
    >
      {props.title && <title>{titleOf(props.here, props.title)}</title>}
      {props.children}
    </PersonPage>
  );
}

/** The same page in another language: the proxy keeps the choice and leads back to the address as it was. */
function withLanguage(path: string, language: string): string {
  const [before = path, query = ""] = path.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("language", language);
  return `${before}?${parameters}`;
}
