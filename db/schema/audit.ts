import { bigint, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns.ts";

/**
 * The audit log. Rows are inserted and never change: privileges and triggers of the migrations see to that.
 * No foreign keys: what an entry is about may be erased, the entry stays.
 */
export const auditEvent = pgTable(
  "audit_event",
  {
    id: bigint("id", { mode: "number" }).primaryKey(),
    orgRef: uuid("org_ref").notNull(),
    caseRef: uuid("case_ref"),
    /** Counts the events of one case without a gap. */
    seq: integer("seq"),
    /** The installation's clock, as it stands in the entry. */
    at: instant("at").notNull(),
    /** The database's clock. */
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    actorRef: uuid("actor_ref").notNull(),
    actorKind: text("actor_kind").notNull(),
    role: text("role").notNull(),
    type: text("type").notNull(),
    v: smallint("v").notNull(),
    commit: bytes("commit").notNull(),
    /** The exact bytes that are hashed: canonical JSON. */
    entry: bytes("entry").notNull(),
    /** HMAC-SHA-256 over `entry` under a key the database does not have. */
    mac: bytes("mac").notNull(),
  },
  (table) => [
    uniqueIndex("audit_event_case_seq").on(table.caseRef, table.seq),
    index("audit_event_org").on(table.orgRef, table.id),
  ],
);

/** What an event said in detail: salt and sealed payload. Deleting a row leaves the entry provable and empty. */
export const auditPayload = pgTable("audit_payload", {
  eventId: bigint("event_id", { mode: "number" }).primaryKey(),
  salt: bytes("salt").notNull(),
  sealed: bytes("sealed").notNull(),
});

/** Events not yet taken into the Merkle log of a later issue; filled by a trigger. */
export const auditPending = pgTable("audit_pending", {
  eventId: bigint("event_id", { mode: "number" }).primaryKey(),
});
