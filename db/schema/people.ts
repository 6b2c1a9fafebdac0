import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { Role } from "#lib/auth/roles.ts";
import type { CodeScope } from "#lib/context.ts";
import type { Way } from "#lib/notices/ways.ts";
import { agent } from "./agents.ts";
import { bytes, id, instant } from "./columns.ts";
import { ofOrganisation } from "./organisations.ts";

/** A member of staff. Name and address are sealed under the organisation's key. */
export const staff = pgTable(
  "staff",
  {
    id: id(),
    ...ofOrganisation(),
    /** Random pseudonym that stands for this person in audit entries. */
    ref: uuid("ref").notNull().unique(),
    sealedName: bytes("sealed_name").notNull(),
    sealedEmail: bytes("sealed_email").notNull(),
    /** Blind index of the normalised address; one account per address in the whole installation. */
    emailIndex: bytes("email_index").notNull(),
    passwordHash: text("password_hash"),
    roles: text("roles").array().$type<Role[]>().notNull(),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("staff_email").on(table.emailIndex)],
);

/** A signed-in browser: a member of staff, an agent, or a person who proved who she is by login or code. */
export const session = pgTable(
  "session",
  {
    id: id(),
    ...ofOrganisation(),
    /** SHA-256 of the random id in the cookie; the id itself is nowhere. */
    tokenHash: bytes("token_hash").notNull().unique(),
    kind: text("kind").$type<"staff" | "login" | "code" | "agent">().notNull(),
    staffId: uuid("staff_id").references(() => staff.id, { onDelete: "cascade" }),
    agentId: uuid("agent_id").references(() => agent.id, { onDelete: "cascade" }),
    /** For `code`: the only case this session opens, and how far. */
    caseId: uuid("case_id"),
    scope: text("scope").$type<CodeScope>(),
    /** For `login`: issuer and subject at the organisation's OpenID provider, sealed, and their blind index. */
    sealedSubject: bytes("sealed_subject"),
    subjectIndex: bytes("subject_index"),
    /** When the person last really gave her password or code (OpenID `auth_time`), for fresh sign-ins. */
    provedAt: instant("proved_at").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    check("session_kind", sql`${table.kind} in ('staff', 'login', 'code', 'agent')`),
    check("session_staff", sql`(${table.kind} = 'staff') = (${table.staffId} is not null)`),
    check("session_agent", sql`(${table.kind} = 'agent') = (${table.agentId} is not null)`),
    index("session_staff_id").on(table.staffId),
  ],
);

/** Counted tries within a window, hits and misses alike. Times are the database's. */
export const attempt = pgTable(
  "attempt",
  {
    /** HMAC of what is limited (subject, network, case); says nothing by itself. */
    key: bytes("key").notNull(),
    windowStart: instant("window_start").notNull(),
    tries: integer("tries").notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.windowStart] })],
);

/**
 * A one-time code sent to a contact, stored as HMAC, for one use. By mail: six digits, five tries, ten minutes. By post:
 * longer, three weeks, and no press of anybody ends it.
 */
export const accessCode = pgTable(
  "access_code",
  {
    id: id(),
    ...ofOrganisation(),
    caseId: uuid("case_id").notNull(),
    scope: text("scope").$type<CodeScope>().notNull(),
    way: text("way").$type<Way>().notNull().default("mail"),
    codeHash: bytes("code_hash").notNull(),
    /** False for a code that went nowhere: asked for in vain, it keeps the page the same for everybody. */
    sent: boolean("sent").notNull(),
    tries: integer("tries").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    check("access_code_way", sql`${table.way} in ('mail', 'post')`),
    index("access_code_case").on(table.caseId),
  ],
);
