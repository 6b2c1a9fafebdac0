import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import type { SourceProgress } from "#lib/cases/queries/view.ts";
import { authorityGrounds, authorityWords } from "#lib/engine/collecting/authority.ts";
import { capitalised, caps } from "#lib/text.ts";
import { CaseFields } from "../case-fields.tsx";
import { openContent } from "./actions.ts";

/** What stays closed in a source, and the ground on which it may be opened. */
export function Closed(props: { reference: string; source: SourceProgress; canOpen: boolean }) {
  const { source } = props;
  return (
    <div className="mt-4 border-s-4 border-hair ps-4">
      <h3>{source.name}</h3>
      <p className="text-muted">Not opened: {source.unopened.join(", ")}</p>
      {props.canOpen && (
        <Form action={openContent} locale="en" idPrefix={`open-${source.sourceId}`} className="mt-1">
          <FormDetails summary="Record why it may be opened">
            <div className="mt-3 max-w-160">
              <CaseFields reference={props.reference} />
              <input type="hidden" name="sourceId" value={source.sourceId} />
              <RadioChoices
                name="ground"
                look="plain"
                legend="Why it may be opened"
                options={authorityGrounds.map((value) => ({
                  value,
                  label: capitalised(authorityWords[value]),
                }))}
              />
              <TextArea
                name="note"
                label="Who allowed it, and how you know"
                hint="Kept with the case, sealed. The person does not read it"
                max={caps.paragraph}
                rows={2}
              />
              <Button type="submit" className="mt-3">
                Record it and search again
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
    </div>
  );
}
