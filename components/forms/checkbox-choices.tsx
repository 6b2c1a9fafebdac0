import { Choices } from "./choices.tsx";
import type { ChoicesProps } from "./choices.tsx";

/** Any number of several answers. */
export function CheckboxChoices(props: ChoicesProps & { value?: string[] }) {
  return <Choices kind="checkbox" {...props} />;
}
