import type { ReactNode } from "react";
import { CaseHead } from "#components/case/case-head.tsx";
import { CaseLayout, RailLog, RailSection } from "#components/case/case-layout.tsx";
import { NextStep } from "#components/case/next-step.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { recordRead } from "#lib/cases/commands/read.ts";
import { nextStepOf, type CaseTab } from "#lib/cases/next-step.ts";
import { listCaseHistory } from "#lib/cases/queries/history.ts";
import { findPlace } from "#lib/cases/queries/place.ts";
import { getCaseView, type CaseView } from "#lib/cases/queries/view.ts";
import { caseAddress, listIn, queueAddress, type QueueFilters } from "#lib/cases/queue-filters.ts";
import { hasNeeds, type Needs } from "#lib/cases/needs.ts";
import { isOpen } from "#lib/cases/statuses.ts";
import { identityWords, needWords, rightWords, statusWords } from "#lib/cases/words.ts";
import type { StaffContext } from "#lib/context.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { found } from "#lib/web/found.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import { DeskPage } from "../../desk-page.tsx";
import { whenWords } from "../../when-words.ts";
import { DueInHead, DueRail } from "./due-rail.tsx";

export type CaseParams = { params: Promise<{ reference: string }> };

/** What the button of the next step says, by where it leads. */
const openTab = {
  overview: "See the request",
  agent: "See the agent",
  identity: "See the check",
  sources: "See the sources",
  review: "Read the records",
  decision: "Open the decision",
  messages: "Read the messages",
  history: "Read the history",
} satisfies Record<CaseTab, string>;

/** Lets staff in, opens the case and records that they looked. */
export async function openCasePage(
  params: CaseParams["params"],
  tab: CaseTab,
): Promise<{ ctx: StaffContext; view: CaseView }> {
  const ctx = await enter(staff("case.read"));
  const view = await found(getCaseView(ctx, (await params).reference));
  await recordRead(ctx, view.row.id, tab);
  return { ctx, view };
}

/** The list a case was opened from, as the address of the page has it. */
export async function openedFrom(): Promise<QueueFilters> {
  return listIn((await currentVisit()).path);
}

async function readPlace(ctx: StaffContext, row: CaseView["row"]) {
  const list = await openedFrom();
  return { list, place: await findPlace(ctx, row, list) };
}

/** A case around one of its tabs: who and what at the top, the date and the people at the side. */
export async function CasePage(props: {
  ctx: StaffContext;
  view: CaseView;
  tab: CaseTab;
  children: ReactNode;
}) {
  const { ctx, view, tab } = props;
  const { row, requester, first } = view;
  const asked = [...view.claims, ...view.passedOn];
  const history = await listCaseHistory(ctx, row, view.names);
  const next = nextStepOf(view.facts, ctx.actor);
  const { list, place } = await readPlace(ctx, row);
  const at = (one: CaseTab, reference = row.reference) => caseAddress(list, reference, one);
  const today = dayIn(ctx.now, first.zone);
  const happened = history.filter((event) => event.event.type !== "case.read");
  const [status, word] = statusWords[row.status];
  const undecided = view.facts.undecidedFlags;
  return (
    <DeskPage ctx={ctx} place="queue">
      <DeskMain flush>
        <CaseHead
          list={{
            label: list.find ? "Found" : "Queue",
            href: queueAddress(list, { after: list.after }),
            ...(place.position === null ? {} : { position: `${place.position} of ${place.total}` }),
            ...(place.previous ? { previousHref: at(tab, place.previous) } : {}),
            ...(place.next ? { nextHref: at(tab, place.next) } : {}),
          }}
          reference={row.reference}
          facts={[
            <b key="person">{view.onFile?.name ?? requester.child?.name ?? requester.name}</b>,
            ...(requester.child ? [`a child, asked for by ${requester.name}`] : []),
            ...(row.judgement ? ["a child who asks herself"] : []),
            [...new Set(asked.map((claim) => rightWords[claim.right]))].join(", "),
            [...new Set(asked.map((claim) => regimes[claim.regime].name))].join(", "),
            <StatusWord key="state" status={status}>
              {word}
            </StatusWord>,
          ]}
          due={<DueInHead view={view} today={today} />}
          mind={hasNeeds(view.needs) && <NeedsLine needs={view.needs} />}
          tabs={[
            { href: at("overview"), label: "Overview", current: tab === "overview" },
            ...(view.facts.agent ? [{ href: at("agent"), label: "Agent", current: tab === "agent" }] : []),
            { href: at("identity"), label: "Identity", current: tab === "identity" },
            {
              href: at("sources"),
              label: "Sources",
              count: sourcesCount(view),
              current: tab === "sources",
            },
            {
              href: at("review"),
              label: "Review",
              ...(undecided > 0 ? { count: `${undecided} to decide` } : {}),
              current: tab === "review",
            },
            { href: at("decision"), label: "Decision", current: tab === "decision" },
            { href: at("messages"), label: "Messages", current: tab === "messages" },
            { href: at("history"), label: "History", count: history.length, current: tab === "history" },
          ]}
        />
        <CaseLayout
          rail={
            <>
              <DueRail view={view} today={today} />
              <IdentityRail view={view} />
              <PeopleRail view={view} />
              <RailSection title="Last events">
                <RailLog
                  events={happened.slice(0, 5).map((event) => ({
                    at: whenWords(event.at, ctx.now, row.zone),
                    instant: event.at.toISOString(),
                    text: event.sentence,
                  }))}
                />
                <p className="mt-2 text-tiny">
                  <Link href={at("history")}>All {history.length} events</Link>
                </p>
              </RailSection>
            </>
          }
        >
          {next && next.tab !== tab && (
            <NextStep
              title={next.title}
              actions={
                <ButtonLink look="main" href={at(next.tab)}>
                  {openTab[next.tab]}
                </ButtonLink>
              }
            >
              {next.text}
            </NextStep>
          )}
          {props.children}
        </CaseLayout>
      </DeskMain>
    </DeskPage>
  );
}

