/** How a notice reaches somebody: by mail, or as a letter that staff print and post. */
export const ways = ["mail", "post"] as const;
export type Way = (typeof ways)[number];
