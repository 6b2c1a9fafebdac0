import { DatedList } from "#components/ui/text-parts.tsx";
import type { OwnCase, Telling } from "#lib/cases/queries/tracker.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { ChoiceList } from "../../choice-list.tsx";

/** What counts since her request came, how she takes it back, and who else is told. */
export function OwnChoices({ own, slug, locale }: { own: OwnCase; slug: string; locale: Locale }) {
  if (own.choices.length === 0) return null;
  const t = translator(locale, "preferences");
  return (
    <section aria-labelledby="choices">
      <h2 id="choices">{t("counts.heldHeading")}</h2>
      <ChoiceList
        choices={own.choices}
        policy={own.policy}
        locale={locale}
        zone={own.zone}
        undoHref={(name) => `/${slug}/preferences/undo?choice=${name}&request=${own.reference}`}
      />
      {own.tellings.length > 0 && (
        <>
          <h3 className="mt-7 mb-2">{t("told.heading")}</h3>
          <DatedList
            items={own.tellings.map((one) => ({ day: one.name, text: tellingWords(one, own.scope, locale) }))}
          />
        </>
      )}
    </section>
  );
}

function tellingWords({ toldOn, answer }: Telling, scope: OwnCase["scope"], locale: Locale): string {
  const t = translator(locale, "preferences");
  if (answer === "taken-back") return t("told.takenBack");
  if (toldOn === null) return t("told.notYet");
  const day = formatDay(toldOn, locale);
  if (scope !== "full") return t("told.only", { day });
  return t(answer === "done" ? "told.done" : answer === "nothing-held" ? "told.none" : "told.told", { day });
}
