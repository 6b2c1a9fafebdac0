import { sql } from "drizzle-orm";
import {
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
import type { Recipient } from "#lib/agents/kinds.ts";
import { deliveries, type Delivery } from "#lib/cases/guards.ts";
import { channels, type Channel } from "#lib/cases/channels.ts";
import { caseStatuses, type CaseStatus } from "#lib/cases/statuses.ts";
import {
  judgements,
  relationStands,
  type Judgement,
  type RelationReason,
  type RelationStand,
} from "#lib/children/checks.ts";
import type { Assurance } from "#lib/identity/assurance.ts";
import type { FactResult } from "#lib/identity/facts.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import { ways, type Way } from "#lib/law/ways.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { Name } from "#lib/organisations/policy.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { RecipientAnswer, TaskOutcome } from "#lib/rights/right.ts";
import { agent, authority } from "./agents.ts";
import { bytes, id, instant } from "./columns.ts";
import { ofOrganisation, organisationPolicy } from "./organisations.ts";
import { staff } from "./people.ts";

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** One submission by or for one data subject, exercising one or more rights. */
export const cases = pgTable(
  "cases",
  {
    id: id(),
    ...ofOrganisation(),
    /** Random pseudonym that stands for the case in audit entries. */
    ref: uuid("ref").notNull().unique(),
    /** `HB-7K4Q-2M9X`: readable aloud, opens nothing by itself. */
    reference: text("reference").notNull().unique(),
    /** Made by the browser with the form: the same submission twice is one case. */
    idempotencyKey: text("idempotency_key").notNull(),
    status: text("status").$type<CaseStatus>().notNull(),
    /** Raised by every change; a save that names an older one has lost a race. */
    version: integer("version").notNull().default(1),
    channel: text("channel").$type<Channel>().notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    policyId: uuid("policy_id")
      .notNull()
      .references(() => organisationPolicy.id),
    /** When the request reached the organisation; deadlines start here. */
    receivedAt: instant("received_at").notNull(),
    /** When it was entered; later than receipt for what came by mail, phone or paper. */
    enteredAt: instant("entered_at").notNull(),
    /** The time zone in which the receipt date is read. */
    zone: text("zone").notNull(),
    /** The earliest open statutory day of its claims and appeals, kept for sorting and keyset pages. */
    dueOn: date("due_on", { mode: "string" }).notNull(),
    /** The organisation's own earlier aim. */
    aimOn: date("aim_on", { mode: "string" }).notNull(),
    assigneeId: uuid("assignee_id").references(() => staff.id),
    /** Sealed JSON: name, e-mail, telephone, residence, relationship, what narrows it (see intake/answers). */
    sealedRequester: bytes("sealed_requester").notNull(),
    assurance: text("assurance").$type<Assurance>().notNull(),
    /** How identity was confirmed, once it is. */
    proofId: uuid("proof_id"),
    /** Sealed JSON `{ channel, value }` read from the organisation's own records, and when it was last changed there. */
    sealedContactOnFile: bytes("sealed_contact_on_file"),
    contactOnFileChangedAt: instant("contact_on_file_changed_at"),
    contactOnFileReadAt: instant("contact_on_file_read_at"),
    /** Sealed JSON of what she needs so that she can follow: large print, the telephone, an interpreter. */
    sealedNeeds: bytes("sealed_needs"),
    /** How the answer is handed over; null while there is no safe way and nobody has decided. */
    delivery: text("delivery").$type<Delivery>(),
    /** Sealed JSON of the verified identities that seed collecting. */
    sealedSeeds: bytes("sealed_seeds"),
    /**
     * Blind index of the issuer and subject whose sign-in opens the request: those it was made with or, once it is clear
     * which account is hers, those of that account, as long as the answer is handed over to whoever holds it.
     */
    subjectIndex: bytes("subject_index"),
    /** Who asks for her, and on what paper; null where she asks herself. */
    agentId: uuid("agent_id").references(() => agent.id),
    authorityId: uuid("authority_id").references(() => authority.id),
    /** When she made what an agent had asked her own: from then on he has no part in it. */
    takenOverAt: instant("taken_over_at"),
    /** To whom the answer goes, of a case that an agent asked for. */
    recipient: text("recipient").$type<Recipient>().notNull().default("self"),
    /** Blind index of the account that was found to be hers, by which she finds who acts for her. */
    personIndex: bytes("person_index"),
    /** Whether somebody may act for the child she asks for; null where she asks for herself. */
    relation: text("relation").$type<RelationStand>(),
    /** Whether a child who asks herself understands it; null where nothing says that she is a child. */
    judgement: text("judgement").$type<Judgement>(),
    run: integer("run").notNull().default(0),
    closedAt: instant("closed_at"),
    lastActivityAt: instant("last_activity_at").notNull(),
  },
  (table) => [
    check("cases_status", sql`${table.status} in (${oneOf(caseStatuses)})`),
    check("cases_channel", sql`${table.channel} in (${oneOf(channels)})`),
    check("cases_assurance", sql`${table.assurance} in ('none', 'contact', 'reasonable', 'high')`),
    check("cases_agent", sql`(${table.agentId} is null) = (${table.authorityId} is null)`),
    check("cases_recipient", sql`${table.recipient} in ('self', 'agent')`),
    check("cases_delivery", sql`${table.delivery} in (${oneOf(deliveries)})`),
    check("cases_relation", sql`${table.relation} in (${oneOf(relationStands)})`),
    check("cases_judgement", sql`${table.judgement} in (${oneOf(judgements)})`),
    uniqueIndex("cases_idempotency").on(table.organisationId, table.idempotencyKey),
    index("cases_queue").on(table.organisationId, table.dueOn, table.id),
    index("cases_assignee").on(table.organisationId, table.assigneeId, table.dueOn),
    index("cases_subject").on(table.organisationId, table.subjectIndex),
    index("cases_agent_own").on(table.agentId, table.receivedAt),
    index("cases_person").on(table.organisationId, table.personIndex),
  ],
);

/** Columns of every row that belongs to a case: whose it is, and which. */
export const ofCase = () => ({
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id")
    .notNull()
    .references(() => cases.id),
});

/** One right within a case, under one regime, asked of one controller, with its own clock and decision. */
export const claim = pgTable(
  "claim",
  {
    id: id(),
    ...ofCase(),
    ...ofOrganisation(),
    position: integer("position").notNull(),
    right: text("right").$type<RightId>().notNull(),
    regime: text("regime").$type<RegimeId>().notNull(),
    /** Why this regime applies, as a key of the law catalogue that staff can read. */
    regimeReason: text("regime_reason").notNull(),
    /** True where no law built yet covers the place: dates are the organisation's own promise. */
    provisional: boolean("provisional").notNull(),
    /** Who decides it: the organisation's own slug, or the id of the controller it was passed on to. */
    controller: text("controller").notNull(),
    /** The handover under which somebody else decides it; null for ours, and for a moment before it is passed on. */
    handoverId: uuid("handover_id"),
    /** Whether the person must show who she is for it; of a consent the policy says so. */
    needsProof: boolean("needs_proof").notNull().default(true),
    /** Zone of the establishment that answers: its clocks say which day the request came. */
    zone: text("zone").notNull(),
    /** Holiday calendar of the establishment that answers (`GB-ENG`, `IE`, `US-CA`). */
    calendar: text("calendar"),
    /** Whether it came to the contact made known for it; null where the law has one clock for everything. */
    way: text("way").$type<Way>(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    aimOn: date("aim_on", { mode: "string" }).notNull(),
    /** `passed-on`: another controller decides it, and none of our work is for it. */
    status: text("status").$type<"open" | "decided" | "passed-on">().notNull(),
    /** What was granted instead of what was asked, by rule: `categories` where specific pieces lacked proof. */
    scope: text("scope").$type<"whole" | "categories">().notNull().default("whole"),
  },
  (table) => [
    check("claim_status", sql`${table.status} in ('open', 'decided', 'passed-on')`),
    check("claim_way", sql`${table.way} in (${oneOf(ways)})`),
    uniqueIndex("claim_right").on(table.caseId, table.right, table.controller),
  ],
);

/** What moves a claim's clock: questions and answers, extensions. Rows with who and when, never edited. */
export const clockEvent = pgTable(
  "clock_event",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    kind: text("kind").notNull(),
    at: instant("at").notNull(),
    endedAt: instant("ended_at"),
    prompt: boolean("prompt"),
    byRef: uuid("by_ref").notNull(),
  },
  (table) => [index("clock_event_claim").on(table.claimId)],
);

/** Keyed blind indexes by which staff find a case exactly: name, e-mail, telephone, account number. */
export const caseIndex = pgTable(
  "case_index",
  {
    ...ofCase(),
    purpose: text("purpose").$type<"name" | "email" | "telephone" | "locator" | "notice">().notNull(),
    digest: bytes("digest").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.purpose, table.digest] }),
    index("case_index_lookup").on(table.organisationId, table.purpose, table.digest),
  ],
);

