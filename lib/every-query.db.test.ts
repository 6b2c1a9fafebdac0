import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aPerson, aPolicy, aRequest, aVisitor } from "#db/factories.ts";
import { authorityIndex, finding, recordFile } from "#db/schema/index.ts";
import { exportedFunctions } from "#db/testing/exports.ts";
import { aHouse, everybody, type House, type Staged, type Who } from "#db/testing/house.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { releaseDocument } from "#lib/agents/commands/review.ts";
import { getAgent, getOwnAccount } from "#lib/agents/queries/accounts.ts";
import {
  findAgentOfCase,
  listHerAgents,
  listOwnAuthorities,
  listReusable,
  listWaitingAuthorities,
  openDocument,
} from "#lib/agents/queries/authorities.ts";
import { getAgentCase, listAgentCases } from "#lib/agents/queries/cases.ts";
import { unscopedFindPermission } from "#lib/agents/queries/permission.ts";
import { unscopedFindCase } from "#lib/auth/queries/person.ts";
import { listStaff } from "#lib/auth/queries/staff.ts";
import { openBuiltAnswer, openRecordFile } from "#lib/bundle/queries/files.ts";
import { postCode } from "#lib/auth/commands/posted-code.ts";
import { queueFiltersSchema, queueViews, type QueueFilters } from "#lib/cases/queue-filters.ts";
import { findPlace } from "#lib/cases/queries/place.ts";
import { countQueue, listColleagues, listQueue } from "#lib/cases/queries/queue.ts";
import { listHouseEvents, listRegister } from "#lib/cases/queries/register.ts";
import { searchCases } from "#lib/cases/queries/search.ts";
import { getArchiveKey, getOwnCase, unscopedSentCase } from "#lib/cases/queries/tracker.ts";
import { getCaseByReference, getCaseView, getReadableCase } from "#lib/cases/queries/view.ts";
import type { AgentContext, Context, StaffContext } from "#lib/context.ts";
import { passOn } from "#lib/controllers/commands/pass-on.ts";
import {
  getPassedRequest,
  listHandovers,
  listOwnHandovers,
  type ControllerContext,
} from "#lib/controllers/queries/handovers.ts";
import { getController, listControllers, listPublicControllers } from "#lib/controllers/queries/register.ts";
import { judgePair } from "#lib/duplicates/commands/judge.ts";
import { listPairs } from "#lib/duplicates/queries/pairs.ts";
import { listRepeats } from "#lib/duplicates/queries/repeats.ts";
import { readSearchGraph } from "#lib/engine/sources/queries/graph.ts";
import { listFindings } from "#lib/engine/findings/queries.ts";
import { getSource, listSources } from "#lib/engine/sources/queries/sources.ts";
import { HabeasError } from "#lib/errors.ts";
import { releaseUpload } from "#lib/files/commands.ts";
import { attachToDraft } from "#lib/files/commands/drafts.ts";
import { listDraftUploads, listUploads, openUpload } from "#lib/files/queries.ts";
import { newId, newReference, newToken } from "#lib/ids.ts";
import { saveAnswer } from "#lib/intake/commands.ts";
import { findDraft } from "#lib/intake/queries.ts";
import { writeToAgent, writeToPerson } from "#lib/messages/commands.ts";
import { listAgentMessages, listMessages } from "#lib/messages/queries.ts";
import {
  countLettersToPost,
  getLetter,
  listLetters,
  listLettersToPost,
} from "#lib/notices/queries/letters.ts";
import { getHouse } from "#lib/organisations/queries.ts";

/*
 * Proves of every query who finds something by it, and that everybody else gets exactly what she would get for a case that
 * is not there: no row, no count, no page more, no other sentence. Whoever works for another organisation first of all.
 * A query that is not named here fails the first test.
 */

const installation = testInstallation();

type Query = {
  /** Who finds something; all others in `tries` find nothing. */
  by: readonly Who[];
  tries?: readonly Who[];
  /** Asks with what points at a case of the first organisation. */
  ask: (ctx: Context, at: Staged) => Promise<unknown>;
};

