"use client";

import type { ReactNode } from "react";
import { PartInput } from "./part-input.tsx";

/** An amount as it is printed on a paper ("18.40", "18,40"): the text is sent as typed, the schema reads it. */
export function MoneyField(props: {
  name: string;
  label: ReactNode;
  /** "£", "€". */
  sign: string;
  value?: string;
  describedBy?: string;
}) {
  const { sign, ...rest } = props;
  return <PartInput {...rest} before={sign} width={5} inputMode="decimal" autoComplete="off" />;
}
