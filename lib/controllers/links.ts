const day = 24 * 3600;

/**
 * How long the link in a mail to a controller works, once, and how long the browser that opened it stays let in. A new
 * link can be had on the page of an old one.
 */
export const linkRules = { lastsDays: 30, visitSeconds: 20 * 3600 } as const;

export const linkSeconds = linkRules.lastsDays * day;
