import { Form } from "#components/forms/form.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { ageOn } from "#lib/children/age.ts";
import { relationReasons } from "#lib/children/checks.ts";
import type { ChildCheckView, CaseView } from "#lib/cases/queries/view.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { versionOn } from "#lib/law/versions.ts";
import { formatDay, formatInstant } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { competence, relation } from "./actions.ts";

const found = {
  accepted: ["done", "may act for the child"],
  "not-accepted": ["refused", "may not act for the child"],
  able: ["done", "understands what she asks for"],
  "not-able": ["refused", "should ask together with a parent"],
} as const;

/** Whether somebody may act for a child, or a child for herself; and the form in which it is recorded. */
export function ChildSection({ view }: { view: CaseView }) {
  const { row, requester, permitted, childChecks } = view;
  const mayRecord = permitted.includes(row.relation ? "record-relation" : "judge-competence");
  const isOver = childChecks.length === 0 && !mayRecord;
  if (isOver || (row.relation === null && !row.proofId)) return null;
  return (
    <>
      <Headline
        level={2}
        title={requester.child ? "May this person act for the child?" : "A child who asks herself"}
        className="mt-11"
      />
      <WhatIsKnown view={view} />
      {childChecks.map((one) => (
        <Recorded key={one.id} check={one} zone={row.zone} by={view.names.get(one.byRef)} />
      ))}
      {mayRecord && (row.relation ? <RelationForm view={view} /> : <CompetenceForm view={view} />)}
    </>
  );
}

/** The age by the request and by the records, beside that of the policy, and what the law says of children. */
function WhatIsKnown({ view: { row, requester, onFile, policy, first } }: { view: CaseView }) {
  const on = dayIn(row.receivedAt, row.zone);
  const { age } = policy.policy.children;
  const { children } = versionOn(regimes[first.regime], on).version;
  const held = onFile?.born ? ageOn(onFile.born, on) : null;
  const given = requester.child ? ageOn(requester.child.born, on) : null;
  return (
    <div className="mt-1 max-w-160 space-y-1">
      <p>
        {given !== null && <>By the request the child was {given} when it came. </>}
        {onFile?.born
          ? `By the records ${formatDay(onFile.born, "en")} is the day of birth: ${held} when the request came.`
          : "The records say nothing about the age."}{" "}
        From {age} on everybody asks for herself here.
      </p>
      {held !== null && given !== null && held >= age && (
        <StatusWord status="flagged" wrap>
          By the records the child is old enough to ask herself. Do not accept it.
        </StatusWord>
      )}
      {row.judgement === "owed" && (
        <StatusWord status="flagged" wrap>
          By the records a child asks here. Judge whether she understands it before the answer goes out.
        </StatusWord>
      )}
      <p className="text-muted">
        {children.ask === "judged"
          ? "Under this law a child may ask herself, if she understands what she asks for."
          : "This law leaves it to her parent or guardian. Let a child ask herself only where that is plainly good for her."}{" "}
        ({children.citation}
        {children.mark === "M" ? ", not confirmed" : ""})
      </p>
    </div>
  );
}

function Recorded({ check, zone, by }: { check: ChildCheckView; zone: string; by: string | undefined }) {
  const [status, words] = found[check.outcome];
  return (
    <p className="mt-3">
      <StatusWord status={status}>{words}</StatusWord>{" "}
      <span className="text-muted">
        {check.reason && `${relationReasons[check.reason]} · `}
        {by && `${by}, `}
        {formatInstant(check.at, zone, "en")}
      </span>
      <span className="block max-w-160 whitespace-pre-line">{check.note}</span>
    </p>
  );
}

function RelationForm({ view: { row } }: { view: CaseView }) {
  return (
    <Form action={relation} locale="en" idPrefix="relation-" className="mt-4 max-w-160">
      <CaseFields reference={row.reference} version={row.version} />
      <RadioChoices
        name="outcome"
        look="plain"
        legend="What you found"
        options={[
          { value: "accepted", label: "May act for the child" },
          {
            value: "not-accepted",
            label: "May not act for the child",
            reveal: (
              <SelectField
                name="reason"
                label="Why"
                hint="The person reads the same sentence whichever it is"
                options={[
                  { value: "", label: "Choose one" },
                  ...Object.entries(relationReasons).map(([value, label]) => ({ value, label })),
                ]}
              />
            ),
          },
        ]}
      />
      <TextArea
        name="note"
        label="What you looked at"
        hint="Sealed. Say what it was and what it shows; do not copy more than that."
        max={2000}
        rows={3}
      />
      <Button type="submit" look="main" className="mt-4">
        Record this
      </Button>
    </Form>
  );
}

function CompetenceForm({ view: { row } }: { view: CaseView }) {
  return (
    <Form action={competence} locale="en" idPrefix="competence-" className="mt-4 max-w-160">
      <CaseFields reference={row.reference} version={row.version} />
      <RadioChoices
        name="outcome"
        look="plain"
        legend="Does she understand what she asks for, and what comes of it?"
        options={[
          { value: "able", label: "Yes: she may ask alone" },
          { value: "not-able", label: "Not yet: a parent should ask with her" },
        ]}
      />
      <TextArea
        name="note"
        label="How you saw it"
        hint="Sealed. For example how she wrote, her age, what is at stake."
        max={2000}
        rows={3}
      />
      <Button type="submit" look="main" className="mt-4">
        Record this
      </Button>
    </Form>
  );
}
