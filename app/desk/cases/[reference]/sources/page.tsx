import type { Metadata } from "next";
import { KeptWords } from "#components/case/kept-words.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { deletedIn } from "#lib/bundle/assemble/promises.ts";
import type { SourceProgress, TaskView } from "#lib/cases/queries/view.ts";
import type { CaseStatus } from "#lib/cases/statuses.ts";
import { rightWords } from "#lib/cases/words.ts";
import { authorityGrounds, authorityWords } from "#lib/engine/collecting/authority.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatInstant, formatNumber } from "#lib/locales/format.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { rights } from "#lib/rights/index.ts";
import { recipientAnswers } from "#lib/rights/right.ts";
import { caps } from "#lib/text.ts";
import { CaseFields } from "../case-fields.tsx";
import { CasePage, openCasePage, type CaseParams } from "../case-page.tsx";
import { endTask, goWithout, openContent, tryAgain } from "./actions.ts";

export const metadata: Metadata = { title: "Sources – Habeas" };

/** Where the person's data was looked for and what came of it; tasks that people do by hand. */
export default async function Sources({ params }: CaseParams) {
  const { ctx, view } = await openCasePage(params, "sources");
  const { row, sources, tasks, claims, requester } = view;
  const canSearchAgain = view.permitted.includes("search-again");
  const failed = sources.filter((source) => source.outcome === "failed");
  // Read, and still something to say: names that could not be looked up in a store that failed.
  const wanting = sources.filter((source) => source.outcome === "found" && source.says);
  const closed = sources.filter((source) => source.unopened.length > 0);
  return (
    <CasePage ctx={ctx} view={view} tab="sources">
      {view.underWay && <LiveRefresh everySeconds={2} />}
      <h2>Where we looked</h2>
      {sources.length === 0 ? (
        <NothingYet status={row.status} />
      ) : (
        <DataTable
          caption="Sources and what came of the search"
          className="mt-3"
          rows={sources}
          rowKey={(source) => source.sourceId}
          columns={[
            {
              key: "name",
              head: "Source",
              isRowHeader: true,
              className: "md:min-w-36",
              cell: (source) => source.name,
            },
            {
              key: "state",
              head: "Result",
              cell: (source) => (
                <Progress
                  source={source}
                  saysWhy={!canSearchAgain}
                  policy={view.policy.policy}
                  names={view.names}
                />
              ),
            },
            {
              key: "by",
              head: "Searched by",
              muted: true,
              cell: (source) => (
                <ul className="text-tiny wrap-anywhere">
                  {source.identitiesUsed.map((identity) => (
                    <li key={identity}>{identity}</li>
                  ))}
                </ul>
              ),
            },
            {
              key: "at",
              head: "Finished",
              muted: true,
              nowrap: true,
              cell: (source) => source.finishedAt && formatInstant(source.finishedAt, row.zone, "en"),
            },
          ]}
        />
      )}
      {failed.length > 0 && canSearchAgain && (
        <section aria-labelledby="failed" className="mt-8">
          <h2 id="failed">What failed</h2>
          {failed.map((source) => (
            <Failure key={source.sourceId} reference={row.reference} source={source} />
          ))}
        </section>
      )}
      {wanting.length > 0 && canSearchAgain && (
        <section aria-labelledby="wanting" className="mt-8">
          <h2 id="wanting">What could not be looked up</h2>
          {wanting.map((source) => (
            <Failure key={source.sourceId} reference={row.reference} source={source} />
          ))}
        </section>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="closed" className="mt-8">
          <h2 id="closed">What belongs to somebody else’s account</h2>
          <p className="mt-1 max-w-160 text-muted">
            It stays closed without the authority of the account’s owner, or another ground. As it stands, the
            letter says so and leads the person to the owner.
          </p>
          {closed.map((source) => (
            <Closed
              key={source.sourceId}
              reference={row.reference}
              source={source}
              canOpen={view.permitted.includes("record-authority")}
            />
          ))}
        </section>
      )}
      {tasks.length > 0 && (
        <>
          <Headline
            level={2}
            title="Tasks by hand"
            aside={`${tasks.filter((one) => one.status === "done").length} of ${tasks.length} done`}
            className="mt-11"
          />
          {claims
            .filter((claim) => rights[claim.right].plan === "tasks")
            .map((claim) => (
              <section key={claim.id} className="mt-4">
                <h3>{rightWords[claim.right]}</h3>
                {requester.details[claim.right] && (
                  <p className="mt-1 max-w-160 whitespace-pre-line">“{requester.details[claim.right]}”</p>
                )}
                {tasks
                  .filter((one) => one.claimId === claim.id)
                  .map((one) => (
                    <Task
                      key={one.id}
                      reference={row.reference}
                      task={one}
                      outcomes={one.recipient ? recipientAnswers : rights[claim.right].taskOutcomes}
                      canWork={view.permitted.includes("finish-task") && isToDo(one, row.status)}
                      today={dayIn(ctx.now, row.zone)}
                    />
                  ))}
              </section>
            ))}
        </>
      )}
    </CasePage>
  );
}

function NothingYet({ status }: { status: CaseStatus }) {
  if (status === "collecting")
    return <EmptyState title="Collecting begins now">This page looks again by itself.</EmptyState>;
  return (
    <EmptyState title="Nothing is collected for this case">
      {status === "received"
        ? "Collecting begins when it is clear who the person is."
        : "What was asked for is done by hand, with the tasks below."}
    </EmptyState>
  );
}

