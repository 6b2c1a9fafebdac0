import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import type { Way } from "#lib/notices/ways.ts";
import { claim, ofCase } from "./cases.ts";
import { bytes, id, instant } from "./columns.ts";
import { staff } from "./people.ts";
import { blob } from "./sources.ts";

/** A record, or a part of one, that does not go out as found. The record itself stays untouched. */
export const redaction = pgTable(
  "redaction",
  {
    id: id(),
    ...ofCase(),
    sourceId: uuid("source_id").notNull(),
    collection: text("collection").notNull(),
    recordKey: text("record_key").notNull(),
    /** Null: the whole record is withheld. Else the field's path. */
    field: text("field"),
    /** Sealed JSON list of the words covered inside a text; null covers the whole field. */
    sealedPlaces: bytes("sealed_places"),
    placeCount: integer("place_count").notNull().default(0),
    reason: text("reason").$type<ReasonCode>().notNull(),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (table) => [index("redaction_record").on(table.caseId, table.sourceId, table.collection, table.recordKey)],
);

/** A record that names somebody else known to the sources, until a member of staff has decided about it. */
export const recordFlag = pgTable(
  "record_flag",
  {
    id: id(),
    ...ofCase(),
    sourceId: uuid("source_id").notNull(),
    run: integer("run").notNull(),
    collection: text("collection").notNull(),
    category: text("category").notNull(),
    recordKey: text("record_key").notNull(),
    /** Where the record lies, so that the review can go straight there. */
    pageNo: integer("page_no").notNull(),
    field: text("field").notNull(),
    /** Sealed JSON list of the words that name somebody else. */
    sealedPlaces: bytes("sealed_places").notNull(),
    placeCount: integer("place_count").notNull(),
    decidedByRef: uuid("decided_by_ref"),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    uniqueIndex("record_flag_place").on(
      table.caseId,
      table.sourceId,
      table.run,
      table.collection,
      table.recordKey,
      table.field,
    ),
  ],
);

/** The answer to one claim. A later version replaces an earlier one; none is edited. */
export const decision = pgTable(
  "decision",
  {
    id: id(),
    ...ofCase(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    version: integer("version").notNull(),
    outcome: text("outcome").$type<"granted" | "in-part" | "refused">().notNull(),
    reasons: text("reasons").array().$type<ReasonCode[]>().notNull(),
    /** What staff add in their own words for the person, sealed. */
    sealedExplanation: bytes("sealed_explanation"),
    byId: uuid("by_id")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (table) => [
    check("decision_outcome", sql`${table.outcome} in ('granted', 'in-part', 'refused')`),
    check("decision_reason", sql`${table.outcome} = 'granted' or cardinality(${table.reasons}) > 0`),
    uniqueIndex("decision_version").on(table.claimId, table.version),
  ],
);

/** The answer to a case as built: one sealed archive, whose manifest a second person approves. */
export const bundle = pgTable(
  "bundle",
  {
    id: id(),
    ...ofCase(),
    version: integer("version").notNull(),
    state: text("state").$type<"building" | "built" | "superseded" | "released" | "destroyed">().notNull(),
    /** Who asked for approval of it. */
    preparedById: uuid("prepared_by_id")
      .notNull()
      .references(() => staff.id),
    preparedAt: instant("prepared_at").notNull(),
    /** The request's history inside the bundle ends with this event of the case. */
    historyUpTo: integer("history_up_to").notNull(),
    manifestHash: bytes("manifest_hash"),
    archiveSha256: bytes("archive_sha256"),
    blobId: uuid("blob_id").references(() => blob.id),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    fileCount: integer("file_count"),
    recordCount: integer("record_count"),
    leaseUntil: instant("lease_until"),
    fence: bigint("fence", { mode: "number" }).notNull().default(0),
    failure: text("failure"),
    builtAt: instant("built_at"),
    releasedAt: instant("released_at"),
    /** When the link ends (renewable) and when the archive itself is destroyed. */
    linkExpiresAt: instant("link_expires_at"),
    destroyAfter: instant("destroy_after"),
  },
  (table) => [uniqueIndex("bundle_version").on(table.caseId, table.version)],
);

/** A second person's yes to exactly one manifest. Cancelled, never edited, when anything changes. */
export const approval = pgTable(
  "approval",
  {
    id: id(),
    ...ofCase(),
    bundleId: uuid("bundle_id")
      .notNull()
      .references(() => bundle.id),
    manifestHash: bytes("manifest_hash").notNull(),
    byId: uuid("by_id")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
    cancelledAt: instant("cancelled_at"),
  },
  (table) => [index("approval_case").on(table.caseId)],
);

/** One transfer of a bundle to the person; resuming continues the same row. */
export const transfer = pgTable(
  "transfer",
  {
    id: id(),
    ...ofCase(),
    bundleId: uuid("bundle_id")
      .notNull()
      .references(() => bundle.id),
    sessionId: uuid("session_id").notNull(),
    startedAt: instant("started_at").notNull(),
    bytesSent: bigint("bytes_sent", { mode: "number" }).notNull(),
    completedAt: instant("completed_at"),
  },
  (table) => [index("transfer_bundle").on(table.bundleId)],
);

/** A review of one decision by somebody else, or a complaint: the regime says which and how long. */
export const appeal = pgTable(
  "appeal",
  {
    id: id(),
    ...ofCase(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    kind: text("kind").$type<"appeal" | "complaint">().notNull(),
    receivedAt: instant("received_at").notNull(),
    sealedGrounds: bytes("sealed_grounds").notNull(),
    dueOn: date("due_on", { mode: "string" }),
    acknowledgeBy: date("acknowledge_by", { mode: "string" }),
    acknowledgedAt: instant("acknowledged_at"),
    outcome: text("outcome").$type<"upheld" | "overturned" | "in-part">(),
    sealedExplanation: bytes("sealed_explanation"),
    decidedById: uuid("decided_by_id").references(() => staff.id),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    check("appeal_outcome", sql`${table.outcome} in ('upheld', 'overturned', 'in-part')`),
    index("appeal_claim").on(table.claimId),
  ],
);

/**
 * A mail the system sends or a letter staff post, sealed. The demo's mailbox shows exactly the mails. A letter is `waiting`
 * until staff record that it was posted.
 */
export const notice = pgTable(
  "notice",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    caseId: uuid("case_id"),
    kind: text("kind").notNull(),
    /** The same notice for the same occasion is one row, whatever is retried. */
    dedupeKey: text("dedupe_key").notNull(),
    way: text("way").$type<Way>().notNull().default("mail"),
    /** Sealed: a mail address, or the lines of a postal one. */
    sealedTo: bytes("sealed_to").notNull(),
    /** Sealed JSON, rendered when the occasion arose: of a mail `{ subject, text, html }`, of a letter its parts. */
    sealedContent: bytes("sealed_content").notNull(),
    messageId: text("message_id").notNull(),
    state: text("state").$type<"waiting" | "sent" | "failed">().notNull(),
    attempts: integer("attempts").notNull().default(0),
    leaseUntil: instant("lease_until"),
    failure: text("failure"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    /** Of a letter: sealed JSON of how it was posted, the proof of posting. */
    sealedPosting: bytes("sealed_posting"),
    postedByRef: uuid("posted_by_ref"),
    readInMailboxAt: instant("read_in_mailbox_at"),
  },
  (table) => [
    check("notice_way", sql`${table.way} in ('mail', 'post')`),
    uniqueIndex("notice_once").on(table.organisationId, table.dedupeKey),
    index("notice_unsent").on(table.state),
  ],
);
