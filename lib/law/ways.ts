/** How a request came, where the law has a longer clock for what did not come to the contact made known for it. */
export const ways = ["designated", "elsewhere"] as const;
export type Way = (typeof ways)[number];
