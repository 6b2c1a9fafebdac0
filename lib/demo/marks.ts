/** What the demo notes about itself, beside the installation's own values. */
export type Marks = {
  /** The civil day as seen on which the stores were filled: "last invoice" is in the month before. */
  "demo-first-day": { on: string };
  /** How many moments of each organisation's stories are told. */
  "demo-stories": { told: Record<string, number> };
  /** Events up to this one belong to an earlier walk. */
  "demo-walk": { afterEvent: number };
};
