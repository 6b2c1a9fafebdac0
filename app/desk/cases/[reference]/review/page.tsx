import type { Metadata } from "next";
import { NextStep } from "#components/case/next-step.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Pills } from "#components/ui/tabs.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { reasonName } from "#lib/bundle/assemble/reasons.ts";
import { caseAddress } from "#lib/cases/queue-filters.ts";
import { groundsFor, type ReasonCode } from "#lib/decisions/reasons.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatNumber } from "#lib/locales/format.ts";
import { readReview, recordsPerPage, type ReviewRecord } from "#lib/review/queries/records.ts";
import { CasePage, openCasePage, openedFrom, type CaseParams } from "../case-page.tsx";
import { RecordActions, type Reason } from "./record-actions.tsx";
import { RecordAnswer } from "./record-answer.tsx";
import { RecordBody } from "./record-body.tsx";

export const metadata: Metadata = { title: "Review – Habeas" };

type Props = CaseParams & { searchParams: Promise<{ category?: string; from?: string; as?: string }> };

/** The records as found, in a readable table: what goes out, what is covered, what is kept back. */
export default async function Review({ params, searchParams }: Props) {
  const { ctx, view } = await openCasePage(params, "review");
  const { row, policy, claims, permitted } = view;
  const asked = await searchParams;
  const wanted = { category: asked.category ?? null, position: Number.parseInt(asked.from ?? "0", 10) || 0 };
  const page = await readReview(row, policy.policy, wanted);
  const isAsDelivered = asked.as === "delivered";
  const list = await openedFrom();
  const address = (category: string, from: number, as = isAsDelivered) =>
    caseAddress(list, row.reference, "review", {
      category,
      ...(from > 0 ? { from: String(from) } : {}),
      ...(as ? { as: "delivered" } : {}),
    });
  const receivedOn = dayIn(row.receivedAt, row.zone);
  const reasons = (scope: "record" | "field"): Reason[] =>
    [
      ...new Map(
        claims
          .flatMap((claim) => groundsFor(claim.regime, claim.right, receivedOn, scope))
          .map((ground) => [ground.id, ground]),
      ).values(),
    ].map((ground) => ({
      value: ground.id,
      label: `${reasonName(ground.id as ReasonCode, "en")}, ${ground.citation}`,
    }));
  const current = page.categories.find((one) => one.id === page.category);
  const canWork = permitted.includes("redact");
  const firstOpen = page.firstUndecided
    ? `${address(page.firstUndecided.category, pageStart(page.firstUndecided.position), false)}#first`
    : null;
  const rowOf = (record: ReviewRecord) => `r${page.records.indexOf(record)}`;
  return (
    <CasePage ctx={ctx} view={view} tab="review">
      {firstOpen && canWork && (
        <NextStep
          title={`Next: decide on ${view.facts.undecidedFlags} ${view.facts.undecidedFlags === 1 ? "place" : "places"} where somebody else is named`}
          actions={
            <ButtonLink look="main" href={firstOpen}>
              Go to the first
            </ButtonLink>
          }
        >
          Cover the words, keep the record back, or keep it as it is. Then you can ask for approval.
        </NextStep>
      )}
      {view.sources
        .filter((source) => source.outcome === "found" && source.says)
        .map((source) => (
          <p key={source.sourceId} className="mt-3 max-w-160">
            <b>{source.name}</b>: {source.says}
          </p>
        ))}
      {page.category === null || !current ? (
        <EmptyState title="There is nothing to read through">
          {row.status === "received" || row.status === "collecting"
            ? "Records appear here when the sources have been searched."
            : "The sources hold no records of this person, or nothing was collected."}
        </EmptyState>
      ) : (
        <>
          <Headline
            level={2}
            title={current.title}
            aside={`${formatNumber(current.records, "en")} ${current.records === 1 ? "record" : "records"}`}
            actions={
              <ButtonLink href={address(page.category, page.position, !isAsDelivered)}>
                {isAsDelivered ? "Show as found" : "Show as delivered"}
              </ButtonLink>
            }
          />
          <Pills
            label="Kinds of data"
            tabs={page.categories.map((one) => ({
              href: address(one.id, 0),
              label: one.title,
              count: one.undecided > 0 ? `${one.records}, ${one.undecided} to decide` : one.records,
              current: one.id === page.category,
            }))}
          />
          <ScrollRegion label="Records, scrolls sideways" untilWide>
            <DataTable
              caption={`${current.title}, ${isAsDelivered ? "as the person gets them" : "as found"}`}
              look="wide"
              className="mt-3"
              rows={page.records}
              rowKey={(record) => record.id}
              rowId={(record) =>
                isOpen(record) && record === page.records.find(isOpen) ? "first" : rowOf(record)
              }
              rowTone={(record) => (isGone(record) ? "gone" : isOpen(record) ? "marked" : undefined)}
              columns={[
                {
                  key: "source",
                  head: "From",
                  isRowHeader: true,
                  nowrap: true,
                  muted: true,
                  className: "text-tiny",
                  cell: (record) => record.sourceName,
                },
                {
                  key: "body",
                  head: "What it says",
                  label: "",
                  className: "max-w-184",
                  cell: (record) => (
                    <>
                      <RecordBody reference={row.reference} record={record} isAsDelivered={isAsDelivered} />
                      {canWork && !isAsDelivered && (
                        <RecordActions
                          reference={row.reference}
                          back={`${address(page.category ?? "", page.position, false)}#${rowOf(record)}`}
                          record={record}
                          recordReasons={reasons("record")}
                          fieldReasons={reasons("field")}
                          onward={
                            firstOpen
                              ? { href: firstOpen, label: "Go to the next" }
                              : {
                                  href: caseAddress(list, row.reference, "decision"),
                                  label: "Open the decision",
                                }
                          }
                        />
                      )}
                    </>
                  ),
                },
                { key: "answer", head: "In the answer", cell: (record) => <RecordAnswer record={record} /> },
              ]}
            />
          </ScrollRegion>
          <Pager
            range={{
              from: page.position + 1,
              to: page.position + page.records.length,
              total: current.records,
            }}
            previousHref={
              page.position > 0
                ? address(page.category, Math.max(0, page.position - recordsPerPage))
                : undefined
            }
            nextHref={
              page.position + page.records.length < current.records
                ? address(page.category, page.position + recordsPerPage)
                : undefined
            }
            nextLabel={`Next ${recordsPerPage}`}
          />
        </>
      )}
    </CasePage>
  );
}

/** Where the page of a record begins, so that it is seen among its neighbours. */
const pageStart = (position: number) => position - (position % recordsPerPage);
const isOpen = (record: ReviewRecord) => record.flags.some((flag) => !flag.decided);
const isGone = (record: ReviewRecord) => record.redactions.some((one) => one.field === null);