const staffed = (ctx: Context) => ctx as StaffContext;
const work = ["caseworker", "approver", "colleague"] as const;
const herself = ["person", "person by the address she typed"] as const;
const allStaff = [...work, "auditor", "admin", "neighbour"] as const;
const filters = (changes: Partial<QueueFilters> = {}) => ({ ...queueFiltersSchema.parse({}), ...changes });

const everyOther = everybody.filter((who) => who !== "neighbour");

let house!: House;
let answered!: Staged;
/** One whose records hold a file. */
let flagged!: Staged;
/** One that an agent asked for, about the person of `answered`, who was sent a link. */
let asked!: Staged;
let own!: { id: string };
/** Of the person who was answered, once more. */
let again!: Staged;
const held = {
  digests: [] as Uint8Array[],
  permission: "",
  fileId: "",
  letterId: "",
  draftToken: "",
  draftId: "",
  search: "",
};

/** What the queue shows of the first's cases in all its views together. */
async function queued(ctx: Context, changes: Partial<QueueFilters> = {}): Promise<unknown[]> {
  const pages = await Promise.all(
    queueViews.map((view) => listQueue(staffed(ctx), filters({ view, ...changes }))),
  );
  return pages.flatMap((page) => page.rows).filter(({ id }) => id !== own.id);
}

const agents = (ctx: Context) => ctx as AgentContext;
/** With what points at the case an agent asked for; at a made-up one where the other is made up. */
const his = (at: Staged) => (at.sourceId ? asked : { ...asked, id: newId(), reference: at.reference });
const onlyHis = <T extends { reference: string }>(rows: readonly T[]) =>
  rows.filter(({ reference }) => reference === asked.reference);

