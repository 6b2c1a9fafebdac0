import { join } from "node:path";
import { newToken } from "#lib/ids.ts";
import type { DemoSource, Place } from "../organisation.ts";
import { createAccountStore, grantReader, type AccountStore } from "./stores/accounts.ts";
import { createMarketingExports } from "./stores/marketing.ts";
import { createSupportDesk } from "./stores/support.ts";

const datasets = join(import.meta.dirname, "datasets");
const supportFolder = (place: Place) => join(place.folder, "ipc", "support-desk");
const marketingFolder = (place: Place) => join(place.folder, "ipc", "marketing-exports");

function accountsOf(place: Place): AccountStore {
  if (!place.accounts)
    throw new Error("The demo's account database has no address: HABEAS_DEMO_ACCOUNTS_URL is not set.");
  return place.accounts;
}

/** The three stores of `ipc`. */
export const ipcSources: readonly DemoSource[] = [
  {
    key: "account-database",
    kind: "postgres",
    name: "Account database",
    datasetFile: join(datasets, "accounts.yaml"),
    make: async (place, firstDay) => void (await createAccountStore(accountsOf(place), firstDay)),
    connect: async (place) => {
      const accounts = accountsOf(place);
      const url = new URL(accounts.url);
      const reader = await grantReader(accounts, newToken());
      return {
        config: {
          host: url.hostname,
          port: Number(url.port || 5432),
          database: decodeURIComponent(url.pathname.slice(1)),
          schema: accounts.schema,
          user: reader?.user ?? decodeURIComponent(url.username),
          tls: url.searchParams.get("sslmode")?.startsWith("verify") ? "verify" : "off",
        },
        secrets: { password: reader?.password ?? decodeURIComponent(url.password) },
      };
    },
  },
  {
    key: "support-desk",
    kind: "sqlite",
    name: "Support desk",
    datasetFile: join(datasets, "support.yaml"),
    make: async (place, firstDay) => void createSupportDesk(supportFolder(place), firstDay),
    connect: async (place) => ({
      config: {
        file: join(supportFolder(place), "support.sqlite"),
        attachments: join(supportFolder(place), "attachments"),
      },
      secrets: null,
    }),
  },
  {
    key: "marketing-exports",
    kind: "files",
    name: "Marketing exports",
    datasetFile: join(datasets, "marketing.yaml"),
    make: async (place, firstDay) => void createMarketingExports(marketingFolder(place), firstDay),
    connect: async (place) => ({ config: { folder: marketingFolder(place) }, secrets: null }),
  },
];
