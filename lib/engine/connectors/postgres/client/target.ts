import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { networkInterfaces } from "node:os";
import { ownDatabase, refusal } from "../../allowed.ts";
import { defaultLimits, type Around, type Limits, type Operator, type Store } from "../../connector.ts";
import { StoreError } from "../../store-error.ts";
import { postgresConfig, postgresSecrets, type PostgresConfig } from "../config.ts";
import { toStoreError } from "../errors.ts";
import { within } from "./patience.ts";

/** The settings of a source once they are known to be well written and allowed. */
export type Target = {
  config: PostgresConfig;
  password: string;
  limits: Limits;
  operator: Operator;
  /** Network addresses of the host, looked up once: what was checked is what is connected to. */
  addresses: readonly LookupAddress[];
  signal: AbortSignal | undefined;
};

/** @throws StoreError `bad-settings`, `not-allowed`, or `unreachable` where the host's name is unknown */
export async function toTarget(store: Store, around: Around): Promise<Target> {
  const config = postgresConfig.safeParse(store.config);
  const secrets = postgresSecrets.safeParse(store.secrets ?? {});
  if (!config.success || !secrets.success)
    throw new StoreError("bad-settings", "The settings of this source are incomplete.");
  const limits = { ...defaultLimits, idleMs: config.data.patienceSeconds * 1_000, ...around.limits };
  const operator = await withAddresses(around.operator);
  const found = await within(limits.connectMs, around.signal, lookUp(config.data.host));
  const target = {
    config: config.data,
    password: secrets.data.password,
    limits,
    operator,
    addresses: "failure" in found ? [] : found.addresses,
    signal: around.signal,
  };
  refuseSchema(target, config.data.schema);
  if ("failure" in found) throw toStoreError(found.failure);
  return target;
}

/**
 * Refuses hosts the operator does not allow, and Habeas's own database under whatever name.
 * @throws StoreError `not-allowed`
 */
export function refuseSchema({ config, operator, addresses }: Target, schema: string): void {
  const { host, port, database } = config;
  const refused = refusal(operator, { host, addresses: namesOf(addresses), port, database, schema });
  if (refused === ownDatabase)
    throw new StoreError("not-allowed", refused, "Enter the database that holds what you know of people.");
  if (refused) throw new StoreError("not-allowed", refused);
}

async function withAddresses(operator: Operator): Promise<Operator> {
  const own = operator.own.map(async (one) => {
    const found = await lookUp(one.host);
    return { ...one, addresses: "failure" in found ? [] : namesOf(found.addresses) };
  });
  return { ...operator, own: await Promise.all(own) };
}

async function lookUp(host: string): Promise<{ addresses: LookupAddress[] } | { failure: unknown }> {
  try {
    return { addresses: await lookup(host, { all: true }) };
  } catch (failure) {
    return { failure };
  }
}

/** Network addresses as text, with `localhost` among them where they are this machine's. */
function namesOf(addresses: readonly LookupAddress[]): string[] {
  const names = addresses.map(({ address }) => address);
  const here = Object.values(networkInterfaces()).flatMap((cards) =>
    (cards ?? []).map(({ address }) => address),
  );
  return names.some((name) => here.includes(name)) ? [...names, "localhost"] : names;
}
