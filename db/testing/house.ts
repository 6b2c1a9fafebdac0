import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import {
  aCase,
  aMember,
  anAgent,
  anOrganisation,
  aPerson,
  aRequest,
  aVisitor,
  aWorker,
  sendAsAgent,
} from "#db/factories.ts";
import {
  authorityFile,
  cases,
  caseSource,
  claim,
  handover,
  instruction,
  notice,
  recordFlag,
  task,
} from "#db/schema/index.ts";
import { answerPermission } from "#lib/agents/commands/person.ts";
import { postCode } from "#lib/auth/commands/posted-code.ts";
import { newestBundle, sendAnswer } from "#lib/bundle/commands.ts";
import type { AgentContext, Context, StaffContext } from "#lib/context.ts";
import { instruct } from "#lib/controllers/commands/answers.ts";
import { passOn } from "#lib/controllers/commands/pass-on.ts";
import { addController } from "#lib/controllers/commands/register.ts";
import { approve, askApproval } from "#lib/decisions/commands/answer.ts";
import { takeAppeal } from "#lib/decisions/commands/appeal.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { searchAgain } from "#lib/engine/collecting/commands.ts";
import { attachUploads } from "#lib/files/commands.ts";
import { newId } from "#lib/ids.ts";
import { unscopedOpenNotice } from "#lib/notices/queries/open.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import type { RecordAt } from "#lib/review/commands.ts";
import type { TestInstallation } from "./installation.ts";
import { runJobs } from "./jobs.ts";
import { connectShop } from "./shop.ts";

/**
 * Everybody who may stand before a case of the first organisation. Caseworker and approver prepared and approved its
 * answer, the colleague is both and touched nothing; the agent asked for those that an agent asked for; the neighbour holds every role there is, in the second organisation.
 */
export const everybody = [
  "caseworker",
  "approver",
  "colleague",
  "auditor",
  "admin",
  "person",
  "person by the address she typed",
  "another person",
  "agent",
  "another agent",
  "neighbour",
  "nobody",
  "controller",
  "worker",
] as const;
export type Who = (typeof everybody)[number];

/** How far a case has come, by the real commands. */
export type Stage =
  | "received"
  | "asked by an agent"
  | "asked of her"
  | "frozen"
  | "for a child"
  | "with a notice"
  | "reviewing"
  | "flagged"
  | "with tasks"
  | "with a choice"
  | "with a failed source"
  | "searched again"
  | "with a letter"
  | "with closed content"
  | "decided"
  | "awaiting approval"
  | "approved"
  | "answered"
  | "appealed"
  | "passed on"
  | "instructed";

/** A case at a stage, with what commands point at. */
export type Staged = {
  id: string;
  reference: string;
  claimId: string;
  /** A record that names somebody else (`flagged`), else any place in the shop. */
  record: RecordAt;
  sourceId: string;
  taskId: string;
  uploadId: string;
  letterId: string;
  manifest: string;
  /** Where it was passed on. */
  handoverId: string;
  instructionId: string;
  /** Of a case that an agent asked for: his paper, its document, and her link where one was sent. */
  authorityId: string;
  documentId: string;
  permission: string;
};

export type House = {
  first: OrganisationRow;
  second: OrganisationRow;
  agents: { agent: AgentContext; other: AgentContext };
  sources: { shop: string; desk: string; shopPath: string };
  /** In the first's register of controllers. */
  controllerId: string;
  /** Somebody, as she stands before a case. */
  as: (who: Who, caseId: string) => Context;
  /** Brings as many cases as there are names to their stages, all at once. */
  stage: <N extends string>(wanted: Record<N, Stage>) => Promise<Record<N, Staged>>;
  /** The handovers of staged cases, by case. */
  passed: Map<string, string>;
};

