import type { Assurance } from "#lib/identity/assurance.ts";
import type { RightId } from "./ids.ts";

/** How one source's manual task for a right may end. `kept`: left as it is, with a reason that stands in the letter. */
export type TaskOutcome = "done" | "nothing-held" | "kept";

/**
 * How telling a recipient of a choice may end. `no-answer`: it was told and has not answered yet; that may change later.
 */
export type RecipientAnswer = "done" | "nothing-held" | "no-answer";
export const recipientAnswers = [
  "done",
  "nothing-held",
  "no-answer",
] as const satisfies readonly RecipientAnswer[];

/** What a recipient uses data for, as the register notes it. */
export const recipientUses = ["advertising", "marketing", "profiling", "sensitive"] as const;
export type RecipientUse = (typeof recipientUses)[number];

/** Which recipients of the register must hear of a right that was used. */
export type Tells = { dealings: readonly ("shared" | "sold")[]; uses: readonly RecipientUse[] };

/** What a right means for the work, whatever the law. Its words stand in the `rights` catalogue. */
export type Right = {
  /**
   * Whether the person must show who she is. For opt-outs and limits nobody may ask; `by-consent`: the policy says it of
   * each consent.
   */
  proof: "none" | "facts-or-login" | "by-consent";
  /** The least assurance that will do; a regime may ask for more (`proofFor`). */
  assurance: Assurance;
  /**
   * `collect`: records are gathered from every source and given. `tasks`: one task by hand per source. `register`: no source
   * is asked; the answer is told from the register of processing.
   */
  plan: "collect" | "tasks" | "register";
  /** How a task may end; the right is done when every source's task has ended in one of these. */
  taskOutcomes: readonly TaskOutcome[];
  /** Who else is told of it; null where nobody has to be. */
  tells: Tells | null;
  /** Place among the rights of one request, lowest first. */
  order: number;
  /** Rights of the same request whose work must be finished before this one begins. */
  after: readonly RightId[];
  /** What the person adds in her own words: what is wrong, what to stop. */
  details: "required" | "optional" | "none";
};
