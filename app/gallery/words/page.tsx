import { DaysLeft } from "#components/case/days-left-word.tsx";
import { DateLine } from "#components/case/date-line.tsx";
import { Thread } from "#components/case/thread.tsx";
import { dayAfter } from "#components/case/days.ts";
import { Button } from "#components/ui/button.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { Status } from "#components/ui/status-word.tsx";
import { Note } from "#components/ui/text-parts.tsx";
import { SampleDesk, today } from "../frames.tsx";

export const metadata = { title: "Gallery: words" };

const statuses: Record<Status, string> = {
  open: "collecting",
  todo: "not yet",
  waiting: "waiting for them",
  due: "due today",
  late: "2 days late",
  done: "verified",
  refused: "refused",
  flagged: "names someone else",
  redacted: "redacted, 1 place",
  stopped: "clock stopped",
};

const lines = {
  "just received": { receivedOn: today, dueOn: "2026-12-24", today },
  "stop near today": {
    receivedOn: "2026-11-01",
    dueOn: "2026-12-20",
    today,
    stops: [{ from: "2026-11-18" }],
  },
  "several stops": {
    receivedOn: "2026-10-01",
    dueOn: "2026-12-20",
    today,
    stops: [
      { from: "2026-10-10", to: "2026-10-12" },
      { from: "2026-10-15", to: "2026-10-16" },
      { from: "2026-11-20", to: "2026-11-22" },
    ],
    movedFrom: ["2026-11-01"],
  },
  late: { receivedOn: "2026-10-01", dueOn: "2026-11-05", today },
  answered: { receivedOn: "2026-10-01", dueOn: "2026-11-05" },
};

export default function Words() {
  return (
    <SampleDesk>
      <DeskMain>
        <StatusMessage>Assigned to Ana Ruiz</StatusMessage>
        <h1>Words and buttons</h1>
        <h2 className="mt-8">Status</h2>
        <KeyValues
          className="mt-2"
          items={Object.entries(statuses).map(([status, word]) => ({
            key: status,
            value: (
              <span className="flex flex-wrap gap-6">
                <StatusWord status={status as Status}>{word}</StatusWord>
                <StatusWord status={status as Status} inTable>
                  {word}
                </StatusWord>
              </span>
            ),
          }))}
        />
        <h2 className="mt-8">Days left</h2>
        <ul className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
          {[-30, -1, 0, 1, 3, 4, 40].map((days) => (
            <li key={days}>
              <DaysLeft dueOn={dayAfter(today, days)} today={today} place="London" />
            </li>
          ))}
        </ul>
        <h2 className="mt-8">Date lines</h2>
        {Object.entries(lines).map(([name, facts], index) => (
          <figure key={name} className="mt-4 max-w-120">
            <figcaption className="text-muted">{name}</figcaption>
            <DateLine locale="en" id={`line-${index}`} facts={facts} short />
          </figure>
        ))}
        <h2 className="mt-8">Buttons</h2>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button look="main">Collect now</Button>
          <Button>Assign</Button>
          <Button look="danger">Withhold all 18</Button>
          <Button look="on">Filter</Button>
          <Button look="text">Clear all</Button>
          <Button look="main" aria-disabled>
            One moment
          </Button>
        </div>
        <h2 className="mt-8">Notes and messages</h2>
        <Note shape="flagged">
          <p>Two people work on this case.</p>
        </Note>
        <Thread
          messages={[
            {
              id: "2",
              from: "Ben Iweala",
              at: "9 November 2026, 18:02",
              instant: "2026-11-09T18:02:00Z",
              text: "Ask legal first.",
              noteLabel: "Note, only for the desk",
            },
            {
              id: "1",
              from: "Maya Santos",
              at: "5 November 2026, 11:20",
              instant: "2026-11-05T11:20:00Z",
              text: "Both accounts.",
            },
          ]}
        />
        <h2 className="mt-8 mb-2">Nothing here</h2>
        <EmptyState title="No case is late" actions={<Button>Show all open cases</Button>}>
          Every open case still has days left.
        </EmptyState>
      </DeskMain>
    </SampleDesk>
  );
}
