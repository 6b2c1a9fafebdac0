import { daysLeftText } from "#components/case/days-left.ts";
import { StepLine } from "#components/case/step-line.tsx";
import { WaitingForYou } from "#components/case/waiting-for-you.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FactsPanel, type Fact } from "#components/ui/facts-panel.tsx";
import { CopyableReference, DatedList, Note, RuledLinks } from "#components/ui/text-parts.tsx";
import { listHerAgents } from "#lib/agents/queries/authorities.ts";
import { happenings } from "#lib/bundle/assemble/history.ts";
import { regulators } from "#lib/bundle/assemble/reasons.ts";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { addDays, dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatNumber } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { listMessages } from "#lib/messages/queries.ts";
import { Frame } from "../../frame.tsx";
import { DueDay } from "../../due-day.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { AppealDates } from "./appeal-dates.tsx";
import { ClosePage } from "./close-page.tsx";
import { WhyOf } from "./dates.tsx";
import { disagreeLinks } from "./decisions.tsx";
import { downloadState } from "./download-box.tsx";
import { Messages, type MessagesProps } from "./messages.tsx";
import { SentAnswer } from "./sent-answer.tsx";
import { Lacking } from "./lacking.tsx";
import { OwnChoices } from "./own-choices.tsx";
import { owedClaims, rightsAsked, stateWords, stepsOf } from "./stand.ts";

type Whole = NonNullable<OwnCase["whole"]>;
type Props = MessagesProps & { whole: Whole };

/** Her request, to whoever proved that it is hers: where it is, by when and why, what was said and done, and what she can do. */
export async function Whole(props: Props) {
  const { here, own, whole, home } = props;
  const { locale, slug, ctx } = here;
  const t = translator(locale, "tracker");
  const words = translator(locale, "rights");
  const today = dayIn(ctx.now, own.zone);
  const isOver = own.answeredAt !== null || own.status === "withdrawn" || own.status === "passed-on";
  return (
    <Frame here={here} title={stateWords(own, locale)}>
      <p className="text-small text-muted">
        {t("request")} <CopyableReference>{own.reference}</CopyableReference> ·{" "}
        {rightsAsked(own)
          .map((right) => words(`about.${right}`))
          .join("; ")}
      </p>
      <h1>{stateWords(own, locale)}</h1>
      {own.status !== "withdrawn" && own.status !== "passed-on" && (
        <FactsPanel facts={largeFacts(props, today)} />
      )}
      <StepLine locale={locale} {...stepsOf(own, whole, locale)} />
      <Lacking own={own} locale={locale} />
      <OwnChoices own={own} slug={slug} locale={locale} />
      {!isOver && <Late own={own} locale={locale} today={today} />}
      {await Waiting(props)}
      {await Elsewhere({ locale, own, person: props.person })}
      <SentAnswer here={here} own={own} home={home} download={whole.download} />
      <AppealDates here={here} own={own} home={home} />
      {!isOver && <Dates own={own} locale={locale} today={today} />}
      {await Messages(props)}
      <section aria-labelledby="did">
        <h2 id="did">{t("did.heading")}</h2>
        <DatedList items={didItems(own, whole, ctx.now, locale)} />
      </section>
      <h2 className="print:hidden">{t("more.heading")}</h2>
      <div className="print:hidden">
        <RuledLinks
          links={[
            ...disagreeLinks(own, home, ctx.now, locale),
            { href: `${home}/record`, label: t("more.print") },
            ...((await listHerAgents(props.person)).length > 0
              ? [{ href: `${home}/agents`, label: translator(locale, "permission")("mine.link") }]
              : []),
            ...(isOver && own.status !== "passed-on"
              ? []
              : [{ href: `${home}/withdraw`, label: t("withdraw.link") }]),
          ]}
        />
      </div>
      {own.closedAt && (
        <p className="text-small text-muted">
          {t("more.until", {
            day: formatDay(addDays(dayIn(own.closedAt, own.zone), own.policy.trackerDays), locale),
          })}
        </p>
      )}
      <ClosePage slug={slug} reference={own.reference} locale={locale} />
    </Frame>
  );
}

