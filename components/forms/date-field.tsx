"use client";

import { useContext } from "react";
import type { ReactNode } from "react";
import { FormContext } from "./context.ts";
import { FieldRow } from "./field-row.tsx";
import { dateNames } from "./part-names.ts";
import { PartInput } from "./part-input.tsx";
import { formTexts } from "./texts.ts";

/**
 * A day in three inputs: no picker to learn, nothing to guess about the order. The month may be a word, so its input
 * takes more than two characters.
 */
export function DateField(props: {
  name: string;
  /** Left out where the question of the page is the label. */
  legend?: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  value?: { day?: string; month?: string; year?: string };
  /** Offers the person's own date of birth where the browser knows it. */
  isBirthday?: boolean;
}) {
  const texts = formTexts(useContext(FormContext).locale);
  const names = dateNames(props.name);
  const [day, month, year] = names;
  const complete = (part: string) => (props.isBirthday ? `bday-${part}` : "off");
  return (
    <FieldRow
      names={names}
      legend={props.legend}
      hint={props.hint}
      {...(props.optional ? { optional: true } : {})}
    >
      <PartInput
        name={day}
        label={texts.day}
        value={props.value?.day}
        width={2}
        inputMode="numeric"
        autoComplete={complete("day")}
      />
      <PartInput
        name={month}
        label={texts.month}
        value={props.value?.month}
        width={4}
        inputMode="text"
        autoComplete={complete("month")}
      />
      <PartInput
        name={year}
        label={texts.year}
        value={props.value?.year}
        width={4}
        inputMode="numeric"
        autoComplete={complete("year")}
      />
    </FieldRow>
  );
}