/** Two organisations with everybody in them; the first has stores. */
export async function aHouse(installation: TestInstallation): Promise<House> {
  const [first, second] = [
    await anOrganisation("first"),
    await anOrganisation("second", { name: "Lantern Works" }),
  ];
  const staff = {
    caseworker: await aMember(first, "Ana Ruiz", ["caseworker"]),
    approver: await aMember(first, "Tom Okafor", ["approver"]),
    colleague: await aMember(first, "Ben Iweala", ["caseworker", "approver"]),
    auditor: await aMember(first, "Ingrid Dahl", ["auditor"]),
    admin: await aMember(first, "Rafa Lindqvist", ["admin"]),
    neighbour: await aMember(second, "Nils Acker", ["caseworker", "approver", "auditor", "admin"]),
  };
  const sources = await connectShop(staff.admin, installation.dataFolder);
  const agents = { agent: await anAgent(first, "Ines Falk"), other: await anAgent(first, "Olaf Other") };
  const elsewhere = await aCase(first, { request: { ...aRequest, proof: { method: "other", note: null } } });
  const partner = await addController(staff.admin, {
    name: "Partner Works",
    email: "privacy@partner.example",
    locale: "en",
    contract: null,
    help: ["search"],
    platformId: null,
    isPublic: true,
  });
  const controllerId = partner.ok ? partner.id : "";
  const passed = new Map<string, string>();
  const as = (who: Who, caseId: string): Context => {
    switch (who) {
      case "person":
        return aPerson(first, caseId);
      case "person by the address she typed": {
        const person = aPerson(first, caseId);
        return { ...person, actor: { ...person.actor, scope: "conversation" } } as Context;
      }
      case "another person":
        return aPerson(first, elsewhere.id);
      case "agent":
        return agents.agent;
      case "another agent":
        return agents.other;
      case "nobody":
        return aVisitor(first);
      case "controller": {
        const actor = {
          kind: "controller",
          ref: controllerId,
          handoverId: passed.get(caseId) ?? newId(),
          caseId,
        };
        return { ...aVisitor(first), actor } as Context;
      }
      case "worker":
        return aWorker(first);
      default:
        return staff[who];
    }
  };
  const house = { first, second, agents, sources, controllerId, passed, as };
  return { ...house, stage: (wanted) => stageAll(house, staff, installation, wanted) };
}

type Staff = { caseworker: StaffContext; approver: StaffContext };

/** What each stage has behind it. */
const path = {
  received: [],
  "asked by an agent": [],
  "asked of her": [],
  frozen: ["disown"],
  "for a child": [],
  "with a notice": [],
  reviewing: [],
  flagged: [],
  "with tasks": [],
  "with a choice": [],
  "with a failed source": ["fail"],
  "searched again": ["fail", "again"],
  "with a letter": ["letter"],
  "with closed content": ["closed"],
  decided: ["decide"],
  "awaiting approval": ["decide", "ask"],
  approved: ["decide", "ask", "approve"],
  answered: ["decide", "ask", "approve", "send"],
  appealed: ["decide", "ask", "approve", "send", "appeal"],
  "passed on": ["pass"],
  instructed: ["pass", "instruct"],
} as const satisfies Record<Stage, readonly string[]>;

async function stageAll<N extends string>(
  house: Omit<House, "stage">,
  { caseworker, approver }: Staff,
  installation: TestInstallation,
  wanted: Record<N, Stage>,
): Promise<Record<N, Staged>> {
  const names = Object.keys(wanted) as N[];
  const jobs = () => runJobs(installation.database.url);
  const opened = {} as Record<N, { id: string; reference: string }>;
  for (const name of names) opened[name] = await openFor(house, wanted[name]);
  for (const name of names.filter((one) => !(wanted[one] in byAgent))) await sendFile(house, opened[name].id);
  await jobs();
  const has = (name: N, step: string) => (path[wanted[name]] as readonly string[]).includes(step);
  for (const step of [
    "fail",
    "disown",
    "letter",
    "closed",
    "decide",
    "ask",
    "approve",
    "send",
    "appeal",
    "pass",
    "instruct",
  ] as const) {
    for (const name of names.filter((one) => has(one, step))) {
      const { id } = opened[name];
      const outcome = await steps[step](house, { caseworker, approver }, id);
      if (!outcome.ok) throw new Error(`${name} did not come to ${step}: ${outcome.says}`);
    }
    if (step === "ask") await jobs();
  }
  await jobs();
  for (const name of names.filter((one) => has(one, "again")))
    await steps.again(house, { caseworker, approver }, opened[name].id);
  const staged = {} as Record<N, Staged>;
  for (const name of names) staged[name] = await describe(house, opened[name]);
  return staged;
}