/** The day that counts now, and what was found, or when it was answered. */
function largeFacts({ here, own, whole }: Props, today: string): [Fact] | [Fact, Fact] {
  const { locale } = here;
  const t = translator(locale, "tracker");
  if (own.answeredAt)
    return [
      { term: t("due.answeredOn"), value: <DueDay day={dayIn(own.answeredAt, own.zone)} locale={locale} /> },
    ];
  const dueOn =
    owedClaims(own)
      .map((claim) => claim.explained.dueOn)
      .toSorted()[0] ?? today;
  const due: Fact = {
    term: t("due.by"),
    value: <DueDay day={dueOn} locale={locale} />,
    below: (
      <>
        {daysLeftText(dueOn, today, locale)} · <a href="#why">{t("due.why")}</a>
      </>
    ),
  };
  if (!whole.found) return [due];
  const { records, done, places } = whole.found;
  return [
    due,
    {
      term: t("due.found"),
      value: t("due.records", { count: records }),
      below: t("due.places", { done: formatNumber(done, locale), places }),
    },
  ];
}

/** Each date that differs, with its reason. */
function Dates({ own, locale, today }: { own: OwnCase; locale: Locale; today: string }) {
  const words = translator(locale, "rights");
  const ui = translator(locale, "ui");
  const owed = owedClaims(own);
  const [first, ...others] = owed;
  if (!first) return null;
  const isOne = others.every((claim) => claim.explained.dueOn === first.explained.dueOn);
  if (isOne) return <WhyOf locale={locale} deadline={first.explained.due} today={today} look="section" />;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{ui("why.question")}</h2>
      {owed.map((claim) => (
        <div key={claim.id} className="mt-6">
          <h3>
            {translator(locale, "tracker")("due.forRight", {
              right: words(`title.${claim.right}`),
              day: formatDay(claim.explained.dueOn, locale),
            })}
          </h3>
          <WhyOf
            locale={locale}
            deadline={claim.explained.due}
            today={today}
            look="panel"
            id={`why-${claim.right}`}
          />
        </div>
      ))}
    </section>
  );
}

/** After the last day nobody has to wait before complaining. */
function Late({ own, locale, today }: { own: OwnCase; locale: Locale; today: string }) {
  const late = owedClaims(own).find((claim) => claim.explained.dueOn < today);
  if (!late) return null;
  return (
    <div className="mt-10">
      <Note shape="late">
        <p>{translator(locale, "tracker")("due.late")}</p>
        <ul className="mt-2">
          {regulators(late, own.residence, locale).map(({ name, url }) => (
            <li key={name}>{url ? <a href={url}>{name}</a> : name}</li>
          ))}
        </ul>
      </Note>
    </div>
  );
}

/** What waits for her: an answer she has not fetched, or a message she has not answered. */
async function Waiting({ here, own, whole, person, home }: Props) {
  const { locale, ctx } = here;
  const t = translator(locale, "tracker");
  if (
    own.answeredAt &&
    whole.download &&
    !whole.download.wasDownloaded &&
    downloadState(whole.download, own, ctx.now) !== "destroyed"
  ) {
    return (
      <WaitingForYou
        locale={locale}
        title={t("waiting.answer.title")}
        actions={
          <ButtonLink look="quiet" href="#answer">
            {t("waiting.answer.go")}
          </ButtonLink>
        }
      >
        <p>{t("waiting.answer.text")}</p>
      </WaitingForYou>
    );
  }
  const last = (await listMessages(person, person.actor.caseId)).at(-1);
  if (last?.direction !== "out" || own.status === "withdrawn") return null;
  return (
    <WaitingForYou
      locale={locale}
      title={t("waiting.message.title", { day: formatDay(dayIn(last.at, own.zone), locale) })}
      actions={
        <ButtonLink look="quiet" href={`${home}#messages`}>
          {t("waiting.message.go")}
        </ButtonLink>
      }
    >
      <p>{t("waiting.message.text")}</p>
    </WaitingForYou>
  );
}

/** What happened, newest first, as her bundle tells it. Days of this year go without it. */
export function didItems(
  own: OwnCase,
  { events }: Whole,
  now: Date,
  locale: Locale,
): { day: string; text: string }[] {
  const thisYear = dayIn(now, own.zone).slice(0, 4);
  return happenings(events, locale)
    .toReversed()
    .map(({ at, sentence }) => {
      const day = dayIn(new Date(at), own.zone);
      return { day: formatDay(day, locale, day.startsWith(thisYear) ? "short" : "long"), text: sentence };
    });
}
