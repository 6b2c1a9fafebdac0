/** Another organisation of the demo: where to ask it, as whom, and who works there. */
export type HouseCard = {
  slug: string;
  name: string;
  staff: { name: string; roles: string; credentials: string }[];
  /** People it knows, with facts that fit its stores: what the fact is called, and what to type. */
  people: { name: string; facts: { label: string; value: string }[] }[];
};

/** What the demo notes about itself, beside the installation's own values. */
export type Marks = {
  /** The civil day as seen on which the stores were filled: "last invoice" is in the month before. */
  "demo-first-day": { on: string };
  /** The organisations beside the one of the walk, for the first page. */
  "demo-houses": { houses: HouseCard[] };
  /** How many moments of each organisation's stories are told. */
  "demo-stories": { told: Record<string, number> };
  /** Events up to this one belong to an earlier walk. */
  "demo-walk": { afterEvent: number };
};