const claimOf = async (caseId: string) =>
  (await database().select().from(claim).where(eq(claim.caseId, caseId)).orderBy(claim.position))[0]?.id ??
  "";
const manifestOf = async (caseId: string) =>
  Buffer.from((await newestBundle(database(), caseId))?.manifestHash ?? []).toString("hex");

type Step = (
  house: Omit<House, "stage">,
  staff: Staff,
  caseId: string,
) => Promise<{ ok: true } | { ok: false; says: string }>;

const steps = {
  // As if that store had been away.
  fail: async ({ sources }, _staff, caseId) => {
    await database()
      .update(caseSource)
      .set({ state: "failed", outcome: "failed" })
      .where(eq(caseSource.caseId, caseId))
      .returning();
    return { ok: sources.shop !== "", says: "" };
  },
  letter: (_house, { caseworker }, caseId) => postCode(caseworker, caseId),
  // As if a part of that store belonged to the people of an account.
  closed: async ({ sources }, _staff, caseId) => {
    await database()
      .update(caseSource)
      .set({ unopened: ["messages"] })
      .where(and(eq(caseSource.caseId, caseId), eq(caseSource.sourceId, sources.shop)));
    return { ok: true };
  },
  disown: async ({ first }, _staff, caseId) => {
    const token = await permissionOf(caseId);
    const given = { token, network: "203.0.113.0/24" };
    const answered = await answerPermission(aVisitor(first), given, { say: "disown" });
    return answered.ok ? answered : { ok: false, says: answered.why };
  },
  again: (_house, { caseworker }, caseId) => searchAgain(caseworker, caseId, null),
  decide: async (_house, { caseworker }, caseId) =>
    decideClaim(caseworker, caseId, {
      claimId: await claimOf(caseId),
      outcome: "granted",
      reasons: [],
      explanation: null,
    }),
  ask: (_house, { caseworker }, caseId) => askApproval(caseworker, caseId),
  approve: async (_house, { approver }, caseId) => approve(approver, caseId, await manifestOf(caseId)),
  send: (_house, { caseworker }, caseId) => sendAnswer(caseworker, caseId),
  pass: async ({ controllerId, passed }, { caseworker }, caseId) => {
    const claimIds = [await claimOf(caseId)];
    const outcome = await passOn(caseworker, caseId, { claimIds, controllerId, keepOurs: false });
    if (outcome.ok) passed.set(caseId, outcome.result);
    return outcome;
  },
  instruct: ({ passed }, { caseworker }, caseId) =>
    instruct(caseworker, caseId, {
      handoverId: passed.get(caseId) ?? "",
      help: "search",
      who: "Their officer",
      words: "Look for the person.",
    }),
  appeal: async ({ first }, _staff, caseId) =>
    takeAppeal(aPerson(first, caseId), caseId, {
      claimId: await claimOf(caseId),
      grounds: "There must be more.",
      receivedAt: new Date(),
    }),
} satisfies Record<string, Step>;

/** Where the person of such a case lives: whether the law lets her be asked. */
const byAgent = { "asked by an agent": "GB", "asked of her": "US-CA", frozen: "US-CA" } as const;

async function openAsAgent({ agents }: Pick<House, "agents">, residence: string) {
  // Tries at one account are numbered: whoever need not be found tells no fact.
  const facts = { "account-number": "HL22085513", "last-invoice": "18.40|2026-10" };
  const proof =
    residence === "GB" ? { method: "other" as const, note: null } : { method: "facts" as const, facts };
  const sent = await sendAsAgent(agents.agent, { request: { residence, proof } });
  const [row] = sent.ok
    ? await database()
        .select()
        .from(cases)
        .where(eq(cases.reference, sent.references[0] ?? ""))
    : [];
  if (!row) throw new Error("an agent's request was not taken");
  return row;
}

