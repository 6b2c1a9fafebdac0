/** A decision as a shape and a word. */
export const outcomeWords = {
  granted: ["done", "granted"],
  "in-part": ["done", "granted in part"],
  refused: ["refused", "refused"],
} as const;
