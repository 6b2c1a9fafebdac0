/** What an error is numbered with that says so, for the page that is shown instead. */
export const awayDigest = "database-away";

/** What the database's client says of a connection, and Postgres of itself while it starts or ends (SQLSTATE classes 53, 57P). */
const ownCodes = /^(CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|53300|57P0[1-3])$/;
/** What the machine says of any connection. */
const networkCodes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOENT|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Whether an error means that the database could not be reached, whatever it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  let isOfQuery = false;
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    // The client notes on every error which query it belongs to; drizzle puts its own around it.
    isOfQuery ||= "query" in at;
    if (typeof code !== "string") continue;
    if (ownCodes.test(code) || (isOfQuery && networkCodes.test(code))) return true;
  }
  return false;
}
