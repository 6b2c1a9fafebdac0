import { once } from "node:events";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { throwIfAborted } from "../../paging.ts";
import type { PostgresConfig } from "../config.ts";
import { noTls, toOpeningError } from "../errors.ts";
import { within } from "./patience.ts";
import type { Target } from "./target.ts";

/**
 * Reaches the host at the addresses that were checked, whatever its name means by now, and, where the settings say so,
 * begins TLS there. Nothing falls back to a connection in the clear.
 * @throws StoreError
 */
export async function dial({ config, addresses, limits, signal }: Target): Promise<Socket> {
  throwIfAborted(signal);
  const plain = connectTcp({
    host: config.host,
    port: config.port,
    autoSelectFamily: true,
    lookup: (_host, _options, found) => found(null, [...addresses]),
    keepAlive: true,
    keepAliveInitialDelay: 10_000,
    noDelay: true,
  });
  const reached = happened(plain, "connect").then(() =>
    config.tls === "verify" ? encrypted(plain, config) : plain,
  );
  try {
    return await within(limits.connectMs, signal, reached);
  } catch (error) {
    plain.destroy();
    throw toOpeningError(firstOf(error));
  }
}

/** The message by which a client asks a Postgres for TLS (protocol 3.0, SSLRequest). */
const tlsRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** The certificate must be signed by a trusted authority for this host. */
async function encrypted(plain: Socket, { host, ca }: PostgresConfig): Promise<Socket> {
  plain.write(tlsRequest);
  const [answer] = (await happened(plain, "data")) as [Buffer];
  // Anything beyond the one letter would be something smuggled in before the encryption.
  if (answer.length !== 1 || answer[0] !== "S".charCodeAt(0)) throw noTls();
  const secure = connectTls({
    socket: plain,
    host,
    ...(isIP(host) ? {} : { servername: host }),
    rejectUnauthorized: true,
    ...(ca ? { ca } : {}),
  });
  await happened(secure, "secureConnect");
  return secure;
}

/** What an event brings, or the error that comes instead. */
async function happened(socket: Socket, event: "connect" | "data" | "secureConnect"): Promise<unknown[]> {
  const closed = new AbortController();
  socket.once("close", () => closed.abort(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
  try {
    return await once(socket, event, { signal: closed.signal });
  } catch (error) {
    throw closed.signal.aborted ? closed.signal.reason : error;
  }
}

/** A name with several addresses fails once per address; the first failure tells enough. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error;
}
