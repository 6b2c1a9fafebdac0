import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { needIds, noNeeds, type NeedId } from "#lib/cases/needs.ts";

const needLabels = {
  "large-print": { label: "Large print", hint: "Letters are then printed in 16 point" },
  telephone: { label: "To talk by telephone", hint: "Call before you write" },
  interpreter: { label: "An interpreter", hint: "Say below for which language, sign language too" },
  "easy-words": { label: "Easy words", hint: "Short sentences, one thing at a time" },
} satisfies Record<NeedId, { label: string; hint: string }>;

/** What a person needs so that she can follow; asked once and shown on every page of the case. */
export function NeedsFields({ needs = noNeeds }: { needs?: typeof noNeeds }) {
  return (
    <>
      <CheckboxChoices
        name="needs"
        legend="What they need"
        hint="Only what they told us. No reason, no diagnosis."
        look="plain"
        value={needs.kinds}
        options={needIds.map((value) => ({ value, ...needLabels[value] }))}
      />
      <TextField
        name="needsNote"
        label="More about it"
        hint="Which language, which hours"
        optional
        value={needs.note ?? ""}
      />
    </>
  );
}
