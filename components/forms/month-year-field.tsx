"use client";

import { useContext } from "react";
import { FormContext } from "./context.ts";
import { monthYearNames } from "./part-names.ts";
import { PartInput } from "./part-input.tsx";
import { formTexts } from "./texts.ts";

/** A month and a year; the month as a number or a word. Stands in a `FieldRow`. */
export function MonthYearField({ name, value }: { name: string; value?: { month?: string; year?: string } }) {
  const texts = formTexts(useContext(FormContext).locale);
  const [month, year] = monthYearNames(name);
  return (
    <>
      <PartInput
        name={month}
        label={texts.month}
        value={value?.month}
        width={4}
        inputMode="text"
        autoComplete="off"
      />
      <PartInput
        name={year}
        label={texts.year}
        value={value?.year}
        width={4}
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}
