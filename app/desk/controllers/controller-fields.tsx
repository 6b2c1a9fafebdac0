import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { FieldNote, FieldsBeside } from "#components/forms/fields-beside.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { languageWords } from "#lib/cases/words.ts";
import type { ControllerView } from "#lib/controllers/queries/register.ts";
import { helpKinds } from "#lib/controllers/register.ts";
import { locales } from "#lib/locales/index.ts";
import { helpNames } from "./words.ts";

/** One entry of the register, filled in or empty. */
export function ControllerFields({
  register,
  entry,
}: {
  register: readonly ControllerView[];
  entry: ControllerView | null;
}) {
  const platforms = register.filter((one) => one.id !== entry?.id && !one.endedAt);
  return (
    <FieldsBeside>
      <TextField
        name="name"
        label="Name"
        hint="As people know it: they read it in the form and in letters"
        value={entry?.name ?? ""}
      />
      <TextField
        name="email"
        label="Contact"
        hint="A business address. Requests are passed on to it by a link"
        type="email"
        spellCheck={false}
        value={entry?.email ?? ""}
      />
      <SelectField
        name="locale"
        label="Mails in"
        value={entry?.locale ?? "en"}
        options={locales.map((value) => ({ value, label: languageWords[value] }))}
      />
      <TextField
        name="contract"
        label="Contract"
        hint="Its number or date"
        optional
        value={entry?.contract ?? ""}
      />
      <CheckboxChoices
        name="help"
        look="plain"
        legend="May instruct us to"
        value={entry?.help ?? []}
        options={helpKinds.map((value) => ({ value, label: helpNames[value] }))}
      />
      <SelectField
        name="platformId"
        label="Processor for"
        hint="Where it does not decide itself, but processes for somebody else"
        value={entry?.platformId ?? ""}
        options={[
          { value: "", label: "Nobody: it decides itself" },
          ...platforms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        name="isPublic"
        label="In the form"
        value={entry && !entry.isPublic ? "no" : "yes"}
        options={[
          { value: "yes", label: "People may choose it by name" },
          { value: "no", label: "Not shown to the public" },
        ]}
      />
      <FieldNote>
        <Button type="submit" look="main">
          {entry ? "Save" : "Add it"}
        </Button>
      </FieldNote>
    </FieldsBeside>
  );
}
