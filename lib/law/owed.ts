/** Grounds on which a law owes the person what she asks, in the words staff read at the decision. */
export const owedWords = {
  "no-longer-needed": "The data is no longer needed for what it was collected for",
  "consent-withdrawn": "Consent was taken back, and nothing else allows the use",
  objected: "An objection, and no overriding reasons of ours",
  "marketing-objected": "An objection to direct marketing",
  unlawful: "The data was processed unlawfully",
  "duty-to-erase": "A law orders the deletion",
  "accuracy-disputed": "Its accuracy is disputed: for as long as it is checked",
  "unlawful-kept": "The processing is unlawful, and the person wants it limited, not deleted",
  "needed-for-claims": "We need it no more, but the person needs it for legal claims",
  "objection-pending": "An objection waits for an answer whether our reasons override",
} as const;

export type OwedId = keyof typeof owedWords;
