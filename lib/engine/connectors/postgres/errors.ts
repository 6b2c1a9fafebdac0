import { StoreError } from "../store-error.ts";

/** What of a driver's or server's error is safe to pass on: its code, never its text, which may quote values. */
function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "";
}

/** Certificate trouble, as Node names it. */
const tlsCodes =
  /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY|DECODE|DECRYPT)|ERROR_IN_CERT|HOSTNAME_MISMATCH|EPROTO$)/;

const network: Record<string, string> = {
  ECONNREFUSED: "Nothing answers at that host and port.",
  ENOTFOUND: "There is no host of that name.",
  EAI_AGAIN: "The name of the host cannot be looked up at present.",
  EHOSTUNREACH: "No network route leads to the host.",
  ENETUNREACH: "No network route leads to the host.",
  ETIMEDOUT: "The host did not answer in time.",
  CONNECT_TIMEOUT: "The host did not answer in time.",
};

const lost = /^(ECONNRESET|EPIPE|CONNECTION_(CLOSED|ENDED|DESTROYED)|08...|57P0[123]|25P03)$/;

/**
 * A Postgres or network error as a fault with a sentence.
 * @param relation quoted table it happened in, where it is about one
 */
export function toStoreError(error: unknown, relation = "a table"): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  if (network[code]) return new StoreError("unreachable", network[code]);
  if (tlsCodes.test(code)) return tlsError(code);
  if (lost.test(code)) return new StoreError("lost", "The connection to the store ended in the middle.");
  switch (code) {
    case "28P01":
    case "28000":
      return new StoreError("sign-in-refused", "Postgres refused the user or the password.");
    case "SASL_SIGNATURE_MISMATCH":
      return new StoreError("sign-in-refused", "The server could not prove that it knows the password.");
    case "3D000":
      return new StoreError("not-there", "There is no database of that name.");
    case "3F000":
      return new StoreError("not-there", "There is no schema of that name.");
    case "42P01":
      return new StoreError("table-gone", `${relation} is not there.`);
    case "42703":
      return new StoreError("column-gone", `A column of ${relation} is not there.`);
    case "42501":
      return new StoreError("permission-refused", `This account may not read ${relation}.`);
    case "25006":
      return new StoreError(
        "write-refused",
        `Reading ${relation} would change something, which was refused.`,
      );
    case "57014":
      return new StoreError("too-slow", `Postgres did not answer about ${relation} within the time allowed.`);
    case "55P03":
    case "40001":
    case "40P01":
      return new StoreError("busy", `${relation} is locked by somebody else at present.`);
    case "53300":
    case "53200":
    case "53400":
      return new StoreError("busy", "Postgres has no connection to spare at present.");
    default:
      return new StoreError(
        "unreadable",
        `Postgres could not read ${relation}${code ? ` (code ${code})` : ""}.`,
      );
  }
}

function tlsError(code: string): StoreError {
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") {
    return new StoreError(
      "tls-refused",
      "The certificate of the server is for another host.",
      "Enter the host by the name in its certificate.",
    );
  }
  if (code === "CERT_HAS_EXPIRED") {
    return new StoreError(
      "tls-refused",
      "The certificate of the server has expired.",
      "Ask whoever runs the store to renew it.",
    );
  }
  return /SELF_SIGNED|UNABLE_TO|CERT_/.test(code)
    ? new StoreError(
        "tls-refused",
        "The certificate of the server is not signed by an authority that is trusted here.",
      )
    : new StoreError(
        "tls-refused",
        "The server and Habeas cannot agree on an encryption.",
        "Ask whoever runs the store to allow TLS 1.2 or newer.",
      );
}

/** What went wrong while a connection was being opened: nothing was read yet that could go on from its last place. */
export function toOpeningError(error: unknown): StoreError {
  const told = toStoreError(error);
  return told.fault === "lost" ? endedEarly() : told;
}

/** Said where a connection ends before it was open. */
export function endedEarly(): StoreError {
  return new StoreError(
    "unreachable",
    "Something answers at that host and port, but the connection ended before it was open.",
    "Check the port, and that the Postgres behind it (or behind its pooler) is running.",
  );
}

export function noTls(): StoreError {
  return new StoreError(
    "tls-refused",
    "The server does not offer TLS.",
    "Ask whoever runs the store to switch TLS on.",
  );
}

/** Whether one bad row, rather than the question, ended it: data exceptions (class 22) and damaged data (XX001, XX002). */
export function isRowError(error: unknown): boolean {
  return /^(22...|XX00[12])$/.test(codeOf(error));
}

/** Why a single row could not be read, without its values. */
export function rowErrorSays(error: unknown): string {
  const code = codeOf(error);
  const why: Record<string, string> = {
    "22012": "a division by zero",
    "22021": "bytes that are no text in the database's encoding",
    "22P02": "a value that does not fit its type",
    "22003": "a number out of range",
    XX001: "damaged data",
    XX002: "damaged data",
  };
  return `A record could not be read: Postgres reports ${why[code] ?? `the error ${code}`}.`;
}
