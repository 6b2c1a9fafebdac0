import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { rightWords } from "#lib/cases/words.ts";
import type { HandoverView } from "#lib/controllers/queries/handovers.ts";
import type { ControllerView } from "#lib/controllers/queries/register.ts";
import { CaseFields } from "./case-fields.tsx";
import { pass } from "./elsewhere-actions.ts";

/** Passes on what is ours, or what a controller gave back, to whoever decides. */
export function PassOnForm({
  view,
  handovers,
  register,
}: {
  view: CaseView;
  handovers: readonly HandoverView[];
  register: readonly ControllerView[];
}) {
  const { row, claims, passedOn, permitted, requester } = view;
  const isBack = (handoverId: string | null) => {
    const answer = handovers.find(({ id }) => id === handoverId)?.answer;
    return answer === "only-processor" || answer === "not-ours";
  };
  const back = passedOn.filter(({ handoverId }) => isBack(handoverId));
  const choices = [...claims, ...back];
  const active = register.filter((one) => !one.endedAt);
  if (!permitted.includes("pass-on") || choices.length === 0) return null;
  if (active.length === 0) {
    return (
      <p className="mt-3">
        <Link href="/desk/controllers">Enter the controller in the register</Link>, then pass the request on.
      </p>
    );
  }
  return (
    <Form action={pass} locale="en" idPrefix="pass-" className="mt-4 max-w-160">
      <FormDetails summary="Pass it on to a controller">
        <div className="mt-3">
          <CaseFields reference={row.reference} version={row.version} />
          <CheckboxChoices
            name="claimIds"
            look="plain"
            legend="What is passed on"
            value={(back.length > 0 ? back : choices).map(({ id }) => id)}
            options={choices.map(({ id, right }) => ({ value: id, label: rightWords[right] }))}
          />
          <SelectField
            name="controllerId"
            label="To whom"
            hint="The person is told this name, whether or not identity is confirmed. Choose it by what the person said, not by what the stores say"
            value={requester.controller?.id ?? ""}
            options={[
              { value: "", label: "Choose" },
              ...active.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {back.length > 0 ? (
            <input type="hidden" name="whose" value="theirs" />
          ) : (
            <RadioChoices
              name="whose"
              look="plain"
              legend="Whose person this is"
              value={requester.controller?.also ? "both" : "theirs"}
              options={[
                { value: "theirs", label: "Only theirs: they answer, we do not" },
                { value: "both", label: "Theirs and ours: each answers its part" },
              ]}
            />
          )}
          <p className="mt-3 text-muted">
            The controller gets a mail with a link, and the person a mail that says who decides.
          </p>
          <Button type="submit" className="mt-3">
            Pass it on
          </Button>
        </div>
      </FormDetails>
    </Form>
  );
}
