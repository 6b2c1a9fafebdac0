import type { FormState } from "./state.ts";

type Values = NonNullable<FormState>["values"];

/**
 * The text of a form by name: one value as a string, several of the same name as an array. Files and React's own
 * hidden fields are left out. A group of checkboxes with one box ticked gives a string: a schema must take both.
 */
export function valuesOf(form: FormData): Values {
  const values: Values = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    const [first] = texts;
    if (first !== undefined) values[name] = texts.length > 1 ? texts : first;
  }
  return values;
}

/** One text where several may have been sent: the first. */
export function oneOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** All texts where one or none may have been sent. */
export function allOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
