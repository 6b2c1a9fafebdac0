import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CheckStep } from "#lib/engine/connectors/connector.ts";
import type { ConnectorKind } from "#lib/engine/connectors/kinds.ts";
import type { NeverOut } from "#lib/engine/datasets/never-out.ts";
import type { AuthorityGround } from "#lib/engine/collecting/authority.ts";
import { ofCase } from "./cases.ts";
import { bytes, id, instant } from "./columns.ts";
import { ofOrganisation } from "./organisations.ts";

/** A connected store of an organisation. Secrets are sealed and write-only. */
export const source = pgTable(
  "source",
  {
    id: id(),
    ...ofOrganisation(),
    /** Stable key within the organisation, used by the policy's processing register. */
    key: text("key").notNull(),
    kind: text("kind").$type<ConnectorKind>().notNull(),
    /** The name people read: "Support desk". */
    name: text("name").notNull(),
    config: jsonb("config").$type<Record<string, unknown>>().notNull(),
    sealedSecrets: bytes("sealed_secrets"),
    secretsSetAt: instant("secrets_set_at"),
    version: integer("version").notNull().default(1),
    enabled: boolean("enabled").notNull().default(true),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("source_key").on(table.organisationId, table.key)],
);

/** Every version of a source's map, as the YAML that was entered. */
export const dataset = pgTable(
  "dataset",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    version: integer("version").notNull(),
    yaml: text("yaml").notNull(),
    createdByRef: uuid("created_by_ref").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("dataset_version").on(table.sourceId, table.version)],
);

/** The last tests of a source's connection, in words. */
export const sourceTest = pgTable(
  "source_test",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    at: instant("at").notNull(),
    byRef: uuid("by_ref").notNull(),
    passed: boolean("passed").notNull(),
    steps: jsonb("steps").$type<CheckStep[]>().notNull(),
  },
  (table) => [index("source_test_source").on(table.sourceId, table.at)],
);

export const progressStates = ["waiting", "running", "retry", "done", "failed"] as const;
/** `deleted by rule`: nothing is held any more, and a digest left behind says by which rule and when it was deleted. */
export const outcomes = [
  "found",
  "nothing held",
  "deleted by rule",
  "not known here",
  "failed",
  "skipped",
] as const;

/** The truth about collecting: one row per (case, source) and purpose. Jobs only ring the bell. */
export const caseSource = pgTable(
  "case_source",
  {
    ...ofCase(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    purpose: text("purpose").$type<"collect">().notNull(),
    run: integer("run").notNull(),
    /** The version of the map this run reads by; frozen when the run starts. */
    datasetId: uuid("dataset_id"),
    state: text("state").$type<(typeof progressStates)[number]>().notNull(),
    attempt: integer("attempt").notNull().default(0),
    /** Database time. Whoever holds the lease works; the fence rises with every claim. */
    leaseUntil: instant("lease_until"),
    fence: bigint("fence", { mode: "number" }).notNull().default(0),
    /** Sealed JSON of how far each collection was read: cursors may hold key values of people. */
    sealedProgress: bytes("sealed_progress"),
    rows: integer("rows").notNull().default(0),
    problems: integer("problems").notNull().default(0),
    outcome: text("outcome").$type<(typeof outcomes)[number]>(),
    /** A sentence for staff; never a value or a secret. */
    says: text("says"),
    identitiesUsed: text("identities_used")
      .array()
      .notNull()
      .default(sql`'{}'`),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    /** Recorded by staff for a failed source: the answer goes out without what is not read, for this sealed reason. */
    sealedSentWithout: bytes("sealed_sent_without"),
    /** Reasons as typed before they were sealed. Nothing writes it; the worker seals what it finds and empties it. */
    sentWithout: text("sent_without"),
    sentWithoutByRef: uuid("sent_without_by_ref"),
    /** With `deleted by rule`: the rule of the policy (`retention.rules`) and the day, where the store says it. */
    deletedRule: text("deleted_rule"),
    deletedOn: date("deleted_on", { mode: "string" }),
    /** Collections that were not opened, because somebody else's authority for it was not recorded. */
    unopened: text("unopened")
      .array()
      .notNull()
      .default(sql`'{}'`),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.sourceId, table.purpose] }),
    check("case_source_state", sql`${table.state} in ('waiting', 'running', 'retry', 'done', 'failed')`),
  ],
);

/** A sealed file on disk. A row is written only after the file is durable. */
export const blob = pgTable(
  "blob",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    caseId: uuid("case_id"),
    keyVersion: integer("key_version").notNull(),
    /** Of the plain bytes. */
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    sha256: bytes("sha256").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("blob_case").on(table.caseId)],
);

/** One sealed page of records as found: newline-delimited JSON of `{ key, record }`. */
export const recordPage = pgTable(
  "record_page",
  {
    id: id(),
    ...ofCase(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    run: integer("run").notNull(),
    collection: text("collection").notNull(),
    /** Human category of the policy under which the person reads these records. */
    category: text("category").notNull(),
    pageNo: integer("page_no").notNull(),
    rows: integer("rows").notNull(),
    blobId: uuid("blob_id")
      .notNull()
      .references(() => blob.id),
  },
  (table) => [
    uniqueIndex("record_page_no").on(table.caseId, table.sourceId, table.run, table.collection, table.pageNo),
    index("record_page_category").on(table.caseId, table.category),
  ],
);

/** A file found with a record: an attachment, streamed and sealed as it was. */
export const recordFile = pgTable(
  "record_file",
  {
    id: id(),
    ...ofCase(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    run: integer("run").notNull(),
    collection: text("collection").notNull(),
    category: text("category").notNull(),
    recordKey: text("record_key").notNull(),
    sealedName: bytes("sealed_name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    blobId: uuid("blob_id")
      .notNull()
      .references(() => blob.id),
  },
  (table) => [index("record_file_case").on(table.caseId, table.category)],
);

/**
 * Why staff may open, for one case, what belongs to the people of an account owner. What they were shown stands beside
 * it, sealed.
 */
export const contentAuthority = pgTable(
  "content_authority",
  {
    id: id(),
    ...ofCase(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    ground: text("ground").$type<AuthorityGround>().notNull(),
    sealedNote: bytes("sealed_note").notNull(),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [uniqueIndex("content_authority_once").on(table.caseId, table.sourceId)],
);

/** Something a store holds that nobody may store. One row per field, however many cases meet it; never a value. */
export const finding = pgTable(
  "finding",
  {
    id: id(),
    ...ofOrganisation(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    collection: text("collection").notNull(),
    field: text("field").notNull(),
    kind: text("kind").$type<NeverOut>().notNull(),
    state: text("state").$type<"open" | "closed">().notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** What was done about it, sealed under the organisation's key. */
    sealedNote: bytes("sealed_note"),
    closedByRef: uuid("closed_by_ref"),
    closedAt: instant("closed_at"),
  },
  (table) => [
    check("finding_state", sql`${table.state} in ('open', 'closed')`),
    uniqueIndex("finding_field").on(table.sourceId, table.collection, table.field, table.kind),
    index("finding_organisation").on(table.organisationId, table.state),
  ],
);

/** The cases that met a finding, to count them: each once. */
export const findingCase = pgTable(
  "finding_case",
  {
    findingId: uuid("finding_id")
      .notNull()
      .references(() => finding.id),
    ...ofCase(),
  },
  (table) => [primaryKey({ columns: [table.findingId, table.caseId] })],
);
