import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { agentName } from "#lib/agents/kinds.ts";
import { listHerAgents, type HerAgent } from "#lib/agents/queries/authorities.ts";
import { formatDay, formatNumber } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { one, type Query } from "../../../arrive.ts";
import { Frame } from "../../../frame.tsx";
import { safely } from "../../../safely.tsx";
import { arriveAtOwn, type Own } from "../own.ts";
import { revoke } from "./actions.ts";

type Props = { params: Promise<{ organisation: string; reference: string }>; searchParams: Query };

/** Who may ask in her name, what for and until when; she ends it here. */
async function HerAgentsPage({ params, searchParams }: Props) {
  const own = await arriveAtOwn(await params, "full");
  const { here, person, home } = own;
  const t = translator(here.locale, "permission");
  const agents = await listHerAgents(person);
  const names = { organisation: here.policy.name };
  return (
    <Frame here={here} title={t("mine.title")} backHref={home}>
      {one((await searchParams)["ended"]) === "1" && <StatusMessage>{t("mine.done")}</StatusMessage>}
      <h1>{t("mine.title")}</h1>
      <Lead>{t(agents.length > 0 ? "mine.lead" : "mine.none", names)}</Lead>
      {agents.map((one) => (
        <HerAgentSection key={one.id} own={own} one={one} />
      ))}
    </Frame>
  );
}

export default safely(HerAgentsPage);

/** Papers with which he may still ask for something. */
const counts = (one: HerAgent) => one.standing === "valid" || one.standing === "pending" || one.open > 0;

function HerAgentSection({ own: { here, own }, one }: { own: Own; one: HerAgent }) {
  const { locale, slug } = here;
  const t = translator(locale, "permission");
  const rights = translator(locale, "rights");
  const name = agentName(one.agent);
  const line = (question: string, ...lines: string[]) => ({ question, lines });
  return (
    <section aria-labelledby={`agent-${one.id}`}>
      <h2 id={`agent-${one.id}`}>{name}</h2>
      <SummaryList
        locale={locale}
        answers={[
          line(t("mine.may"), ...one.rights.map((right) => rights(`title.${right}`))),
          line(t("mine.until"), one.validUntil ? formatDay(one.validUntil, locale) : t("facts.noEnd")),
          line(t("mine.stand"), t(`mine.standing.${one.standing}`)),
          line(t("mine.open"), formatNumber(one.open, locale)),
        ]}
      />
      {counts(one) && one.status !== "revoked" && (
        <Form action={revoke} locale={locale} idPrefix={`end-${one.id}-`} className="mt-5">
          <FormDetails summary={t("mine.endOf", { agent: name })}>
            <input type="hidden" name="organisation" value={slug} />
            <input type="hidden" name="reference" value={own.reference} />
            <input type="hidden" name="authority" value={one.id} />
            <p>{t("mine.means")}</p>
            {one.open > 0 && (
              <RadioChoices
                name="requests"
                look="plain"
                value="stop"
                legend={t("mine.openAsk")}
                options={[
                  { value: "stop", label: t("mine.stop") },
                  { value: "keep", label: t("mine.keep") },
                ]}
              />
            )}
            <Actions className="mt-5">
              <SubmitButton look="danger">{t("mine.go")}</SubmitButton>
            </Actions>
          </FormDetails>
        </Form>
      )}
    </section>
  );
}
