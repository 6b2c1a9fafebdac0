import { KeyValues } from "#components/ui/key-values.tsx";
import { Actions } from "#components/ui/button.tsx";
import { DatedList } from "#components/ui/text-parts.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatInstant } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { listMessages } from "#lib/messages/queries.ts";
import { Frame } from "../../../frame.tsx";
import { WhyOf } from "../dates.tsx";
import { ThreadOf } from "../messages.tsx";
import { arriveAtOwn } from "../own.ts";
import { Elsewhere } from "../elsewhere.tsx";
import { didItems } from "../whole.tsx";
import { safely } from "../../../safely.tsx";

/** Everything about a request on one page, for paper: as far as the proof reaches. */
async function RecordPage({ params }: { params: Promise<{ organisation: string; reference: string }> }) {
  const { here, person, own, home } = await arriveAtOwn(await params, "conversation");
  const { locale } = here;
  const t = translator(locale, "tracker");
  const words = translator(locale, "rights");
  const messages = await listMessages(person, person.actor.caseId);
  const isWithdrawn = own.status === "withdrawn";
  return (
    <Frame here={here} title={t("record.title")} backHref={home}>
      <h1>{t("record.title")}</h1>
      <p className="mt-4 text-muted">
        {t("record.printed", { day: formatInstant(here.ctx.now, own.zone, locale) })}
      </p>
      <KeyValues
        className="mt-6"
        items={[
          { key: t("request"), value: <span className="mono">{own.reference}</span> },
          { key: t("record.received"), value: formatInstant(own.receivedAt, own.zone, locale) },
          ...(own.answeredAt
            ? [{ key: t("due.answeredOn"), value: formatInstant(own.answeredAt, own.zone, locale) }]
            : []),
        ]}
      />
      <h2>{t("record.asked")}</h2>
      <KeyValues
        items={[...own.claims, ...own.passedOn].map((claim) => ({
          key: words(`title.${claim.right}`),
          value: (
            <>
              {isWithdrawn
                ? t("state.withdrawnShort")
                : claim.status === "passed-on"
                  ? t("state.passed")
                  : t("record.due", { day: formatDay(claim.explained.dueOn, locale) })}
              {claim.decision && (
                <span className="block text-muted">{`${t("record.decided")}: ${t(`appeal.outcome.${claim.decision.outcome}`)}`}</span>
              )}
            </>
          ),
        }))}
      />
      {await Elsewhere({ own, person, locale })}
      {(isWithdrawn ? [] : own.claims).map((claim) => (
        <section key={claim.id} aria-labelledby={`why-${claim.right}-h`}>
          <h2 id={`why-${claim.right}-h`}>
            {t("due.forRight", {
              right: words(`title.${claim.right}`),
              day: formatDay(claim.explained.dueOn, locale),
            })}
          </h2>
          <WhyOf
            locale={locale}
            deadline={claim.explained.due}
            today={own.answeredAt ? null : dayIn(here.ctx.now, own.zone)}
            look="panel"
            id={`why-${claim.right}`}
          />
        </section>
      ))}
      {own.whole && (
        <>
          <h2>{t("did.heading")}</h2>
          <DatedList items={didItems(own, own.whole, here.ctx.now, locale)} />
        </>
      )}
      <h2>{t("messages.heading")}</h2>
      {messages.length === 0 ? (
        <p className="text-muted">{t("messages.none")}</p>
      ) : (
        <ThreadOf messages={messages} here={here} own={own} />
      )}
      <Actions>
        <PrintButton>{translator(locale, "ui")("print")}</PrintButton>
      </Actions>
    </Frame>
  );
}

export default safely(RecordPage);
