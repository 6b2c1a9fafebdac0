import { WhyThisDate } from "#components/case/why-this-date.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { FactsPanel, type Fact } from "#components/ui/facts-panel.tsx";
import { CopyableReference, DatedList, Lead, NumberedList } from "#components/ui/text-parts.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { unscopedSentCase, type SentView } from "#lib/cases/queries/tracker.ts";
import { unscopedCountUploads } from "#lib/files/queries.ts";
import { findDraft } from "#lib/intake/queries.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { mayMove, whyParagraph } from "#lib/law/paragraph.ts";
import { zoneName } from "#lib/law/words.ts";
import { formatDay, formatTime } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { readDraftToken } from "#lib/web/person-session.ts";
import { rightsAsked } from "../../track/[reference]/stand.ts";
import { arrive, type Arrival } from "../../arrive.ts";
import { ChoiceList } from "../../choice-list.tsx";
import { DueDay } from "../../due-day.tsx";
import { Frame } from "../../frame.tsx";
import { masked, spelled } from "../../spelled.ts";
import { MakeAnother } from "../already-sent.tsx";
import { safely } from "../../safely.tsx";

/** The request has arrived: reference, the day to answer by and why, what happens next. It can be opened again. */
async function SentPage({ params }: { params: Promise<{ organisation: string }> }) {
  const here = await arrive((await params).organisation);
  const draft = await findDraft(here.ctx, await readDraftToken(here.slug));
  const sent = draft?.sentCaseId ? await unscopedSentCase(here.ctx, draft.sentCaseId) : null;
  if (!draft?.sentCaseId || !sent) return <NothingSent here={here} />;
  const files = await unscopedCountUploads(draft.sentCaseId);
  return <Sent here={here} sent={sent} files={files} until={draft.expiresAt} />;
}

export default safely(SentPage);

type SentProps = {
  here: Arrival;
  sent: SentView;
  files: number;
  /** As long as this browser can open the page again. */
  until: Date;
};

function Sent({ here, sent, files, until }: SentProps) {
  const { slug, locale } = here;
  const t = translator(locale, "intake");
  const ui = translator(locale, "ui");
  const words = translator(locale, "rights");
  const reference: Fact = {
    term: t("sent.reference"),
    value: <CopyableReference>{sent.reference}</CopyableReference>,
    below: ui("sayIt", { spelled: spelled(sent.reference) }),
  };
  return (
    <Frame here={here} title={t("sent.title")}>
      <h1>{t("sent.title")}</h1>
      <Lead>
        {t("sent.about", {
          what: rightsAsked(sent)
            .map((right) => words(`about.${right}`))
            .join("; "),
        })}{" "}
        {t("sent.lead", {
          day: formatDay(dayIn(sent.receivedAt, sent.zone), locale, "weekday"),
          time: formatTime(sent.receivedAt, sent.zone, locale),
          zone: zoneName(sent.zone, locale),
        })}
        {sent.childName && <>{t("sent.child", { name: sent.childName })} </>}
        {files > 0 && <> {t("sent.files", { count: files })}</>}
      </Lead>
      {sent.claims.length > 0 ? (
        <Days here={here} sent={sent} reference={reference} />
      ) : (
        <FactsPanel facts={[reference]} />
      )}
      <h2>{t("sent.next.heading")}</h2>
      <NumberedList items={nextSteps(sent, locale)} />
      <Actions>
        <ButtonLink look="main" href={`/${slug}/track/${sent.reference}`}>
          {t("sent.follow")}
        </ButtonLink>
        <PrintButton>{ui("print")}</PrintButton>
      </Actions>
      <div className="mt-7 text-small text-muted">
        {sent.email && <p>{t("sent.mailed", { address: masked(sent.email) })}</p>}
        <p>{t("sent.keep", { day: formatDay(dayIn(until, sent.zone), locale) })}</p>
      </div>
      <MakeAnother here={here} />
    </Frame>
  );
}

