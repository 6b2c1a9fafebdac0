import type { DemoOrganisation } from "../organisation.ts";
import { ipcPolicy } from "./policy.ts";
import { ipcSources } from "./sources.ts";
import { ipcStaff } from "./staff.ts";

/** The organisation of the demo's walk. */
export const ipc = {
  slug: "ipc",
  policy: ipcPolicy,
  staff: ipcStaff,
  sources: ipcSources,
} satisfies DemoOrganisation;
