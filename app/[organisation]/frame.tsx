import type { ReactNode } from "react";
import { ColourChoice } from "#components/ui/colour-choice.tsx";
import { Link } from "#components/ui/link.tsx";
import { PersonPage } from "#components/ui/person-page.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { chooseTheme } from "./actions.ts";
import type { Arrival } from "./arrive.ts";

type Place = Pick<Arrival, "slug" | "policy" | "locale" | "path" | "theme" | "heard">;

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
        ...(policy.notices ?? []).map(({ name, url }) => ({ href: url, label: name[locale] })),
        { href: `/${slug}/track`, label: t("footer.follow") },
        { href: `/${slug}/preferences`, label: translator(locale, "preferences")("title") },
      ]}
      footer={
        <>
          <span>{policy.imprint}</span>
          <ColourChoice locale={locale} current={theme} action={chooseTheme} />
        </>
      }
      aside={props.aside}
      notice={<SignalLine here={props.here} />}
    >
      {props.title && <title>{titleOf(props.here, props.title)}</title>}
      {props.children}
    </PersonPage>
  );
}

/** A calm word on every page that the browser's opt-out signal was seen and counts (11 CCR 7025(c)(6)). */
function SignalLine({ here: { slug, policy, locale, heard } }: { here: Place }) {
  if (!heard.since) return null;
  const t = translator(locale, "preferences");
  const day = formatDay(dayIn(heard.since, policy.establishments.default.zone), locale);
  return (
    <aside aria-label="Global Privacy Control" className="mx-auto w-full max-w-248 px-5 print:hidden">
      <p className="mt-5 flex gap-2 text-small text-muted">
        <Shape name="done" className="mt-[0.4em] size-[0.76em] text-ok" />
        <span>
          {t(heard.isForAccount ? "signal.account" : "signal.line", { day })}{" "}
          <Link href={`/${slug}/preferences`}>{t("signal.see")}</Link>
        </span>
      </p>
    </aside>
  );
}

/** The same page in another language: the proxy keeps the choice and leads back to the address as it was. */
function withLanguage(path: string, language: string): string {
  const [before = path, query = ""] = path.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("language", language);
  return `${before}?${parameters}`;
}
