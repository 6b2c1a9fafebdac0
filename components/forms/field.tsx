"use client";

import { useContext } from "react";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { FormContext } from "./context.ts";
import { FieldError } from "./field-error.tsx";
import { fieldLayout } from "./field-layout.ts";
import { formTexts } from "./texts.ts";

export type FieldProps = {
  /** The name it is sent under, and the id of the (first) input. */
  name: string;
  /** Left out where the question of the page already is the label. */
  label?: ReactNode;
  hint?: ReactNode;
  value?: string;
  /** Optional is marked, required never. */
  optional?: boolean;
  /** The id of one more text that belongs to the input. */
  describedBy?: string;
};

/** " (optional)", in the reader's language. */
export function OptionalMark() {
  const { locale } = useContext(FormContext);
  return <span className="font-normal text-muted"> ({formTexts(locale).optional})</span>;
}

/** Label, hint, error and input of one field, tied together. */
export function Field(props: {
  id: string;
  label?: ReactNode;
  hint?: ReactNode;
  hintId: string;
  error: string | undefined;
  errorId: string;
  optional?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <div className={classNames(fieldLayout.root, props.error && "field-wrong")}>
      {props.label && (
        <label htmlFor={props.id} className={fieldLayout.label}>
          {props.label}
          {props.optional && <OptionalMark />}
        </label>
      )}
      {props.hint && (
        <p id={props.hintId} className={fieldLayout.hint}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <div className="md:beside:col-start-2">
          <FieldError id={props.errorId}>{props.error}</FieldError>
        </div>
      )}
      <div className={fieldLayout.control}>{props.children}</div>
    </div>
  );
}