/** @param saysWhy for whoever does not see below why it failed, and what can be done */
function Progress(props: {
  source: SourceProgress;
  saysWhy: boolean;
  policy: Policy;
  names: ReadonlyMap<string, string>;
}) {
  const { source, saysWhy } = props;
  const deleted = deletedIn(source, props.policy, "en");
  if (source.outcome === "failed") {
    return (
      <>
        <StatusWord status="late" inTable>
          failed
        </StatusWord>
        {source.rows > 0 && (
          <span className="block text-muted">after {formatNumber(source.rows, "en")} records</span>
        )}
        {saysWhy && source.says && <span className="block max-w-120 text-muted">{source.says}</span>}
        {source.sentWithout && (
          <span className="block max-w-120">
            {source.rows > 0 ? "What was read goes out, without the rest: " : "Goes out without it: "}
            {source.sentWithout}
          </span>
        )}
      </>
    );
  }
  if (source.outcome) {
    return (
      <>
        <StatusWord status="done" inTable>
          {source.outcome === "found"
            ? `found ${formatNumber(source.rows, "en")}`
            : source.outcome.replace("-", " ")}
        </StatusWord>
        {deleted && (
          <span className="block">
            deleted under {deleted.rule}
            {deleted.on ? ` on ${formatDay(deleted.on, "en")}` : ""}
          </span>
        )}
        {source.unopened.length > 0 && (
          <span className="block text-muted">not opened: {source.unopened.join(", ")}</span>
        )}
        {source.authority && (
          <span className="block max-w-120 text-muted">
            Opened because {authorityWords[source.authority.ground]}, recorded by{" "}
            {props.names.get(source.authority.byRef) ?? "a colleague"}: {source.authority.note}
          </span>
        )}
        {source.problems > 0 && (
          <span className="block text-muted">
            {source.problems} {source.problems === 1 ? "record" : "records"} could not be read; the rest could
          </span>
        )}
        {saysWhy && source.says && <span className="block max-w-120 text-muted">{source.says}</span>}
      </>
    );
  }
  return (
    <>
      <StatusWord status="waiting" inTable>
        {source.state === "running"
          ? "searching"
          : source.state === "retry"
            ? "trying again soon"
            : "waiting"}
      </StatusWord>
      {source.says && <span className="block max-w-120 text-muted">{source.says}</span>}
    </>
  );
}

function Failure({ reference, source }: { reference: string; source: SourceProgress }) {
  return (
    <div className={`mt-4 border-s-4 ps-4 ${source.outcome === "failed" ? "border-danger" : "border-hair"}`}>
      <h3>{source.name}</h3>
      <p className="text-muted">{source.says}</p>
      <Form action={tryAgain} locale="en" idPrefix={`again-${source.sourceId}`} className="mt-3">
        <CaseFields reference={reference} />
        <input type="hidden" name="sourceId" value={source.sourceId} />
        <Button type="submit">Search it again</Button>
      </Form>
      {source.outcome === "failed" && !source.sentWithout && (
        <Form action={goWithout} locale="en" idPrefix={`without-${source.sourceId}`} className="mt-3">
          <FormDetails summary={source.rows > 0 ? "Answer without the rest" : "Answer without it"}>
            <div className="mt-3 max-w-160">
              {source.rows > 0 && (
                <p className="mb-3 text-muted">
                  What was read before it failed ({formatNumber(source.rows, "en")}{" "}
                  {source.rows === 1 ? "record" : "records"}) is the person’s and goes out. The letter says
                  that the rest is missing.
                </p>
              )}
              <CaseFields reference={reference} />
              <input type="hidden" name="sourceId" value={source.sourceId} />
              <TextArea
                name="reason"
                label="Why"
                hint="Stands in the letter, in these words and in the person’s language"
                max={500}
                rows={2}
              />
              <Button type="submit" className="mt-3">
                Answer without {source.rows > 0 ? `the rest of ${source.name}` : source.name}
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
    </div>
  );
}

function Closed(props: { reference: string; source: SourceProgress; canOpen: boolean }) {
  const { source } = props;
  return (
    <div className="mt-4 border-s-4 border-hair ps-4">
      <h3>{source.name}</h3>
      <p className="text-muted">Not opened: {source.unopened.join(", ")}</p>
      {props.canOpen && (
        <Form action={openContent} locale="en" idPrefix={`open-${source.sourceId}`} className="mt-1">
          <FormDetails summary="Record why it may be opened">
            <div className="mt-3 max-w-160">
              <CaseFields reference={props.reference} />
              <input type="hidden" name="sourceId" value={source.sourceId} />
              <RadioChoices
                name="ground"
                look="plain"
                legend="Why it may be opened"
                options={authorityGrounds.map((value) => ({
                  value,
                  label: sentenceCase(authorityWords[value]),
                }))}
              />
              <TextArea
                name="note"
                label="Who allowed it, and how you know"
                hint="Kept with the case, sealed. The person does not read it"
                max={caps.paragraph}
                rows={2}
              />
              <Button type="submit" className="mt-3">
                Record it and search again
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
    </div>
  );
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

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
function isToDo({ status, outcome }: TaskView, stand: CaseStatus): boolean {
  return outcome === "no-answer" || (status === "open" && stand !== "answered" && stand !== "appealed");
}

function Task(props: {
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
