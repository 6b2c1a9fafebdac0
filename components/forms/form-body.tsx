"use client";

import { useMemo } from "react";
import type { ComponentProps, ReactNode } from "react";
import type { Locale } from "#lib/locales/index.ts";
import { FormContext } from "./context.ts";
import { ErrorSummary } from "./error-summary.tsx";
import type { FormState } from "./state.ts";
import { fill, formTexts } from "./texts.ts";

export type FormLook = {
  locale: Locale;
  /**
   * The page's whole title; "Error: " goes in front of it when something is to be mended. The page must not set one
   * of its own then.
   */
  title?: string;
  /** In front of every id, where a page has several forms with the same names. */
  idPrefix?: string;
  className?: string;
  children: ReactNode;
};

/** What every form has: the title of its page, the summary of errors, and a context its fields read. */
export function FormBody({
  locale,
  title,
  idPrefix = "",
  values,
  errors,
  pending,
  children,
  ...native
}: FormLook & {
  values: NonNullable<FormState>["values"] | null;
  errors: Record<string, string>;
  pending: boolean;
} & Pick<ComponentProps<"form">, "action" | "method" | "encType" | "onSubmit">) {
  const view = useMemo(
    () => ({ locale, values, errors, pending, idPrefix }),
    [locale, values, errors, pending, idPrefix],
  );
  const isWrong = Object.keys(errors).length > 0;
  return (
    <FormContext value={view}>
      {title && <title>{isWrong ? fill(formTexts(locale).errorTitle, { title }) : title}</title>}
      <form noValidate {...native}>
        <ErrorSummary />
        {children}
      </form>
    </FormContext>
  );
}
