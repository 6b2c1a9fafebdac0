/** How a request can reach us. All but the first are entered by staff, with the day it came. */
export const channels = ["portal", "mail", "phone", "paper", "counter"] as const;
export type Channel = (typeof channels)[number];

/** What staff may enter. */
export const enteredChannels = ["mail", "phone", "paper", "counter"] as const satisfies readonly Channel[];

/** Whether nothing was written when it came. What is said at a counter may have been written too; it counts from that day either way. */
export const isSpoken = (channel: Channel): boolean => channel === "phone" || channel === "counter";
