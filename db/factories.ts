import { inTransaction } from "#db/client.ts";
import { agent, staff } from "#db/schema/index.ts";
import { sendAgentRequest } from "#lib/agents/commands/submit.ts";
import { agentEmailIndex } from "#lib/agents/queries/accounts.ts";
import type { Role } from "#lib/auth/roles.ts";
import { openCase, type Opening } from "#lib/cases/commands/open.ts";
import { contextFor, systemRefs, type AgentContext, type Context, type StaffContext } from "#lib/context.ts";
import { attachToDraft } from "#lib/files/commands/drafts.ts";
import { newId } from "#lib/ids.ts";
import { saveAnswer } from "#lib/intake/commands.ts";
import type { DraftAuthority } from "#lib/intake/draft.ts";
import { findDraft } from "#lib/intake/queries.ts";
import { ring } from "#lib/keys/ring.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Request } from "#lib/intake/answers.ts";
import { addOrganisation } from "#lib/organisations/commands.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";

/** Things for tests, made by the real commands. */

const words = (en: string) => ({ en, de: en });

/** A small honest policy. Facts point at the dataset `shop`, which tests that need it connect. */
export const aPolicy: Policy = {
  name: "Harbour Lights",
  imprint: "Harbour Lights, Dublin",
  accent: null,
  contact: { email: "privacy@harbour.example", telephone: null, hours: null, post: null },
  privacyNotice: null,
  establishments: {
    default: { place: "Dublin", zone: "Europe/Dublin", calendar: "IE" },
    others: [
      { regimes: ["uk-gdpr"], place: "London", zone: "Europe/London", calendar: "GB-ENG" },
      { regimes: ["us-ca-ccpa"], place: "San Jose", zone: "America/Los_Angeles", calendar: "US-CA" },
      { regimes: ["us-va"], place: "Richmond", zone: "America/New_York", calendar: null },
      { regimes: ["us-co"], place: "Denver", zone: "America/Denver", calendar: null },
    ],
  },
  regimes: ["eu-gdpr", "uk-gdpr", "us-ca-ccpa", "us-va", "us-co", "default-row"],
  rights: ["access", "portability", "rectification", "erasure", "restriction", "objection", "opt-out-sale"],
  relationships: [
    { id: "customer", label: words("I have an account") },
    { id: "employee", label: words("I work or worked there") },
  ],
  proof: {
    login: true,
    locator: {
      id: "account-number",
      kind: "number",
      label: words("Account number"),
      field: "shop:people.account_no",
    },
    facts: [
      {
        id: "last-invoice",
        kind: "amount-month",
        label: words("My last invoice"),
        field: "shop:invoices.amount",
        month: "shop:invoices.issued_on",
        latestBy: "shop:invoices.issued_on",
      },
      { id: "postcode", kind: "postcode", label: words("My postcode"), field: "shop:people.postcode" },
      { id: "born-on", kind: "date", label: words("My date of birth"), field: "shop:people.born_on" },
    ],
    contact: { field: "shop:people.email", changedAt: "shop:people.email_changed_at" },
    post: { lines: [["shop:people.postcode"]], changedAt: null },
    name: "shop:people.name",
    loginSubject: "shop:people.login_subject",
    seeds: { account_number: "shop:people.account_no", email: "shop:people.email" },
  },
  categories: [
    {
      id: "account",
      title: words("Account"),
      about: words("Who you are to us."),
      collections: ["shop:people"],
    },
    {
      id: "invoices",
      title: words("Invoices"),
      about: words("What you paid."),
      collections: ["shop:invoices"],
    },
    {
      id: "messages",
      title: words("Messages"),
      about: words("What you wrote to us."),
      collections: ["shop:messages"],
    },
  ],
  notHeld: [words("voice prints")],
  register: [],
  processing: { passOn: "at-once", chaseDays: [7, 14], escalateDays: 21 },
  children: {
    age: 16,
    relations: [{ id: "parent", label: words("I am a parent") }],
    born: "shop:people.born_on",
  },
  aimDaysBefore: 4,
  delivery: { linkDays: 30, keepDays: 90, contactAgeDays: 30, transfersPerLink: 3 },
  appealDays: 60,
  trackerDays: 1095,
  factsKeptDays: 7,
};

/** A request as a careful person would write it. */
export const aRequest: Request = {
  residence: "GB",
  rights: ["access"],
  relationship: "customer",
  name: "Maya Santos",
  email: "maya.santos@mail.example",
  telephone: null,
  details: {},
  narrow: null,
  proof: { method: "facts", facts: { "account-number": "HL 4471 0936", "last-invoice": "18.40|2026-10" } },
  declaration: null,
};

