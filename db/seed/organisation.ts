import type { Role } from "#lib/auth/roles.ts";
import type { ControllerInput } from "#lib/controllers/register.ts";
import type { ConnectorKind } from "#lib/engine/connectors/kinds.ts";
import type { Policy } from "#lib/organisations/policy.ts";

export type DemoStaff = {
  /** How the stories call them. */
  key: string;
  name: string;
  email: string;
  /** Shown on the demo's first page. Too short and too well known for anything else. */
  password: string;
  roles: readonly Role[];
};

/** A store of a demo organisation: made when it is missing, then connected. */
export type DemoSource = {
  key: string;
  kind: ConnectorKind;
  /** What people call it. */
  name: string;
  /** Its map, a YAML file. */
  datasetFile: string;
  /** Makes the store where there is none yet, filled as on that day; one that is there is left alone. */
  make(place: Place, firstDay: string): Promise<void>;
  /** How it is reached. May set a new password at the store, so it is asked only when the source is connected. */
  connect(place: Place): Promise<{ config: Record<string, unknown>; secrets: Record<string, string> | null }>;
};

/** Where the demo's stores lie. */
export type Place = {
  /** Folder of all demo stores; absolute. */
  folder: string;
  /** Postgres for the one store that is a database server; owner's address. */
  accounts: { url: string; schema: string } | null;
};

/** An entry of a demo organisation's register of controllers. A platform behind one stands before it. */
export type DemoController = Omit<ControllerInput, "platformId"> & {
  /** How the stories call it. */
  key: string;
  platform?: string;
};

export type DemoOrganisation = {
  slug: string;
  policy: Policy;
  staff: readonly DemoStaff[];
  controllers?: readonly DemoController[];
  sources: readonly DemoSource[];
};
