import type { Metadata } from "next";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { may } from "#lib/auth/roles.ts";
import { foundKinds, neverOut } from "#lib/engine/datasets/never-out.ts";
import { listFindings, type FindingView } from "#lib/engine/findings/queries.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { caps } from "#lib/text.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { DeskPage } from "../desk-page.tsx";
import { close } from "./actions.ts";

export const metadata: Metadata = { title: "Findings – Habeas" };

/** What the stores hold and may not even store: where, since when, in how many cases, and what was done about it. */
export default async function Findings() {
  const ctx = await enter(staff("settings.read"));
  const [findings, { zone }] = await Promise.all([listFindings(ctx), getHouse(ctx)]);
  const mayClose = may(ctx.actor.roles, "findings.close");
  return (
    <DeskPage ctx={ctx} place="findings">
      <DeskMain>
        <h1>Findings</h1>
        <p className="mt-2 max-w-160 text-muted">
          What a store of yours holds and nobody may store. It is met while collecting for a case. Its value
          is never copied and stands in no answer; the person is told that it is held.
        </p>
        {findings.length === 0 ? (
          <EmptyState title="Nothing was found">
            No case has met anything that must not be stored. What is looked for follows from the data
            categories in the maps of your sources.
          </EmptyState>
        ) : (
          <DataTable
            caption="Findings, the open ones first"
            className="mt-5"
            rows={findings}
            rowKey={(one) => one.id}
            columns={[
              {
                key: "what",
                head: "What",
                isRowHeader: true,
                cell: (one) => (
                  <>
                    {foundKinds[one.kind]}
                    {neverOut[one.kind].citation && (
                      <span className="block text-tiny text-muted">{neverOut[one.kind].citation}</span>
                    )}
                  </>
                ),
              },
              {
                key: "where",
                head: "Where",
                cell: (one) => (
                  <>
                    {one.sourceName}
                    <span className="block font-mono text-tiny text-muted wrap-anywhere">
                      {one.collection}.{one.field}
                    </span>
                  </>
                ),
              },
              {
                key: "first",
                head: "First met",
                muted: true,
                nowrap: true,
                cell: (one) => formatInstant(one.firstSeenAt, zone, "en"),
              },
              { key: "cases", head: "Cases", cell: (one) => String(one.cases) },
              {
                key: "state",
                head: "State",
                cell: (one) => <State one={one} zone={zone} mayClose={mayClose} />,
              },
            ]}
          />
        )}
      </DeskMain>
    </DeskPage>
  );
}

function State({ one, zone, mayClose }: { one: FindingView; zone: string; mayClose: boolean }) {
  const before = one.note && (
    <span className="block max-w-120 whitespace-pre-line text-muted">
      {one.state === "open" ? "Met again. Before, " : ""}
      {one.closedBy ?? "somebody"} wrote{one.closedAt ? ` on ${formatInstant(one.closedAt, zone, "en")}` : ""}
      : {one.note}
    </span>
  );
  if (one.state === "closed")
    return (
      <>
        <StatusWord status="done" inTable>
          closed
        </StatusWord>
        {before}
      </>
    );
  return (
    <>
      <StatusWord status="flagged" inTable>
        open
      </StatusWord>
      {before}
      {mayClose && (
        <Form action={close} locale="en" idPrefix={`close-${one.id}`} className="mt-1">
          <FormDetails summary="Close it">
            <div className="mt-2 max-w-120">
              <input type="hidden" name="findingId" value={one.id} />
              <TextArea
                name="note"
                label="What was done"
                hint="For example: deleted from the store, and no longer kept there"
                max={caps.paragraph}
                rows={2}
              />
              <Button type="submit" className="mt-3">
                Close this finding
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
    </>
  );
}
