"use client";

import { useContext } from "react";
import { FormContext } from "#components/forms/context.ts";
import { oneOf } from "#components/forms/values.ts";
import { KeyValues } from "#components/ui/key-values.tsx";

/**
 * What was typed into a form whose fields are gone, because somebody else was quicker: nothing that was written is lost.
 * Stands in that form in place of its fields, and shows nothing before anything was sent.
 */
export function KeptWords({ fields }: { fields: readonly { name: string; label: string }[] }) {
  const { values } = useContext(FormContext);
  const items = fields
    .map(({ name, label }) => ({ key: label, value: oneOf(values?.[name]) }))
    .filter((item) => item.value.trim() !== "");
  if (items.length === 0) return null;
  return (
    <>
      <p className="mb-2 font-strong">What you typed</p>
      <KeyValues
        items={items.map(({ key, value }) => ({
          key,
          value: <span className="whitespace-pre-line wrap-anywhere">{value}</span>,
        }))}
      />
    </>
  );
}
