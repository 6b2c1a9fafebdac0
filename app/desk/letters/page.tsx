import type { Metadata } from "next";
import { Crumb } from "#components/ui/crumb.tsx";
import { DataTable, RowLink } from "#components/ui/data-table.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { formatInstant } from "#lib/locales/format.ts";
import { listLettersToPost } from "#lib/notices/queries/letters.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { letterName } from "../cases/[reference]/letters/words.ts";
import { DeskPage } from "../desk-page.tsx";

export const metadata: Metadata = { title: "Letters to post – Habeas" };

/** The day's post: every letter that has been written and has not left, the oldest first. */
export default async function LettersToPost() {
  const ctx = await enter(staff("case.read"));
  const letters = await listLettersToPost(ctx);
  return (
    <DeskPage ctx={ctx} place="queue">
      <DeskMain>
        <Crumb href="/desk" label="Queue" />
        <Headline level={1} title="Letters to post" />
        <p className="mt-2 max-w-160 text-muted">
          For people who have no e-mail address. Print a letter, post it, and record that it left.
        </p>
        {letters.length === 0 ? (
          <EmptyState title="Nothing to post" />
        ) : (
          <DataTable
            caption="Letters to post, the oldest first"
            className="mt-6"
            stack="pairs"
            rows={letters}
            rowKey={(letter) => letter.id}
            columns={[
              {
                key: "letter",
                head: "Letter",
                isRowHeader: true,
                cell: (letter) => (
                  <RowLink href={`/desk/cases/${letter.reference}/letters/${letter.id}`}>
                    {letterName(letter.kind)}
                  </RowLink>
                ),
              },
              { key: "case", head: "Case", nowrap: true, cell: (letter) => letter.reference },
              {
                key: "written",
                head: "Written",
                muted: true,
                nowrap: true,
                cell: (letter) => formatInstant(letter.writtenAt, letter.zone, "en"),
              },
            ]}
          />
        )}
      </DeskMain>
    </DeskPage>
  );
}
