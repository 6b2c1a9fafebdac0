import { mkdirSync } from "node:fs";
import { postgresBinaries } from "./embedded/binaries.ts";
import { clusterFolder, ensureCluster } from "./embedded/cluster.ts";
import { lockFolder } from "./embedded/lock.ts";
import {
  newSecrets,
  readSecrets,
  roleNames,
  writeSecrets,
  type Role,
  type Secrets,
} from "./embedded/passwords.ts";
import { freeServerPort, isPortFree } from "./embedded/ports.ts";
import { PostmasterEnded, startPostmaster, type Postmaster } from "./embedded/postmaster.ts";
import { provision, type DatabaseName } from "./embedded/provision.ts";
import { clearStale } from "./embedded/stale.ts";
import { wayToRun } from "./embedded/unprivileged.ts";

export { readHolder } from "./embedded/lock.ts";
export { roleNames, type Role } from "./embedded/passwords.ts";

export type EmbeddedDatabase = {
  port: number;
  /** A connection address for a role and a database of this server. */
  url(role: Role | "superuser", database: string): string;
  /** Resolves when the server process has ended, by `stop` or by itself. */
  ended(): Promise<void>;
  /** After it ended by itself: starts it again on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Holds cluster, log, passwords and lock; made with mode 0700. */
  folder: string;
  databases: readonly DatabaseName[];
  /** `test`: no durability (nothing to lose), and an owner who may create databases and roles. */
  purpose: "installation" | "test";
  say: (sentence: string) => void;
};

/** Thrown when another process uses the folder. */
export class FolderInUse extends Error {}

/**
 * Starts the Postgres 18 that comes with Habeas: made on first use, recovered after a crash, on 127.0.0.1 only,
 * with a password per role, ending with this process however that ends. Nobody but its callers needs to know it.
 * @throws FolderInUse, or an Error whose message says what to do
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { folder, say } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  if (!lock) throw new FolderInUse(`The database in ${folder} is used by another Habeas process.`);
  try {
    const binaries = postgresBinaries();
    const way = wayToRun();
    let secrets = readSecrets(folder) ?? newSecrets(await freeServerPort());
    writeSecrets(folder, secrets);
    if (ensureCluster(folder, binaries, way, secrets.superuser)) say("Made a new database.");

    const start = async (): Promise<Postmaster> => {
      await clearStale(clusterFolder(folder));
      const extra = options.purpose === "test" ? throwaway : {};
      return startPostmaster(
        { folder, port: secrets.port, password: secrets.superuser, extra },
        binaries,
        way,
      );
    };
    if (!(await isPortFree(secrets.port, "127.0.0.1"))) {
      // Perhaps a server of ours that outlived its parent; whatever else has it, keeps it.
      await clearStale(clusterFolder(folder));
      if (!(await isPortFree(secrets.port, "127.0.0.1"))) secrets = await moveTo(folder, secrets, say);
    }
    let postmaster = await withPatience(start);
    await provision(secrets, options.databases, options.purpose);
    lock.note({ port: secrets.port });
    return {
      get port() {
        return secrets.port;
      },
      url: (role, database) => connectionUrl(secrets, role, database),
      ended: () => postmaster.ended,
      async restart() {
        postmaster = await withPatience(start);
        lock.note({ port: secrets.port });
      },
      async stop() {
        await postmaster.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Tests may lose their data with the machine's power: a commit then costs nothing.
 * And the vacuum of a superuser cannot be sent away by an owner who wants to drop a database.
 */
const throwaway = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "200",
};

export function connectionUrl(secrets: Secrets, role: Role | "superuser", database: string): string {
  const user = role === "superuser" ? "postgres" : roleNames[role];
  return `postgres://${user}:${secrets[role]}@127.0.0.1:${secrets.port}/${database}`;
}

async function moveTo(folder: string, secrets: Secrets, say: EmbeddedOptions["say"]): Promise<Secrets> {
  const moved = { ...secrets, port: await freeServerPort() };
  say(`Port ${secrets.port} of the database is taken by another program; using ${moved.port}.`);
  writeSecrets(folder, moved);
  return moved;
}

/**
 * After a `kill -9` of the server its last workers still hold shared memory for a moment, and the port of a
 * neighbour may be taken between look and bind: both pass.
 */
async function withPatience(start: () => Promise<Postmaster>): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      const passing = /shared memory|Address already in use|port taken|lock file/i;
      if (!(error instanceof PostmasterEnded)) throw error;
      if (attempt === 10 || !passing.test(error.message)) {
        throw new Error(`The database did not start. Its last words were:\n${error.message}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }
}
