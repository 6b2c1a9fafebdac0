import type { Metadata } from "next";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { agentName, agentStatuses } from "#lib/agents/kinds.ts";
import { findAgentOfCase } from "#lib/agents/queries/authorities.ts";
import { rightWords } from "#lib/cases/words.ts";
import { formatDay, formatInstant } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { CasePage, openCasePage, type CaseParams } from "../case-page.tsx";
import { goOn, setAgentStatus } from "./actions.ts";
import { Demands } from "./demands.tsx";
import { Documents } from "./documents.tsx";
import { Review } from "./review.tsx";
import { agentKindWords, agentStatusWords, paperWords, standingWords } from "./words.ts";

export const metadata: Metadata = { title: "Agent – Habeas" };

/** Who acts for the person, on which paper, what may be asked of whom, and how the paper is read. */
export default async function AgentPage({ params }: CaseParams) {
  const { ctx, view } = await openCasePage(params, "agent");
  const found = await findAgentOfCase(ctx, view.row.id);
  if (!found)
    return (
      <CasePage ctx={ctx} view={view} tab="agent">
        <EmptyState title="Nobody acts for the person">She asks herself.</EmptyState>
      </CasePage>
    );
  const { row, permitted } = view;
  const { agent, authority } = found;
  const [agentShape, agentWord] = agentStatusWords[agent.status];
  const [paperShape, paperWord] = standingWords[authority.standing];
  return (
    <CasePage ctx={ctx} view={view} tab="agent">
      <Headline level={2} title="Who acts" />
      <KeyValues
        className="mt-3"
        items={[
          { key: "Agent", value: agentName(agent) },
          { key: "Says he is", value: agentKindWords[agent.kind] },
          { key: "Address", value: agent.email },
          {
            key: "Account",
            value: (
              <>
                <StatusWord status={agentShape} wrap>
                  {agentWord}
                </StatusWord>
                {agent.statusReason && <span className="block text-muted">{agent.statusReason}</span>}
              </>
            ),
          },
          { key: "For", value: authority.principal.name },
          { key: "On", value: paperWords[authority.kind] },
          { key: "It covers", value: authority.rights.map((right) => rightWords[right]).join(", ") },
          ...(authority.businesses ? [{ key: "Businesses", value: authority.businesses }] : []),
          { key: "Given on", value: formatDay(authority.issuedOn, "en") },
          {
            key: "Ends on",
            value: authority.validUntil ? formatDay(authority.validUntil, "en") : "no last day named",
          },
          {
            key: "It stands",
            value: (
              <StatusWord status={paperShape} wrap>
                {paperWord}
              </StatusWord>
            ),
          },
          ...(authority.confirmedAt
            ? [
                {
                  key: "The person",
                  value: `confirmed it, ${formatInstant(authority.confirmedAt, row.zone, "en")}`,
                },
              ]
            : []),
          ...(found.alsoIn.length > 0 ? [{ key: "Also in", value: found.alsoIn.join(", ") }] : []),
          ...(found.takenOverAt
            ? [
                {
                  key: "Taken over",
                  value: `by the person, ${formatInstant(found.takenOverAt, row.zone, "en")}: the agent has no part in it`,
                },
              ]
            : []),
        ]}
      />
      {permitted.includes("lift-freeze") && (
        <Form action={goOn} locale="en" idPrefix="freeze-" className="mt-6 max-w-160">
          <p>
            The person says that she did not authorise this. Nothing goes out. Write to her first; go on only
            if you found out that she did.
          </p>
          <FormDetails summary="Let it go on">
            <CaseFields reference={row.reference} version={row.version} />
            <TextArea
              name="reason"
              label="How you found out that she authorised it"
              hint="Kept as a note in this case. The paper is read anew, and she is asked anew where the law lets her be asked."
              max={2000}
              rows={3}
            />
            <Button type="submit" className="mt-4">
              Let the case go on
            </Button>
          </FormDetails>
        </Form>
      )}
      <Documents row={row} found={found} canRelease={permitted.includes("release-upload")} />
      <Review ctx={ctx} view={view} found={found} />
      <Demands view={view} found={found} />
      <Headline level={2} title="The agent’s account" className="mt-11" />
      <Form action={setAgentStatus} locale="en" idPrefix="account-" className="mt-2 max-w-160">
        <FormDetails summary="Suspend or clear this agent">
          <CaseFields reference={row.reference} />
          <RadioChoices
            name="status"
            look="plain"
            legend="He is"
            options={agentStatuses
              .filter((status) => status !== agent.status)
              .map((value) => ({ value, label: agentStatusWords[value][1] }))}
          />
          <TextArea name="why" label="Why" hint="The agent reads it" max={2000} rows={2} />
          <Button type="submit" className="mt-4">
            Change his account
          </Button>
        </FormDetails>
      </Form>
    </CasePage>
  );
}
