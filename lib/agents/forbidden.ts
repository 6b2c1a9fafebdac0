import type { Answer } from "./demands.ts";

/** The law's word on a demand it forbids, in a sentence for staff. */
export function whyForbidden({ says, citation }: Answer): string {
  if (says === "other-made")
    return `The person was asked already. Of confirming and showing who she is, the law allows one, not both (${citation}).`;
  if (says === "no") return `The law does not let this be asked here (${citation}).`;
  return `The law does not say that this may be asked here, so it is not (${citation}).`;
}
