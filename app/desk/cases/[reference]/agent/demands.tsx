import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { whyForbidden } from "#lib/agents/forbidden.ts";
import { demands, mayDemandAll, type Answer, type Demand } from "#lib/agents/demands.ts";
import type { AgentOfCase } from "#lib/agents/queries/authorities.ts";
import { demandGrounds, demandNames } from "#lib/audit/words.ts";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { capitalised } from "#lib/text.ts";
import { CaseFields } from "../case-fields.tsx";
import { askAgain, demandIt } from "./actions.ts";

type Props = { view: CaseView; found: AgentOfCase };

/** What may be asked of whom, in words: what the law forbids is no button but its sentence. */
export function Demands({ view, found }: Props) {
  const { row, permitted } = view;
  const made = found.demands.map(({ demand }) => demand);
  const canAsk = permitted.includes("make-demand");
  return (
    <section aria-labelledby="demands">
      <Headline level={2} id="demands" title="What may be asked" className="mt-11" />
      <ul className="mt-3 max-w-160 border-t border-hair">
        {demands.map((demand) => (
          <li key={demand} className="border-b border-hair py-2.5">
            <p className="font-strong">{capitalised(demandNames[demand])}</p>
            <Stand view={view} found={found} demand={demand} />
            {canAsk && !made.includes(demand) && (
              <Ask view={view} demand={demand} answer={mayDemandAll(found.asked, demand, made)} />
            )}
          </li>
        ))}
      </ul>
      {found.links.length > 0 && <Links view={view} found={found} />}
      {found.links.length > 0 && permitted.includes("send-link-again") && (
        <Form action={askAgain} locale="en" idPrefix="again-" className="mt-3">
          <CaseFields reference={row.reference} version={row.version} />
          <Button type="submit">Send her the link again</Button>
        </Form>
      )}
    </section>
  );
}

function Stand({ view, found, demand }: Props & { demand: Demand }) {
  const made = found.demands.find((one) => one.demand === demand);
  if (made)
    return (
      <StatusWord status={made.metAt ? "done" : "waiting"} wrap>
        {`asked ${formatInstant(made.at, view.row.zone, "en")}${made.metAt ? `, met ${formatInstant(made.metAt, view.row.zone, "en")}` : ""}`}
      </StatusWord>
    );
  const answer = mayDemandAll(
    found.asked,
    demand,
    found.demands.map((one) => one.demand),
  );
  if (answer.allowed === null) return <p className="text-muted">{whyForbidden(answer)}</p>;
  return (
    <p className="text-muted">
      {answer.allowed === "offer" ? "May be offered, not demanded" : "May be asked"}
      {answer.only && `, only if ${demandGrounds[answer.only]}`} ({answer.citation}).
    </p>
  );
}

function Ask({ view, demand, answer }: { view: CaseView; demand: Demand; answer: Answer }) {
  if (answer.allowed === null) return null;
  const { row } = view;
  return (
    <Form action={demandIt} locale="en" idPrefix={`${demand}-`} className="mt-2">
      <CaseFields reference={row.reference} version={row.version} />
      <input type="hidden" name="demand" value={demand} />
      {answer.only && (
        <CheckboxChoices
          name="basis"
          look="plain"
          options={[{ value: answer.only, label: `It is so: ${demandGrounds[answer.only]}` }]}
        />
      )}
      <Button type="submit">
        {answer.allowed === "offer" ? "Offer" : "Ask for"} {demandNames[demand]}
      </Button>
    </Form>
  );
}

function Links({ view, found }: Props) {
  const at = (moment: Date) => formatInstant(moment, view.row.zone, "en");
  return (
    <ul className="mt-4 text-muted">
      {found.links.map((link) => (
        <li key={link.createdAt.toISOString()}>
          Link to the contact on file, {at(link.createdAt)}:{" "}
          {link.usedAt
            ? `answered ${at(link.usedAt)}`
            : link.isSuperseded
              ? "replaced"
              : `open until ${at(link.expiresAt)}`}
        </li>
      ))}
    </ul>
  );
}
