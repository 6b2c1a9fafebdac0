import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { AgentOfCase } from "#lib/agents/queries/authorities.ts";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { formatSize, formatInstant } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { release } from "./actions.ts";

/** The paper itself: kept apart until somebody says why it can be opened, and then saved, never shown here. */
export function Documents(props: { row: CaseView["row"]; found: AgentOfCase; canRelease: boolean }) {
  const { row, found, canRelease } = props;
  return (
    <section aria-labelledby="documents">
      <Headline level={2} id="documents" title="The paper" className="mt-11" />
      <ul className="mt-3 max-w-160 border-t border-hair">
        {found.documents.map((file) => (
          <li key={file.id} className="border-b border-hair py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-4">
              {file.isReleased ? (
                <Link href={`/api/uploads/files/released/authority/${file.id}`}>{file.name}</Link>
              ) : (
                <span className="wrap-anywhere">{file.name}</span>
              )}
              <span className="text-muted">
                {formatSize(file.sizeBytes, "en")}, {formatInstant(file.at, row.zone, "en")}
              </span>
              <StatusWord status={file.isReleased ? "done" : "waiting"}>
                {file.isReleased ? "released" : "in quarantine"}
              </StatusWord>
            </p>
            {!file.isReleased && canRelease && (
              <Form action={release} locale="en" idPrefix={`release-${file.id}-`} className="mt-2">
                <FormDetails summary="Release it">
                  <CaseFields reference={row.reference} />
                  <input type="hidden" name="fileId" value={file.id} />
                  <TextArea name="reason" label="Why it can be opened" max={2000} rows={2} />
                  <Button type="submit" className="mt-3">
                    Release this document
                  </Button>
                </FormDetails>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
