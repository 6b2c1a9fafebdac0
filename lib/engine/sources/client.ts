import type { Tx } from "#db/client.ts";
import { env } from "#lib/env.ts";
import type { Around, CheckStep, OwnDatabase, Session } from "../connectors/connector.ts";
import { connectors } from "../connectors/index.ts";
import { parseDatasets } from "../datasets/parse.ts";
import type { Dataset, FieldAddress } from "../datasets/vocabulary.ts";
import { listMaps, unscopedSecrets, type DatasetRow, type SourceRow } from "./queries/sources.ts";

/** A source with its map read: what planning and searching work on. */
export type MappedSource = { source: SourceRow; row: DatasetRow; dataset: Dataset };

/** The operator's allow-list, and the databases no source may be. */
export function around(signal?: AbortSignal): Around {
  const { allowedHosts, allowedFolders, ownDatabaseUrls, demoAccounts } = env();
  return {
    operator: {
      hosts: allowedHosts,
      folders: allowedFolders,
      own: ownDatabaseUrls.map((url) => ownDatabase(url, demoAccounts)),
    },
    ...(signal ? { signal } : {}),
  };
}

function ownDatabase(url: string, demo: { url: string; schema: string } | null): OwnDatabase {
  const { hostname, port, pathname } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  const isDemoToo =
    demo !== null && new URL(demo.url).pathname === pathname && new URL(demo.url).port === port;
  return {
    host: hostname,
    port: Number(port || 5432),
    database,
    openSchemas: isDemoToo && demo.schema !== "public" ? [demo.schema] : [],
  };
}

/** The enabled sources of an organisation with their maps. Saved maps were checked when they were saved. */
export async function mappedSources(tx: Tx, organisationId: string): Promise<MappedSource[]> {
  const maps = await listMaps(tx, organisationId);
  return maps.flatMap(({ source, dataset: row }) => {
    const dataset = readMap(row.yaml);
    return dataset ? [{ source, row, dataset }] : [];
  });
}

/** The one dataset of a saved map. */
export function readMap(yaml: string): Dataset | null {
  const parsed = parseDatasets(yaml);
  return parsed.ok ? (parsed.datasets[0] ?? null) : null;
}

/** Opens a store for reading. Close the session. Throws `StoreError` with a sentence for staff. */
export async function openSource(tx: Tx, row: SourceRow, signal?: AbortSignal): Promise<Session> {
  const { connector } = await connectors[row.kind].client();
  return connector.connect({ config: row.config, secrets: await unscopedSecrets(tx, row) }, around(signal));
}

/** Tests a connection, in words. `secrets` null: the ones that are kept. */
export async function testSource(
  tx: Tx,
  row: SourceRow,
  map: { datasets: readonly Dataset[]; locators: readonly FieldAddress[] },
  signal?: AbortSignal,
): Promise<CheckStep[]> {
  const { connector } = await connectors[row.kind].client();
  return connector.check(
    { config: row.config, secrets: await unscopedSecrets(tx, row) },
    around(signal),
    map,
  );
}