/** Wrapped keys of a case: one for columns, one age identity for blobs. Destroying the row shreds the case. */
export const caseKey = pgTable(
  "case_key",
  {
    caseId: uuid("case_id")
      .notNull()
      .references(() => cases.id),
    version: integer("version").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    kekId: text("kek_id").notNull(),
    wrappedDek: bytes("wrapped_dek"),
    wrappedIdentity: bytes("wrapped_identity"),
    recipient: text("recipient").notNull(),
    createdAt: instant("created_at").notNull(),
    destroyedAt: instant("destroyed_at"),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.version] })],
);

/** One check of who the person is, whatever its result. */
export const proof = pgTable(
  "proof",
  {
    id: id(),
    ...ofCase(),
    /** `address`: a code to an address of which only a digest is left; nothing but that is told on it. */
    kind: text("kind").$type<"facts" | "login" | "staff" | "address">().notNull(),
    passed: boolean("passed").notNull(),
    facts: jsonb("facts").$type<FactResult[]>().notNull(),
    /** For a staff check: what was looked at, sealed. */
    sealedNote: bytes("sealed_note"),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("proof_case").on(table.caseId)],
);

/** What staff found out about whoever acts for a child, or about a child who acts herself. Later rows replace earlier ones. */
export const childCheck = pgTable(
  "child_check",
  {
    id: id(),
    ...ofCase(),
    kind: text("kind").$type<"relation" | "competence">().notNull(),
    outcome: text("outcome").$type<"accepted" | "not-accepted" | "able" | "not-able">().notNull(),
    /** Of a relation that was not accepted. */
    reason: text("reason").$type<RelationReason>(),
    /** What was looked at, sealed. */
    sealedNote: bytes("sealed_note").notNull(),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    check("child_check_kind", sql`${table.kind} in ('relation', 'competence')`),
    check("child_check_outcome", sql`${table.outcome} in ('accepted', 'not-accepted', 'able', 'not-able')`),
    index("child_check_case").on(table.caseId),
  ],
);

