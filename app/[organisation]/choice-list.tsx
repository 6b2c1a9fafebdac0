import { Link } from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { dayIn } from "#lib/law/calendar.ts";
import { zoneName } from "#lib/law/words.ts";
import { formatDay, formatTime } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { choiceName, choiceWords, type Standing } from "#lib/preferences/choices.ts";

/** What somebody said no to: what holds, since when, and how it is taken back. */
export function ChoiceList(props: {
  choices: readonly Standing[];
  policy: Policy;
  locale: Locale;
  /** Whose clocks say when it began. */
  zone: string;
  /** Where one is taken back, by its name; left out, it is not done from here. */
  undoHref?: (name: string) => string;
}) {
  const { locale, policy, zone } = props;
  const t = translator(locale, "preferences");
  return (
    <ul className="border-t border-line">
      {props.choices.map((choice) => (
        <li
          key={choiceName(choice)}
          className="grid items-baseline gap-x-6 gap-y-0.5 border-b border-line py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <span className="flex gap-2.5 font-strong">
            <Shape
              name={choice.undoneAt ? "refused" : "done"}
              className={`mt-[0.4em] size-[0.76em] ${choice.undoneAt ? "text-muted" : "text-ok"}`}
            />
            {choiceWords(choice, policy, locale)}
          </span>
          {props.undoHref && choice.undoneAt === null && (
            <Link href={props.undoHref(choiceName(choice))} className="text-small sm:text-end print:hidden">
              {t("takeBack")}
              <span className="sr-only">: {choiceWords(choice, policy, locale)}</span>
            </Link>
          )}
          <p className="text-small text-muted sm:col-span-2">
            {choice.undoneAt
              ? t("undone", { day: formatDay(dayIn(choice.undoneAt, zone), locale) })
              : t("since", {
                  day: formatDay(dayIn(choice.since, zone), locale),
                  time: formatTime(choice.since, zone, locale),
                  zone: zoneName(zone, locale),
                })}
          </p>
        </li>
      ))}
    </ul>
  );
}
