import type { Socket } from "node:net";
import postgres from "postgres";
import { dial } from "./dial.ts";
import type { Target } from "./target.ts";

/** A connection of our own making: we know when it is silent or gone, and can cut it. */
export type Link = { sql: postgres.Sql; socket: () => Socket | null; end(): Promise<void> };

/** One connection, used for one thing after another. It is not open before the first question. */
export function toLink({ config, password, limits, signal }: Target): Link {
  let socket: Socket | null = null;
  const options: postgres.Options<Record<string, postgres.PostgresType>> & { socket: () => Promise<Socket> } =
    {
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
