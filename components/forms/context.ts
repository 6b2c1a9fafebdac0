"use client";

import { createContext, useContext } from "react";
import type { Locale } from "#lib/locales/index.ts";
import type { FormState } from "./state.ts";

export type FormView = {
  locale: Locale;
  /** What was sent last; `null` before the first attempt, when a field shows the value it was given. */
  values: NonNullable<FormState>["values"] | null;
  errors: Record<string, string>;
  pending: boolean;
  /** In front of every id, where a page has several forms with the same names. */
  idPrefix: string;
};

export const FormContext = createContext<FormView>({
  locale: "en",
  values: null,
  errors: {},
  pending: false,
  idPrefix: "",
});

/** True inside a row of inputs that shows the errors of all of them above itself. */
export const ErrorsShownAbove = createContext(false);

type FieldView = {
  locale: Locale;
  /** The first (or only) input has this id, so that the error summary can lead to it. */
  id: string;
  error: string | undefined;
  errorId: string;
  hintId: string;
  /** What was sent, or else the value the field was given. */
  sent: string | string[] | undefined;
  /** Attributes that tie an input to its hint and its error. */
  tie: { "aria-invalid"?: true; "aria-describedby"?: string };
};

/** How the field `name` stands in the form around it. */
export function useField(
  name: string,
  given: { value?: string | string[] | undefined; hint?: unknown; describedBy?: string | undefined } = {},
): FieldView {
  const form = useContext(FormContext);
  const id = form.idPrefix + name;
  const error = form.errors[name];
  const describedBy = [given.describedBy, given.hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return {
    locale: form.locale,
    id,
    error,
    errorId: `${id}-error`,
    hintId: `${id}-hint`,
    sent: form.values ? form.values[name] : given.value,
    tie: {
      ...(error ? { "aria-invalid": true as const } : {}),
      ...(describedBy ? { "aria-describedby": describedBy } : {}),
    },
  };
}