const queries: Record<string, Query> = {
  "agents/queries/cases#getAgentCase": {
    by: ["agent"],
    ask: (ctx, at) => getAgentCase(agents(ctx), his(at).reference),
  },
  "agents/queries/cases#listAgentCases": {
    by: ["agent"],
    ask: async (ctx, at) => (at.sourceId ? onlyHis(await listAgentCases(agents(ctx))) : []),
  },
  "agents/queries/authorities#findAgentOfCase": {
    by: work,
    ask: (ctx, at) => findAgentOfCase(staffed(ctx), his(at).id),
  },
  "agents/queries/authorities#listWaitingAuthorities": {
    by: [...work, "worker"],
    ask: async (ctx, at) => {
      const rows = await listWaitingAuthorities(staffed(ctx));
      return at.sourceId ? onlyHis(rows) : [];
    },
  },
  "agents/queries/authorities#openDocument": {
    by: work,
    tries: allStaff,
    ask: async (ctx, at) =>
      closed(await openDocument(staffed(ctx), at.sourceId ? asked.documentId : newId())),
  },
  "agents/queries/authorities#listOwnAuthorities": {
    by: ["agent"],
    ask: (ctx, at) => (at.sourceId ? listOwnAuthorities(agents(ctx)) : Promise.resolve([])),
  },
  "agents/queries/authorities#listReusable": {
    by: ["agent"],
    ask: (ctx, at) =>
      at.sourceId ? listReusable(agents(ctx), held.digests, ["access"], "2026-11-01") : Promise.resolve([]),
  },
  "agents/queries/authorities#listHerAgents": {
    by: ["person"],
    ask: (ctx, at) => {
      const isPerson = ctx.actor.kind === "person";
      const her = { ...ctx, actor: { ...ctx.actor, caseId: answered.id } } as Context;
      return listHerAgents(isPerson && at.sourceId && ctx.actor.caseId === answered.id ? her : ctx);
    },
  },
  "agents/queries/accounts#getAgent": {
    by: [...work, "worker"],
    ask: (ctx, at) => getAgent(ctx, at.sourceId ? house.agents.agent.actor.id : newId()),
  },
  "agents/queries/accounts#getOwnAccount": {
    by: ["agent", "another agent"],
    tries: ["agent", "another agent"],
    ask: (ctx) => getOwnAccount(agents(ctx)),
  },
  "agents/queries/permission#unscopedFindPermission": {
    by: everyOther,
    ask: (ctx, at) => unscopedFindPermission(ctx, at.sourceId ? held.permission : newToken()),
  },
  "messages/queries#listAgentMessages": {
    by: ["agent"],
    ask: (ctx, at) => listAgentMessages(ctx, his(at).id),
  },
  "cases/queries/view#getCaseByReference": {
    by: [...work, "auditor", ...herself, "worker"],
    ask: (ctx, at) => getCaseByReference(ctx, at.reference),
  },
  "cases/queries/view#getReadableCase": {
    by: [...work, ...herself, "worker"],
    ask: (ctx, at) => getReadableCase(ctx, at.reference),
  },
  "cases/queries/view#getCaseView": {
    by: [...work, ...herself, "worker"],
    ask: (ctx, at) => getCaseView(ctx, at.reference),
  },
  "cases/queries/queue#listQueue": { by: work, tries: allStaff, ask: (ctx) => queued(ctx) },
  "cases/queries/queue#listQueue: what somebody else searched for": {
    by: work,
    tries: allStaff,
    ask: (ctx) => queued(ctx, { find: held.search }),
  },
  "cases/queries/queue#listQueue: after a row of the first's": {
    by: work,
    tries: allStaff,
    ask: (ctx, at) => queued(ctx, { after: `2020-01-01~${at.id}` }),
  },
  "cases/queries/queue#countQueue": {
    by: work,
    tries: allStaff,
    ask: async (ctx) => {
      const { views, shown } = await countQueue(staffed(ctx), filters({ view: "answered" }));
      return [views.answered, shown].filter((count) => count > 0);
    },
  },
  "cases/queries/place#findPlace": {
    by: work,
    tries: allStaff,
    ask: async (ctx, { id }) => {
      const before = {
        id,
        dueOn: "2020-01-01",
        aimOn: "2020-01-01",
        receivedAt: new Date(0),
        lastActivityAt: new Date(0),
      };
      const place = await findPlace(staffed(ctx), before, filters({ view: "answered" }));
      return [place.position, place.previous, place.next].filter((one) => one !== null);
    },
  },
  "cases/queries/queue#listColleagues": {
    by: [...work, "auditor", "admin"],
    tries: allStaff,
    ask: async (ctx) => (await listColleagues(staffed(ctx))).filter(({ name }) => name === "Ana Ruiz"),
  },
  "cases/queries/register#listRegister": {
    by: ["auditor"],
    tries: allStaff,
    ask: async (ctx) => (await listRegister(staffed(ctx), null)).rows.filter(({ id }) => id !== own.id),
  },
  "cases/queries/register#listRegister: after a row of the first's": {
    by: ["auditor"],
    tries: allStaff,
    ask: async (ctx, at) =>
      (await listRegister(staffed(ctx), `2099-01-01T00:00:00.000Z~${at.id}`)).rows.filter(
        ({ id }) => id !== own.id,
      ),
  },
  "cases/queries/register#listHouseEvents": {
    by: ["auditor"],
    tries: allStaff,
    ask: async (ctx) =>
      (await listHouseEvents(staffed(ctx), null)).lines.filter(
        ({ event }) => event.entry.org === house.first.ref,
      ),
  },
  ...searchedBy("a reference", (at) => at.reference),
  ...searchedBy("a name", () => "Maya Santos"),
  ...searchedBy("an address", () => "maya.santos@mail.example"),
  "cases/queries/tracker#getOwnCase": {
    by: herself,
    tries: [...herself, "neighbour"],
    ask: (ctx, at) => getOwnCase(hers(ctx, at)),
  },
  "cases/queries/tracker#getArchiveKey": {
    by: ["person"],
    tries: [...herself, "neighbour"],
    ask: (ctx, at) => getArchiveKey(hers(ctx, at)),
  },
  "cases/queries/tracker#unscopedSentCase": {
    by: everyOther,
    ask: (ctx, at) => unscopedSentCase(ctx, at.id),
  },
  "auth/queries/person#unscopedFindCase": {
    by: everyOther,
    ask: (ctx, at) => unscopedFindCase(ctx.organisation.id, at.reference),
  },
  "auth/queries/staff#listStaff": {
    by: [...work, "admin", "worker"],
    ask: async (ctx) => (await listStaff(ctx)).filter(({ name }) => name === "Ana Ruiz"),
  },
  "bundle/queries/files#openBuiltAnswer": {
    by: [...work, "worker"],
    ask: async (ctx, at) => closed(await openBuiltAnswer(ctx, at.reference)),
  },
  "bundle/queries/files#openRecordFile": {
    by: [...work, "worker"],
    ask: async (ctx, at) => {
      const who = ctx.actor.kind === "person" && at.sourceId ? aPerson(house.first, flagged.id) : ctx;
      const reference = at.sourceId ? flagged.reference : at.reference;
      return closed(await openRecordFile(who, reference, held.fileId));
    },
  },
  "controllers/queries/register#listControllers": {
    by: [...work, "admin", "worker"],
    ask: async (ctx) => (await listControllers(ctx)).filter(({ name }) => name === "Partner Works"),
  },
  "controllers/queries/register#getController": {
    by: [...work, "admin", "worker"],
    ask: (ctx, at) => getController(ctx, at.sourceId ? house.controllerId : newId()),
  },
  "controllers/queries/register#listPublicControllers": {
    by: everyOther,
    ask: (ctx) => listPublicControllers(ctx),
  },
  "duplicates/queries/pairs#listPairs": {
    by: work,
    ask: async (ctx, at) => (await listPairs(staffed(ctx), at.id)).judged,
  },
  "duplicates/queries/repeats#listRepeats": {
    by: work,
    ask: (ctx, at) => listRepeats(staffed(ctx), at.id === answered.id ? again.id : at.id),
  },
  "controllers/queries/handovers#listHandovers": {
    by: work,
    ask: (ctx, at) => listHandovers(staffed(ctx), at.id),
  },
  "controllers/queries/handovers#listOwnHandovers": {
    by: herself,
    ask: (ctx, at) => listOwnHandovers(ctx, at.id),
  },
  "controllers/queries/handovers#getPassedRequest": {
    by: ["controller"],
    tries: ["controller", "neighbour"],
    ask: (ctx, at) => getPassedRequest(its(ctx, at)),
  },
  "engine/sources/queries/sources#listSources": {
    by: [...work, "admin", "worker"],
    ask: async (ctx) => (await listSources(ctx)).filter((one) => one.organisationId === house.first.id),
  },
  "engine/sources/queries/sources#getSource": {
    by: [...work, "admin", "worker"],
    ask: (ctx, at) => getSource(ctx, at.sourceId || newId()),
  },
  "engine/sources/queries/graph#readSearchGraph": {
    by: [...work, "admin", "worker"],
    ask: async (ctx) => (await readSearchGraph(ctx, aPolicy)).graph.stores,
  },
  "engine/findings/queries#listFindings": {
    by: [...work, "admin"],
    tries: allStaff,
    ask: (ctx) => listFindings(staffed(ctx)),
  },
  "files/queries#listUploads": {
    by: [...work, ...herself, "worker"],
    ask: (ctx, at) => listUploads(ctx, at.id),
  },
  "files/queries#openUpload": {
    by: work,
    tries: allStaff,
    ask: async (ctx, at) => closed(await openUpload(staffed(ctx), at.id, at.uploadId || newId())),
  },
  "files/queries#listDraftUploads": {
    by: everyOther,
    ask: (ctx, at) => listDraftUploads(ctx, at.sourceId ? held.draftId : newId()),
  },
  "messages/queries#listMessages": {
    by: [...work, ...herself, "worker"],
    ask: (ctx, at) => listMessages(ctx, at.id),
  },
  "notices/queries/letters#listLetters": {
    by: work,
    ask: (ctx, at) => listLetters(ctx, at.id),
  },
  "notices/queries/letters#listLettersToPost": {
    by: work,
    ask: async (ctx, at) =>
      (await listLettersToPost(ctx)).filter(({ reference }) => reference === at.reference),
  },
  "notices/queries/letters#countLettersToPost": {
    by: work,
    ask: async (ctx, at) => [await countLettersToPost(ctx)].filter((n) => n > 0 && at.id !== ""),
  },
  "notices/queries/letters#getLetter": {
    by: work,
    ask: async (ctx, at) =>
      (await getLetter(ctx, at.reference, at.sourceId ? held.letterId : newId())).sheet.slip,
  },
  "organisations/queries#getHouse": {
    by: everyOther,
    ask: async (ctx) => [(await getHouse(ctx)).policy.name].filter((name) => name === "Harbour Lights"),
  },
  "intake/queries#findDraft": {
    by: everyOther.filter((who) => who !== "agent" && who !== "another agent"),
    ask: (ctx, at) => findDraft(ctx, at.sourceId ? held.draftToken : newToken()),
  },
};

