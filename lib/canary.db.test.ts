import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aPolicy, aRequest, aVisitor } from "#db/factories.ts";
import { claim, notice, recordFlag, upload } from "#db/schema/index.ts";
import { tableNames } from "#db/testing/fingerprint.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { acceptCode, sendCode } from "#lib/auth/commands/codes.ts";
import { newestBundle, sendAnswer } from "#lib/bundle/commands.ts";
import { searchCases } from "#lib/cases/queries/search.ts";
import { approve, askApproval } from "#lib/decisions/commands/answer.ts";
import { decideAppeal, takeAppeal } from "#lib/decisions/commands/appeal.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource } from "#lib/engine/sources/commands/sources.ts";
import { changeEnv } from "#lib/env.ts";
import { attachUploads, releaseUpload } from "#lib/files/commands.ts";
import { recordCheck } from "#lib/identity/commands.ts";
import { saveAnswer } from "#lib/intake/commands.ts";
import { writeNote, writeToPerson, writeToTeam } from "#lib/messages/commands.ts";
import { unscopedOpenNotice } from "#lib/notices/queries/open.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { keepRecord, redact, redactFlags } from "#lib/review/commands.ts";

/*
 * One request with a value of its own in every place where a person or her data can appear, through the whole house. Then
 * every table, the queue's too, is read as text: none of the values may stand there in plain.
 */

const installation = testInstallation();

const canary = {
  name: "Quillhaven Marrowby",
  email: "quillhaven@marrowby.example",
  telephone: "+44 7700 900461",
  account: "HLQZ99817",
  postcode: "ZQ9 7XK",
  amount: "7391.27",
  narrow: "Only zebrafinch letters",
  street: "14 Basilisk Mews",
  fromStore: "the wombatkin recording",
  otherName: "Thessaly Gundersen",
  otherEmail: "thessaly@gundersen.example",
  attachment: "oryxling-notes.txt",
  file: "passport-of-marrowby.pdf",
  toTeam: "my message about ibexes",
  toPerson: "our answer about narwhals",
  note: "a note about pangolins",
  release: "released because of okapis",
  check: "checked by way of tapirs",
  explanation: "explained with axolotls",
  grounds: "appealed over quokkas",
  outcome: "upheld due to numbats",
  searched: "Somebody Searchedfor",
  draft: "draftling@unsent.example",
} as const;

const storeYaml = `
dataset:
  - fides_key: shop
    name: Shop
    collections:
      - name: people
        fields:
          - { name: email, data_categories: [user.contact.email], fides_meta: { primary_key: true, identity: email, data_type: string }, habeas_meta: { third_party: email } }
          - { name: account_no, data_categories: [user.unique_id], fides_meta: { identity: account_number, data_type: string }, habeas_meta: { stored_form: compact } }
          - { name: name, data_categories: [user.name], habeas_meta: { third_party: name } }
          - { name: postcode, data_categories: [user.contact.address.postal_code] }
          - { name: street, data_categories: [user.contact.address.street] }
      - name: invoices
        fields:
          - { name: account_no, data_categories: [user.unique_id], fides_meta: { primary_key: true, references: [{ dataset: shop, field: people.account_no, direction: from }] } }
          - { name: amount, data_categories: [user.financial] }
          - { name: issued_on, data_categories: [user.financial] }
      - name: letters
        fields:
          - { name: email, data_categories: [user.contact.email], fides_meta: { primary_key: true, references: [{ dataset: shop, field: people.email, direction: from }] } }
          - { name: body, data_categories: [user.content.private] }
`;
const deskYaml = `
dataset:
  - fides_key: desk
    name: Desk
    collections:
      - name: messages.csv
        habeas_meta: { category: messages, attachment: { path: file } }
        fields:
          - { name: email, data_categories: [user.contact.email], fides_meta: { primary_key: true, references: [{ dataset: shop, field: people.email, direction: from }] } }
          - { name: body, data_categories: [user.content.private] }
          - { name: file, data_categories: [user.content.private] }
`;

let sql: postgres.Sql;
let harbour: OrganisationRow;
const jobs = () => runJobs(installation.database.url);

beforeAll(async () => {
  sql = postgres(installation.database.url, { max: 1, onnotice: () => {} });
  harbour = await anOrganisation("harbour", {
    proof: { ...aPolicy.proof, contact: { field: "shop:people.email", changedAt: null }, loginSubject: null },
  });
});
afterAll(() => sql?.end());

/** Stores whose very keys are personal: addresses and account numbers. */
async function connectStores(): Promise<void> {
  const folder = join(installation.dataFolder, "stores");
  mkdirSync(join(folder, "desk"), { recursive: true });
  const db = new DatabaseSync(join(folder, "shop.db"));
  db.exec(
    "create table people (email text primary key, account_no text unique, name text unique, postcode text, street text); create table invoices (account_no text primary key, amount text, issued_on text); create table letters (email text primary key, body text) without rowid",
  );
  const add = db.prepare("insert into people values (?, ?, ?, ?, ?)");
  add.run(canary.email, canary.account, canary.name, canary.postcode, canary.street);
  add.run(canary.otherEmail, "HL1", canary.otherName, "BS1 1AA", "1 High Street");
  db.prepare("insert into invoices values (?, ?, '2026-10-04')").run(canary.account, canary.amount);
  const said = `${canary.fromStore}, says ${canary.otherName}`;
  db.prepare("insert into letters values (?, ?)").run(canary.email, said);
  db.close();
  writeFileSync(
    join(folder, "desk", "messages.csv"),
    `email,body,file\n${canary.email},"${said}",${canary.attachment}\n`,
  );
  writeFileSync(join(folder, "desk", canary.attachment), said);
  changeEnv({ HABEAS_ALLOWED_FOLDERS: folder });
  const admin = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  for (const [key, kind, config, yaml] of [
    ["shop", "sqlite", { file: join(folder, "shop.db") }, storeYaml],
    ["desk", "files", { folder: join(folder, "desk") }, deskYaml],
  ] as const) {
    const added = await addSource(admin, { key, kind, name: key, config, secrets: null });
    const saved = added.ok && (await changeDataset(admin, added.id, yaml));
    if (!saved || !saved.ok) throw new Error(JSON.stringify(saved || added));
  }
}

