import type { Connector } from "../../connector.ts";
import { check } from "./check.ts";
import { openFolder } from "./folder.ts";
import { toSession } from "./session.ts";

/** Folders of CSV and JSON files with attachments. */
export const connector: Connector = {
  check,
  connect: async (store, around) => toSession(await openFolder(store, around)),
};
