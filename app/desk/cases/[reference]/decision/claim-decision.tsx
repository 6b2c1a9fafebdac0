import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { reasonName } from "#lib/bundle/assemble/reasons.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { ClaimView } from "#lib/cases/queries/view.ts";
import { languageWords, rightWords } from "#lib/cases/words.ts";
import { ofChildren } from "#lib/cases/guards.ts";
import { groundsFor, type ReasonCode } from "#lib/decisions/reasons.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { owedWords } from "#lib/law/owed.ts";
import { versionOn } from "#lib/law/versions.ts";
import { CaseFields } from "../case-fields.tsx";
import { decide } from "./actions.ts";

/** Decides one request: granted, in part, refused; the reasons are those its law knows. */
export function ClaimDecision(props: {
  row: CaseRow;
  claim: ClaimView;
  isOnly: boolean;
  /** The only reasons for which it can be refused, and nothing else be done; null where everything can be. */
  only: readonly ReasonCode[] | null;
}) {
  const { row, claim } = props;
  const receivedOn = dayIn(row.receivedAt, row.zone);
  const grounds = groundsFor(claim.regime, claim.right, receivedOn, "request").filter((ground) =>
    props.only === null ? !ofChildren.includes(ground.id) : props.only.includes(ground.id),
  );
  const partial = groundsFor(claim.regime, claim.right, receivedOn, "record");
  const reasons = (list: typeof grounds, name: string) => (
    <CheckboxChoices
      name={name}
      look="plain"
      legend="Because"
      value={claim.decision?.reasons ?? []}
      options={list.map((ground) => ({
        value: ground.id,
        label: reasonName(ground.id, "en"),
        hint: `${ground.citation}${ground.mark === "M" ? ", not confirmed" : ""}`,
      }))}
    />
  );
  return (
    <Form action={decide} locale="en" idPrefix={`decide-${claim.id}`} className="mb-4">
      <FormDetails
        summary={
          <>
            {claim.decision ? "Decide again" : "Decide"}
            {props.isOnly ? "" : `: ${rightWords[claim.right]}`}
          </>
        }
        isOpen={claim.decision === null}
      >
        <div className="mt-3 max-w-160">
          <CaseFields reference={row.reference} version={row.version} />
          <input type="hidden" name="claimId" value={claim.id} />
          <Owed claim={claim} receivedOn={receivedOn} />
          <RadioChoices
            name="outcome"
            legend={`What becomes of “${rightWords[claim.right]}”`}
            look="plain"
            {...(claim.decision ? { value: claim.decision.outcome } : {})}
            options={[
              ...(props.only !== null
                ? []
                : [
                    { value: "granted", label: "Granted" },
                    {
                      value: "in-part",
                      label: "Granted in part",
                      reveal: reasons(
                        [...new Map([...grounds, ...partial].map((one) => [one.id, one])).values()],
                        "partReasons",
                      ),
                    },
                  ]),
              { value: "refused", label: "Refused", reveal: reasons(grounds, "reasons") },
            ]}
          />
          <TextArea
            name="explanation"
            label="In your own words"
            hint={`Stands in the letter after the reason, in ${languageWords[row.locale]}`}
            optional
            max={2000}
            rows={3}
            {...(claim.decision?.explanation ? { value: claim.decision.explanation } : {})}
          />
          <Button type="submit" look="main" className="mt-4">
            Decide like this
          </Button>
        </div>
      </FormDetails>
    </Form>
  );
}

/** On what grounds the law owes it; one is enough. */
function Owed({ claim, receivedOn }: { claim: ClaimView; receivedOn: string }) {
  const owed = versionOn(regimes[claim.regime], receivedOn).version.owed?.[claim.right] ?? [];
  if (owed.length === 0) return null;
  return (
    <div className="mb-5">
      <p className="font-bold">Owed where one of these is so</p>
      <ul className="mt-1 list-disc ps-5">
        {owed.map(({ id, citation }) => (
          <li key={id}>
            {owedWords[id]} <span className="text-small text-muted">{citation}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
