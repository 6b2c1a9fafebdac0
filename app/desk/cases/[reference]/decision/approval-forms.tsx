import { NextStep } from "#components/case/next-step.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { CaseFields } from "../case-fields.tsx";
import { approveAnswer, reopen, returnAnswer } from "./actions.ts";

/** Approving exactly the manifest shown, sending it back with a note, or opening it up again. */
export function ApprovalForms(props: {
  reference: string;
  manifest: string;
  preparedBy: string;
  canApprove: boolean;
  canChange: boolean;
}) {
  const { reference } = props;
  return (
    <>
      {props.canApprove ? (
        <NextStep
          title="Next: approve this answer, or send it back"
          actions={
            <Form action={approveAnswer} locale="en">
              <CaseFields reference={reference} />
              <input type="hidden" name="manifest" value={props.manifest} />
              <Button type="submit" look="main">
                Approve this answer
              </Button>
            </Form>
          }
        >
          {props.preparedBy} prepared it. You approve exactly what is listed here: if anything changes, your
          approval falls away.
          <Form action={returnAnswer} locale="en" idPrefix="back-" className="mt-2">
            <FormDetails summary="Send it back with a note">
              <div className="mt-2">
                <CaseFields reference={reference} />
                <TextArea
                  name="note"
                  label="What should change"
                  hint="A note for the desk only"
                  max={2000}
                  rows={2}
                />
                <Button type="submit" className="mt-2">
                  Send it back
                </Button>
              </div>
            </FormDetails>
          </Form>
        </NextStep>
      ) : (
        <NextStep title="Next: somebody else approves this answer">
          {props.preparedBy} prepared it, so it is for another person with the role to approve.
        </NextStep>
      )}
      {props.canChange && (
        <Form action={reopen} locale="en" idPrefix="reopen-" className="-mt-4 mb-8">
          <CaseFields reference={reference} />
          <Button type="submit" look="text">
            Change this answer; it then needs approval again
          </Button>
        </Form>
      )}
    </>
  );
}
