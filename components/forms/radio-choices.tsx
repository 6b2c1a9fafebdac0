import { Choices } from "./choices.tsx";
import type { ChoicesProps } from "./choices.tsx";

/** One answer of several. */
export function RadioChoices(props: ChoicesProps & { value?: string }) {
  return <Choices kind="radio" {...props} />;
}
