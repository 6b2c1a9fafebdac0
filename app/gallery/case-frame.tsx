import type { ReactNode } from "react";
import { CaseHead } from "#components/case/case-head.tsx";
import { CaseLayout, RailDate, RailLog, RailSection } from "#components/case/case-layout.tsx";
import { WhyThisDate } from "#components/case/why-this-date.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { Status } from "#components/ui/status-word.tsx";
import { line, reference, SampleDesk } from "./frames.tsx";

export function SampleCasePage(props: {
  tab: "review" | "decision";
  state: [Status, string];
  children: ReactNode;
}) {
  return (
    <SampleDesk>
      <DeskMain flush>
        <CaseHead
          list={{
            label: "Queue",
            href: "/gallery/queue",
            position: "9 of 14",
            previousHref: "/gallery/review?n=8",
            nextHref: "/gallery/review?n=10",
          }}
          reference={reference}
          facts={[
            <b key="person">Maya Santos</b>,
            <span key="right">
              Get a copy of my data <span className="text-muted">(access)</span>
            </span>,
            "UK GDPR",
            <StatusWord key="state" status={props.state[0]}>
              {props.state[1]}
            </StatusWord>,
          ]}
          due={
            <>
              <b>Answer by 8 December</b> <span className="text-muted">14 days left</span>
            </>
          }
          tabs={[
            { href: "/gallery/review?tab=overview", label: "Overview" },
            { href: "/gallery/review?tab=identity", label: "Identity" },
            { href: "/gallery/source", label: "Sources", count: "3 of 3" },
            {
              href: "/gallery/review",
              label: "Review",
              count: "3 to decide",
              current: props.tab === "review",
            },
            { href: "/gallery/decision", label: "Decision", current: props.tab === "decision" },
            { href: "/gallery/history", label: "History", count: 41 },
          ]}
        />
        <CaseLayout
          rail={
            <>
              <RailSection title="Answer by">
                <RailDate>Tue 8 December 2026</RailDate>
                <p>
                  14 days left <span className="text-muted">· aim for 4 December</span>
                </p>
                <WhyThisDate
                  look="panel"
                  open
                  short
                  line={line}
                  lineWords={{ start: "received", end: "23:59 London" }}
                  sums={[
                    { term: "3 Dec", text: "one month from receipt", source: "Art. 12A(1)" },
                    { term: "+ 5 days", text: "asked 5, answered 9 Nov", source: "Art. 12A(5)" },
                    { term: "8 Dec", text: "Tuesday, no bank holiday in England", isTotal: true },
                  ]}
                />
              </RailSection>
              <RailSection title="Identity">
                <StatusWord status="done" className="font-strong">
                  Two facts matched
                </StatusWord>
                <KeyValues
                  look="ends"
                  muted
                  className="mt-2"
                  items={[
                    { key: "Account number", value: "matched" },
                    { key: "Last invoice", value: "matched" },
                  ]}
                />
              </RailSection>
              <RailSection title="People">
                <KeyValues
                  look="ends"
                  items={[
                    { key: "Ana Ruiz", value: <span className="text-muted">prepares</span> },
                    {
                      key: <span className="text-muted">nobody yet</span>,
                      value: <span className="text-muted">approves</span>,
                    },
                  ]}
                />
              </RailSection>
              <RailSection title="Last events">
                <RailLog
                  events={[
                    { at: "10:31", instant: "2026-11-24T10:31Z", text: "Redacted 1 place in msg 0413" },
                    { at: "16 Nov", instant: "2026-11-16T09:00Z", text: "Review started" },
                  ]}
                />
                <p className="mt-2 text-tiny">
                  <Link href="/gallery/history">All 41 events</Link>
                </p>
              </RailSection>
            </>
          }
        >
          {props.children}
        </CaseLayout>
      </DeskMain>
    </SampleDesk>
  );
}
