import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { formTestSchema } from "#lib/agents/form-test.ts";
import { rejections } from "#lib/agents/kinds.ts";
import type { AgentOfCase } from "#lib/agents/queries/authorities.ts";
import { rejectionNames } from "#lib/audit/words.ts";
import type { CaseView } from "#lib/cases/queries/view.ts";
import type { StaffContext } from "#lib/context.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { accept, acceptInstrument, reject } from "./actions.ts";
import { attestedWords, signedByWords } from "./words.ts";

type Props = { ctx: StaffContext; view: CaseView; found: AgentOfCase };

/** What was found on the paper, and the reader's verdict. */
export function Review({ ctx, view, found }: Props) {
  const { row, permitted } = view;
  const { authority, reviews, needed } = found;
  const isRead = reviews.some(({ byRef }) => byRef === ctx.actor.ref);
  const isWaiting = authority.standing === "pending" || authority.standing === "expired";
  const can = (event: "accept-authority" | "reject-authority") =>
    authority.status === "pending" && isWaiting && !isRead && permitted.includes(event);
  const isInstrument = authority.kind === "power-of-attorney";
  return (
    <section aria-labelledby="verdicts">
      <Headline
        level={2}
        id="verdicts"
        title="Reading the paper"
        aside={needed === 2 ? "two members of staff must accept it" : undefined}
        className="mt-11"
      />
      {reviews.map((one) => (
        <p key={`${one.byRef}${one.at.toISOString()}`} className="mt-2 max-w-160">
          <StatusWord status={one.verdict === "accept" ? "done" : "refused"} wrap>
            {one.verdict === "accept"
              ? "accepted"
              : `rejected: ${one.reasons.map((reason) => rejectionNames[reason]).join("; ")}`}
          </StatusWord>{" "}
          <span className="text-muted">
            {one.byRef === ctx.actor.ref ? "by you" : "by a colleague"},{" "}
            {formatInstant(one.at, row.zone, "en")}
          </span>
        </p>
      ))}
      {isRead && authority.status === "pending" && (
        <p className="mt-3 max-w-160 text-muted">
          You have read it. Somebody else must be the second reader.
        </p>
      )}
      {can("accept-authority") && (
        <Form
          action={isInstrument ? acceptInstrument : accept}
          locale="en"
          idPrefix="accept-"
          className="mt-4 max-w-160"
        >
          <CaseFields reference={row.reference} version={row.version} />
          {isInstrument && <FormTestFields />}
          <Button type="submit" look="main" className="mt-4">
            Accept the paper
          </Button>
        </Form>
      )}
      {can("reject-authority") && (
        <Form action={reject} locale="en" idPrefix="reject-" className="mt-4 max-w-160">
          <FormDetails summary="Reject it">
            <CaseFields reference={row.reference} version={row.version} />
            <CheckboxChoices
              name="reasons"
              look="plain"
              legend="Why"
              hint="The agent reads each in a sentence, and may send another paper"
              options={rejections.map((value) => ({ value, label: rejectionNames[value] }))}
            />
            <Button type="submit" className="mt-4">
              Reject the paper
            </Button>
          </FormDetails>
        </Form>
      )}
    </section>
  );
}

/** What makes a power of attorney good (Cal. Prob. Code 4121, 4122). */
function FormTestFields() {
  const tick = (name: string, label: string) => (
    <CheckboxChoices name={name} look="plain" options={[{ value: "yes", label }]} />
  );
  return (
    <>
      {tick("dated", "It is dated")}
      <RadioChoices
        name="signedBy"
        look="plain"
        legend="Signed"
        options={formTestSchema.shape.signedBy.options.map((value) => ({
          value,
          label: signedByWords[value],
        }))}
      />
      <RadioChoices
        name="attested"
        look="plain"
        legend="Attested by"
        options={formTestSchema.shape.attested.options.map((value) => ({
          value,
          label: attestedWords[value],
        }))}
      />
      {tick("others", "Neither witness is the agent")}
      {tick("covers", "It names this agent, and covers what is asked here")}
    </>
  );
}