/** Everything that can be written about one case, by the person, by staff, and by the machine. */
async function walk(): Promise<string> {
  const ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  const tom = await aMember(harbour, "Tom Okafor", ["approver"]);
  const ben = await aMember(harbour, "Ben Iweala", ["approver"]);
  await saveAnswer(aVisitor(harbour), null, {
    contact: { name: canary.name, email: canary.draft, telephone: null },
    narrow: { text: canary.narrow },
  });
  const request = {
    ...aRequest,
    name: canary.name,
    email: canary.email,
    telephone: canary.telephone,
    narrow: canary.narrow,
  };
  const facts = {
    "account-number": canary.account,
    "last-invoice": `${canary.amount}|2026-10`,
    postcode: canary.postcode,
  };
  const { id, reference } = await aCase(harbour, {
    request: { ...request, proof: { method: "facts", facts } },
  });
  const wrong = { ...facts, "last-invoice": "1.00|2026-10" };
  const other = await aCase(harbour, { request: { ...request, proof: { method: "facts", facts: wrong } } });
  await jobs();
  const network = "203.0.113.0/24";
  await sendCode(aVisitor(harbour), { reference, network });
  await acceptCode(aVisitor(harbour), { reference, code: "000000", network });
  await searchCases(ana, canary.searched);
  await searchCases(ana, canary.email);
  expect(await recordCheck(ana, other.id, { note: canary.check, locator: canary.account })).toMatchObject({
    ok: true,
  });
  const person = aPerson(harbour, id);
  await writeToTeam(person, id, canary.toTeam);
  await attachUploads(person, id, [
    { name: canary.file, mediaType: "application/pdf", bytes: Buffer.from(canary.fromStore) },
  ]);
  const [sent] = await database().select().from(upload).where(eq(upload.caseId, id));
  await releaseUpload(ana, id, sent?.id ?? "", canary.release);
  await writeToPerson(ana, id, canary.toPerson);
  await writeNote(ana, id, canary.note);
  const flags = await database().select().from(recordFlag).where(eq(recordFlag.caseId, id));
  expect(flags.length).toBeGreaterThan(0);
  for (const flag of flags) {
    const at = { ...flag, source: "either" };
    await redact(ana, id, at, { field: "body", places: [canary.otherName], reason: "others-rights" });
    await redactFlags(ana, id, at, "others-rights");
    await keepRecord(ana, id, at);
  }
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, id));
  const claimId = asked?.id ?? "";
  await decideClaim(ana, id, { claimId, outcome: "granted", reasons: [], explanation: canary.explanation });
  expect(await askApproval(ana, id)).toMatchObject({ ok: true });
  await jobs();
  const manifest = Buffer.from((await newestBundle(database(), id))?.manifestHash ?? []).toString("hex");
  expect(await approve(tom, id, manifest)).toMatchObject({ ok: true });
  expect(await sendAnswer(ana, id)).toMatchObject({ ok: true });
  await takeAppeal(person, id, { claimId, grounds: canary.grounds, receivedAt: new Date() });
  const decided = { claimId, outcome: "upheld" as const, explanation: canary.outcome };
  expect(await decideAppeal(ben, id, decided)).toMatchObject({ ok: true });
  // A store that breaks while it is read: its sentence and the failed job are kept.
  rmSync(join(installation.dataFolder, "stores", "shop.db"));
  await aCase(harbour, { request: { ...request, proof: { method: "facts", facts } } });
  await runJobs(installation.database.url, { tolerate: true, lastTry: true });
  return reference;
}

test("no value of a person, her data or what anybody wrote about it stands in plain in any table", async () => {
  await connectStores();
  await walk();
  const found: string[] = [];
  for (const name of await tableNames(sql)) {
    const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
    const text = rows.map(({ row }) => row.toLowerCase()).join("\n");
    for (const [what, value] of Object.entries(canary)) {
      const plain = value.toLowerCase();
      const hidden = Buffer.from(value).toString("hex");
      const packed = Buffer.from(value).toString("base64").slice(0, -4).toLowerCase();
      if ([plain, hidden, packed].some((form) => text.includes(form))) found.push(`${name}: ${what}`);
    }
  }
  expect(found).toEqual([]);
});

test("no mail holds more of it than the name in its greeting", async () => {
  const rows = await database().select().from(notice);
  expect(rows.length).toBeGreaterThan(5);
  const found: string[] = [];
  for (const row of rows) {
    const { mail } = await unscopedOpenNotice(database(), row);
    const { name, ...rest } = canary;
    for (const [part, text] of Object.entries(mail)) {
      for (const [what, value] of Object.entries(rest))
        if (text.toLowerCase().includes(value.toLowerCase())) found.push(`${row.kind} ${part}: ${what}`);
      if (text.split(name).length > 2 || (part === "subject" && text.includes(name)))
        found.push(`${row.kind} ${part}: name`);
    }
  }
  expect(found).toEqual([]);
});
