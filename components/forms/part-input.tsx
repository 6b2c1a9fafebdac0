"use client";

import { useContext } from "react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { ErrorsShownAbove, useField } from "./context.ts";
import { FieldError } from "./field-error.tsx";
import { oneOf } from "./values.ts";
import { widths } from "./widths.ts";
import type { Width } from "./widths.ts";

/** One short input of a row, with a small label above it. */
export function PartInput({
  name,
  label,
  width,
  value,
  before,
  describedBy,
  ...native
}: {
  name: string;
  label: ReactNode;
  width: Width;
  value?: string | undefined;
  /** A sign in front, such as a currency; it is decoration, the label says it in words. */
  before?: string;
  describedBy?: string;
} & Pick<ComponentProps<"input">, "inputMode" | "autoComplete" | "maxLength">) {
  const isAbove = useContext(ErrorsShownAbove);
  const { id, error, errorId, sent, tie } = useField(name, { value, describedBy });
  const input = (
    <input
      id={id}
      name={name}
      spellCheck={false}
      defaultValue={oneOf(sent)}
      className={classNames("input", widths[width], before && "rounded-s-none")}
      {...native}
      {...tie}
    />
  );
  return (
    <div>
      <label htmlFor={id} className="mb-1 block person:text-hint">
        {label}
      </label>
      {!isAbove && <FieldError id={errorId}>{error}</FieldError>}
      {before ? (
        <span className="inline-flex items-stretch">
          <span aria-hidden="true" className="input-sign">
            {before}
          </span>
          {input}
        </span>
      ) : (
        input
      )}
    </div>
  );
}