/** The token of the link that was mailed to her; empty where none was. */
async function permissionOf(caseId: string): Promise<string> {
  const rows = await database().select().from(notice).where(eq(notice.caseId, caseId));
  const asked = rows.find(({ kind }) => kind === "permission-asked");
  if (!asked) return "";
  const { mail } = await unscopedOpenNotice(database(), asked);
  return /\/permission\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
}

/** Maya's records name a neighbour, Leo's nobody. A login proves as often as one likes. */
async function openFor(house: Pick<House, "first" | "agents">, stage: Stage) {
  const { first } = house;
  if (stage in byAgent) return openAsAgent(house, byAgent[stage as keyof typeof byAgent]);
  const toCheck = { ...aRequest, proof: { method: "other" as const, note: null } };
  if (stage === "for a child")
    return aCase(first, {
      request: { ...toCheck, child: { name: "Leo Brandt", born: "2014-03-09", relation: "parent" } },
    });
  if (stage === "received") return aCase(first, { request: toCheck });
  if (stage === "with a notice") return aCase(first, { request: { ...toCheck, notice: anEmptyNotice } });
  if (stage === "with a choice")
    return aCase(first, { request: { ...aRequest, rights: ["opt-out-sale"], proof: { method: "none" } } });
  const login = { issuer: "https://id.example", subject: stage === "flagged" ? "maya" : "leo" };
  const rights = stage === "with tasks" ? (["erasure"] as const) : (["access"] as const);
  return aCase(first, { login, request: { ...aRequest, rights: [...rights], proof: { method: "login" } } });
}

const anEmptyNotice = {
  way: "elsewhere",
  isLabelled: false,
  firstName: null,
  lastName: null,
  address: null,
  certifiedOn: null,
} as const;

async function sendFile({ first }: Omit<House, "stage">, caseId: string): Promise<void> {
  const bytes = Buffer.from(`A letter about ${caseId}`);
  const sent = await attachUploads(aPerson(first, caseId), caseId, [
    { name: "letter.pdf", mediaType: "application/pdf", bytes },
  ]);
  if (!sent?.ok) throw new Error("the file was not taken");
}

async function describe(
  { sources }: Omit<House, "stage">,
  { id, reference }: { id: string; reference: string },
): Promise<Staged> {
  const db = database();
  const [flag] = await db.select().from(recordFlag).where(eq(recordFlag.caseId, id));
  const [open] = await db.select().from(task).where(eq(task.caseId, id));
  const [passed] = await db.select().from(handover).where(eq(handover.caseId, id));
  const [asked] = await db.select().from(instruction).where(eq(instruction.caseId, id));
  const [sent] = await db.query.upload.findMany({ where: (row) => eq(row.caseId, id) });
  const [letter] = await db
    .select()
    .from(notice)
    .where(and(eq(notice.caseId, id), eq(notice.way, "post")));
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  const authorityId = row?.authorityId ?? "";
  const [document] = authorityId
    ? await db.select().from(authorityFile).where(eq(authorityFile.authorityId, authorityId))
    : [];
  const anywhere = { sourceId: sources.shop, source: "shop", collection: "people", recordKey: "1" };
  return {
    id,
    reference,
    claimId: await claimOf(id),
    record: flag ? { ...flag, source: "desk" } : anywhere,
    sourceId: sources.shop,
    taskId: open?.id ?? "",
    uploadId: sent?.id ?? "",
    letterId: letter?.id ?? "",
    manifest: await manifestOf(id),
    handoverId: passed?.id ?? "",
    instructionId: asked?.id ?? "",
    authorityId,
    documentId: document?.id ?? "",
    permission: await permissionOf(id),
  };
}
