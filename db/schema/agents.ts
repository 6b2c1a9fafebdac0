import { sql } from "drizzle-orm";
import {
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
import type { Demand, Ground } from "#lib/agents/demands.ts";
import type { FormTest } from "#lib/agents/form-test.ts";
import type { AgentKind, AgentStatus, AuthorityKind, AuthorityStatus, Rejection } from "#lib/agents/kinds.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { bytes, id, instant } from "./columns.ts";
import { ofOrganisation } from "./organisations.ts";

/** Somebody who asks for others. An account is one organisation's; what says who it is, is sealed under its key. */
export const agent = pgTable(
  "agent",
  {
    id: id(),
    ...ofOrganisation(),
    /** Random pseudonym that stands for the agent in audit entries. */
    ref: uuid("ref").notNull().unique(),
    sealedName: bytes("sealed_name").notNull(),
    /** The company or firm; null for who acts alone. */
    sealedCompany: bytes("sealed_company"),
    sealedEmail: bytes("sealed_email").notNull(),
    emailIndex: bytes("email_index").notNull(),
    kind: text("kind").$type<AgentKind>().notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    status: text("status").$type<AgentStatus>().notNull(),
    /** Why staff changed it, sealed. */
    sealedStatusReason: bytes("sealed_status_reason"),
    statusAt: instant("status_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    check("agent_status", sql`${table.status} in ('active', 'flagged', 'suspended')`),
    uniqueIndex("agent_email").on(table.organisationId, table.emailIndex),
  ],
);

/** A link by which an agent signs in, mailed to the address he typed. Used once, by a press of a button. */
export const agentLink = pgTable(
  "agent_link",
  {
    id: id(),
    ...ofOrganisation(),
    tokenHash: bytes("token_hash").notNull().unique(),
    sealedEmail: bytes("sealed_email").notNull(),
    emailIndex: bytes("email_index").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("agent_link_email").on(table.organisationId, table.emailIndex)],
);

/** What lets an agent act for one person: a paper, what it covers, until when, and what staff and she say of it. */
export const authority = pgTable(
  "authority",
  {
    id: id(),
    ...ofOrganisation(),
    ref: uuid("ref").notNull().unique(),
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agent.id),
    /** Sealed JSON: name, e-mail and residence of the person, as the agent gave them. */
    sealedPrincipal: bytes("sealed_principal").notNull(),
    /** Blind index of the account that was found to be hers; null until one was. */
    personIndex: bytes("person_index"),
    kind: text("kind").$type<AuthorityKind>().notNull(),
    rights: text("rights").array().$type<RightId[]>().notNull(),
    /** Whom the paper names, sealed; null where it names every business. */
    sealedBusinesses: bytes("sealed_businesses"),
    jurisdiction: text("jurisdiction").notNull(),
    issuedOn: date("issued_on", { mode: "string" }).notNull(),
    /** Last day on which it counts; null: until it is revoked. */
    validUntil: date("valid_until", { mode: "string" }),
    status: text("status").$type<AuthorityStatus>().notNull(),
    statusAt: instant("status_at").notNull(),
    /** How often it began to wait for readers: verdicts of an earlier round count no more. */
    round: integer("round").notNull().default(1),
    /** When she herself said that she gave it. */
    confirmedAt: instant("confirmed_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    check(
      "authority_status",
      sql`${table.status} in ('pending', 'valid', 'rejected', 'revoked', 'disputed')`,
    ),
    check("authority_kind", sql`${table.kind} in ('permission', 'power-of-attorney', 'mandate')`),
    index("authority_agent").on(table.agentId),
    index("authority_queue").on(table.organisationId, table.status, table.createdAt),
    index("authority_person").on(table.organisationId, table.personIndex),
  ],
);

/** By what the person of an authority is found again when its agent asks for her once more: her name with one identifier. */
export const authorityIndex = pgTable(
  "authority_index",
  {
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => authority.id),
    digest: bytes("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.authorityId, table.digest] })],
);

/** A document behind an authority. Each has a key of its own, sealed with its name under the organisation's. */
export const authorityFile = pgTable(
  "authority_file",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => authority.id),
    blobId: uuid("blob_id").notNull(),
    sealedName: bytes("sealed_name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    releasedByRef: uuid("released_by_ref"),
    releasedAt: instant("released_at"),
    /** Why it was let out of quarantine, sealed. */
    sealedReleaseReason: bytes("sealed_release_reason"),
    at: instant("at").notNull(),
  },
  (table) => [index("authority_file_of").on(table.authorityId)],
);

/** What one member of staff found when she looked at an authority. Never edited. */
export const authorityReview = pgTable(
  "authority_review",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => authority.id),
    round: integer("round").notNull(),
    byRef: uuid("by_ref").notNull(),
    verdict: text("verdict").$type<"accept" | "reject">().notNull(),
    reasons: text("reasons").array().$type<Rejection[]>().notNull(),
    /** What she saw on an instrument, for a power of attorney. */
    formTest: jsonb("form_test").$type<FormTest>(),
    at: instant("at").notNull(),
  },
  (table) => [
    check("authority_review_verdict", sql`${table.verdict} in ('accept', 'reject')`),
    check("authority_review_reason", sql`${table.verdict} = 'accept' or cardinality(${table.reasons}) > 0`),
    uniqueIndex("authority_review_once").on(table.authorityId, table.round, table.byRef),
  ],
);

/** A link to the person at the contact on file: confirm, show who she is, or say that she authorised nothing. */
export const permissionLink = pgTable(
  "permission_link",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    caseId: uuid("case_id").notNull(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => authority.id),
    tokenHash: bytes("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    supersededAt: instant("superseded_at"),
    usedAt: instant("used_at"),
  },
  (table) => [index("permission_link_case").on(table.caseId)],
);

/** Something that was demanded, or offered, on a case that an agent asked for: what, why it may be, and whether it was met. */
export const demandMade = pgTable(
  "demand_made",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    caseId: uuid("case_id").notNull(),
    demand: text("demand").$type<Demand>().notNull(),
    /** What must be so for it to be allowed, where that is said. */
    ground: text("ground").$type<Ground>(),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
    metAt: instant("met_at"),
    /** How she met it, where it was hers to meet. */
    metBy: text("met_by").$type<"confirmed" | "verified">(),
  },
  (table) => [index("demand_made_case").on(table.caseId)],
);
