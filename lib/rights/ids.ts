/** What a person may ask for. Each has a file of its own in this folder, registered in `index.ts`. */
export const rightIds = [
  "access",
  "portability",
  "rectification",
  "erasure",
  "restriction",
  "objection",
  "opt-out-sale",
  "opt-out-marketing",
  "opt-out-profiling",
  "limit-sensitive",
  "withdraw-consent",
  "legal-basis",
  "balancing-test",
  "shine-the-light",
] as const;
export type RightId = (typeof rightIds)[number];
