"use client";

import { Shape } from "#components/ui/shape.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { useField } from "./context.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { oneOf } from "./values.ts";
import { widths } from "./widths.ts";
import type { Width } from "./widths.ts";

export type SelectOption = { value: string; label: string };

/** A bare select with our arrow; use `SelectField` where it needs a label of its own. */
export function Select({
  className,
  options,
  ...native
}: {
  options: readonly SelectOption[];
  className?: string;
} & Omit<React.ComponentProps<"select">, "children">) {
  return (
    <span className={classNames("relative inline-block max-w-full min-w-0", className)}>
      <select {...native} className="input w-full appearance-none pe-8">
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Shape
        name="down"
        className="pointer-events-none absolute inset-e-2.5 top-1/2 size-3 -translate-y-1/2 text-control person:inset-e-3.5"
      />
    </span>
  );
}

/** One of many, where radios would fill the page. */
export function SelectField({
  name,
  label,
  hint,
  value,
  optional,
  describedBy,
  options,
  width = "full",
  autoComplete,
}: FieldProps & { options: readonly SelectOption[]; width?: Width; autoComplete?: string }) {
  const { id, error, errorId, hintId, sent, tie } = useField(name, { value, hint, describedBy });
  const chosen = oneOf(sent);
  return (
    <Field {...{ id, label, hint, hintId, error, errorId, optional }}>
      {/* React sets the choice of a select only once: a new key makes what was sent stand after a failed attempt. */}
      <Select
        key={chosen}
        id={id}
        name={name}
        options={options}
        defaultValue={chosen}
        className={widths[width]}
        {...(autoComplete ? { autoComplete } : {})}
        {...tie}
      />
    </Field>
  );
}
