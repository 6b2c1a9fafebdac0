import { StoreError } from "../store-error.ts";

/** What a client must read before it is let in: who asks, whether TLS is wanted, and how to sign in. */
const ways = {
  in: 0,
  cleartext: 3,
  md5: 5,
  sasl: 10,
  saslContinue: 11,
  saslFinal: 12,
};

/** Lengths as libpq takes them for possible (fe-connect.c, `PQconnectPoll`): anything longer is no Postgres. */
const longest: Record<string, number> = { R: 2_000, E: 30_000, N: 30_000, v: 2_000 };

/** RFC 5802, section 5.1: nonce, salt and the number of rounds, each of which costs the reader time. */
const challenge = /^r=[^,]+,s=[A-Za-z0-9+/]+={0,2},i=([1-9]\d{0,9})(,|$)/;
const mostRounds = 1_000_000;

/**
 * Listens to what a server says before it lets somebody in (protocol 3.0, "Start-up"), ahead of the driver: that one takes
 * whatever answers for a Postgres, and nonsense in the middle of signing in would end the whole process.
 */
export class Greeting {
  #heard: Buffer = Buffer.alloc(0);

  /**
   * Hears a further piece; true once the server has let us in and nothing more needs watching.
   * @throws StoreError where no Postgres speaks so, or where it asks for something that cannot be done
   */
  hear(piece: Buffer): boolean {
    this.#heard = this.#heard.length > 0 ? Buffer.concat([this.#heard, piece]) : piece;
    while (this.#heard.length >= 5) {
      const kind = String.fromCharCode(this.#heard[0] as number);
      const length = this.#heard.readUInt32BE(1);
      if (length < 4 || length > (longest[kind] ?? 0)) throw noPostgres();
      if (this.#heard.length <= length) return false;
      if (kind === "R" && isLetIn(this.#heard.subarray(5, length + 1))) return true;
      this.#heard = this.#heard.subarray(length + 1);
    }
    return false;
  }
}

function isLetIn(body: Buffer): boolean {
  if (body.length < 4) throw noPostgres();
  const more = body.toString("latin1", 4);
  switch (body.readUInt32BE(0)) {
    case ways.in:
      return true;
    case ways.cleartext:
    case ways.saslFinal:
      return false;
    case ways.md5:
      if (more.length !== 4) throw noPostgres();
      return false;
    case ways.sasl:
      if (!more.split("\0").includes("SCRAM-SHA-256")) throw unknownWay();
      return false;
    case ways.saslContinue: {
      const rounds = challenge.exec(more)?.[1];
      if (rounds === undefined) throw noPostgres();
      if (Number(rounds) > mostRounds) throw unknownWay();
      return false;
    }
    default:
      throw unknownWay();
  }
}

/** Said of whatever answers at the address and is no Postgres. */
function noPostgres(): StoreError {
  return new StoreError(
    "unreachable",
    "Something answers at that host and port, but it does not speak like a Postgres.",
    "Check the port.",
  );
}

function unknownWay(): StoreError {
  return new StoreError(
    "sign-in-refused",
    "The server asks for a way of signing in that Habeas does not know.",
    "Ask whoever runs it to let this account in by password (scram-sha-256).",
  );
}
