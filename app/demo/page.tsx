import type { Metadata } from "next";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { Letterhead } from "#components/ui/letterhead.tsx";
import { Link } from "#components/ui/link.tsx";
import { RoleCards } from "#components/ui/role-cards.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { WalkTicks } from "#components/ui/walk-ticks.tsx";
import { cast, castKeys, type CastKey } from "#lib/demo/cast.ts";
import { cheatCard, type CheatRow } from "#lib/demo/facts.ts";
import type { HouseCard } from "#lib/demo/marks.ts";
import { currentWalk } from "#lib/demo/walk.ts";
import { enter } from "#lib/web/gates.ts";
import { enterAs, moveClock, startOver } from "./actions.ts";
import { demoVisitor } from "./gate.ts";
import { longDate } from "./words.ts";

export const metadata: Metadata = { title: "Demo: walk one request through the house · Habeas" };

/** The first page of a demo: who to be, what to type, and how far the walk has come. */
export default async function DemoPage() {
  const visit = await enter(demoVisitor());
  const [marks, walk] = await Promise.all([
    import("#lib/demo/queries/marks.ts"),
    import("#lib/demo/queries/walk.ts"),
  ]);
  const [firstDay, others, state] = await Promise.all([
    marks.findFirstDay(),
    marks.findMark("demo-houses"),
    walk.readWalk(),
  ]);
  const next = currentWalk(state).find((step) => step.state === "now");
  return (
    <div data-room="person" lang="en">
      <Letterhead organisation="Habeas" what="data requests, from asked to answered" wide />
      <main id="main" tabIndex={-1} className="mx-auto max-w-288 px-5 pt-11 pb-24 outline-none">
        <h1>Walk one request through the house</h1>
        <div className="max-w-168">
          <Lead>
            Maya asks a company for her data. Ana reads what was gathered, Tom approves it, Maya opens it,
            Ingrid checks that it all happened so. It takes about five minutes. The people are invented, and
            no mail leaves this machine: it is in the <Link href="/demo/mailbox">mailbox</Link>.
          </Lead>
        </div>
        <h2>Enter as</h2>
        <RoleCards cards={castKeys.map((key) => cardOf(key, next?.by ?? "maya"))} />
        <section aria-labelledby="facts">
          <h2 id="facts">Facts to prove who you are</h2>
          {firstDay ? (
            <Facts rows={cheatCard(firstDay)} />
          ) : (
            <p>The stores are being filled. Load this page again in a minute.</p>
          )}
        </section>
        <section aria-labelledby="walk">
          <h2 id="walk">The walk</h2>
          <p className="text-muted">Each step ticks itself when it has really happened.</p>
          <div className="mt-4 grid gap-x-18 gap-y-6 md:grid-cols-2">
            <div>
              <h3 className="mb-1">One request, from asked to opened</h3>
              <WalkTicks locale="en" steps={state.first} />
            </div>
            <div>
              <h3 className="mb-1">Another one is refused, and appealed</h3>
              <WalkTicks locale="en" steps={state.second} />
            </div>
          </div>
          <Form action={startOver} locale="en" idPrefix="over-">
            <p className="mt-6 text-muted">
              Starting over takes the ticks away and makes you nobody again. The cases stay as they are.
            </p>
            <Actions className="mt-4">
              <SubmitButton look="quiet">Start over</SubmitButton>
            </Actions>
          </Form>
        </section>
        {others && (
          <section aria-labelledby="others">
            <h2 id="others">The other organisations</h2>
            <p className="max-w-168 text-muted">
              Each has its own form, policy, stores and staff, who see nothing of anybody else’s. Ask as one
              of their people, or <Link href="/sign-in">sign in</Link> as staff.
            </p>
            <div className="mt-6 grid gap-x-18 gap-y-9 md:grid-cols-2">
              {others.houses.map((card) => (
                <House key={card.slug} card={card} />
              ))}
            </div>
          </section>
        )}
        <section aria-labelledby="date">
          <h2 id="date">The simulated date</h2>
          <p>
            It is {longDate(visit.now)} here. Move it, and everything with a deadline moves along: cases
            become late, links end. Codes and sign-ins keep the real time.
          </p>
          <Form action={moveClock} locale="en" idPrefix="clock-">
            <Actions className="mt-4">
              {moves.map(([days, label]) => (
                <SubmitButton key={days} look="quiet" name="days" value={days}>
                  {label}
                </SubmitButton>
              ))}
            </Actions>
          </Form>
        </section>
      </main>
    </div>
  );
}

const moves = [
  ["1", "One day on"],
  ["7", "A week on"],
  ["30", "30 days on"],
  ["0", "Back to today"],
] as const;

/** Whoever is next on the walk gets the main button. */
function cardOf(key: CastKey, next: CastKey) {
  const { name, who, text, credentials } = cast[key];
  const [firstName = name] = name.split(" ");
  return {
    id: key,
    name,
    who,
    text: <p>{text}</p>,
    action: (
      <Form action={enterAs} locale="en" idPrefix={`${key}-`}>
        <input type="hidden" name="as" value={key} />
        <SubmitButton look={key === next ? "main" : "quiet"}>{`Enter as ${firstName}`}</SubmitButton>
      </Form>
    ),
    credentials: <p>{credentials}</p>,
  };
}

function House({ card: { slug, name, staff, people } }: { card: HouseCard }) {
  return (
    <section aria-labelledby={`house-${slug}`} className="border-t-2 border-ink pt-4">
      <h3 id={`house-${slug}`}>
        <Link href={`/${slug}`}>{name}</Link>
      </h3>
      <ul className="mt-3 space-y-3">
        {people.map((person) => (
          <li key={person.name}>
            <b>{person.name}</b>
            <KeyValues
              look="ends"
              muted
              items={person.facts.map(({ label, value }) => ({
                key: label,
                value: <span className="wrap-anywhere">{value}</span>,
              }))}
            />
          </li>
        ))}
      </ul>
      <ul className="mt-4 space-y-1 text-small text-muted">
        {staff.map((one) => (
          <li key={one.name} className="wrap-anywhere">
            {one.name}, {one.roles}: {one.credentials}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ rows }: { rows: readonly CheatRow[] }) {
  return (
    <DataTable
      caption="Facts that match the demo stores"
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: "name", head: "Person", isRowHeader: true, cell: (row) => row.name },
        {
          key: "account",
          head: "Account number",
          nowrap: true,
          cell: (row) => <span className="mono">{row.accountNo}</span>,
        },
        { key: "invoice", head: "Last invoice", cell: (row) => row.invoice },
        { key: "postcode", head: "Postcode", nowrap: true, cell: (row) => row.postcode },
        { key: "born", head: "Date of birth", cell: (row) => row.born },
        { key: "card", head: "Card ends in", cell: (row) => <span className="mono">{row.card}</span> },
      ]}
    />
  );
}
