"use client";

import { useRef } from "react";
import type { SubmitEvent } from "react";
import { FormBody } from "./form-body.tsx";
import type { FormLook } from "./form-body.tsx";
import type { FormState } from "./state.ts";

/** A double click is one press; whoever presses again after that means it. */
const oneMomentMs = 1000;

/**
 * A form that the browser itself sends to an address: a search, or a file, whose body an action would cut.
 * What came back (after the 303) is handed in by the page.
 */
export function PlainForm({
  action,
  method = "post",
  hasFiles,
  answer = null,
  ...look
}: FormLook & { action: string; method?: "get" | "post"; hasFiles?: boolean; answer?: FormState }) {
  const sentAt = useRef(-Infinity);
  function once(event: SubmitEvent<HTMLFormElement>) {
    if (event.timeStamp - sentAt.current < oneMomentMs) event.preventDefault();
    else sentAt.current = event.timeStamp;
  }
  return (
    <FormBody
      {...look}
      onSubmit={once}
      action={action}
      method={method}
      {...(hasFiles ? { encType: "multipart/form-data" } : {})}
      values={answer?.values ?? null}
      errors={answer?.errors ?? {}}
      pending={false}
    />
  );
}
