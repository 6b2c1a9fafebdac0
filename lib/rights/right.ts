import type { Assurance } from "#lib/identity/assurance.ts";
import type { RightId } from "./ids.ts";

/** How one source's manual task for a right may end. `kept`: left as it is, with a reason that stands in the letter. */
export type TaskOutcome = "done" | "nothing-held" | "kept";

/** What a right means for the work, whatever the law. Its words stand in the `rights` catalogue. */
export type Right = {
  /** Whether the person must show who she is. For opt-outs and limits nobody may ask. */
  proof: "none" | "facts-or-login";
  /** The least assurance that will do; a regime may ask for more (`proofFor`). */
  assurance: Assurance;
  /**
   * `collect`: records are gathered from every source and given. `tasks`: one task by hand per source. `register`: no source
   * is asked; the answer is told from the register of processing.
   */
  plan: "collect" | "tasks" | "register";
  /** How a task may end; the right is done when every source's task has ended in one of these. */
  taskOutcomes: readonly TaskOutcome[];
  /** Place among the rights of one request, lowest first. */
  order: number;
  /** Rights of the same request whose work must be finished before this one begins. */
  after: readonly RightId[];
  /** What the person adds in her own words: what is wrong, what to stop. */
  details: "required" | "optional" | "none";
};
