import { join } from "node:path";
import type { DemoOrganisation, DemoStaff, Place } from "../organisation.ts";
import { informetricPolicy } from "./policy.ts";
import { createFairLists } from "./stores/fairs.ts";
import { createSalesBook } from "./stores/sales.ts";

const staff = [
  {
    key: "nils",
    name: "Nils Acker",
    email: "nils@informetric.example",
    password: "demo-nils",
    roles: ["caseworker", "admin"],
  },
  {
    key: "uma",
    name: "Uma Fields",
    email: "uma@informetric.example",
    password: "demo-uma",
    roles: ["approver"],
  },
  {
    key: "odile",
    name: "Odile Brandt",
    email: "odile@informetric.example",
    password: "demo-odile",
    roles: ["auditor"],
  },
] as const satisfies readonly DemoStaff[];

const datasets = join(import.meta.dirname, "datasets");
const salesFolder = (place: Place) => join(place.folder, "informetric", "sales-book");
const fairsFolder = (place: Place) => join(place.folder, "informetric", "fairs-and-reviews");

/** A second organisation beside `ipc`, whose staff never see the first one's anything. */
export const informetric = {
  slug: "informetric",
  policy: informetricPolicy,
  staff,
  sources: [
    {
      key: "sales-book",
      kind: "sqlite",
      name: "Sales book",
      datasetFile: join(datasets, "sales.yaml"),
      make: async (place, firstDay) => void createSalesBook(salesFolder(place), firstDay),
      connect: async (place) => ({
        config: { file: join(salesFolder(place), "sales.sqlite") },
        secrets: null,
      }),
    },
    {
      key: "fairs-and-reviews",
      kind: "files",
      name: "Fairs and reviews",
      datasetFile: join(datasets, "fairs.yaml"),
      make: async (place, firstDay) => void createFairLists(fairsFolder(place), firstDay),
      connect: async (place) => ({ config: { folder: fairsFolder(place) }, secrets: null }),
    },
  ],
} satisfies DemoOrganisation;
