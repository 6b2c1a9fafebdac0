import { KeptWords } from "#components/case/kept-words.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { TaskView } from "#lib/cases/queries/view.ts";
import type { CaseStatus } from "#lib/cases/statuses.ts";
import { formatDay } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { endTask } from "./actions.ts";

const taskWords = {
  done: "done",
  "nothing-held": "nothing held there",
  kept: "kept, with a reason",
  "no-answer": "told, no answer yet",
  "taken-back": "taken back by the person",
} as const;
const recipientWords = {
  done: "They have done it",
  "nothing-held": "They hold nothing",
  "no-answer": "No answer yet",
} as const;

/** What is open, and, also after the person was answered, what a recipient has not answered yet. */
export function isToDo({ status, outcome }: TaskView, stand: CaseStatus): boolean {
  return outcome === "no-answer" || (status === "open" && stand !== "answered" && stand !== "appealed");
}

/** A task that somebody does by hand, and how it ended. */
export function Task(props: {
  reference: string;
  task: TaskView;
  outcomes: readonly (keyof typeof taskWords)[];
  canWork: boolean;
  /** A civil day. */
  today: string;
}) {
  const { task, canWork } = props;
  const [year = "", month = "", day = ""] = (task.toldOn ?? props.today).split("-");
  const summary = !task.recipient
    ? "Finish this task"
    : task.toldOn
      ? "Enter what they answered"
      : "Record that they were told";
  return (
    <div className="border-b border-hair py-3">
      <p>
        <b>{task.recipient ? `Tell ${task.where}` : task.where}</b>{" "}
        <StatusWord
          status={task.outcome === "no-answer" ? "waiting" : task.status === "done" ? "done" : "open"}
        >
          {task.outcome ? taskWords[task.outcome] : "to do"}
        </StatusWord>
        {task.toldOn && <span className="text-muted"> told on {formatDay(task.toldOn, "en")}</span>}
      </p>
      {task.note && <p className="whitespace-pre-line text-muted">{task.note}</p>}
      {/* It stays when somebody else was quicker: what it has to say then would be lost with it. */}
      <Form action={endTask} locale="en" idPrefix={`task-${task.id}`} className="mt-1">
        {canWork ? (
          <FormDetails summary={summary}>
            <div className="mt-3 max-w-160">
              <CaseFields reference={props.reference} />
              <input type="hidden" name="taskId" value={task.id} />
              {task.recipient && !task.toldOn && (
                <DateField name="toldOn" legend="Told on" value={{ day, month, year }} />
              )}
              <RadioChoices
                name="outcome"
                look="plain"
                legend={task.recipient ? "What they answered" : "How it ended"}
                options={props.outcomes.map((value) => ({
                  value,
                  label: task.recipient ? recipientWords[value as "done"] : taskWords[value],
                }))}
              />
              <TextArea
                name="note"
                label={task.recipient ? "More about it" : "What was done, or why not"}
                hint="The person reads this in the letter"
                optional
                max={1000}
                rows={2}
              />
              <Button type="submit" className="mt-3">
                {task.recipient ? "Record this" : "Finish this task"}
              </Button>
            </div>
          </FormDetails>
        ) : (
          <KeptWords fields={[{ name: "note", label: "What was done, or why not" }]} />
        )}
      </Form>
    </div>
  );
}
