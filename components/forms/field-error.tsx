"use client";

import { useContext } from "react";
import { Shape } from "#components/ui/shape.tsx";
import { FormContext } from "./context.ts";
import { formTexts } from "./texts.ts";

/** The sentence beside a field, in the same words as in the summary. */
export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  const { locale } = useContext(FormContext);
  if (!children) return null;
  return (
    <p id={id} className="mt-0.5 mb-1 flex gap-2 font-strong text-danger person:mb-2">
      <Shape name="late" className="mt-[0.42em] size-[0.8em]" />
      <span>
        <span className="sr-only">{formTexts(locale).error} </span>
        {children}
      </span>
    </p>
  );
}