/** The worker of an organisation, at an instant. */
export function aWorker(organisation: OrganisationRow, now = new Date()): Context {
  const actor = { kind: "system", ref: systemRefs.worker, part: "worker" } as const;
  return contextFor({ actor, organisation, now, requestId: newId() });
}

/** Somebody nobody knows yet, at an instant. */
export function aVisitor(organisation: OrganisationRow, now = new Date()): Context {
  return contextFor({ actor: { kind: "visitor", ref: newId() }, organisation, now, requestId: newId() });
}

export async function anOrganisation(slug: string, policy: Partial<Policy> = {}): Promise<OrganisationRow> {
  const at = new Date("2024-01-01T00:00:00Z");
  return addOrganisation(
    { kind: "system", ref: systemRefs["command-line"], part: "command-line" },
    { slug, policy: { ...aPolicy, ...policy }, at, inForceFrom: at },
  );
}

/** A member of staff with these roles, signed in at an instant. */
export async function aMember(
  organisation: OrganisationRow,
  name: string,
  roles: Role[],
  now = new Date(),
): Promise<StaffContext> {
  const id = newId();
  const ref = newId();
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}@${organisation.slug}.example`;
  await inTransaction(async (tx) => {
    const sealer = await organisationSealer(tx, organisation.id);
    await tx.insert(staff).values({
      id,
      organisationId: organisation.id,
      ref,
      sealedName: sealer.seal("staff.sealed_name", id, name),
      sealedEmail: sealer.seal("staff.sealed_email", id, email),
      emailIndex: ring().blindIndex("staff/email", email),
      roles,
      createdAt: now,
    });
  });
  const actor = { kind: "staff", id, ref, name, roles } as const;
  return contextFor({ actor, organisation, now, requestId: newId() }) as StaffContext;
}

/** An agent with an account, signed in at an instant. */
export async function anAgent(
  organisation: OrganisationRow,
  name: string,
  now = new Date(),
): Promise<AgentContext> {
  const id = newId();
  const ref = newId();
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}@agents.example`;
  await inTransaction(async (tx) => {
    const sealer = await organisationSealer(tx, organisation.id);
    await tx.insert(agent).values({
      id,
      organisationId: organisation.id,
      ref,
      sealedName: sealer.seal("agent.sealed_name", id, name),
      sealedCompany: null,
      sealedEmail: sealer.seal("agent.sealed_email", id, email),
      emailIndex: agentEmailIndex(organisation.id, email),
      kind: "company",
      locale: "en",
      status: "active",
      statusAt: now,
      createdAt: now,
    });
  });
  const actor = { kind: "agent", id, ref, sessionId: newId(), provedAt: now } as const;
  return contextFor({ actor, organisation, now, requestId: newId() }) as AgentContext;
}

/** A paper as an agent describes it. */
export const aPaper: DraftAuthority = {
  use: "new",
  kind: "permission",
  issuedOn: "2026-01-10",
  validUntil: null,
  businesses: null,
};

/** What an agent sends through his form: the paper with a document, and a case for each way the law looks at it. */
export async function sendAsAgent(
  ctx: AgentContext,
  { request = {}, authority = aPaper }: { request?: Partial<Request>; authority?: DraftAuthority } = {},
) {
  const saved = await saveAnswer(ctx, null, {});
  const token = saved.ok ? (saved.begun?.token ?? null) : null;
  const begun = await findDraft(ctx, token);
  if (authority.use === "new" && begun)
    await attachToDraft(ctx, begun.id, {
      name: "permission.pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from(`A signed paper ${newId()}`),
    });
  const draft = await findDraft(ctx, token);
  if (!draft) throw new Error("the form is gone");
  return sendAgentRequest(ctx, draft, {
    locale: "en",
    request: { ...aRequest, ...request },
    authority,
  });
}

/** The person of a case, after a code to her contact on file. */
export function aPerson(organisation: OrganisationRow, caseId: string, now = new Date()): Context {
  const actor = {
    kind: "person",
    ref: newId(),
    sessionId: newId(),
    caseId,
    scope: "full",
    provedAt: now,
  } as const;
  return contextFor({ actor, organisation, now, requestId: newId() });
}

/** A case as the form opens it. */
export function aCase(organisation: OrganisationRow, changes: Partial<Opening> & { now?: Date } = {}) {
  const { now = new Date(), ...opening } = changes;
  return openCase(aVisitor(organisation, now), {
    idempotencyKey: newId(),
    channel: "portal",
    locale: "en",
    receivedAt: now,
    request: aRequest,
    login: null,
    ...opening,
  });
}
