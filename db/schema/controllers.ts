import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import type { HandoverAnswer, HelpKind } from "#lib/controllers/register.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { ofCase } from "./cases.ts";
import { bytes, id, instant } from "./columns.ts";
import { ofOrganisation } from "./organisations.ts";

/** Somebody who decides about data that the organisation only processes: the register of controllers. */
export const controller = pgTable(
  "controller",
  {
    id: id(),
    ...ofOrganisation(),
    name: text("name").notNull(),
    /** Business contact, sealed under the organisation's key. */
    sealedEmail: bytes("sealed_email").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    contract: text("contract"),
    /** What the contract lets it instruct us to do. */
    help: text("help").array().$type<HelpKind[]>().notNull(),
    /** For whom it is itself only a processor. */
    platformId: uuid("platform_id").references((): AnyPgColumn => controller.id),
    isPublic: boolean("is_public").notNull(),
    /** Raised by every change. */
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [uniqueIndex("controller_name").on(table.organisationId, table.name)],
);

/** A request, or a part of one, that was passed on to the controller who decides, and what came back. */
export const handover = pgTable(
  "handover",
  {
    id: id(),
    ...ofCase(),
    controllerId: uuid("controller_id")
      .notNull()
      .references(() => controller.id),
    /** The handover whose controller said that it is itself only a processor. */
    fromId: uuid("from_id"),
    rights: text("rights").array().$type<RightId[]>().notNull(),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
    /** Reminders behind us, and when there is next something to do; null once it is answered or staff were told. */
    chased: integer("chased").notNull().default(0),
    nextChaseAt: instant("next_chase_at"),
    escalatedAt: instant("escalated_at"),
    /** When the controller first opened it. */
    openedAt: instant("opened_at"),
    answer: text("answer").$type<HandoverAnswer>(),
    /** What the controller adds in its own words, sealed. */
    sealedAnswer: bytes("sealed_answer"),
    /** Whether the controller said so itself or staff recorded what it said. */
    answeredBy: text("answered_by").$type<"controller" | "staff">(),
    answeredAt: instant("answered_at"),
    /** Staff took the request back: it was ours after all. */
    takenBackAt: instant("taken_back_at"),
  },
  (table) => [
    check(
      "handover_answer",
      sql`${table.answer} in ('answered', 'nothing-held', 'only-processor', 'not-ours')`,
    ),
    check("handover_answered", sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    index("handover_case").on(table.caseId),
    index("handover_due").on(table.nextChaseAt),
  ],
);

/** A link by which a controller's contact opens one request, once; then the browser that opened it holds the visit. */
export const handoverLink = pgTable(
  "handover_link",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    handoverId: uuid("handover_id")
      .notNull()
      .references(() => handover.id),
    tokenHash: bytes("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    visitHash: bytes("visit_hash").unique(),
    visitExpiresAt: instant("visit_expires_at"),
  },
  (table) => [index("handover_link_handover").on(table.handoverId)],
);

/** Help that a controller instructed: who, when, what. Done by staff, by hand. */
export const instruction = pgTable(
  "instruction",
  {
    id: id(),
    ...ofCase(),
    handoverId: uuid("handover_id")
      .notNull()
      .references(() => handover.id),
    kind: text("kind").$type<HelpKind>().notNull(),
    /** Who at the controller instructed it, and in which words; sealed. */
    sealedWords: bytes("sealed_words").notNull(),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
    doneByRef: uuid("done_by_ref"),
    doneAt: instant("done_at"),
    sealedResult: bytes("sealed_result"),
  },
  (table) => [
    check("instruction_kind", sql`${table.kind} in ('search', 'export', 'erase')`),
    index("instruction_case").on(table.caseId),
  ],
);
