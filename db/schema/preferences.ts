import { index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RightId } from "#lib/rights/ids.ts";
import { ofCase } from "./cases.ts";
import { bytes, id, instant } from "./columns.ts";
import { ofOrganisation } from "./organisations.ts";

/**
 * A choice of a person's that stands from the moment it reached the organisation until she takes it back: written with the
 * case that asks for it, and there for longer than that case. Several requests of hers are several rows.
 */
export const preference = pgTable(
  "preference",
  {
    id: id(),
    ...ofCase(),
    ...ofOrganisation(),
    /** The right that was used. */
    kind: text("kind").$type<RightId>().notNull(),
    /** Which consent is taken back, by the policy's id; null for every other right. */
    consent: text("consent"),
    /** How it came: the form, the form of somebody signed in, her browser's signal, or what staff recorded. */
    via: text("via").$type<"form" | "account" | "signal" | "staff">().notNull(),
    /** Blind indexes of what it is known by, the same as those of cases. */
    emailIndex: bytes("email_index"),
    telephoneIndex: bytes("telephone_index"),
    subjectIndex: bytes("subject_index"),
    /** Sealed JSON `{ email, telephone }`, as given; null for what was asked before choices were kept. */
    sealedIdentifiers: bytes("sealed_identifiers"),
    since: instant("since").notNull(),
    undoneAt: instant("undone_at"),
    /** Who took it back: herself through her request or signed in, or staff on her word. */
    undoneBy: text("undone_by").$type<"person" | "account" | "staff">(),
    undoneByRef: uuid("undone_by_ref"),
  },
  (table) => [
    unique("preference_once").on(table.caseId, table.kind, table.consent).nullsNotDistinct(),
    index("preference_email").on(table.organisationId, table.emailIndex),
    index("preference_telephone").on(table.organisationId, table.telephoneIndex),
    index("preference_subject").on(table.organisationId, table.subjectIndex),
  ],
);

/** A browser that sends the opt-out signal (Global Privacy Control), and since when. One row per browser and organisation. */
export const browserSignal = pgTable(
  "browser_signal",
  {
    id: id(),
    ...ofOrganisation(),
    /** Blind index of the random token in the browser's cookie. */
    browserIndex: bytes("browser_index").notNull(),
    since: instant("since").notNull(),
    /** Refreshed at most once a day. */
    lastSeenAt: instant("last_seen_at").notNull(),
    /** When the browser had stopped to send it. */
    endedAt: instant("ended_at"),
  },
  (table) => [uniqueIndex("browser_signal_browser").on(table.organisationId, table.browserIndex)],
);
