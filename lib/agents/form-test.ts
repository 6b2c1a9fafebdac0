import { z } from "zod";

/**
 * What one reader found on a power of attorney: the form test of Cal. Prob. Code 4121 and 4122. Written, dated, signed by
 * the principal or by another adult in her presence and at her direction, and acknowledged before a notary or signed by two
 * adult witnesses, neither of them the attorney-in-fact.
 */
export const formTestSchema = z.object({
  isDated: z.boolean(),
  signedBy: z.enum(["principal", "another-adult", "nobody"]),
  attested: z.enum(["notary", "two-witnesses", "neither"]),
  /** Where witnesses signed: that neither is the agent. */
  isWitnessedByOthers: z.boolean(),
  /** It names this agent, and covers what is asked here. */
  coversRequest: z.boolean(),
});
export type FormTest = z.infer<typeof formTestSchema>;

/** What is missing for the instrument to be good, in words for staff; empty where it passes. */
export function formFaults(test: FormTest): string[] {
  return [
    ...(test.isDated ? [] : ["It is not dated."]),
    ...(test.signedBy === "nobody" ? ["It is not signed."] : []),
    ...(test.attested === "neither"
      ? ["There is no notary’s acknowledgment and there are no two witnesses."]
      : []),
    ...(test.attested === "two-witnesses" && !test.isWitnessedByOthers
      ? ["A witness is the agent himself."]
      : []),
    ...(test.coversRequest ? [] : ["It does not cover what is asked here."]),
  ];
}
