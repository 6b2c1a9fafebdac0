import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Policy } from "#lib/organisations/policy.ts";
import { bytes, id, instant } from "./columns.ts";

/** A controller (or processor) with its own portal, policy, staff and sources. */
export const organisation = pgTable("organisation", {
  id: id(),
  /** The organisation's address: `/<slug>`. */
  slug: text("slug").notNull().unique(),
  /** Random pseudonym that stands for the organisation in audit entries. */
  ref: uuid("ref").notNull().unique(),
  createdAt: instant("created_at").notNull(),
});

/** The column of every row that is one organisation's. */
export const ofOrganisation = () => ({
  organisationId: uuid("organisation_id")
    .notNull()
    .references(() => organisation.id),
});

/** Every version of an organisation's policy. The one in force at receipt stays with the case. */
export const organisationPolicy = pgTable(
  "organisation_policy",
  {
    id: id(),
    ...ofOrganisation(),
    version: integer("version").notNull(),
    policy: jsonb("policy").$type<Policy>().notNull(),
    inForceFrom: instant("in_force_from").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("organisation_policy_version").on(table.organisationId, table.version),
    index("organisation_policy_in_force").on(table.organisationId, table.inForceFrom),
  ],
);

/** Wrapped data keys of an organisation: staff data, connector secrets, drafts, mails, payloads without a case. */
export const organisationKey = pgTable(
  "organisation_key",
  {
    ...ofOrganisation(),
    version: integer("version").notNull(),
    kekId: text("kek_id").notNull(),
    wrappedDek: bytes("wrapped_dek").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.version] })],
);

/** Installation-wide values: the demo clock's offset, the worker's heartbeat, key canaries. Never personal. */
export const installation = pgTable("installation", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  changedAt: instant("changed_at").notNull(),
});
