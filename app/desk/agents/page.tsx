import type { Metadata } from "next";
import { DataTable, RowLink } from "#components/ui/data-table.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { listWaitingAuthorities, type WaitingAuthority } from "#lib/agents/queries/authorities.ts";
import { formatDay } from "#lib/locales/format.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { agentStatusWords, paperWords, standingWords } from "../cases/[reference]/agent/words.ts";
import { DeskPage } from "../desk-page.tsx";

export const metadata: Metadata = { title: "Agents – Habeas" };

/** Papers of agents that somebody has to read, and those a person says she did not authorise; the most urgent first. */
export default async function AgentPapers() {
  const ctx = await enter(staff("case.read"));
  const papers = await listWaitingAuthorities(ctx);
  return (
    <DeskPage ctx={ctx} place="agents">
      <DeskMain>
        <Headline level={1} title="Agents’ papers to read" />
        <p className="mt-2 max-w-160 text-muted">
          A paper is accepted or rejected by what it says. A Californian power of attorney is read by two.
        </p>
        {papers.length === 0 ? (
          <EmptyState title="No paper waits">
            When an agent asks for somebody, his paper is read here first.
          </EmptyState>
        ) : (
          <DataTable
            caption="Papers to read, the most urgent case first"
            className="mt-6"
            stack="pairs"
            rows={papers}
            rowKey={(paper) => paper.reference}
            columns={[
              {
                key: "case",
                head: "Case",
                isRowHeader: true,
                nowrap: true,
                cell: (paper) => (
                  <RowLink href={`/desk/cases/${paper.reference}/agent`}>{paper.reference}</RowLink>
                ),
              },
              { key: "due", head: "Answer by", nowrap: true, cell: (paper) => formatDay(paper.dueOn, "en") },
              { key: "for", head: "For", cell: (paper) => paper.principal },
              { key: "agent", head: "Agent", cell: AgentCell },
              { key: "paper", head: "Paper", cell: (paper) => paperWords[paper.kind] },
              { key: "stands", head: "It stands", cell: Stand },
            ]}
          />
        )}
      </DeskMain>
    </DeskPage>
  );
}

function AgentCell({ agent, agentStatus }: WaitingAuthority) {
  const [shape, word] = agentStatusWords[agentStatus];
  return (
    <>
      {agent}
      {agentStatus !== "active" && (
        <StatusWord status={shape} inTable wrap className="mt-1">
          {word}
        </StatusWord>
      )}
    </>
  );
}

function Stand({ standing, accepted, needed, isReadByMe }: WaitingAuthority) {
  const [shape, word] = standingWords[standing];
  return (
    <>
      <StatusWord status={shape} inTable wrap>
        {word}
      </StatusWord>
      {needed === 2 && (
        <span className="block text-muted">
          {accepted} of 2 accepted it{isReadByMe ? "; you are one of them" : ""}
        </span>
      )}
    </>
  );
}
