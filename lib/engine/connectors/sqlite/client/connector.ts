import type { Connector } from "../../connector.ts";
import { check } from "./check.ts";
import { openSqlite } from "./file.ts";
import { toSession } from "./session.ts";

/** SQLite database files, opened read-only. */
export const connector: Connector = {
  check,
  connect: async (store, around) => toSession(await openSqlite(store, around)),
};
