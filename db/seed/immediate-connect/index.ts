import { join } from "node:path";
import type { DemoOrganisation, DemoStaff, Place } from "../organisation.ts";
import { immediateConnectControllers } from "./controllers.ts";
import { immediateConnectPolicy } from "./policy.ts";
import { createMembers } from "./stores/members.ts";
import { createSiteRecords } from "./stores/site.ts";

const staff = [
  {
    key: "aoife",
    name: "Aoife Tierney",
    email: "aoife@immediate-connect.example",
    password: "demo-aoife",
    roles: ["caseworker", "admin"],
  },
  {
    key: "lorcan",
    name: "Lorcan Walsh",
    email: "lorcan@immediate-connect.example",
    password: "demo-lorcan",
    roles: ["caseworker", "approver"],
  },
  {
    key: "marguerite",
    name: "Marguerite Oliveira",
    email: "marguerite@immediate-connect.example",
    password: "demo-marguerite",
    roles: ["auditor"],
  },
] as const satisfies readonly DemoStaff[];

const datasets = join(import.meta.dirname, "datasets");
const membersFolder = (place: Place) => join(place.folder, "immediate-connect", "members");
const siteFolder = (place: Place) => join(place.folder, "immediate-connect", "website");

/** Online services with a partner programme: controller for members and visitors, processor for partners' people. */
export const immediateConnect = {
  slug: "immediate-connect",
  policy: immediateConnectPolicy,
  staff,
  controllers: immediateConnectControllers,
  sources: [
    {
      key: "members",
      kind: "sqlite",
      name: "Members",
      datasetFile: join(datasets, "members.yaml"),
      make: async (place, firstDay) => void createMembers(membersFolder(place), firstDay),
      connect: async (place) => ({
        config: {
          file: join(membersFolder(place), "members.sqlite"),
          attachments: join(membersFolder(place), "files"),
        },
        secrets: null,
      }),
    },
    {
      key: "website",
      kind: "files",
      name: "Website and forms",
      datasetFile: join(datasets, "site.yaml"),
      make: async (place, firstDay) => void createSiteRecords(siteFolder(place), firstDay),
      connect: async (place) => ({ config: { folder: siteFolder(place) }, secrets: null }),
    },
  ],
} satisfies DemoOrganisation;
