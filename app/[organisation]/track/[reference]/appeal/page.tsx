import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { FactsPanel } from "#components/ui/facts-panel.tsx";
import { Lead, RuledLinks } from "#components/ui/text-parts.tsx";
import { letterRoute } from "#lib/bundle/assemble/reasons.ts";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { letterBlocksHtml } from "#lib/decisions/letter/html.ts";
import { routeBlocks } from "#lib/decisions/letter/route.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { noticeWords } from "#lib/notices/notice.ts";
import { caps } from "#lib/text.ts";
import { one, type Query } from "../../../arrive.ts";
import { DueDay } from "../../../due-day.tsx";
import { Frame, titleOf } from "../../../frame.tsx";
import { disagree } from "../../actions.ts";
import { AppealLetters } from "../appeal-letters.tsx";
import { appealDeadline } from "../appeal-dates.tsx";
import { WhyOf } from "../dates.tsx";
import { disagreeLinks, lastDayOf, routeKind } from "../decisions.tsx";
import { arriveAtOwn, type Own } from "../own.ts";
import { safely } from "../../../safely.tsx";

type Props = { params: Promise<{ organisation: string; reference: string }>; searchParams: Query };
type Claim = OwnCase["claims"][number];

/** Where she disagrees with one decision, in her words; afterwards the page shows the clock that has begun. */
async function AppealPage({ params, searchParams }: Props) {
  const arrived = await arriveAtOwn(await params, "conversation");
  const { here, own, home } = arrived;
  const right = one((await searchParams)["right"]);
  const claim =
    own.claims.find((one) => one.right === right) ?? (own.claims.length === 1 ? own.claims[0] : undefined);
  const open = claim?.appeals.find((appeal) => appeal.outcome === null);
  if (claim && open) return <Taken {...arrived} claim={claim} appeal={open} />;
  const stands = claim && own.standing.includes(claim.id);
  if (claim && !own.answeredAt && !stands && claim.appeals.length > 0)
    return <OpenAgain {...arrived} claim={claim} />;
  if (claim ? !stands : own.standing.length === 0) return <TooEarly {...arrived} />;
  if (!claim) return <Which {...arrived} />;
  const t = translator(here.locale, "tracker");
  const kind = routeKind(claim, here.ctx.now);
  const { regime, zone } = claim;
  const route = letterRoute(
    { regime, right: claim.right },
    own.residence,
    dayIn(here.ctx.now, zone),
    own.policy.appealDays,
    lastDayOf(own),
    here.locale,
  );
  return (
    <Frame here={here} backHref={home}>
      <Form action={disagree} locale={here.locale} title={titleOf(here, t(`appeal.title.${kind}`))}>
        <h1>{t(`appeal.title.${kind}`)}</h1>
        <Lead>{t("appeal.about", { right: translator(here.locale, "rights")(`title.${claim.right}`) })}</Lead>
        {claim.decision && (
          <p className="mt-3">
            {t("appeal.we")} {t(`appeal.outcome.${claim.decision.outcome}`)}.
          </p>
        )}
        {/* The same sentences as in the letter, written by its own escaping template. */}
        <div
          className="mt-5 [&>*+*]:mt-3"
          dangerouslySetInnerHTML={{
            __html: letterBlocksHtml(routeBlocks(route, here.locale), 2).toString(),
          }}
        />
        <p className="mt-3 text-muted">{t("appeal.late")}</p>
        <input type="hidden" name="organisation" value={here.slug} />
        <input type="hidden" name="reference" value={own.reference} />
        <input type="hidden" name="right" value={claim.right} />
        <div className="mt-9">
          <TextArea
            name="grounds"
            label={t("appeal.label")}
            hint={t("appeal.hint")}
            rows={7}
            max={caps.letter}
          />
        </div>
        <Actions>
          <SubmitButton>{t(`appeal.send.${kind}`)}</SubmitButton>
        </Actions>
      </Form>
      <AppealLetters own={own} right={claim.right} />
    </Frame>
  );
}

export default safely(AppealPage);

function Taken({ here, own, home, claim, appeal }: Own & { claim: Claim; appeal: Claim["appeals"][number] }) {
  const { locale } = here;
  const t = translator(locale, "tracker");
  const words = translator(locale, "ui");
  const deadline = appealDeadline(claim, appeal, own);
  const isConfirmed = appeal.kind === "complaint" && appeal.acknowledgedAt !== null;
  return (
    <Frame here={here} title={t(`appeal.have.${appeal.kind}`)} backHref={home}>
      <h1>{t(`appeal.have.${appeal.kind}`)}</h1>
      <Lead>{t("appeal.reached", { day: formatDay(dayIn(appeal.receivedAt, claim.zone), locale) })}</Lead>
      {deadline && !isConfirmed ? (
        <>
          <FactsPanel
            facts={[
              { term: t(`appeal.by.${appeal.kind}`), value: <DueDay day={deadline.dueOn} locale={locale} /> },
            ]}
          />
          <WhyOf
            locale={locale}
            deadline={deadline}
            today={dayIn(here.ctx.now, claim.zone)}
            look="section"
            lineWords={{ start: t("appeal.cameIn"), end: words("why.lastDay") }}
          />
        </>
      ) : (
        <p className="mt-5">{t("appeal.noDay")}</p>
      )}
      {appeal.grounds !== "" && (
        <>
          <h2>{t("appeal.wrote")}</h2>
          <blockquote className="border-s-4 border-line ps-4.5 whitespace-pre-line wrap-anywhere">
            <bdi>{appeal.grounds}</bdi>
          </blockquote>
        </>
      )}
      <Actions>
        <ButtonLink href={home}>{t("download.back")}</ButtonLink>
      </Actions>
    </Frame>
  );
}

/** The appeal is decided and another answer on its way: what was decided, and nothing new to disagree with yet. */
function OpenAgain({ here, own, home, claim }: Own & { claim: Claim }) {
  const title = noticeWords(here.locale)("appealAnswered.title");
  return (
    <Frame here={here} title={title} backHref={home}>
      <h1>{title}</h1>
      {own.isOnPaper && <Lead>{noticeWords(here.locale)("appealAnswered.posted")}</Lead>}
      <AppealLetters own={own} right={claim.right} />
      <Actions>
        <ButtonLink href={home}>{translator(here.locale, "tracker")("download.back")}</ButtonLink>
      </Actions>
    </Frame>
  );
}

/** Several decisions, and the address names none of them. */
function Which({ here, own, home }: Own) {
  const t = translator(here.locale, "tracker");
  return (
    <Frame here={here} title={t("appeal.which")} backHref={home}>
      <h1>{t("appeal.which")}</h1>
      <div className="mt-7">
        <RuledLinks links={disagreeLinks(own, home, here.ctx.now, here.locale)} />
      </div>
    </Frame>
  );
}

function TooEarly({ here, home }: Own) {
  const t = translator(here.locale, "tracker");
  return (
    <Frame here={here} title={t("appeal.title.complaint")} backHref={home}>
      <h1>{t("appeal.title.complaint")}</h1>
      <Lead>{t("appeal.notYet")}</Lead>
      <p className="mt-3">{t("appeal.before")}</p>
      <Actions>
        <ButtonLink href={home}>{t("download.back")}</ButtonLink>
      </Actions>
    </Frame>
  );
}
