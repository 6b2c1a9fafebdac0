"use client";

import { useContext } from "react";
import type { ComponentProps } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormContext } from "./context.ts";
import { formTexts } from "./texts.ts";

/** Sends the form around it. It keeps its place and the focus while the answer is awaited. */
export function SubmitButton({ look = "main", ...rest }: Omit<ComponentProps<typeof Button>, "type">) {
  const { pending, locale } = useContext(FormContext);
  return (
    <>
      <Button type="submit" look={look} aria-disabled={pending || undefined} {...rest} />
      <span role="status" className="sr-only">
        {pending ? formTexts(locale).sending : ""}
      </span>
    </>
  );
}
