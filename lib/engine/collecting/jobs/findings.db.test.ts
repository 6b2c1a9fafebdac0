import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPolicy, aRequest } from "#db/factories.ts";
import { auditEvent, claim, notice, recordPage } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { newestBundle } from "#lib/bundle/commands.ts";
import { openZip } from "#lib/bundle/client/unzip.ts";
import { getCaseView } from "#lib/cases/queries/view.ts";
import type { StaffContext } from "#lib/context.ts";
import { askApproval } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource } from "#lib/engine/sources/commands/sources.ts";
import { openBlob } from "#lib/files/store.ts";
import { caseBlobKeys } from "#lib/keys/sealer.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { closeFinding } from "../../findings/commands.ts";
import { listFindings } from "../../findings/queries.ts";
import { readPage } from "../queries/pages.ts";
import { readReview } from "#lib/review/queries/records.ts";

/*
 * What a copy may not say: it is covered before it reaches a case, told by name, and nowhere in the bytes of an archive.
 * What may not even be stored becomes a finding.
 */

const installation = testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
let tom: StaffContext;
let rafa: StaffContext;
const values = { code: "code-7391", voice: "voice-AAEC", ssn: "ssn-0781120", password: "argon2-secret" };

const yaml = `
dataset:
  - fides_key: till
    name: Till
    collections:
      - name: cards.csv
        habeas_meta: { category: till, label: { en: Cards, de: Karten }, order_by: since }
        fields:
          - { name: id, data_categories: [system.operations], fides_meta: { primary_key: true } }
          - name: account_no
            data_categories: [user.unique_id]
            fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] }
          - { name: since, data_categories: [user.payment] }
          - { name: card_code, data_categories: [user.payment], habeas_meta: { label: { en: Code on the back, de: Prüfziffer } } }
          - { name: voice, data_categories: [user.biometric.voice] }
          - { name: ssn, data_categories: [user.government_id.national_identification_number] }
`;

beforeAll(async () => {
  const till = {
    id: "till",
    title: { en: "Till", de: "Kasse" },
    about: { en: "What you pay with.", de: "Womit Sie zahlen." },
    collections: ["till:cards.csv"],
  };
  harbour = await anOrganisation("harbour", { categories: [...aPolicy.categories, till] });
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(harbour, "Tom Okafor", ["approver"]);
  rafa = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  await connectShop(rafa, installation.dataFolder);
  const folder = join(installation.dataFolder, "stores", "till");
  mkdirSync(folder, { recursive: true });
  const rows = [
    ["id", "account_no", "since", "card_code", "voice", "ssn"],
    ["1", "HL22085513", "2024-03-02", values.code, values.voice, values.ssn],
    ["2", "HL22085513", "2025-06-07", values.code, "", values.ssn],
  ];
  writeFileSync(join(folder, "cards.csv"), `${rows.map((row) => row.join(",")).join("\n")}\n`);
  const added = await addSource(rafa, {
    key: "till",
    kind: "files",
    name: "Till",
    config: { folder },
    secrets: null,
  });
  if (!added.ok) throw new Error(JSON.stringify(added));
  expect(await changeDataset(rafa, added.id, yaml)).toMatchObject({ ok: true });
});

async function collected(residence: string) {
  const login = { issuer: "https://id.example", subject: "leo" };
  const request = { ...aRequest, residence, proof: { method: "login" as const } };
  const opened = await aCase(harbour, { login, request });
  await runJobs(installation.database.url);
  return opened;
}

async function answered(residence: string) {
  const { id, reference } = await collected(residence);
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, id));
  const granted = { claimId: asked!.id, outcome: "granted" as const, reasons: [], explanation: null };
  expect(await decideClaim(ana, id, granted)).toMatchObject({ ok: true });
  expect(await askApproval(ana, id)).toMatchObject({ ok: true });
  await runJobs(installation.database.url);
  const built = await newestBundle(database(), id);
  const { identity } = await caseBlobKeys(database(), id);
  const pieces: Uint8Array[] = [];
  for await (const piece of await openBlob(built?.blobId ?? "", identity)) pieces.push(piece as Uint8Array);
  const path = join(installation.dataFolder, `${id}.zip`);
  writeFileSync(path, Buffer.concat(pieces));
  const zip = await openZip(path);
  const files = new Map<string, string>();
  for (const { fileName } of zip.entries)
    if (/\.(html|json|csv|txt)$/.test(fileName)) files.set(fileName, await zip.text(fileName));
  zip.close();
  return { id, reference, files, all: [...files.values()].join("\n") };
}

