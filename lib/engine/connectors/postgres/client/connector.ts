import type { Connector } from "../../connector.ts";
import { allowedPath } from "../../folder/client.ts";
import { toStoreError } from "../errors.ts";
import { check } from "./check.ts";
import { toTarget } from "./target.ts";
import { toSession } from "./session.ts";
import { openTransaction } from "./transaction.ts";

/** Postgres 12 and newer, by a single connection in one read-only snapshot. */
export const connector: Connector = {
  check,
  async connect(store, around) {
    try {
      const target = await toTarget(store, around);
      const { attachments } = target.config;
      const folder = attachments ? await allowedPath(around.operator, attachments, "folder") : null;
      return toSession(await openTransaction(target), target, folder);
    } catch (error) {
      throw toStoreError(error);
    }
  },
};
