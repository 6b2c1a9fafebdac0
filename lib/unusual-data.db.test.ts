import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { buffer } from "node:stream/consumers";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPolicy, aRequest } from "#db/factories.ts";
import { caseSource, cases, claim } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { checkBundle } from "#lib/bundle/client/check.ts";
import { newestBundle } from "#lib/bundle/commands.ts";
import type { StaffContext } from "#lib/context.ts";
import { askApproval } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { sendWithout } from "#lib/engine/collecting/commands.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource } from "#lib/engine/sources/commands/sources.ts";
import { changeEnv } from "#lib/env.ts";
import { openBlob } from "#lib/files/store.ts";
import { caseBlobKeys } from "#lib/keys/sealer.ts";
import { readReview } from "#lib/review/queries/records.ts";

/*
 * Data as nobody would expect it, from the store to the person: collected, shown in the review, built into the answer. It
 * arrives whole, HTML, JSON and CSV say the same, nothing of it runs, and what cannot be read is told where it belongs.
 */

const installation = testInstallation();

const map = (key: string, collections: string) => `
dataset:
  - fides_key: ${key}
    name: ${key}
    collections:
${collections}`;
const shopYaml = map(
  "shop",
  `      - name: people
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - { name: account_no, data_categories: [user.unique_id], fides_meta: { identity: account_number } }
          - { name: login_subject, data_categories: [user.account] }
          - { name: email, data_categories: [user.contact.email] }
      - name: odd
        fields:
          - { name: n, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - { name: person_id, data_categories: [system.operations], fides_meta: { references: [{ dataset: shop, field: people.id, direction: from }] } }
          - { name: v, data_categories: [user.content] }`,
);
const deskYaml = map(
  "desk",
  `      - name: messages.csv
        habeas_meta: { category: messages, attachment: { path: file } }
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - { name: account, data_categories: [user.unique_id], fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] } }
          - { name: body, data_categories: [user.content] }
          - { name: file, data_categories: [user.content] }
      - name: events.json
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - { name: account, data_categories: [user.unique_id], fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] } }
          - { name: said, data_categories: [user.content] }`,
);
const goneYaml = map(
  "gone",
  `      - name: visits.csv
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - { name: account, data_categories: [user.unique_id], fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] } }`,
);

const texts = [
  "",
  "=1+1",
  "@SUM(A1)",
  "-2+3",
  "+cmd|' /C calc'!A0",
  "\tTab first",
  'She said "no"; then, no\r\nmore',
  "<script>alert(1)</script>",
  "</script><!--",
  "&lt;b&gt; &amp; &#x3C;",
  "javascript:alert(1)",
  "\\u0000 \\x00 \\0",
  "\u202Egnp.exe\u202C",
  "عائشة שלום 李 👩‍👩‍👧‍👦",
  "e\u0301 \u200B \uFEFF",
  "__proto__",
  "x".repeat(2_000_000),
];
const values = [
  "0",
  "-0.0",
  "-7",
  "9223372036854775807",
  "-9223372036854775808",
  "1e308",
  "9e999",
  "0.1",
  "x'00ff'",
];
const names = ["\u202Egpj.exe", `${"n".repeat(240)}.txt`, "=HYPERLINK.txt", "<img src=x>.txt"];

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function makeStores(folder: string): void {
  const db = new DatabaseSync(join(folder, "shop.db"));
  db.exec(
    "create table people (id primary key, account_no text, login_subject text, email text); create table odd (n integer primary key, person_id, v)",
  );
  // The very first key there is: nothing that is only falsy may be taken for nothing.
  db.exec("insert into people values (0, 'HL-0', 'odd', 'odd@mail.example')");
  for (const value of values) db.exec(`insert into odd (person_id, v) values (0, ${value})`);
  const add = db.prepare("insert into odd (person_id, v) values (0, ?)");
  for (const text of texts) add.run(text);
  db.close();
  const desk = join(folder, "desk");
  mkdirSync(desk);
  const lines = texts.map((text, i) => [String(i), "HL-0", text, names[i] ?? ""].map(quoted).join(","));
  writeFileSync(
    join(desk, "messages.csv"),
    Buffer.concat([
      Buffer.from(
        `\uFEFFid,account,body,file\r\n${lines.join("\r\n")}\r\n900,HL-0,outside,../shop.db\r\n901,HL-0,`,
      ),
      Buffer.from([0xff, 0xfe, 0xc3]),
      Buffer.from(",\r\n902,HL-0,after the broken line,\r\n"),
    ]),
  );
  for (const name of names) writeFileSync(join(desk, name), `what ${name} says`);
  const deep = `${"[".repeat(400)}1${"]".repeat(400)}`;
  writeFileSync(
    join(desk, "events.json"),
    `[{"id":1,"account":"HL-0","said":"first","said":"twice"},
{"id":2,"account":"HL-0","said":{"__proto__":{"isAdmin":true},"constructor":1}},
{"id":3,"account":"HL-0","said":"\\ud800 alone"},
{"id":4,"account":"HL-0","said":${deep}},
{"id":5,"account":"HL-0","said":12345678901234567890.123456789},
{"id":6,"account":"HL-0","said":[null,false,0,"",{"":" "}]}]`,
  );
  mkdirSync(join(folder, "gone"));
  writeFileSync(join(folder, "gone", "visits.csv"), "id,account\n1,HL-0\n");
}

