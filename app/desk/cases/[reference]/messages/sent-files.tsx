import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import type { UploadView } from "#lib/files/queries.ts";
import { formatInstant, formatSize } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { release } from "./actions.ts";

/** What the person sent along. A file stays in quarantine until somebody says why it can be opened. */
export function SentFiles({ view, files }: { view: CaseView; files: readonly UploadView[] }) {
  const { row, permitted } = view;
  const mayRelease = permitted.includes("release-upload");
  return (
    <>
      <h2>Files the person sent</h2>
      <DataTable
        caption="Files the person sent"
        rows={files}
        rowKey={(file) => file.id}
        columns={[
          {
            key: "name",
            head: "File",
            isRowHeader: true,
            cell: (file) =>
              file.isReleased ? (
                <Link href={`/api/uploads/files/released/${row.id}/${file.id}`}>
                  <bdi>{file.name}</bdi>
                </Link>
              ) : (
                <bdi>{file.name}</bdi>
              ),
          },
          { key: "kind", head: "Kind", muted: true, cell: (file) => file.mediaType },
          { key: "size", head: "Size", nowrap: true, cell: (file) => formatSize(file.sizeBytes, "en") },
          { key: "at", head: "Sent", nowrap: true, cell: (file) => formatInstant(file.at, row.zone, "en") },
          {
            key: "state",
            head: "State",
            cell: (file) =>
              file.isReleased ? (
                <StatusWord status="done">released</StatusWord>
              ) : (
                <StatusWord status="stopped">in quarantine</StatusWord>
              ),
          },
        ]}
      />
      {mayRelease &&
        files
          .filter((file) => !file.isReleased)
          .map((file) => (
            <Form key={file.id} action={release} locale="en" idPrefix={`${file.id}-`} className="mt-4">
              <FormDetails
                summary={
                  <>
                    Release <bdi>{file.name}</bdi>
                  </>
                }
              >
                <div className="mt-3 max-w-160">
                  <CaseFields reference={row.reference} />
                  <input type="hidden" name="upload" value={file.id} />
                  <TextField
                    name="reason"
                    label="Why it can be opened"
                    hint="Kept as a note of the case. Released, the file can be saved by whoever works on the case"
                  />
                  <Button type="submit" className="mt-3">
                    Release this file
                  </Button>
                </div>
              </FormDetails>
            </Form>
          ))}
    </>
  );
}
