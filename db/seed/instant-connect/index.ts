import { join } from "node:path";
import type { DemoOrganisation, DemoStaff, Place } from "../organisation.ts";
import { instantConnectPolicy } from "./policy.ts";
import { createContactBook } from "./stores/contact-book.ts";
import { createSiteRecords } from "./stores/site.ts";

const staff = [
  {
    key: "marcus",
    name: "Marcus Leroy",
    email: "marcus@instant-connect.example",
    password: "demo-marcus",
    roles: ["caseworker", "admin"],
  },
  {
    key: "yolanda",
    name: "Yolanda Price",
    email: "yolanda@instant-connect.example",
    password: "demo-yolanda",
    roles: ["approver"],
  },
  {
    key: "desmond",
    name: "Desmond Clay",
    email: "desmond@instant-connect.example",
    password: "demo-desmond",
    roles: ["auditor"],
  },
] as const satisfies readonly DemoStaff[];

const datasets = join(import.meta.dirname, "datasets");
const bookFolder = (place: Place) => join(place.folder, "instant-connect", "contact-book");
const siteFolder = (place: Place) => join(place.folder, "instant-connect", "site-and-mails");

/** Communication software from Chicago, with a shop, a website that measures, and a two-year rule. */
export const instantConnect = {
  slug: "instant-connect",
  policy: instantConnectPolicy,
  staff,
  sources: [
    {
      key: "contact-book",
      kind: "sqlite",
      name: "Contact book",
      datasetFile: join(datasets, "contact-book.yaml"),
      make: async (place, firstDay) => void createContactBook(bookFolder(place), firstDay),
      connect: async (place) => ({
        config: { file: join(bookFolder(place), "contacts.sqlite") },
        secrets: null,
      }),
    },
    {
      key: "site-and-mails",
      kind: "files",
      name: "Site and mails",
      datasetFile: join(datasets, "site.yaml"),
      make: async (place, firstDay) => void createSiteRecords(siteFolder(place), firstDay),
      connect: async (place) => ({ config: { folder: siteFolder(place) }, secrets: null }),
    },
  ],
} satisfies DemoOrganisation;
