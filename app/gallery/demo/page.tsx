import { Button } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { DemoBar } from "#components/ui/demo-bar.tsx";
import { Letterhead } from "#components/ui/letterhead.tsx";
import { RoleCards } from "#components/ui/role-cards.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { WalkTicks } from "#components/ui/walk-ticks.tsx";

export const metadata = { title: "Gallery: demo" };

const facts = [
  { person: "Maya Santos", account: "IP 4471 0936", invoice: "£18.40, October 2026" },
  { person: "Leo Marchetti", account: "IP 2208 5513", invoice: "$24.00, September 2026" },
];

export default function Demo() {
  return (
    <div data-room="person">
      <DemoBar
        locale="en"
        who="Demo. You are nobody yet."
        progress={{ done: 1, steps: 7 }}
        next={{ href: "/gallery/question", label: "send a request as Maya" }}
        links={[
          { href: "/gallery/demo?mailbox", label: "Mailbox, 2 new" },
          { href: "/gallery/demo?clock", label: "Tuesday 24 November 2026" },
        ]}
      />
      <Letterhead organisation="Habeas" what="data requests, from asked to answered" wide />
      <main id="main" className="mx-auto max-w-288 px-5 pt-11 pb-24">
        <h1>Walk one request through the house</h1>
        <div className="max-w-168">
          <Lead>
            Maya asks, Ana collects and reads, Tom approves, Maya opens, Ingrid checks. About five minutes.
          </Lead>
        </div>
        <h2>Enter as</h2>
        <RoleCards
          cards={[
            {
              name: "Maya Santos",
              who: "customer, Bristol",
              text: <p>Ask for a copy of your data and prove it is you.</p>,
              action: <Button look="main">Enter as Maya</Button>,
              credentials: <p>No password needed.</p>,
            },
            {
              name: "Ana Ruiz",
              who: "caseworker",
              text: <p>Work the queue, collect from three stores, cover a name.</p>,
              action: <Button>Enter as Ana</Button>,
              credentials: <p>ana@ipc.example</p>,
            },
            {
              name: "Tom Okafor",
              who: "approver",
              text: <p>Read what Ana prepared and approve exactly that.</p>,
              action: <Button>Enter as Tom</Button>,
            },
          ]}
        />
        <div className="grid gap-x-18 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
          <section aria-labelledby="facts">
            <h2 id="facts">Facts to prove who you are</h2>
            <DataTable
              caption="Facts that fit the demo stores"
              rows={facts}
              rowKey={(row) => row.person}
              columns={[
                { key: "person", head: "Person", isRowHeader: true, cell: (row) => row.person },
                {
                  key: "account",
                  head: "Account number",
                  nowrap: true,
                  cell: (row) => <span className="mono">{row.account}</span>,
                },
                { key: "invoice", head: "Last invoice", cell: (row) => row.invoice },
              ]}
            />
          </section>
          <section aria-labelledby="walk">
            <h2 id="walk">The walk</h2>
            <WalkTicks
              locale="en"
              steps={[
                { text: "Maya sends a request", state: "done" },
                { text: "Ana finds it in the queue and collects", state: "now" },
                { text: "Ana covers the neighbour’s name and asks for approval", state: "todo" },
                { text: "Tom approves", state: "todo" },
              ]}
            />
          </section>
        </div>
      </main>
    </div>
  );
}
