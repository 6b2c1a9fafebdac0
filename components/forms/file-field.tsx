"use client";

import { useId } from "react";
import { formatSize } from "#lib/locales/format.ts";
import { useField } from "./context.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { fill, formTexts } from "./texts.ts";

/**
 * A file, with what is allowed told before choosing. Goes into a plain form that posts to a route, never to an action:
 * bodies of actions are cut.
 */
export function FileField({
  name,
  label,
  hint,
  optional,
  describedBy,
  types,
  accept,
  maxSizeBytes,
  multiple,
}: Omit<FieldProps, "value"> & {
  /** In words: "PDF, JPEG or PNG". */
  types: string;
  /** For the browser: ".pdf,.jpg". */
  accept: string;
  maxSizeBytes: number;
  multiple?: boolean;
}) {
  const limitId = useId();
  const { id, locale, error, errorId, hintId, tie } = useField(name, {
    hint,
    describedBy: [describedBy, limitId].filter(Boolean).join(" "),
  });
  return (
    <Field {...{ id, label, hint, hintId, error, errorId, optional }}>
      <p id={limitId} className="basis-full text-tiny text-muted person:text-hint">
        {fill(formTexts(locale).allowedFiles, { types, size: formatSize(maxSizeBytes, locale) })}
      </p>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple={multiple}
        className="file-input"
        {...tie}
      />
    </Field>
  );
}
