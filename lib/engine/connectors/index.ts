import type { ConnectorEntry } from "./connector.ts";
import type { ConnectorKind } from "./kinds.ts";
import { filesConfig, filesSecrets } from "./files/config.ts";
import { postgresConfig, postgresSecrets } from "./postgres/config.ts";
import { sqliteConfig, sqliteSecrets } from "./sqlite/config.ts";

/** Every kind of store. A driver is loaded when a store of its kind is first used, so that ten kinds cost no more than one. */
export const connectors = {
  postgres: {
    kind: "postgres",
    label: "Postgres",
    config: postgresConfig,
    secrets: postgresSecrets,
    client: () => import("./postgres/client/connector.ts"),
  },
  sqlite: {
    kind: "sqlite",
    label: "SQLite file",
    config: sqliteConfig,
    secrets: sqliteSecrets,
    client: () => import("./sqlite/client/connector.ts"),
  },
  files: {
    kind: "files",
    label: "Folder of CSV, JSON and attachments",
    config: filesConfig,
    secrets: filesSecrets,
    client: () => import("./files/client/connector.ts"),
  },
} satisfies Record<ConnectorKind, ConnectorEntry>;