function searchedBy(what: string, words: (at: Staged) => string): Record<string, Query> {
  const ask = async (ctx: Context, at: Staged) =>
    (await searchCases(staffed(ctx), words(at))).hits.filter(({ id }) => id !== own.id);
  return { [`cases/queries/search#searchCases: by ${what}`]: { by: work, tries: allStaff, ask } };
}

/** Her context names her case. The neighbour forges one at her own organisation's address. */
function hers(ctx: Context, at: Staged) {
  const person = ctx.actor.kind === "person" ? ctx : aPerson(house.second, at.id);
  return person as Context & { actor: Extract<Context["actor"], { kind: "person" }> & { caseId: string } };
}

/** A controller's context names its request. The neighbour forges one at its own organisation's address. */
function its(ctx: Context, at: Staged): ControllerContext {
  const { actor } = house.as("controller", at.id);
  return (ctx.actor.kind === "controller" ? ctx : { ...aVisitor(house.second), actor }) as ControllerContext;
}

function closed<T extends { stream: { destroy: () => unknown } }>({ stream, ...told }: T): Omit<T, "stream"> {
  stream.destroy();
  return told;
}

/** Needs a row, a key or a transaction that only a query or command above gives, or reads nothing of anybody. */
const inside = [
  "agents/queries/accounts#agentAddress",
  "agents/queries/accounts#agentEmailIndex",
  "agents/queries/accounts#openAgent",
  "agents/queries/authorities#openAuthority",
  "agents/queries/authorities#readReviews",
  "agents/queries/links#liveLink",
  "duplicates/queries/pairs#sharedSigns",
  "audit/queries/events#readCaseEvents",
  "audit/queries/events#readOrganisationEvents",
  "auth/queries/person#personRef",
  "auth/queries/session#tokenHash",
  "auth/queries/staff#holdCredentials",
  "auth/queries/staff#isMemberAt",
  "auth/queries/staff#staffAddressIndex",
  "bundle/queries/answer/collections#listCollections",
  "bundle/queries/answer/collections#readRecords",
  "bundle/queries/answer/data#assembleCategories",
  "bundle/queries/answer/input#assembleBundle",
  "bundle/queries/answer/parts#readParts",
  "bundle/queries/preview#previewAnswer",
  "cases/queries/agent-facts#askedOf",
  "cases/queries/agent-facts#readAgentFacts",
  "cases/queries/facts#lastSentAt",
  "cases/queries/facts#latestDecisions",
  "cases/queries/facts#readFacts",
  "cases/queries/facts#standingDecisions",
  "cases/queries/history#historyLine",
  "cases/queries/history#listCaseHistory",
  "cases/queries/history#sourceNames",
  "cases/queries/queue#maskedName",
  "cases/queries/queue-clauses#afterClause",
  "cases/queries/queue-clauses#cursorOf",
  "cases/queries/queue-clauses#listClause",
  "cases/queries/queue-clauses#orderOf",
  "cases/queries/register#readAuditedHistory",
  "cases/queries/search#asReference",
  "cases/queries/search#findClause",
  "cases/queries/view#readClaims",
  "cases/queries/view#readSources",
  "cases/queries/view#readTasks",
  "cases/queries/view#staffNames",
  "cases/queries/visible#changeableCases",
  "cases/queries/visible#readableCases",
  "cases/queries/visible#visibleCases",
  "controllers/queries/handovers#handoversAt",
  "cases/queries/earlier#readEarlier",
  "children/queries#findGrownUpAge",
  "controllers/queries/handovers#readHandovers",
  "controllers/queries/handovers#toldOf",
  "engine/collecting/queries/kept-back#readKeptBack",
  "engine/collecting/queries/maps#collectionOf",
  "engine/collecting/queries/maps#readMaps",
  "engine/collecting/queries/pages#pageBytes",
  "engine/collecting/queries/pages#readPage",
  "engine/collecting/queries/records#countCategories",
  "engine/collecting/queries/records#firstUndecided",
  "engine/collecting/queries/records#listFiles",
  "engine/collecting/queries/records#readSlice",
  "engine/sources/queries/graph#listWarnings",
  "engine/sources/queries/sources#listMaps",
  "intake/queries#draftHash",
  "intake/queries#draftOf",
  "intake/queries#ofSameKind",
  "intake/queries#openDraft",
  "organisations/queries#getPolicy",
  "organisations/queries#getPolicyAt",
  "preferences/queries#browserIndex",
  "preferences/queries#ofAccount",
  "preferences/queries#ofChoice",
  "preferences/queries#readChoices",
  "review/queries/marks#readFlags",
  "review/queries/marks#readRedactions",
  "review/queries/marks#recordId",
  "review/queries/record#findRecord",
  "review/queries/records#filesWithheld",
  "review/queries/records#marksOf",
  "review/queries/records#readReview",
];

