import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, session } from "#db/schema/index.ts";
import { openCase } from "#lib/cases/commands/open.ts";
import { contextFor, systemRefs, type Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { addOrganisation } from "#lib/organisations/commands.ts";
import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { addStaff } from "./commands/staff.ts";
import { tokenHash } from "./queries/session.ts";
import type { Role } from "./roles.ts";

/** What the tests of this area stand on: organisations, staff and cases, made by the real commands. */

const both = (text: string) => ({ en: text, de: text });

export function aPolicy(): Policy {
  return policySchema.parse({
    name: "Test Company",
    imprint: "Test Company, Dublin",
    accent: null,
    contact: { email: "privacy@test.example", telephone: null, hours: null, post: null },
    privacyNotice: null,
    establishments: { default: { place: "Dublin", zone: "Europe/Dublin", calendar: "IE" }, others: [] },
    regimes: ["eu-gdpr"],
    rights: ["access"],
    relationships: [{ id: "customer", label: both("Customer") }],
    proof: {
      login: true,
      locator: { id: "account", kind: "number", label: both("Account"), field: "accounts:people.account_no" },
      facts: [
        { id: "postcode", kind: "postcode", label: both("Postcode"), field: "accounts:people.postcode" },
      ],
      contact: { field: "accounts:people.email", changedAt: null },
      name: null,
      loginSubject: null,
      seeds: {},
    },
    categories: [
      { id: "account", title: both("Account"), about: both("Account"), collections: ["accounts:people"] },
    ],
    notHeld: [],
    register: [],
    aimDaysBefore: 3,
    delivery: { linkDays: 14, keepDays: 30, contactAgeDays: 30, transfersPerLink: 3 },
    appealDays: 90,
    trackerDays: 365,
    factsKeptDays: 7,
  });
}

export const systemIn = (organisation: OrganisationRow, now = new Date()): Context =>
  contextFor({
    actor: { kind: "system", ref: systemRefs["command-line"], part: "command-line" },
    organisation,
    now,
    requestId: newId(),
  });

export const visitorOf = (organisation: OrganisationRow, now = new Date()): Context =>
  contextFor({ actor: { kind: "visitor", ref: newId() }, organisation, now, requestId: newId() });

export function anOrganisation(slug: string): Promise<OrganisationRow> {
  const at = new Date();
  const actor = { kind: "system" as const, ref: systemRefs["command-line"], part: "command-line" as const };
  return addOrganisation(actor, {
    slug,
    policy: aPolicy(),
    at,
    inForceFrom: new Date("2020-01-01T00:00:00Z"),
  });
}

export async function aMember(
  organisation: OrganisationRow,
  email: string,
  roles: Role[],
  password: string | null = null,
) {
  const added = await addStaff(systemIn(organisation), {
    name: `The one at ${email}`,
    email,
    password,
    roles,
  });
  if (!added.ok) throw new Error(added.says);
  return added;
}

type CaseParts = { email?: string | null; login?: { issuer: string; subject: string } | null };

/** A case as the form opens it. */
export async function aCase(
  organisation: OrganisationRow,
  { email = "maya@typed.example", login = null }: CaseParts = {},
) {
  const now = new Date();
  const opened = await openCase(visitorOf(organisation, now), {
    idempotencyKey: newId(),
    channel: "portal",
    locale: "en",
    receivedAt: now,
    login,
    request: {
      residence: "IE",
      rights: ["access"],
      relationship: "customer",
      name: "Maya Santos",
      email,
      telephone: null,
      details: {},
      narrow: null,
      proof: { method: "none" },
      declaration: null,
    },
  });
  const [row] = await database().select().from(cases).where(eq(cases.id, opened.id));
  if (!row) throw new Error("the case was not opened");
  return row;
}

/** Notes on the case what a passed identity check would: the proof and the contact on file. */
export async function confirm(
  caseId: string,
  contact: string | null,
  changedAt: Date | null = null,
): Promise<void> {
  const sealer = await caseSealer(database(), caseId);
  const onFile = { name: null, contact: contact === null ? null : { channel: "email", value: contact } };
  await database()
    .update(cases)
    .set({
      proofId: newId(),
      assurance: "reasonable",
      sealedContactOnFile: sealer.seal("cases.sealed_contact_on_file", caseId, onFile),
      contactOnFileChangedAt: changedAt,
    })
    .where(eq(cases.id, caseId));
}

/** Makes a session older, as if so many seconds had passed since anything happened in it. */
export async function age(token: string, seconds: number): Promise<void> {
  const back = sql`make_interval(secs => ${seconds})`;
  await database()
    .update(session)
    .set({
      provedAt: sql`${session.provedAt} - ${back}` as never,
      createdAt: sql`${session.createdAt} - ${back}` as never,
      lastSeenAt: sql`${session.lastSeenAt} - ${back}` as never,
      expiresAt: sql`${session.expiresAt} - ${back}` as never,
    })
    .where(eq(session.tokenHash, tokenHash(token)));
}
