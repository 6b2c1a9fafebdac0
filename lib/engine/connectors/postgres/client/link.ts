import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { connect as connectTls } from "node:tls";
import postgres from "postgres";
import { refusal } from "../../allowed.ts";
import { defaultLimits, type Around, type Limits, type Operator, type Store } from "../../connector.ts";
import { throwIfAborted } from "../../paging.ts";
import { StoreError } from "../../store-error.ts";
import { postgresConfig, postgresSecrets, type PostgresConfig } from "../config.ts";
import { noTls, toStoreError } from "../errors.ts";

/** The settings of a source once they are known to be well written and allowed. */
export type Target = { config: PostgresConfig; password: string; limits: Limits; operator: Operator; signal: AbortSignal | undefined };

/** @throws StoreError `bad-settings` or `not-allowed` */
export async function toTarget(store: Store, around: Around): Promise<Target> {
  const config = postgresConfig.safeParse(store.config);
  const secrets = postgresSecrets.safeParse(store.secrets ?? {});
  if (!config.success || !secrets.success) throw new StoreError("bad-settings", "The settings of this source are incomplete.");
  const limits = { ...defaultLimits, idleMs: config.data.patienceSeconds * 1_000, ...around.limits };
  const operator = await withAddresses(around.operator);
  const target = { config: config.data, password: secrets.data.password, limits, operator, signal: around.signal };
  await refuseSchema(target, config.data.schema);
  return target;
}

/**
 * Refuses hosts the operator does not allow, and Habeas's own database under whatever name.
 * @throws StoreError `not-allowed`
 */
export async function refuseSchema({ config, operator }: Target, schema: string): Promise<void> {
  const { host, port, database } = config;
  const refused = refusal(operator, { host, addresses: await addressesOf(host), port, database, schema });
  if (refused) throw new StoreError("not-allowed", refused);
}

async function withAddresses(operator: Operator): Promise<Operator> {
  const own = operator.own.map(async (one) => ({ ...one, addresses: await addressesOf(one.host) }));
  return { ...operator, own: await Promise.all(own) };
}

/** The network addresses of a host, with `localhost` among them where it is this machine. Unknown names have none. */
async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true }).catch(() => []);
  const addresses = found.map(({ address }) => address);
  const here = Object.values(networkInterfaces()).flatMap((cards) => (cards ?? []).map(({ address }) => address));
  return addresses.some((address) => here.includes(address)) ? [...addresses, "localhost"] : addresses;
}

/** A connection of our own making: we know when it is silent or gone, and can cut it. */
export type Link = { sql: postgres.Sql; socket: () => Socket | null; end(): Promise<void> };

/** One connection, used for one thing after another. It is not open before the first question. */
export function toLink({ config, password, limits, signal }: Target): Link {
  let socket: Socket | null = null;
  const options: postgres.Options<Record<string, postgres.PostgresType>> & { socket: () => Promise<Socket> } = {
    host: config.host,
    port: config.port,
    database: config.database,
    username: config.user,
    password,
    // TLS is begun by `dial`, which tells apart what can go wrong with it.
    ssl: false,
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: limits.connectMs / 1_000,
    idle_timeout: 0,
    max_lifetime: null,
    keep_alive: 10,
    backoff: false,
    onnotice: () => {},
    connection: { application_name: "habeas" },
    socket: async () => (socket = await dial(config, limits.connectMs, signal)),
  };
  const sql = postgres(options);
  return {
    sql,
    socket: () => socket,
    async end() {
      await sql.end({ timeout: 0 });
      socket?.destroy();
    },
  };
}

/**
 * Reaches the host and, where the settings say so, begins TLS there. Nothing falls back to a connection in the clear.
 * @throws StoreError
 */
export async function dial(config: PostgresConfig, timeoutMs: number, signal: AbortSignal | undefined): Promise<Socket> {
  throwIfAborted(signal);
  const plain = connectTcp({ host: config.host, port: config.port, keepAlive: true, keepAliveInitialDelay: 10_000, noDelay: true });
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
  const secure = connectTls({ socket: plain, host, ...(isIP(host) ? {} : { servername: host }), rejectUnauthorized: true, ...(ca ? { ca } : {}) });
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