/** Opened by what is held in the hand: a token, or an address with its password. */
const byToken = [
  "agents/queries/links#isLinkLive",
  "auth/queries/person#findLogin",
  "auth/queries/session#findSession",
  "auth/queries/session#listOwnSessions",
  "auth/queries/staff#unscopedFindAccount",
  "auth/queries/staff#unscopedFindCredentials",
  "cases/queries/tracker#hasBegunTransfer",
  "controllers/queries/handovers#isLinkLive",
  "controllers/queries/handovers#unscopedFindVisit",
  "preferences/queries#findBrowser",
  "preferences/queries#listAccountChoices",
];

/** The worker's, the machine's and the demo's, which production does not load. */
const machine = [
  "cases/queries/unscoped#unscopedWorkerContext",
  "demo/mailbox/queries#unscopedFindMail",
  "demo/mailbox/queries#unscopedListMails",
  "demo/queries/clock#findClockOffset",
  "demo/queries/marks#findFirstDay",
  "demo/queries/marks#findMark",
  "demo/queries/mode#isDemo",
  "demo/queries/newest#findNewestOf",
  "demo/queries/only#refuseInProduction",
  "demo/queries/walk#countUnread",
  "demo/queries/walk#readWalk",
  "engine/sources/queries/sources#unscopedSecrets",
  "files/queries#unscopedCountUploads",
  "installation/queries#followClock",
  "installation/queries#reachDatabase",
  "notices/queries/addressed#unscopedAddressed",
  "notices/queries/details#unscopedDetails",
  "notices/queries/open#unscopedOpenLetter",
  "notices/queries/open#unscopedOpenNotice",
  "notices/queries/recipients#listRecipients",
  "organisations/queries#findOrganisation",
  "organisations/queries#listOrganisations",
  "preferences/queries#unscopedFindSignalSupport",
  "web/queries/health#getHealth",
];

