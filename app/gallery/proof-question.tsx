import { FieldRow } from "#components/forms/field-row.tsx";
import { MoneyField } from "#components/forms/money-field.tsx";
import { MonthYearField } from "#components/forms/month-year-field.tsx";
import { monthYearNames } from "#components/forms/part-names.ts";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { Question } from "#components/forms/question.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import type { FormState } from "#components/forms/state.ts";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Actions } from "#components/ui/button.tsx";

/** A question whose answers bring fields with them, and one answer a choice of its own. */
export function ProofQuestion({ answer, title }: { answer: FormState; title: string }) {
  const secondFact = (
    <RadioChoices
      name="second"
      look="plain"
      legend="And one of these"
      value="invoice"
      options={[
        {
          value: "invoice",
          label: "My last invoice: amount and month",
          reveal: (
            <FieldRow names={["amount", ...monthYearNames("invoice")]}>
              <MoneyField name="amount" label="Amount" sign="£" />
              <MonthYearField name="invoice" />
            </FieldRow>
          ),
        },
        { value: "postcode", label: "My billing postcode" },
        { value: "birth", label: "My date of birth" },
      ]}
    />
  );
  return (
    <PlainForm action="/gallery/question-error" method="get" locale="en" title={title} answer={answer}>
      <Question
        locale="en"
        step={{ step: 6, steps: 7 }}
        title="How can we check that it is you?"
        why="We give data only to the person it is about. We compare what you tell us with what we hold, and never say whether it fitted."
      >
        <RadioChoices
          name="how"
          value="facts"
          options={[
            {
              value: "login",
              label: "I can sign in to my account",
              hint: "The quickest way. We never see your password.",
            },
            {
              value: "facts",
              label: "I know two facts about my account",
              hint: "Your account number and one more.",
              reveal: (
                <>
                  <TextField
                    name="account"
                    label="Account number"
                    hint="At the top of every invoice. Looks like IP 4471 0936; spaces do not matter."
                    width={10}
                    autoComplete="off"
                    spellCheck={false}
                  />
                  {secondFact}
                </>
              ),
            },
            { value: "other", label: "Neither: another way", hint: "A person will write to you." },
          ]}
        />
      </Question>
      <Actions>
        <SubmitButton>Continue</SubmitButton>
      </Actions>
    </PlainForm>
  );
}
