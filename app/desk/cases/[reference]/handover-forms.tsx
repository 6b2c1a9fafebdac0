import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import type { HandoverView, InstructionView } from "#lib/controllers/queries/handovers.ts";
import { handoverAnswers } from "#lib/controllers/register.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { caps } from "#lib/text.ts";
import { answerNames, helpNames } from "../../controllers/words.ts";
import { CaseFields } from "./case-fields.tsx";
import { fetchBack, finish, recordAnswer, recordInstruction, remind } from "./elsewhere-actions.ts";

type Props = { view: CaseView; one: HandoverView };

/** What staff can do about one handover. */
export function HandoverForms({ view, one }: Props) {
  if (one.takenBackAt || view.row.status === "withdrawn") return null;
  const { permitted, passedOn } = view;
  const isDone = one.answer === "answered" || one.answer === "nothing-held";
  const isThere = !isDone && passedOn.some(({ handoverId }) => handoverId === one.id);
  return (
    <>
      {!one.answeredAt && permitted.includes("controller-answer") && <Answer view={view} one={one} />}
      {one.help.length > 0 && permitted.includes("controller-instruct") && <Instruct view={view} one={one} />}
      <div className="mt-3 flex flex-wrap gap-2">
        {!one.answeredAt && permitted.includes("remind-controller") && (
          <Form action={remind} locale="en" idPrefix={`remind-${one.id}-`}>
            <Hidden view={view} one={one} />
            <Button type="submit">Remind it now</Button>
          </Form>
        )}
        {isThere && permitted.includes("take-back") && (
          <Form action={fetchBack} locale="en" idPrefix={`back-${one.id}-`}>
            <Hidden view={view} one={one} />
            <Button type="submit">Take it back: we decide</Button>
          </Form>
        )}
      </div>
    </>
  );
}

function Hidden({ view: { row }, one }: Props) {
  return (
    <>
      <CaseFields reference={row.reference} version={row.version} />
      <input type="hidden" name="handoverId" value={one.id} />
    </>
  );
}

function Answer({ view, one }: Props) {
  return (
    <Form action={recordAnswer} locale="en" idPrefix={`answer-${one.id}-`} className="mt-3 max-w-160">
      <FormDetails summary="Record what it said in another way">
        <div className="mt-3">
          <Hidden view={view} one={one} />
          <RadioChoices
            name="answer"
            look="plain"
            legend={`${one.controller} …`}
            options={handoverAnswers.map((value) => ({ value, label: answerNames[value] }))}
          />
          <TextArea
            name="said"
            label="In its words"
            hint="The person reads this"
            max={caps.paragraph}
            rows={3}
            optional
          />
          <Button type="submit" className="mt-3">
            Record it
          </Button>
        </div>
      </FormDetails>
    </Form>
  );
}

function Instruct({ view, one }: Props) {
  return (
    <Form action={recordInstruction} locale="en" idPrefix={`instruct-${one.id}-`} className="mt-3 max-w-160">
      <FormDetails summary="Record an instruction of it">
        <div className="mt-3">
          <Hidden view={view} one={one} />
          <RadioChoices
            name="help"
            look="plain"
            legend="It instructs us to"
            options={one.help.map((value) => ({ value, label: helpNames[value] }))}
          />
          <TextField name="who" label="Who instructs it" hint="Name and function at the controller" />
          <TextArea name="instruction" label="The instruction" max={caps.paragraph} rows={3} />
          <Button type="submit" className="mt-3">
            Record the instruction
          </Button>
        </div>
      </FormDetails>
    </Form>
  );
}

/** Help on instruction: who, when, what; and what came of it. */
export function InstructionForm({ view, asked }: { view: CaseView; asked: InstructionView }) {
  const { row, names, permitted } = view;
  const at = (moment: Date) => formatInstant(moment, row.zone, "en");
  return (
    <div className="mt-3 border-s-4 border-accent ps-4">
      <p>
        <b>{helpNames[asked.kind]}</b>, instructed by {asked.who}, {at(asked.at)}{" "}
        <StatusWord status={asked.doneAt ? "done" : "open"}>{asked.doneAt ? "done" : "to do"}</StatusWord>
      </p>
      <p className="whitespace-pre-line">{asked.words}</p>
      {asked.doneAt ? (
        <p className="text-muted">
          {asked.result} {(asked.doneByRef && names.get(asked.doneByRef)) ?? ""}, {at(asked.doneAt)}
        </p>
      ) : (
        permitted.includes("finish-instruction") && (
          <Form action={finish} locale="en" idPrefix={`finish-${asked.id}-`} className="mt-2 max-w-160">
            <CaseFields reference={row.reference} />
            <input type="hidden" name="instructionId" value={asked.id} />
            <TextArea
              name="result"
              label="What came of it"
              hint="The controller reads this"
              max={caps.paragraph}
              rows={2}
            />
            <Button type="submit" className="mt-2">
              Record it as done
            </Button>
          </Form>
        )
      )}
    </div>
  );
}
