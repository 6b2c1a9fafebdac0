import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { Question } from "#components/forms/question.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import type { FormState } from "#components/forms/state.ts";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Actions } from "#components/ui/button.tsx";
import { SamplePersonPage } from "../frames.tsx";

const wrong: FormState = {
  values: {
    rights: ["access", "erasure"],
    name: "نورة",
    birth: "",
    "birth-day": "31",
    "birth-month": "feb",
    place: "ie",
  },
  errors: {
    rights: "Choose what you want us to do",
    name: "Enter your name",
    "birth-day": "February has no day 31: check the day",
    place: "Choose where you live",
    more: "Use 2,000 characters or fewer: you have 2,140",
    paper: "Choose a file of 10 MB or less",
    form: "Somebody changed this while you had it open. Look at it again, then send",
  },
};

function Fields({ answer, id }: { answer: FormState; id: string }) {
  return (
    <PlainForm action="/gallery/fields" method="get" locale="en" idPrefix={id} answer={answer}>
      <Question
        locale="en"
        title={answer ? "The same, to be mended" : "All fields"}
        why="One page asks one question. Here they stand together to be looked at."
      >
        <CheckboxChoices
          name="rights"
          value={["access"]}
          options={[
            { value: "access", label: "Get a copy of my data", hint: "access" },
            {
              value: "erasure",
              label: "Delete my data",
              hint: "erasure",
              reveal: <TextField name="what" label="What?" optional />,
            },
          ]}
        />
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          hint="As we should write it on letters."
        />
        <TextField name="email" label="E-mail" type="email" autoComplete="email" width={20} optional />
        <DateField
          name="birth"
          legend="Date of birth"
          hint="For example 3 1 1990, or 3 jan 1990"
          isBirthday
        />
        <SelectField
          name="place"
          label="Where do you live?"
          width={20}
          options={[
            { value: "", label: "Choose one" },
            { value: "uk", label: "United Kingdom" },
            { value: "ie", label: "Ireland" },
          ]}
        />
        <TextArea name="more" label="Anything to narrow it?" max={2000} optional />
        <FileField
          name="paper"
          label="A file"
          types="PDF, JPEG or PNG"
          accept=".pdf,.jpg,.png"
          maxSizeBytes={10_000_000}
        />
      </Question>
      <Actions>
        <SubmitButton>Continue</SubmitButton>
      </Actions>
    </PlainForm>
  );
}

export const metadata = { title: "Gallery: fields" };

export default function FieldsPage() {
  return (
    <SamplePersonPage here="fields">
      <Fields answer={null} id="" />
      <div className="mt-20">
        <Fields answer={wrong} id="wrong-" />
      </div>
    </SamplePersonPage>
  );
}
