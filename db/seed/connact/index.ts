import { join } from "node:path";
import type { DemoOrganisation, DemoStaff, Place } from "../organisation.ts";
import { connactPolicy } from "./policy.ts";
import { createAccounts } from "./stores/accounts.ts";
import { createWebRecords } from "./stores/web.ts";

const staff = [
  {
    key: "edith",
    name: "Edith Mensah",
    email: "edith@connact.example",
    password: "demo-edith",
    roles: ["caseworker", "admin"],
  },
  {
    key: "gareth",
    name: "Gareth Pugh",
    email: "gareth@connact.example",
    password: "demo-gareth",
    roles: ["caseworker", "approver"],
  },
  {
    key: "saoirse",
    name: "Saoirse Keane",
    email: "saoirse@connact.example",
    password: "demo-saoirse",
    roles: ["approver"],
  },
  {
    key: "quentin",
    name: "Quentin Marsh",
    email: "quentin@connact.example",
    password: "demo-quentin",
    roles: ["auditor"],
  },
] as const satisfies readonly DemoStaff[];

const datasets = join(import.meta.dirname, "datasets");
const accountsFolder = (place: Place) => join(place.folder, "connact", "accounts");
const webFolder = (place: Place) => join(place.folder, "connact", "website");

/** Cloud software for clubs: controller for accounts, processor for what users put into their workspaces. */
export const connact = {
  slug: "connact",
  policy: connactPolicy,
  staff,
  sources: [
    {
      key: "accounts",
      kind: "sqlite",
      name: "Accounts",
      datasetFile: join(datasets, "accounts.yaml"),
      make: async (place, firstDay) => void createAccounts(accountsFolder(place), firstDay),
      connect: async (place) => ({
        config: { file: join(accountsFolder(place), "accounts.sqlite") },
        secrets: null,
      }),
    },
    {
      key: "website",
      kind: "files",
      name: "Website and letter",
      datasetFile: join(datasets, "web.yaml"),
      make: async (place, firstDay) => void createWebRecords(webFolder(place), firstDay),
      connect: async (place) => ({ config: { folder: webFolder(place) }, secrets: null }),
    },
  ],
} satisfies DemoOrganisation;
