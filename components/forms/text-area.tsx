"use client";

import { useId, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { useField } from "./context.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { fill, formTexts } from "./texts.ts";
import { oneOf } from "./values.ts";

/** As the schema counts: characters as people see them in the field, not bytes. */
function lengthOf(text: string): number {
  return text.replace(/\r\n/g, "\n").length;
}

/** Several lines of text with a limit that is told before and, with scripts, counted while typing. Nothing is cut off. */
export function TextArea({
  name,
  label,
  hint,
  value,
  optional,
  describedBy,
  autoComplete,
  max,
  rows = 5,
}: FieldProps & { autoComplete?: string; /** Characters. */ max?: number; rows?: number }) {
  const limitId = useId();
  const { id, locale, error, errorId, hintId, sent, tie } = useField(name, {
    value,
    hint,
    describedBy: [describedBy, max && limitId].filter(Boolean).join(" "),
  });
  const [count, setCount] = useState<number | null>(null);
  const texts = formTexts(locale);
  const over = max !== undefined && count !== null ? count - max : 0;
  return (
    <Field {...{ id, label, hint, hintId, error, errorId, optional }}>
      <textarea
        dir="auto"
        id={id}
        name={name}
        rows={rows}
        autoComplete={autoComplete}
        defaultValue={oneOf(sent)}
        onInput={(event) => setCount(lengthOf(event.currentTarget.value))}
        className="input field-sizing-content min-h-20 w-full person:min-h-32"
        {...tie}
      />
      {max !== undefined && (
        <>
          <p
            id={limitId}
            className={classNames(
              "basis-full text-tiny tabular-nums person:text-small",
              over > 0 ? "font-strong text-danger" : "text-muted",
            )}
          >
            {count === null
              ? fill(texts.atMost, { max: max.toLocaleString(locale) })
              : fill(over > 0 ? texts.tooLong : texts.characters, {
                  count: count.toLocaleString(locale),
                  max: max.toLocaleString(locale),
                  over: over.toLocaleString(locale),
                })}
          </p>
          <span role="status" className="sr-only">
            {over > 0 ? fill(texts.tooLong, { count: count ?? 0, max, over }) : ""}
          </span>
        </>
      )}
    </Field>
  );
}
