import type { Metadata } from "next";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import type { CaseStatus } from "#lib/cases/statuses.ts";
import { rightWords } from "#lib/cases/words.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { rights } from "#lib/rights/index.ts";
import { recipientAnswers } from "#lib/rights/right.ts";
import { CasePage, openCasePage, type CaseParams } from "../case-page.tsx";
import { Closed } from "./closed.tsx";
import { Failure } from "./failure.tsx";
import { Progress } from "./progress.tsx";
import { isToDo, Task } from "./task.tsx";

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
