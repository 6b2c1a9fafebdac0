import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import type { SourceProgress } from "#lib/cases/queries/view.ts";
import { formatNumber } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { goWithout, tryAgain } from "./actions.ts";

/** A source that could not be read to its end: search it again, or answer without it. */
export function Failure({ reference, source }: { reference: string; source: SourceProgress }) {
  return (
    <div className={`mt-4 border-s-4 ps-4 ${source.outcome === "failed" ? "border-danger" : "border-hair"}`}>
      <h3>{source.name}</h3>
      <p className="text-muted">{source.says}</p>
      <Form action={tryAgain} locale="en" idPrefix={`again-${source.sourceId}`} className="mt-3">
        <CaseFields reference={reference} />
        <input type="hidden" name="sourceId" value={source.sourceId} />
        <Button type="submit">Search it again</Button>
      </Form>
      {source.outcome === "failed" && !source.sentWithout && (
        <Form action={goWithout} locale="en" idPrefix={`without-${source.sourceId}`} className="mt-3">
          <FormDetails summary={source.rows > 0 ? "Answer without the rest" : "Answer without it"}>
            <div className="mt-3 max-w-160">
              {source.rows > 0 && (
                <p className="mb-3 text-muted">
                  What was read before it failed ({formatNumber(source.rows, "en")}{" "}
                  {source.rows === 1 ? "record" : "records"}) is the person’s and goes out. The letter says
                  that the rest is missing.
                </p>
              )}
              <CaseFields reference={reference} />
              <input type="hidden" name="sourceId" value={source.sourceId} />
              <TextArea
                name="reason"
                label="Why"
                hint="Stands in the letter, in these words and in the person’s language"
                max={500}
                rows={2}
              />
              <Button type="submit" className="mt-3">
                Answer without {source.rows > 0 ? `the rest of ${source.name}` : source.name}
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
    </div>
  );
}
