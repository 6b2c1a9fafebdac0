import { StepLine } from "#components/case/step-line.tsx";
import { FactsPanel } from "#components/ui/facts-panel.tsx";
import { CopyableReference, Note, RuledLinks } from "#components/ui/text-parts.tsx";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { DueDay } from "../../due-day.tsx";
import { Frame } from "../../frame.tsx";
import { askForCode } from "../actions.ts";
import { Elsewhere } from "./elsewhere.tsx";
import { AppealDates } from "./appeal-dates.tsx";
import { ClosePage } from "./close-page.tsx";
import { WhyOf } from "./dates.tsx";
import { disagreeLinks } from "./decisions.tsx";
import { Messages, type MessagesProps } from "./messages.tsx";
import { SentAnswer } from "./sent-answer.tsx";
import { Lacking } from "./lacking.tsx";
import { OwnChoices } from "./own-choices.tsx";
import { owedClaims, rightsAsked, shortSteps } from "./stand.ts";

/**
 * A request, to whoever has a code to the address given with it: three steps, the day first told, messages, taking it
 * back. Nothing of what is held, and of an answer only that there is one, or that identity could not be confirmed.
 */
export async function Conversation(props: MessagesProps) {
  const { here, own, home } = props;
  const { locale, slug, ctx } = here;
  const t = translator(locale, "tracker");
  const words = translator(locale, "rights");
  const first = owedClaims(own).toSorted((a, b) => (a.explained.dueOn < b.explained.dueOn ? -1 : 1))[0];
  const isOpen = own.answeredAt === null && own.status !== "withdrawn";
  // Of an answer that came by post she can disagree here, without a word of what it says.
  const isToldHere = own.isRefusedUnverified || own.isOnPaper;
  const title = headline(own, locale);
  return (
    <Frame here={here} title={title}>
      <p className="text-small text-muted">
        {t("request")} <CopyableReference>{own.reference}</CopyableReference> ·{" "}
        {rightsAsked(own)
          .map((right) => words(`about.${right}`))
          .join("; ")}
      </p>
      <h1>{title}</h1>
      {isOpen && first && (
        <FactsPanel
          facts={[
            {
              term: t("due.by"),
              value: <DueDay day={first.explained.dueOn} locale={locale} />,
              below: <a href="#why">{t("due.why")}</a>,
            },
          ]}
        />
      )}
      <StepLine locale={locale} {...shortSteps(own.status, locale)} />
      {await Elsewhere({ locale, own, person: props.person })}
      <SentAnswer here={here} own={own} home={home} download={null} />
      <Lacking own={own} locale={locale} />
      <OwnChoices own={own} slug={slug} locale={locale} />
      {isToldHere && <AppealDates here={here} own={own} home={home} />}
      {!(own.isOnPaper && own.answeredAt) && own.status !== "passed-on" && (
        <div className="mt-10">
          <Note>
            <p>{t("more.proof")}</p>
          </Note>
        </div>
      )}
      {isOpen && first && (
        <WhyOf
          locale={locale}
          deadline={first.explained.due}
          today={dayIn(ctx.now, own.zone)}
          look="section"
        />
      )}
      {await Messages(props)}
      <h2 className="print:hidden">{t("more.heading")}</h2>
      <div className="print:hidden">
        <RuledLinks
          links={[
            ...(isToldHere || isOpen ? disagreeLinks(own, home, ctx.now, locale) : []),
            { href: `${home}/record`, label: t("more.print") },
            ...(isOpen ? [{ href: `${home}/withdraw`, label: t("withdraw.link") }] : []),
          ]}
        />
        <Form action={askForCode} locale={locale} idPrefix="code-" className="mt-5">
          <input type="hidden" name="organisation" value={slug} />
          <input type="hidden" name="reference" value={own.reference} />
          <SubmitButton look="quiet">{t("outside.send")}</SubmitButton>
        </Form>
      </div>
      <ClosePage slug={slug} reference={own.reference} locale={locale} />
    </Frame>
  );
}

function headline({ status, answeredAt, isRefusedUnverified, isOnPaper }: OwnCase, locale: Locale): string {
  const t = translator(locale, "tracker");
  if (status === "withdrawn") return t("state.withdrawnShort");
  if (status === "passed-on") return t("state.passed");
  if (answeredAt && isOnPaper) return t("state.posted");
  if (isRefusedUnverified) return t("state.unverified");
  return t(answeredAt ? "state.answeredShort" : "state.worked");
}