/** What the person needs, on every page of the case, so that nobody has to remember it. */
function NeedsLine({ needs: { kinds, note } }: { needs: Needs }) {
  return (
    <StatusWord status="flagged" wrap>
      Needs {[...kinds.map((one) => needWords[one]), ...(note ? [`“${note}”`] : [])].join(", ")}
    </StatusWord>
  );
}

function sourcesCount({ sources }: CaseView): string | undefined {
  if (sources.length === 0) return undefined;
  return `${sources.filter((source) => source.state === "done" || source.state === "failed").length} of ${sources.length}`;
}

function IdentityRail({ view }: { view: CaseView }) {
  const [newest] = view.proofs;
  const proof = newest
    ? {
        kind: newest.kind,
        passed: newest.passed,
        matched: newest.facts.filter((fact) => fact.outcome === "matched").length,
      }
    : null;
  const words =
    view.claims.length === 0
      ? (["waiting", "for those who decide to check"] as const)
      : identityWords({ proof, method: view.requester.method });
  return (
    <RailSection title="Identity">
      {words ? (
        <StatusWord status={words[0]} className="font-strong">
          {words[1]}
        </StatusWord>
      ) : (
        <span className="text-muted">no proof needed</span>
      )}
      {newest && newest.facts.length > 0 && (
        <KeyValues
          look="ends"
          muted
          className="mt-2"
          items={newest.facts.map((fact) => ({
            key: factName(view, fact.fact),
            value: fact.outcome.replace("-", " "),
          }))}
        />
      )}
    </RailSection>
  );
}

/** The policy's name for a fact. */
export function factName({ policy }: CaseView, id: string): string {
  const { locator, facts } = policy.policy.proof;
  return [locator, ...facts].find((fact) => fact.id === id)?.label.en ?? id;
}

function PeopleRail({ view }: { view: CaseView }) {
  const { row, bundle, approval, names } = view;
  const parts = new Map<string, string[]>();
  const add = (id: string, part: string) => parts.set(id, [...(parts.get(id) ?? []), part]);
  if (row.assigneeId) add(row.assigneeId, isOpen(row.status) ? "works on it" : "worked on it");
  if (bundle && bundle.state !== "superseded") add(bundle.preparedById, "prepared");
  if (approval) add(approval.byId, "approved");
  const items = [...parts].map(([id, did]) => ({
    key: names.get(id) ?? "somebody",
    value: <span className="text-muted">{did.join(", ")}</span>,
  }));
  return (
    <RailSection title="People">
      {items.length > 0 ? (
        <KeyValues look="ends" items={items} />
      ) : (
        <span className="text-muted">nobody yet</span>
      )}
    </RailSection>
  );
}
