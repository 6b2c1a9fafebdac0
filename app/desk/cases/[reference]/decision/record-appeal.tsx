import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { rightWords } from "#lib/cases/words.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { caps } from "#lib/text.ts";
import { CaseFields } from "../case-fields.tsx";
import { recordAppeal } from "./actions.ts";

/** Takes an appeal or complaint that came by post, telephone or mail, against what was sent and still stands. */
export function RecordAppeal({
  view: { row, claims, facts, permitted },
  now,
}: {
  view: CaseView;
  now: Date;
}) {
  const standing = claims.filter(({ id }) =>
    facts.claims.some((one) => one.id === id && one.told !== null && !one.openAppeal),
  );
  const [first] = standing;
  if (!first || !permitted.includes("appeal")) return null;
  const [year, month, day] = dayIn(now, row.zone).split("-");
  return (
    <Form action={recordAppeal} locale="en" idPrefix="came-" className="mt-6 max-w-160">
      <FormDetails summary="Record an appeal or complaint that came in another way">
        <div className="mt-3">
          <CaseFields reference={row.reference} />
          {standing.length === 1 ? (
            <input type="hidden" name="claimId" value={first.id} />
          ) : (
            <RadioChoices
              name="claimId"
              look="plain"
              legend="The answer it is against"
              options={standing.map(({ id, right }) => ({ value: id, label: rightWords[right] }))}
            />
          )}
          <DateField
            name="receivedOn"
            legend="Day it came"
            hint="Its days are counted from here"
            value={{ day: String(Number(day)), month: String(Number(month)), year: year ?? "" }}
          />
          <TextArea
            name="grounds"
            label="What the person wrote or said"
            hint="In the person’s own words"
            max={caps.letter}
            rows={4}
          />
          <Button type="submit" className="mt-3">
            Record it
          </Button>
        </div>
      </FormDetails>
    </Form>
  );
}
