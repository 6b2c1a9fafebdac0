import { eq, ne } from "drizzle-orm";
import { claim } from "#db/schema/index.ts";

/** What the organisation decides itself. All work, clocks and letters are for these alone. */
export const isOurs = ne(claim.status, "passed-on");

/** What somebody else decides, to whom it was passed on. */
export const isPassedOn = eq(claim.status, "passed-on");
