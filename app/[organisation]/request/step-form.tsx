"use client";

import { useMemo } from "react";
import { Form, type FormProps } from "#components/forms/form.tsx";
import { stepSchema, type FormStep } from "#lib/intake/schemas.ts";
import type { FormSetting } from "#lib/intake/setting.ts";

/** The form of one question. Where scripts run, the same schema checks it here first. */
export function StepForm({
  step,
  setting,
  ...form
}: Omit<FormProps, "schema"> & { step: FormStep; setting: FormSetting }) {
  const schema = useMemo(() => stepSchema(step, setting), [step, setting]);
  return <Form {...form} schema={schema} />;
}