/** By when we answer what is ours to answer, and why. */
function Days({ here, sent, reference }: { here: Arrival; sent: SentView; reference: Fact }) {
  const { locale } = here;
  const t = translator(locale, "intake");
  const words = translator(locale, "rights");
  const first = sent.claims.toSorted((a, b) => (a.explained.dueOn < b.explained.dueOn ? -1 : 1))[0];
  if (!first) return null;
  const { due, receivedOn } = first.explained;
  const hasOneDay = sent.claims.every((claim) => claim.explained.dueOn === due.dueOn);
  return (
    <>
      <FactsPanel
        facts={[reference, { term: t("sent.dueBy"), value: <DueDay day={due.dueOn} locale={locale} /> }]}
      />
      {sent.choices.length > 0 && <Counts here={here} sent={sent} />}
      <WhyThisDate
        locale={locale}
        look="panel"
        open={sent.choices.length === 0}
        line={{ receivedOn: due.fromOn, dueOn: due.dueOn, today: dayIn(here.ctx.now, first.zone) }}
      >
        <p>
          {whyParagraph(locale, due)}
          {first.regimeReason === "promised" && <> {translator(locale, "law")("told.promised")}</>}
        </p>
        <p className="text-muted">{mayMove(locale, regimes[first.regime], first.right, receivedOn)}</p>
      </WhyThisDate>
      {!hasOneDay && (
        <div className="mt-6">
          <p className="mb-3">{t("sent.several")}</p>
          <DatedList
            items={sent.claims.map((claim) => ({
              day: formatDay(claim.explained.dueOn, locale),
              text: words(`title.${claim.right}`),
            }))}
          />
        </div>
      )}
    </>
  );
}

/** What is true already, before anybody has read the request: nothing more has to be done for it. */
function Counts({ here, sent }: { here: Arrival; sent: SentView }) {
  const { policy, locale, house } = here;
  const t = translator(locale, "preferences");
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t("counts.heading")}</h2>
      <ChoiceList choices={sent.choices} policy={policy} locale={locale} zone={sent.zone} />
      {house.isSignedIn && <p className="mt-4">{t("counts.account")}</p>}
      <p className="mt-4">{t("counts.now")}</p>
      {sent.email === null && sent.telephone !== null && (
        <p className="text-small text-muted">{t("counts.byPhone")}</p>
      )}
    </section>
  );
}

function nextSteps(
  { method, needsProof, collects, email, claims, passedOn, childName }: SentView,
  locale: Locale,
) {
  const t = translator(locale, "intake");
  const pass = passedOn.length > 0 ? (["pass"] as const) : [];
  if (claims.length === 0)
    return [...pass, "hear" as const].map((key) => ({
      title: t(`sent.next.${key}.title`),
      text: t(`sent.next.${key}.text`),
    }));
  const keys = [
    ...pass,
    ...(needsProof ? [method === "other" ? ("write" as const) : ("check" as const)] : []),
    ...(childName === null ? [] : ["relation" as const]),
    collects ? ("collect" as const) : ("work" as const),
    email ? ("ready" as const) : ("call" as const),
  ];
  return keys.map((key) => ({ title: t(`sent.next.${key}.title`), text: t(`sent.next.${key}.text`) }));
}

function NothingSent({ here }: { here: Arrival }) {
  const t = translator(here.locale, "intake");
  return (
    <Frame here={here} title={t("nothing.title")}>
      <h1>{t("nothing.title")}</h1>
      <Lead>{t("nothing.text")}</Lead>
      <Actions>
        <ButtonLink look="main" href={`/${here.slug}/track`}>
          {t("footer.follow")}
        </ButtonLink>
        <ButtonLink look="text" href={`/${here.slug}`}>
          {t("footer.start")}
        </ButtonLink>
      </Actions>
    </Frame>
  );
}
