import { once } from "node:events";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { throwIfAborted } from "../../paging.ts";
import { StoreError } from "../../store-error.ts";
import type { PostgresConfig } from "../config.ts";
import { noTls, toStoreError } from "../errors.ts";

/**
 * Reaches the host and, where the settings say so, begins TLS there. Nothing falls back to a connection in the clear.
 * @throws StoreError
 */
export async function dial(
  config: PostgresConfig,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Socket> {
  throwIfAborted(signal);
  const plain = connectTcp({
    host: config.host,
    port: config.port,
    keepAlive: true,
    keepAliveInitialDelay: 10_000,
    noDelay: true,
  });
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const givingUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })), timeoutMs);
    stop = () => reject(new StoreError("cancelled", "Reading was stopped."));
    signal?.addEventListener("abort", stop, { once: true });
  });
  try {
    await Promise.race([happened(plain, "connect"), givingUp]);
    return config.tls === "verify" ? await Promise.race([encrypted(plain, config), givingUp]) : plain;
  } catch (error) {
    plain.destroy();
    throw toStoreError(firstOf(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    givingUp.catch(() => {});
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
