"use client";

import { useContext, useId } from "react";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { ErrorsShownAbove, FormContext } from "./context.ts";
import { FieldError } from "./field-error.tsx";
import { fieldLayout } from "./field-layout.ts";
import { OptionalMark } from "./field.tsx";

/**
 * Several short inputs that answer one thing together, side by side; what is wrong with any of them stands above the row.
 * With a `legend` they are a group of their own, without one they belong to the question or choice around them.
 */
export function FieldRow(props: {
  /** Of all inputs in the row. */
  names: string[];
  legend?: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  children: ReactNode;
}) {
  const form = useContext(FormContext);
  const hintId = useId();
  const { errors } = form;
  const wrong = props.names.filter((name) => errors[name]);
  const inside = (
    <>
      {props.hint && (
        <p id={hintId} className={fieldLayout.hint}>
          {props.hint}
        </p>
      )}
      {wrong.length > 0 && (
        <div className="md:beside:col-start-2">
          {wrong.map((name) => (
            <FieldError key={name} id={`${form.idPrefix}${name}-error`}>
              {errors[name]}
            </FieldError>
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 md:beside:col-start-2">
        <ErrorsShownAbove value>{props.children}</ErrorsShownAbove>
      </div>
    </>
  );
  const className = classNames(fieldLayout.root, wrong.length > 0 && "field-wrong");
  if (!props.legend) return <div className={className}>{inside}</div>;
  return (
    <fieldset className={className} aria-describedby={props.hint ? hintId : undefined}>
      <legend className={fieldLayout.label}>
        {props.legend}
        {props.optional && <OptionalMark />}
      </legend>
      {inside}
    </fieldset>
  );
}
