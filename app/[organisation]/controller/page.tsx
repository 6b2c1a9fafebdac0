import { FactsPanel } from "#components/ui/facts-panel.tsx";
import { Lead, Note } from "#components/ui/text-parts.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { getPassedRequest, type PassedRequest } from "#lib/controllers/queries/handovers.ts";
import { placeName } from "#lib/intake/places.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { translator } from "#lib/locales/index.ts";
import { enterIfProved, passedOnTo } from "#lib/web/gates.ts";
import { arrive, one, type Arrival, type Query } from "../arrive.ts";
import { DueDay } from "../due-day.tsx";
import { Frame } from "../frame.tsx";
import { safely } from "../safely.tsx";
import { Help } from "./help.tsx";
import { Tell } from "./tell.tsx";

type Props = { params: Promise<{ organisation: string }>; searchParams: Query };

/** A request for whoever decides about it: who asks, and what; what they tell us, and what they instruct us to do. */
async function ControllerPage({ params, searchParams }: Props) {
  const { organisation } = await params;
  const here = await arrive(organisation);
  const t = translator(here.locale, "controllers");
  const ctx = await enterIfProved(passedOnTo(organisation));
  if (!ctx) {
    return (
      <Frame here={here} title={t("page.title")}>
        <h1>{t("page.title")}</h1>
        <Lead>{t("page.ended.nothing")}</Lead>
      </Frame>
    );
  }
  const request = await getPassedRequest(ctx);
  const isOpen = request.answer === null && !request.isOver;
  const isTold = one((await searchParams)["told"]) === "1";
  return (
    // While something is to be told, its form draws the title, so that it can say "Error".
    <Frame here={here} {...(isOpen ? {} : { title: t("page.title") })}>
      <h1>{t("page.title")}</h1>
      {isTold && (
        <Note shape="done">
          <p>{t("page.done")}</p>
        </Note>
      )}
      <Facts here={here} request={request} />
      <h2>{t("page.person")}</h2>
      <Asker here={here} request={request} />
      <p className="mt-4 text-small text-muted">{t("page.checked")}</p>
      <Tell here={here} request={request} />
      <Help here={here} request={request} />
    </Frame>
  );
}

export default safely(ControllerPage);

function Facts({ here: { locale }, request }: { here: Arrival; request: PassedRequest }) {
  const t = translator(locale, "controllers");
  const passed = {
    term: t("page.passed"),
    value: <DueDay day={dayIn(request.passedOnAt, request.zone)} locale={locale} />,
  };
  const [dueOn] = request.asked.map((one) => one.dueOn).toSorted();
  return (
    <FactsPanel
      facts={
        dueOn ? [passed, { term: t("page.dueOn"), value: <DueDay day={dueOn} locale={locale} /> }] : [passed]
      }
    />
  );
}

function Asker({ here: { locale }, request }: { here: Arrival; request: PassedRequest }) {
  const t = translator(locale, "controllers");
  const rights = translator(locale, "rights");
  const law = translator(locale, "law");
  const { person } = request;
  const line = (question: string, value: string | null) => ({ question, lines: value ? [value] : [] });
  return (
    <SummaryList
      locale={locale}
      answers={[
        line(t("page.reference"), request.reference),
        {
          question: t("page.asks"),
          lines: request.asked.map(({ right }) => rights(`legal.${right}`)),
        },
        {
          question: t("page.law"),
          lines: [...new Set(request.asked.map(({ regime }) => law(`law.${regime}`)))],
        },
        line(t("page.name"), person.name),
        line(t("page.email"), person.email),
        line(t("page.telephone"), person.telephone),
        ...(person.post ? [line(t("page.post"), person.post)] : []),
        line(t("page.residence"), placeName(person.residence, locale)),
        {
          question: t("page.words"),
          lines: [...request.asked.map(({ words }) => words), person.narrow].filter(
            (words) => words !== null,
          ),
        },
      ]}
    />
  );
}
