import type { Socket } from "node:net";
import postgres from "postgres";
import { endedEarly } from "../errors.ts";
import { Greeting } from "../greeting.ts";
import { dial } from "./dial.ts";
import type { Target } from "./target.ts";

/** A connection of our own making: we know when it is silent or gone, and can cut it. */
export type Link = { sql: postgres.Sql; socket: () => Socket | null; end(): Promise<void> };

/** One connection, used for one thing after another. It is not open before the first question. */
export function toLink(target: Target): Link {
  const { config, password, limits } = target;
  let socket: Socket | null = null;
  let isDialled = false;
  // The driver would begin anew, password and all, for as long as something accepts and hangs up.
  const dialOnce = async () => {
    if (isDialled) throw endedEarly();
    isDialled = true;
    return (socket = greeted(await dial(target)));
  };
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
      socket: dialOnce,
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

/** The driver hears nothing that a Postgres would not say while it lets somebody in. */
function greeted(socket: Socket): Socket {
  const greeting = new Greeting();
  const pass = socket.emit.bind(socket) as (event: string, ...heard: unknown[]) => boolean;
  const watch = (event: string, ...heard: unknown[]): boolean => {
    if (event !== "data") return pass(event, ...heard);
    try {
      if (greeting.hear(heard[0] as Buffer)) socket.emit = pass as Socket["emit"];
    } catch (error) {
      socket.destroy(error as Error);
      return true;
    }
    return pass(event, ...heard);
  };
  socket.emit = watch as Socket["emit"];
  return socket;
}
