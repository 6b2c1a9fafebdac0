"use client";

import { useContext, useState } from "react";
import type { ReactNode } from "react";
import { FormContext } from "./context.ts";

/**
 * Part of a form behind a summary. It stays open while something in the form has to be mended, so that neither the error
 * nor what was typed is hidden; and it does not close by itself because the page around it changed.
 */
export function FormDetails({ summary, isOpen = false, children }: FormDetailsProps) {
  const { errors } = useContext(FormContext);
  const [wasOpen] = useState(isOpen);
  return (
    <details className="disclosure" open={wasOpen || Object.keys(errors).length > 0}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

type FormDetailsProps = {
  summary: ReactNode;
  /** Whether it is open from the start. */
  isOpen?: boolean;
  children: ReactNode;
};
