import { factName, readFact } from "#lib/intake/facts.ts";
import type { DateOrder } from "#lib/intake/typed.ts";
import type { FactPolicy } from "#lib/organisations/policy.ts";

type Told = { ok: true; facts: Record<string, string> } | { ok: false; errors: Record<string, string> };

const partSentences: Record<string, string> = {
  day: "Enter the day in figures, such as 3",
  month: "Enter the month, such as 10 or October",
  year: "Enter the year with four figures",
  amount: "Enter the amount as it is printed, such as 18.40",
  last4: "Enter the last four figures",
};

/** The facts that were filled in, in the form in which they are compared. What was left empty was not told. */
export function readTold(
  facts: readonly FactPolicy[],
  values: Record<string, unknown>,
  dateOrder: DateOrder,
): Told {
  const typed = (field: string) => {
    const value = values[field];
    return typeof value === "string" ? value : "";
  };
  const told: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const fact of facts) {
    const name = factName(fact);
    const isTold = ["", "-day", "-month", "-year", "-amount"].some(
      (part) => typed(`${name}${part}`).trim() !== "",
    );
    if (!isTold) continue;
    const read = readFact(fact, typed, { locale: "en", dateOrder });
    if (read.ok) told[fact.id] = read.value;
    else errors[read.field] = partSentences[read.message] ?? `Check “${fact.label.en}”`;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, facts: told };
}