test("nothing that reaches a case holds the value, and the review shows that it is there", async () => {
  const { id, reference } = await collected("US-CA");
  const { identity } = await caseBlobKeys(database(), id);
  const pages = await database().select().from(recordPage).where(eq(recordPage.caseId, id));
  for (const { blobId } of pages) {
    const kept = JSON.stringify(await readPage(blobId, identity));
    for (const value of Object.values(values)) expect(kept).not.toContain(value);
  }
  const { row, policy } = await getCaseView(ana, reference);
  const { records } = await readReview(row, policy.policy, { category: "till", position: 0 });
  const mark = { redacted: { reason: "never-handed-over" } };
  expect(records.map(({ record }) => record)).toMatchObject([
    { since: "2024-03-02", card_code: mark, voice: mark, ssn: mark },
    { since: "2025-06-07", card_code: mark, voice: "", ssn: mark },
  ]);
});

test("in California the archive names each, since when and how often, by the regulation, and holds none", async () => {
  const { files, all } = await answered("US-CA");
  for (const value of Object.values(values)) expect(all).not.toContain(value);
  const [, leftOut] = [...files].find(([name]) => /\/5-[^/]*\/.*\.csv$/.test(name)) ?? [];
  expect(leftOut).toMatch(
    /Held since 2 March 2024, and not given out: Code on the back.*,2,.*11 CCR 7024\(d\)/,
  );
  expect(leftOut).toMatch(/Held since 2 March 2024, and not given out: Voice.*,1,/);
  expect(leftOut).toMatch(/not given out: Ssn.*,2,/);
  expect(leftOut).toMatch(/Held, and not given out: Password hash.*,1,/);
  const [, json] = [...files].find(([name]) => name.endsWith("till.json")) ?? [];
  expect(JSON.parse(json ?? "[]")[0]).toMatchObject({
    card_code: { redacted: { reason: "never-handed-over" } },
  });
});

test("in Europe a number by which the state knows her is hers, and what opens doors still stays behind", async () => {
  const { all } = await answered("IE");
  expect(all).toContain(values.ssn);
  for (const value of [values.code, values.voice, values.password]) expect(all).not.toContain(value);
  expect(all).toContain("PCI DSS");
});

test("the code of a card is one finding, however many cases meet it; a voice is none", async () => {
  const [found, ...more] = await listFindings(rafa);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    sourceName: "Till",
    collection: "cards.csv",
    field: "card_code",
    kind: "card-code",
    state: "open",
    cases: 3,
    note: null,
  });
  const told = await database().select().from(auditEvent).where(eq(auditEvent.type, "finding.open"));
  expect(told).toHaveLength(1);
  expect(told[0]?.caseRef).not.toBeNull();
  const mails = await database().select().from(notice).where(eq(notice.kind, "team-finding"));
  // The admin and the approver, not the caseworker.
  expect(mails).toHaveLength(2);
});

test("a finding is closed with what was done, by who may, and opens again when it is met again", async () => {
  const [{ id } = { id: "" }] = await listFindings(tom);
  await expect(closeFinding(ana, { findingId: id, note: "Gone." })).rejects.toMatchObject({
    code: "not-allowed",
  });
  expect(await closeFinding(tom, { findingId: id, note: "Column dropped." })).toEqual({ ok: true });
  expect(await closeFinding(rafa, { findingId: id, note: "Me too." })).toMatchObject({ ok: false });
  expect(await listFindings(ana)).toMatchObject([
    { state: "closed", note: "Column dropped.", closedBy: "Tom Okafor" },
  ]);
  await collected("IE");
  expect(await listFindings(ana)).toMatchObject([{ state: "open", cases: 4, note: "Column dropped." }]);
  const told = await database().select().from(auditEvent).where(eq(auditEvent.type, "finding.open"));
  expect(told).toHaveLength(2);
});

test("no file on the disk holds a value", () => {
  const folder = join(installation.dataFolder, "files");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const bytes = readFileSync(join(entry.parentPath, entry.name)).toString("latin1");
      for (const value of Object.values(values)) expect(bytes).not.toContain(value);
    }
});
