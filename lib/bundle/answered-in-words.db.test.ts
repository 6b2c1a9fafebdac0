import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { caseSource, cases, claim, task } from "#db/schema/index.ts";
import { readArchive } from "#db/testing/answer.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { newestBundle, sendAnswer } from "#lib/bundle/commands.ts";
import type { StaffContext } from "#lib/context.ts";
import { approve, askApproval } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import type { Request } from "#lib/intake/answers.ts";
import type { RightId } from "#lib/rights/ids.ts";

const installation = testInstallation();
const jobs = () => runJobs(installation.database.url);
const said = (en: string) => ({ en, de: en });
let house: OrganisationRow;
let ana: StaffContext;
let tom: StaffContext;

beforeAll(async () => {
  house = await anOrganisation("words", {
    rights: ["access", "opt-out-sale", "limit-sensitive", "legal-basis", "balancing-test"],
    statements: { "limit-sensitive": said("We use no sensitive data for anything else.") },
    register: [
      {
        category: "account",
        source: "shop",
        purposes: [said("To know you.")],
        legalBasis: said("we want to."),
        basis: "interests",
        requirement: { kind: "none", words: null },
        balancingTest: { interest: said("Knowing."), need: said("A name."), weighing: said("It is little.") },
        recipients: [],
        origin: said("From you."),
        retention: said("2 years."),
        transfers: null,
        automatedDecisions: null,
        ccpaCategory: null,
      },
    ],
  });
  ana = await aMember(house, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(house, "Tom Okafor", ["approver"]);
  // There are sources, and none of them is asked.
  await connectShop(await aMember(house, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
});

const asking = (rights: RightId[], more: Partial<Request> = {}): Request => ({
  ...aRequest,
  rights,
  relationship: "not-asked",
  proof: { method: "none" },
  ...more,
});

async function sentLetter(caseId: string): Promise<string> {
  for (const one of await database().select().from(claim).where(eq(claim.caseId, caseId)))
    expect(
      await decideClaim(ana, caseId, { claimId: one.id, outcome: "granted", reasons: [], explanation: null }),
    ).toMatchObject({ ok: true });
  expect(await askApproval(ana, caseId)).toMatchObject({ ok: true });
  await jobs();
  const bundle = await newestBundle(database(), caseId);
  const hash = Buffer.from(bundle!.manifestHash!).toString("hex");
  expect(await approve(tom, caseId, hash)).toMatchObject({ ok: true });
  expect(await sendAnswer(ana, caseId)).toMatchObject({ ok: true, status: "answered" });
  const archive = await readArchive(caseId, installation.dataFolder);
  return archive.get([...archive.keys()].find((path) => /letter.*\.html$/.test(path)) ?? "") ?? "";
}

test.each<[RightId[], RegExp[]]>([
  [
    ["legal-basis"],
    [/This is why we may use your data/, /Legal reason: we want to\./, /Must you give us this data\? No\./],
  ],
  [["balancing-test"], [/How we weighed it: It is little\./, /at any time/]],
  [["limit-sensitive"], [/We do not do what you want us to stop/, /no sensitive data for anything else/]],
  [
    ["legal-basis", "limit-sensitive"],
    [/Our answer to what you asked/, /no sensitive data/, /Legal reason/],
  ],
])("%s is answered without proof, task or search, down the ordinary path", async (rights, says) => {
  const { id } = await aCase(house, { request: asking(rights) });
  await jobs();
  const [row] = await database().select().from(cases).where(eq(cases.id, id));
  expect(row).toMatchObject({ status: "reviewing", delivery: "given" });
  expect(await database().select().from(task).where(eq(task.caseId, id))).toEqual([]);
  expect(await database().select().from(caseSource).where(eq(caseSource.caseId, id))).toEqual([]);
  const letter = await sentLetter(id);
  for (const one of says) expect(letter).toMatch(one);
  expect(letter).not.toMatch(/This is done|sensitive data is|We looked in/);
});

test("what takes work beside it still does", async () => {
  const { id } = await aCase(house, { request: asking(["opt-out-sale", "limit-sensitive"]) });
  await jobs();
  const claims = await database().select().from(claim).where(eq(claim.caseId, id));
  const tasks = await database().select().from(task).where(eq(task.caseId, id));
  const worked = claims.find(({ right }) => right === "opt-out-sale");
  expect(tasks.length).toBeGreaterThan(0);
  expect(new Set(tasks.map(({ claimId }) => claimId))).toEqual(new Set([worked?.id]));
});