beforeAll(async () => {
  house = await aHouse(installation);
  const staged = await house.stage({
    answered: "answered",
    flagged: "flagged",
    asked: "asked of her",
    again: "reviewing",
  });
  const caseworker = staffed(house.as("caseworker", ""));
  ({ answered, flagged, asked, again } = staged);
  await judgePair(caseworker, answered.id, { reference: flagged.reference, verdict: "linked" });
  await writeToPerson(caseworker, answered.id, "Good day.");
  await releaseUpload(caseworker, answered.id, answered.uploadId, "A letter.");
  const written = await postCode(caseworker, answered.id);
  if (!written.ok) throw new Error(written.says);
  held.letterId = (await listLetters(caseworker, answered.id))[0]?.id ?? "";
  const copied = await passOn(caseworker, answered.id, {
    claimIds: [answered.claimId],
    controllerId: house.controllerId,
    keepOurs: true,
  });
  if (copied.ok) house.passed.set(answered.id, copied.result);
  // The same person asks the second organisation: what its staff see is theirs.
  own = await aCase(house.second, { request: { ...aRequest, proof: { method: "other", note: null } } });
  held.permission = asked.permission;
  const digests = await database().select().from(authorityIndex);
  held.digests = digests.map(({ digest }) => digest);
  await releaseDocument(caseworker, asked.id, asked.documentId, "A letter.");
  await writeToAgent(caseworker, asked.id, "Good day.");
  held.search = (await searchCases(caseworker, "Maya Santos")).token ?? "";
  const [found] = await database().select().from(recordFile).where(eq(recordFile.caseId, flagged.id));
  held.fileId = found?.id ?? "";
  const place = { sourceId: house.sources.shop, collection: "people", field: "card_code" };
  await inTransaction((tx) =>
    tx.insert(finding).values({
      id: newId(),
      organisationId: house.first.id,
      ...place,
      kind: "card-code",
      state: "open",
      firstSeenAt: new Date(),
      lastSeenAt: new Date(),
    }),
  );
  const saved = await saveAnswer(aVisitor(house.first), null, {});
  held.draftToken = saved.ok ? (saved.begun?.token ?? "") : "";
  held.draftId = (await findDraft(aVisitor(house.first), held.draftToken))?.id ?? "";
  await attachToDraft(aVisitor(house.first), held.draftId, {
    name: "letter.pdf",
    mediaType: "application/pdf",
    bytes: Buffer.from("A letter"),
  });
});

