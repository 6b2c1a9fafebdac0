import type { ReactNode } from "react";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";

export type Contact = {
  email: string;
  phone?: string;
  /** When somebody answers the phone. */
  hours?: string;
};

/** Whom to ask, in the same place on every page. */
export function HelpAside(props: { locale: Locale; contact: Contact; children?: ReactNode }) {
  const t = translator(props.locale, "ui");
  const { email, phone, hours } = props.contact;
  return (
    <aside
      aria-labelledby="help"
      className="mt-14 border-t border-line pt-6 text-small lg:mt-0 lg:border-0 lg:pt-1.5 print:mt-6"
    >
      <h2 id="help" className="mt-0 mb-2 text-small font-strong tracking-normal">
        {t("help.heading")}
      </h2>
      <div className="flex flex-col gap-2">
        <p>
          <a href={`mailto:${email}`} className="wrap-anywhere">
            {email}
          </a>
        </p>
        {phone && (
          <p>
            <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="whitespace-nowrap">
              {phone}
            </a>
            {hours && (
              <>
                <br />
                {hours}
              </>
            )}
          </p>
        )}
        <p className="text-muted">{t("help.otherWays")}</p>
      </div>
      {props.children}
    </aside>
  );
}
