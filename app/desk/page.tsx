import type { Metadata } from "next";
import { DaysLeft } from "#components/case/days-left-word.tsx";
import { Form } from "#components/forms/form.tsx";
import { BarButton } from "#components/ui/bar-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DataTable, RowLink, type Column } from "#components/ui/data-table.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { PickBox } from "#components/ui/pick-box.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SelectionBar } from "#components/ui/selection-bar.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { countQueue, listColleagues, listQueue, type QueueRow } from "#lib/cases/queries/queue.ts";
import {
  caseAddress,
  parseQueueFilters,
  queueAddress,
  queueViewNames,
  queueViews,
  type QueueFilters,
  type QueueSort,
} from "#lib/cases/queue-filters.ts";
import { isOpen } from "#lib/cases/statuses.ts";
import { identityWords, lawWords, rightWords, statusWords } from "#lib/cases/words.ts";
import { regimeIds } from "#lib/law/ids.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatTime, placeOfZone } from "#lib/locales/format.ts";
import { countLettersToPost } from "#lib/notices/queries/letters.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { assignChosen } from "./actions.ts";
import { DeskPage } from "./desk-page.tsx";
import { whenWords } from "./when-words.ts";

export const metadata: Metadata = { title: "Queue – Habeas" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every open case of the organisation, the earliest day to answer first. All of the list stands in its address. */
export default async function Queue({ searchParams }: Props) {
  const ctx = await enter(staff("case.read"));
  const filters = parseQueueFilters(await searchParams);
  const house = await getHouse(ctx);
  const [{ rows, next }, counts, colleagues, toPost] = await Promise.all([
    listQueue(ctx, filters),
    countQueue(ctx, filters),
    listColleagues(ctx),
    countLettersToPost(ctx),
  ]);
  const total = filters.find ? counts.shown : counts.views[filters.view];
  return (
    <DeskPage ctx={ctx} place="queue">
      <DeskMain>
        <Headline
          level={1}
          title={filters.find ? "Found" : "Queue"}
          aside={`${formatDay(house.today, "en", "weekday")}, ${formatTime(ctx.now, house.zone, "en")} in ${house.place}`}
          actions={
            <>
              {toPost > 0 && <ButtonLink href="/desk/letters">Letters to post: {toPost}</ButtonLink>}
              <ButtonLink href="/desk/record">Record a request</ButtonLink>
            </>
          }
        />
        {filters.find ? (
          <p className="mt-3 text-muted">
            Cases that are exactly what you looked for, in any state. <a href="/desk">Back to the queue</a>
          </p>
        ) : (
          <Tabs
            label="Views"
            tabs={queueViews.map((view) => ({
              href: queueAddress({ ...filters, after: null }, { view }),
              label: queueViewNames[view],
              count: counts.views[view],
              current: view === filters.view,
              ...(view === "late" && counts.views.late > 0 ? { status: "late" as const } : {}),
            }))}
          />
        )}
        <FilterChips
          filters={filterChips(filters, colleagues)}
          clearHref={hasFilters(filters) ? queueAddress(filters, noFilters) : undefined}
        />
        {rows.length === 0 ? (
          <Nothing filters={filters} />
        ) : (
          <Form action={assignChosen} locale="en" className="group/pick">
            <input type="hidden" name="back" value={queueAddress(filters, { after: filters.after })} />
            <SelectionBar
              region="With the chosen cases"
              selected="{count} chosen"
              clear="Clear"
              total={`${counts.shown} of ${total} cases`}
            >
              <BarButton name="to" value="me" shortcut="a">
                Assign to me
              </BarButton>
              <BarButton name="to" value="nobody">
                Give back
              </BarButton>
            </SelectionBar>
            <ScrollRegion label="Cases, scrolls sideways" untilWide>
              <DataTable
                caption="Cases, the earliest day to answer first"
                stack="pairs"
                rows={rows}
                rowKey={(row) => row.id}
                columns={columns(filters, house, ctx.now)}
              />
            </ScrollRegion>
          </Form>
        )}
        {next && <Pager nextHref={queueAddress(filters, { after: next })} nextLabel="Next 50" />}
      </DeskMain>
    </DeskPage>
  );
}

const noFilters = { right: null, law: null, who: null, due: null } as const;
const hasFilters = (filters: QueueFilters) =>
  Object.keys(noFilters).some((key) => filters[key as keyof typeof noFilters] !== null);

function filterChips(filters: QueueFilters, colleagues: { id: string; name: string }[]) {
  const link = (change: Partial<QueueFilters>) => queueAddress(filters, change);
  const people = [
    { value: "me", label: "me" },
    { value: "nobody", label: "nobody" },
    ...colleagues.map((one) => ({ value: one.id, label: one.name })),
  ];
  const days = [3, 7, 14, 30];
  return [
    {
      name: "Right",
      value: filters.right ? rightWords[filters.right] : "any",
      removeHref: filters.right ? link({ right: null }) : undefined,
      options: rightIds.map((right) => ({ label: rightWords[right], href: link({ right }) })),
    },
    {
      name: "Law",
      value: filters.law ? lawWords[filters.law] : "any",
      removeHref: filters.law ? link({ law: null }) : undefined,
      options: regimeIds.map((law) => ({ label: lawWords[law], href: link({ law }) })),
    },
    {
      name: "Who",
      value: people.find((one) => one.value === filters.who)?.label ?? "anyone",
      removeHref: filters.who ? link({ who: null }) : undefined,
      options: people.map(({ value, label }) => ({ label, href: link({ who: value }) })),
    },
    {
      name: "Due",
      value: filters.due === null ? "any day" : `within ${filters.due} days`,
      removeHref: filters.due === null ? undefined : link({ due: null }),
      options: days.map((due) => ({ label: `within ${due} days`, href: link({ due }) })),
    },
  ];
}

function columns(filters: QueueFilters, house: { zone: string }, now: Date): Column<QueueRow>[] {
  const sort = (by: QueueSort) => ({
    href: queueAddress(filters, {
      sort: by,
      order: filters.sort === by && filters.order === "asc" ? "desc" : "asc",
    }),
    now:
      filters.sort !== by ? null : filters.order === "asc" ? ("ascending" as const) : ("descending" as const),
  });
  return [
    {
      key: "pick",
      head: "Choose",
      isPick: true,
      cell: (row) => (
        <PickBox name="case" value={`${row.id}~${row.assigneeId ?? "nobody"}`} what={row.reference} />
      ),
    },
    {
      key: "reference",
      head: "Reference",
      isRowHeader: true,
      place: "first",
      cell: (row) => <RowLink href={caseAddress(filters, row.reference)}>{row.reference}</RowLink>,
    },
    {
      key: "due",
      head: "Answer by",
      place: "second",
      sort: sort("due"),
      cell: (row) =>
        isOpen(row.status) ? (
          <DaysLeft dueOn={row.dueOn} today={dayIn(now, row.zone)} place={placeOfZone(row.zone)} />
        ) : (
          <time dateTime={row.dueOn} className="text-muted">
            {formatDay(row.dueOn, "en", "short")}
          </time>
        ),
    },
    { key: "person", head: "Person", className: "md:min-w-22", cell: (row) => <bdi>{row.person}</bdi> },
    {
      key: "right",
      head: "Right",
      cell: (row) => [...new Set(row.claims.map((one) => rightWords[one.right]))].join(", "),
    },
    {
      key: "law",
      head: "Law",
      nowrap: true,
      cell: (row) => [...new Set(row.claims.map((one) => lawWords[one.regime]))].join(", "),
    },
    {
      key: "state",
      head: "State",
      cell: (row) => (
        <StatusWord status={statusWords[row.status][0]} inTable>
          {statusWords[row.status][1]}
        </StatusWord>
      ),
    },
    {
      key: "identity",
      head: "Identity",
      cell: (row) => {
        const words = identityWords(row);
        return words ? (
          <StatusWord status={words[0]} inTable>
            {words[1]}
          </StatusWord>
        ) : (
          <span className="text-muted">not needed</span>
        );
      },
    },
    {
      key: "aim",
      head: "Aim for",
      nowrap: true,
      muted: true,
      sort: sort("aim"),
      cell: (row) => formatDay(row.aimOn, "en", "short"),
    },
    {
      key: "who",
      head: "Who",
      nowrap: true,
      cell: (row) => row.assignee ?? <span className="text-muted">nobody</span>,
    },
    {
      key: "tasks",
      head: "Tasks",
      nowrap: true,
      cell: (row) => (row.work.total > 0 ? `${row.work.done} of ${row.work.total}` : null),
    },
    {
      key: "marks",
      head: "Marks",
      cell: (row) => (row.marks.length > 0 ? row.marks.map((mark) => <Tag key={mark}>{mark}</Tag>) : null),
    },
    {
      key: "last",
      head: "Last",
      nowrap: true,
      muted: true,
      sort: sort("last"),
      cell: (row) => whenWords(row.lastActivityAt, now, house.zone),
    },
  ];
}

function Nothing({ filters }: { filters: QueueFilters }) {
  if (filters.find) {
    return (
      <EmptyState title="Nothing is exactly that">
        Only the whole reference, name, e-mail address or account number is found. Check the spelling, or look
        through the queue.
      </EmptyState>
    );
  }
  if (hasFilters(filters)) {
    return (
      <EmptyState title="No case fits these filters">
        Take one of the filters away, or <a href={queueAddress(filters, noFilters)}>clear them all</a>.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`Nothing under “${queueViewNames[filters.view]}”`}>
      New requests appear here by themselves. What came by mail, phone or post is entered with “Record a
      request”.
    </EmptyState>
  );
}