let ana: StaffContext;
let caseId = "";
const archive = () => join(installation.dataFolder, "bundle.zip");

beforeAll(async () => {
  const folder = join(installation.dataFolder, "stores");
  mkdirSync(folder);
  makeStores(folder);
  changeEnv({ HABEAS_ALLOWED_FOLDERS: folder });
  const { proof } = aPolicy;
  const seeds = { account_number: "shop:people.account_no" };
  const harbour = await anOrganisation("harbour", {
    proof: {
      ...proof,
      facts: [{ ...proof.locator, id: "mail", field: "shop:people.email" }],
      name: null,
      contact: { field: "shop:people.email", changedAt: null },
      seeds,
    },
    categories: [
      { ...aPolicy.categories[0]!, id: "messages", collections: ["desk:messages.csv"] },
      { ...aPolicy.categories[0]!, id: "odd", collections: ["shop:odd"] },
    ],
  });
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  const admin = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  const ids: Record<string, string> = {};
  for (const [key, kind, config, yaml] of [
    ["shop", "sqlite", { file: join(folder, "shop.db") }, shopYaml],
    ["desk", "files", { folder: join(folder, "desk") }, deskYaml],
    ["gone", "files", { folder: join(folder, "gone") }, goneYaml],
  ] as const) {
    const added = await addSource(admin, { key, kind, name: key, config, secrets: null });
    const saved = added.ok && (await changeDataset(admin, added.id, yaml));
    if (!added.ok || !saved || !saved.ok) throw new Error(JSON.stringify(saved || added));
    ids[key] = added.id;
  }
  rmSync(join(folder, "gone"), { recursive: true });
  const login = { issuer: "https://id.example", subject: "odd" };
  ({ id: caseId } = await aCase(harbour, { login, request: { ...aRequest, proof: { method: "login" } } }));
  await runJobs(installation.database.url, { tolerate: true, lastTry: true });
  expect(await sendWithout(ana, caseId, ids.gone ?? "", "It is gone.")).toMatchObject({ ok: true });
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, caseId));
  await decideClaim(ana, caseId, {
    claimId: asked?.id ?? "",
    outcome: "granted",
    reasons: [],
    explanation: null,
  });
  expect(await askApproval(ana, caseId)).toMatchObject({ ok: true });
  await runJobs(installation.database.url);
  const built = await newestBundle(database(), caseId);
  const { identity } = await caseBlobKeys(database(), caseId);
  writeFileSync(archive(), await buffer(await openBlob(built?.blobId ?? "", identity)));
});

test("a store that is gone fails in a sentence, and the others go on", async () => {
  const rows = await database().select().from(caseSource).where(eq(caseSource.caseId, caseId));
  expect(rows.map((row) => row.outcome ?? "").toSorted((a, b) => a.localeCompare(b))).toEqual([
    "failed",
    "found",
    "found",
  ]);
  expect(rows.find((row) => row.outcome === "failed")?.says).toMatch(/^[A-Z].*\.$/);
  expect(rows.some((row) => row.problems > 0)).toBe(true);
});

test("the review shows a page of every category", async () => {
  const [row] = await database()
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId)));
  if (!row) throw new Error("the case is gone");
  const first = await readReview(row, aPolicy, { category: null, position: 0 });
  for (const { id, records } of first.categories) {
    const page = await readReview(row, aPolicy, { category: id, position: 0 });
    expect(page.records).toHaveLength(Math.min(25, records));
  }
});

test("HTML, JSON and CSV of the answer say the same, and no page could do anything", async () => {
  expect(await checkBundle(archive())).toMatchObject({ ok: true, problems: [] });
});

test("every value arrives as it was, and the broken ones are the only ones that do not", () => {
  const files = unpack();
  const read = (path: string) =>
    JSON.parse(files.get(path)?.toString("utf8") ?? "[]") as Record<string, unknown>[];
  const odd = read("3-your-data/odd/odd.json").map((record) => record["v"]);
  expect(odd).toHaveLength(values.length + texts.length);
  expect(odd.slice(-texts.length)).toEqual(texts);
  const written = files.get("3-your-data/odd/odd.json")?.toString("utf8") ?? "";
  for (const whole of ["9223372036854775807", "-9223372036854775808"]) expect(written).toContain(whole);
  const messages = read("3-your-data/messages/messages.json").map((record) => record["body"]);
  expect(messages).toEqual([...texts, "outside", "after the broken line"]);
});

test("nothing of it is markup, a formula or a way out of the folder", () => {
  const files = unpack();
  for (const [path, content] of files) {
    expect(path).not.toMatch(/\u202E|(^|\/)\.\.(\/|$)|[<>:"|?*\\]/);
    const text = content.toString("utf8");
    if (path.endsWith(".html"))
      expect([path, /<script>alert|<img src=x|<!--(?!\[)/.test(text)]).toEqual([path, false]);
    if (path.endsWith(".csv")) expect([path, /(^|,)"?[=@+][A-Za-z1(]/m.test(text)]).toEqual([path, false]);
  }
});

/** The archive's files by their path below its folder, unpacked by a program of somebody else. */
function unpack(): Map<string, Buffer> {
  const folder = mkdtempSync(join(installation.dataFolder, "zip-"));
  execFileSync("python3", ["-m", "zipfile", "-e", archive(), folder]);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        path
          .slice(folder.length + 1)
          .split("/")
          .slice(1)
          .join("/"),
        readFileSync(path),
      ];
    }),
  );
}
