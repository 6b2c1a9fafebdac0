import { Form } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { formatDay, formatInstant } from "#lib/locales/format.ts";
import type { LetterLine } from "#lib/notices/queries/letters.ts";
import { CaseFields } from "../case-fields.tsx";
import { writeCode } from "./actions.ts";
import { letterName, postingNames } from "./words.ts";

/** The letters of a case and whether they have left; where there is an address on file, a code can be written to it. */
export function LettersSection({ view, letters }: { view: CaseView; letters: LetterLine[] }) {
  const { row, onFile, permitted } = view;
  const mayWriteCode = Boolean(onFile?.post) && row.proofId !== null && permitted.includes("post-code");
  if (letters.length === 0 && !mayWriteCode) return null;
  return (
    <section aria-labelledby="letters" className="mt-11">
      <h2 id="letters">Letters</h2>
      {letters.length > 0 && (
        <DataTable
          caption="Letters of this case, the newest first"
          className="mt-3"
          stack="pairs"
          rows={letters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              key: "letter",
              head: "Letter",
              isRowHeader: true,
              cell: (letter) => (
                <Link href={`/desk/cases/${row.reference}/letters/${letter.id}`}>
                  {letterName(letter.kind)}
                </Link>
              ),
            },
            {
              key: "written",
              head: "Written",
              muted: true,
              cell: (letter) => formatInstant(letter.writtenAt, row.zone, "en"),
            },
            {
              key: "posted",
              head: "Posted",
              cell: ({ posted }) =>
                posted ? (
                  <StatusWord status="done" inTable>
                    {formatDay(posted.on, "en", "short")}, {postingNames[posted.how].toLowerCase()}
                    {posted.number ? ` ${posted.number}` : ""}
                  </StatusWord>
                ) : (
                  <StatusWord status="waiting" inTable>
                    to print and post
                  </StatusWord>
                ),
            },
          ]}
        />
      )}
      {mayWriteCode && (
        <Form action={writeCode} locale="en" idPrefix="letter-code-" className="mt-4 max-w-160">
          <CaseFields reference={row.reference} />
          <p className="mb-3 text-muted">
            A code on paper goes to the postal address on file. It opens the request and the answer for three
            weeks; an earlier one on paper ends with it.
          </p>
          <Button type="submit">Write a letter with a code</Button>
        </Form>
      )}
    </section>
  );
}
