import { lookup } from "node:dns/promises";
import { networkInterfaces } from "node:os";
import { ownDatabase, refusal } from "../../allowed.ts";
import { defaultLimits, type Around, type Limits, type Operator, type Store } from "../../connector.ts";
import { StoreError } from "../../store-error.ts";
import { postgresConfig, postgresSecrets, type PostgresConfig } from "../config.ts";

/** The settings of a source once they are known to be well written and allowed. */
export type Target = {
  config: PostgresConfig;
  password: string;
  limits: Limits;
  operator: Operator;
  /** Network addresses of the host. */
  addresses: string[];
  signal: AbortSignal | undefined;
};

/** @throws StoreError `bad-settings` or `not-allowed` */
export async function toTarget(store: Store, around: Around): Promise<Target> {
  const config = postgresConfig.safeParse(store.config);
  const secrets = postgresSecrets.safeParse(store.secrets ?? {});
  if (!config.success || !secrets.success)
    throw new StoreError("bad-settings", "The settings of this source are incomplete.");
  const limits = { ...defaultLimits, idleMs: config.data.patienceSeconds * 1_000, ...around.limits };
  const operator = await withAddresses(around.operator);
  const target = {
    config: config.data,
    password: secrets.data.password,
    limits,
    operator,
    addresses: await addressesOf(config.data.host),
    signal: around.signal,
  };
  refuseSchema(target, config.data.schema);
  return target;
}

/**
 * Refuses hosts the operator does not allow, and Habeas's own database under whatever name.
 * @throws StoreError `not-allowed`
 */
export function refuseSchema({ config, operator, addresses }: Target, schema: string): void {
  const { host, port, database } = config;
  const refused = refusal(operator, { host, addresses, port, database, schema });
  if (refused === ownDatabase)
    throw new StoreError("not-allowed", refused, "Enter the database that holds what you know of people.");
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
  const here = Object.values(networkInterfaces()).flatMap((cards) =>
    (cards ?? []).map(({ address }) => address),
  );
  return addresses.some((address) => here.includes(address)) ? [...addresses, "localhost"] : addresses;
}
