"use client";

import { startTransition, useActionState, useEffect, useMemo, useRef } from "react";
import type { SubmitEvent } from "react";
import { useForm } from "react-hook-form";
import type { Resolver } from "react-hook-form";
import type { z } from "zod";
import { errorsOf } from "./errors-of.ts";
import { FormBody } from "./form-body.tsx";
import type { FormLook } from "./form-body.tsx";
import type { FormAction } from "./state.ts";
import { valuesOf } from "./values.ts";

const nothing: Record<string, string> = {};

/** What a schema says as a key ("name.missing", "check") and not as a sentence. */
const isKey = (message: string) => /^[\w.-]+$/.test(message);

/**
 * Checks a schema as the server does, so that both say the same in the same order. Where there are no words here for
 * something, the form is sent all the same: the server finds it too, and has them.
 */
function resolverOf(schema: z.ZodType, messages: Record<string, string> | undefined): Resolver {
  return async (values) => {
    const parsed = await schema.safeParseAsync(values, { error: () => "check" });
    const found = Object.entries(parsed.success ? {} : errorsOf(parsed.error.issues, messages));
    if (found.length === 0 || found.some(([, sentence]) => isKey(sentence))) return { values, errors: {} };
    const errors = found.map(([name, message]) => [name, { type: "schema", message }]);
    return { values: {}, errors: Object.fromEntries(errors) };
  };
}

/**
 * A form that works the same with and without scripts. Without: the browser posts to the action and the page comes
 * back with what was typed and what to mend. With: the same schema is checked here first, and only then is the same
 * FormData sent. Nothing is checked before it is sent, and a second press while the first is under way does nothing.
 *
 * A schema can only be handed over by a client component; keep that one small and let the page pass the fields in:
 * `export function ContactForm(props: Omit<FormProps, "schema">) { return <Form {...props} schema={contactSchema} /> }`
 */
export function Form({ action, schema, messages, ...look }: FormProps) {
  const [answer, send, pending] = useActionState(action, null);
  const check = useForm({
    shouldFocusError: false,
    ...(schema ? { resolver: resolverOf(schema, messages) } : {}),
  });
  const isChecking = useRef(false);
  const sent = useRef<HTMLFormElement>(null);

  // Done, and still on the same page: the fields begin anew, as they do without scripts.
  useEffect(() => {
    if (pending || !sent.current) return;
    if (answer === null) sent.current.reset();
    sent.current = null;
  }, [pending, answer]);

  const found = check.formState.errors;
  const errors = useMemo(() => {
    const here = Object.entries(found).flatMap(([name, error]) =>
      typeof error?.message === "string" ? [[name, error.message] as const] : [],
    );
    return here.length > 0 ? Object.fromEntries(here) : (answer?.errors ?? nothing);
  }, [found, answer]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || isChecking.current) return;
    isChecking.current = true;
    const element = event.currentTarget;
    const form = new FormData(element, event.nativeEvent.submitter);
    // What stands in the page is the truth: autofill and the Back button change fields without telling anybody.
    check.reset(valuesOf(form));
    try {
      await check.handleSubmit(() => {
        sent.current = element;
        startTransition(() => send(form));
      })();
    } finally {
      isChecking.current = false;
    }
  }

  return (
    <FormBody
      {...look}
      action={send}
      onSubmit={submit}
      values={answer?.values ?? null}
      errors={errors}
      pending={pending}
    />
  );
}

export type FormProps = FormLook & {
  action: FormAction;
  /** The schema the action checks too. */
  schema?: z.ZodType;
  /** Sentences by the messages of the schema, where those are keys and not sentences. */
  messages?: Record<string, string>;
};
