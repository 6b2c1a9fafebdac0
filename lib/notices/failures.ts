/** Why a mail has not left, as a code that holds no personal value, and the sentence for staff. */
export const failures = {
  "no-server": "No mail server is set up. Set SMTP_URL.",
  unreachable: "The mail server cannot be reached. It is tried again by itself.",
  "no-secure-connection":
    "The mail server offers no connection that can be trusted. Check its certificate and SMTP_URL.",
  "sign-in-refused": "The mail server refuses our sign-in. Check user and password in SMTP_URL.",
  "try-later": "The mail server asked us to come back later. It is tried again by itself.",
  "address-refused": "The mail server does not take mail for this address.",
  "mail-refused": "The mail server does not take this mail.",
  shredded: "The case was erased before this mail could leave.",
  unknown: "The mail could not be handed over. It is tried again by itself.",
} as const;
export type Failure = keyof typeof failures;

/** Failures that no second try will mend. */
const final: ReadonlySet<Failure> = new Set(["address-refused", "mail-refused", "shredded"]);

export function isFinal(failure: Failure): boolean {
  return final.has(failure);
}

/** A code as read from the outbox; what an older version wrote is `unknown`. */
export function asFailure(stored: string): Failure {
  return Object.hasOwn(failures, stored) ? (stored as Failure) : "unknown";
}

/** What went wrong, from the code of a nodemailer error and the reply of the server (RFC 5321 4.2.1: 5xx is final). */
export function classify(error: unknown): Failure {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const reply = typeof responseCode === "number" ? responseCode : 0;
  switch (code) {
    case "EENVELOPE":
      return reply >= 500 || reply === 0 ? "address-refused" : "try-later";
    case "EMESSAGE":
      return reply >= 500 ? "mail-refused" : "try-later";
    case "EAUTH":
    case "ENOAUTH":
    case "EOAUTH2":
      return "sign-in-refused";
    case "ETLS":
    case "EREQUIRETLS":
      return "no-secure-connection";
    case "ECONNECTION":
    case "ETIMEDOUT":
    case "ESOCKET":
    case "EDNS":
    case "EABORT":
      return "unreachable";
    case "EPROTOCOL":
      return reply >= 400 ? "try-later" : "unreachable";
    default:
      return "unknown";
  }
}

/** Seconds until the next try: 10, 20, 40 … up to half an hour. */
export function waitSeconds(attempts: number): number {
  return Math.min(10 * 2 ** Math.max(0, attempts - 1), 1800);
}

/** Failures the operator mends: a mail waits for that as long as it takes. */
const untilMended: ReadonlySet<Failure> = new Set([
  "no-server",
  "unreachable",
  "no-secure-connection",
  "sign-in-refused",
]);

/**
 * How often a mail is tried. A code is dead after ten minutes, so it is not sent hours later; everything else is tried
 * for five days where the server on the other side is in the way, as mail servers do (RFC 5321 4.5.4.1).
 */
export function triesFor(kind: string, failure: Failure): number {
  if (kind === "code") return 6;
  return untilMended.has(failure) ? Infinity : 248;
}