/** Facts as typed, sealed, kept only until some days after the decision. */
export const submittedFact = pgTable(
  "submitted_fact",
  {
    id: id(),
    ...ofCase(),
    fact: text("fact").notNull(),
    sealedValue: bytes("sealed_value").notNull(),
    /** Salted commitment that outlives the value, for disputes. */
    commitment: bytes("commitment").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("submitted_fact_case").on(table.caseId)],
);

/**
 * Work that people do by hand, with its outcome: one per claim and source, and, where others must hear of a choice, one
 * per claim and recipient.
 */
export const task = pgTable(
  "task",
  {
    id: id(),
    ...ofCase(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    /** Null where a recipient is told. */
    sourceId: uuid("source_id"),
    /** Who is told, as the register named it when the work was planned. */
    recipient: jsonb("recipient").$type<Name>(),
    status: text("status").$type<"open" | "done">().notNull(),
    outcome: text("outcome").$type<TaskOutcome | RecipientAnswer | "taken-back">(),
    /** The day a recipient was told. */
    toldOn: date("told_on", { mode: "string" }),
    sealedNote: bytes("sealed_note"),
    doneByRef: uuid("done_by_ref"),
    doneAt: instant("done_at"),
  },
  (table) => [
    check("task_status", sql`${table.status} in ('open', 'done')`),
    check("task_at", sql`(${table.sourceId} is null) <> (${table.recipient} is null)`),
    uniqueIndex("task_work").on(table.claimId, table.sourceId),
    uniqueIndex("task_recipient").on(table.claimId, table.recipient),
    index("task_case").on(table.caseId),
  ],
);

/** Who writes with the privacy team: the person, or the agent who asks for her. */
export type Party = "person" | "agent";

/** What the person and the privacy team wrote to each other about the case; notes stay inside. */
export const message = pgTable(
  "message",
  {
    id: id(),
    ...ofCase(),
    direction: text("direction").$type<"in" | "out" | "note">().notNull(),
    /** With whom: she and her agent never read each other's part. */
    party: text("party").$type<Party>().notNull().default("person"),
    byRef: uuid("by_ref").notNull(),
    sealedBody: bytes("sealed_body").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    check("message_party", sql`${table.party} in ('person', 'agent')`),
    check("message_direction", sql`${table.direction} in ('in', 'out', 'note')`),
    index("message_case").on(table.caseId, table.at),
  ],
);

/** A file that came with the request or a message. Quarantined until a member of staff releases it. */
export const upload = pgTable(
  "upload",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    caseId: uuid("case_id").references(() => cases.id),
    draftId: uuid("draft_id"),
    messageId: uuid("message_id").references(() => message.id),
    blobId: uuid("blob_id").notNull(),
    sealedName: bytes("sealed_name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    releasedByRef: uuid("released_by_ref"),
    releasedAt: instant("released_at"),
    at: instant("at").notNull(),
  },
  (table) => [index("upload_case").on(table.caseId)],
);

/** Answers of a form that is not sent yet, sealed under the organisation's key. */
export const draft = pgTable("draft", {
  id: id(),
  ...ofOrganisation(),
  tokenHash: bytes("token_hash").notNull().unique(),
  /** The agent whose form it is; null for a person's own. */
  agentId: uuid("agent_id").references(() => agent.id, { onDelete: "cascade" }),
  sealedAnswers: bytes("sealed_answers").notNull(),
  /** Becomes the case's idempotency key: Back after send, a second press, a second tab are the same request. */
  idempotencyKey: text("idempotency_key").notNull().unique(),
  sentCaseId: uuid("sent_case_id"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
});
