import { DaysLeft } from "#components/case/days-left-word.tsx";
import { BarButton } from "#components/ui/bar-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DataTable, RowLink } from "#components/ui/data-table.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { PickBox } from "#components/ui/pick-box.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SelectionBar } from "#components/ui/selection-bar.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { SampleDesk, today } from "../frames.tsx";
import { cases } from "../sample-cases.ts";

export const metadata = { title: "Gallery: queue" };

const here = "/gallery/queue";
const options = ["any", "UK", "EU", "California", "Virginia"].map((label) => ({
  label,
  href: `${here}?law=${label}`,
  isCurrent: label === "any",
}));

export default function Queue() {
  return (
    <SampleDesk>
      <DeskMain>
        <Headline
          level={1}
          title="Queue"
          aside="Tuesday 24 November 2026, 10:36 in London"
          actions={<ButtonLink href={here}>Record a request</ButtonLink>}
        />
        <Tabs
          label="Views"
          tabs={[
            { href: here, label: "All open", count: 143, current: true },
            { href: `${here}?view=today`, label: "Needs me today", count: 6 },
            { href: `${here}?view=unassigned`, label: "Unassigned", count: 31 },
            { href: `${here}?view=unverified`, label: "Not verified", count: 24 },
            { href: `${here}?view=approve`, label: "To approve", count: 8 },
            { href: `${here}?view=late`, label: "Late", count: 2, status: "late" },
            { href: `${here}?view=appeals`, label: "Appeals", count: 2 },
          ]}
        />
        <FilterChips
          clearHref={here}
          filters={[
            { name: "Right", value: "any", options },
            { name: "Law", value: "any", options },
            { name: "Due", value: "within 30 days", removeHref: here, options },
          ]}
        />
        <form className="group/pick">
          <SelectionBar
            region="With the selected"
            selected="{count} selected"
            clear="Clear"
            total="9 of 143 cases"
          >
            <BarButton shortcut="a">Assign</BarButton>
            <BarButton shortcut="m">Message</BarButton>
          </SelectionBar>
          <ScrollRegion label="Cases" untilWide>
            <DataTable
              caption="Open cases, the earliest day to answer first"
              stack="pairs"
              rows={cases}
              rowKey={(row) => row.reference}
              columns={[
                {
                  key: "pick",
                  head: "Select",
                  isPick: true,
                  cell: (row) => (
                    <PickBox
                      name="case"
                      value={row.reference}
                      what={row.reference}
                      isChosen={row.reference === "HB-8PLE-Q3XN"}
                    />
                  ),
                },
                {
                  key: "reference",
                  head: "Reference",
                  isRowHeader: true,
                  place: "first",
                  cell: (row) => <RowLink href="/gallery/review">{row.reference}</RowLink>,
                },
                {
                  key: "due",
                  head: "Answer by",
                  place: "second",
                  sort: { href: `${here}?sort=-due`, now: "ascending" },
                  cell: (row) => <DaysLeft dueOn={row.dueOn} today={today} place="London" />,
                },
                { key: "person", head: "Person", nowrap: true, cell: (row) => row.person },
                { key: "right", head: "Right", cell: (row) => row.right },
                { key: "law", head: "Law", nowrap: true, cell: (row) => row.law },
                {
                  key: "state",
                  head: "State",
                  cell: (row) => (
                    <StatusWord status={row.state[0]} inTable>
                      {row.state[1]}
                    </StatusWord>
                  ),
                },
                {
                  key: "identity",
                  head: "Identity",
                  cell: (row) =>
                    row.identity ? (
                      <StatusWord status={row.identity[0]} inTable>
                        {row.identity[1]}
                      </StatusWord>
                    ) : (
                      <span className="text-muted">not needed</span>
                    ),
                },
                {
                  key: "who",
                  head: "Who",
                  nowrap: true,
                  sort: { href: `${here}?sort=who`, now: null },
                  cell: (row) => row.who ?? <span className="text-muted">nobody</span>,
                },
                { key: "tasks", head: "Tasks", nowrap: true, cell: (row) => row.tasks },
                { key: "marks", head: "Marks", cell: (row) => row.mark && <Tag>{row.mark}</Tag> },
                { key: "last", head: "Last", nowrap: true, muted: true, cell: (row) => row.last },
              ]}
            />
          </ScrollRegion>
        </form>
        <Pager range={{ from: 1, to: 9, total: 143 }} nextHref={`${here}?after=9`} nextLabel="Next 50" />
      </DeskMain>
    </SampleDesk>
  );
}
