"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { useField } from "./context.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { oneOf } from "./values.ts";
import { widths } from "./widths.ts";
import type { Width } from "./widths.ts";

type Native = Pick<
  ComponentProps<"input">,
  | "type"
  | "inputMode"
  | "autoComplete"
  | "autoCapitalize"
  | "maxLength"
  | "spellCheck"
  | "lang"
  | "placeholder"
>;

/**
 * One line of text. `dir="auto"` lets a name written from right to left stand as it is written.
 * A password is never shown again.
 */
export function TextField({
  width = "full",
  after,
  name,
  label,
  hint,
  value,
  optional,
  describedBy,
  ...native
}: FieldProps &
  Native & { width?: Width; /** Stands behind the input: a unit, a button. */ after?: ReactNode }) {
  const { id, error, errorId, hintId, sent, tie } = useField(name, { value, hint, describedBy });
  return (
    <Field {...{ id, label, hint, hintId, error, errorId, optional }}>
      <input
        dir="auto"
        {...native}
        id={id}
        name={name}
        defaultValue={native.type === "password" ? "" : oneOf(sent)}
        className={classNames("input", widths[width])}
        {...tie}
      />
      {after}
    </Field>
  );
}
