import { DateField } from "#components/forms/date-field.tsx";
import { FieldRow } from "#components/forms/field-row.tsx";
import { MoneyField } from "#components/forms/money-field.tsx";
import { MonthYearField } from "#components/forms/month-year-field.tsx";
import { monthYearNames } from "#components/forms/part-names.ts";
import { TextField } from "#components/forms/text-field.tsx";
import { factName } from "#lib/intake/facts.ts";
import type { FactPolicy } from "#lib/organisations/policy.ts";

/** The inputs of a fact that somebody told on the phone or in a letter; any of them may stay empty. */
export function FactFields({ fact }: { fact: FactPolicy }) {
  const name = factName(fact);
  const label = fact.label.en;
  switch (fact.kind) {
    case "amount-month":
      return (
        <FieldRow names={[`${name}-amount`, ...monthYearNames(name)]} legend={label} optional>
          <MoneyField name={`${name}-amount`} label="Amount" sign="" />
          <MonthYearField name={name} />
        </FieldRow>
      );
    case "date":
      return <DateField name={name} legend={label} optional />;
    default:
      return (
        <TextField
          name={name}
          label={label}
          width={fact.kind === "last4" ? 4 : 20}
          optional
          spellCheck={false}
          autoComplete="off"
        />
      );
  }
}
