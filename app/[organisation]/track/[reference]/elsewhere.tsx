import { listOwnHandovers } from "#lib/controllers/queries/handovers.ts";
import { handoverSentences } from "#lib/controllers/told.ts";
import { translator } from "#lib/locales/index.ts";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { PersonContext } from "#lib/web/gates.ts";

type Props = { locale: Locale; own: OwnCase; person: PersonContext };

/** What somebody else decides of her request: who, since when they know, and what they told us. */
export async function Elsewhere({ locale, own, person }: Props) {
  const handovers = await listOwnHandovers(person, person.actor.caseId);
  if (handovers.length === 0) return null;
  const t = translator(locale, "controllers");
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t("told.heading")}</h2>
      {handovers.map((one, index) => (
        <div key={index} className="mt-4 border-s-4 border-accent ps-4.5 [&>p+p]:mt-2">
          {handoverSentences(one, locale).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ))}
      {own.claims.length > 0 && <p className="mt-4 text-muted">{t("told.two")}</p>}
    </section>
  );
}