test("every query is known here", async () => {
  const asked = Object.keys(queries).map((name) => name.replace(/:.*/, ""));
  const named = [...new Set([...asked, ...inside, ...byToken, ...machine])].sort();
  expect(await exportedFunctions("queries")).toEqual(named);
});

/** What somebody gets, word for word; a fault of the program is no answer. */
async function told(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof HabeasError) return { code: error.code, says: error.message };
    throw error;
  }
}

const isNothing = (answer: unknown) =>
  answer === null ||
  (Array.isArray(answer) && answer.length === 0) ||
  (typeof answer === "object" &&
    "code" in answer &&
    ["not-found", "not-allowed"].includes(String(answer.code)));

describe.each(Object.entries(queries))("%s", (_name, { by, ask, tries = everybody }) => {
  test(`finds something for ${by.join(", ")} and nobody else`, async () => {
    const found = [];
    for (const who of tries)
      if (!isNothing(await told(() => ask(house.as(who, answered.id), answered)))) found.push(who);
    expect(found.sort()).toEqual([...by].sort());
  });

  test("answers everybody else as if it were not there", async () => {
    const madeUp = { ...answered, id: newId(), reference: newReference(), sourceId: "", uploadId: "" };
    for (const who of tries.filter((one) => !by.includes(one))) {
      const ctx = house.as(who, answered.id);
      const there = await told(() => ask(ctx, answered));
      expect([who, there]).toEqual([who, await told(() => ask(ctx, madeUp))]);
      expect(JSON.stringify([there])).not.toMatch(/Maya|HB-|Ana Ruiz/);
    }
  });
});
