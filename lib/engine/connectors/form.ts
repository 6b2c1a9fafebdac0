import { z } from "zod";
import type { ConnectorEntry } from "./connector.ts";

/** How a setting is asked for. */
export type Asked = {
  label: string;
  hint?: string;
  control: "text" | "number" | "choice" | "lines" | "password";
  options?: Record<string, string>;
  /** Says to whom the secrets are sent or how they are guarded on the way: whoever changes it enters them again. */
  guardsSecrets?: true;
};

/** Each setting's label, hint and control, kept beside its schema. */
export const asked = z.registry<Asked>();

/** A setting that may be left empty, as forms leave it: the default then applies. */
export function orDefault<S extends z.ZodType>(schema: S, value: z.core.util.NoUndefined<z.output<S>>) {
  return z.preprocess((given) => (given === "" ? undefined : given), schema.default(value));
}

export type FormField = Asked & {
  name: string;
  /** Never shown again once saved. */
  isSecret: boolean;
  isRequired: boolean;
  /** What applies when nothing is entered. */
  default: string | number | null;
};

/** The settings form of a kind of store, in the order of its schema. */
export function formFields(entry: Pick<ConnectorEntry, "config" | "secrets">): FormField[] {
  return [...fieldsOf(entry.config, false), ...fieldsOf(entry.secrets, true)];
}

function fieldsOf(schema: z.ZodObject, isSecret: boolean): FormField[] {
  return Object.entries(schema.shape).map(([name, setting]) => {
    const about = asked.get(setting as z.ZodType);
    if (!about) throw new Error(`The setting ${name} does not say how it is asked for.`);
    const whenEmpty = (setting as z.ZodType).safeParse(undefined);
    const value = whenEmpty.success ? whenEmpty.data : null;
    const isShown = typeof value === "string" || typeof value === "number";
    return { ...about, name, isSecret, isRequired: !whenEmpty.success, default: isShown ? value : null };
  });
}
