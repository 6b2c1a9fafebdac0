import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPolicy } from "#db/factories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import type { StaffContext } from "#lib/context.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource, changeSource } from "#lib/engine/sources/commands/sources.ts";
import { getSource } from "#lib/engine/sources/queries/sources.ts";
import { redact, withhold } from "#lib/review/commands.ts";
import { writeArchive } from "../../client/archive.ts";
import { checkBundle } from "../../client/check.ts";
import type { BundleCategory, BundleGroup } from "../../input.ts";
import { sampleInput } from "../../sample.test.fixture.ts";
import type { BundleRecord } from "../../values.ts";
import { listCollections, readRecords } from "./collections.ts";
import { assembleCategories } from "./data.ts";
import { readParts } from "./parts.ts";

const installation = testInstallation();
let ana: StaffContext;
let admin: StaffContext;
let caseId: string;
const sources: Record<string, string> = {};

/** A store of files, fed by the shop's account number: `rows` by the name of their file. */
async function connectFiles(key: string, name: string, yaml: string, rows: Record<string, string[][]>) {
  const folder = join(installation.dataFolder, "stores", key);
  mkdirSync(folder, { recursive: true });
  for (const [file, lines] of Object.entries(rows))
    writeFileSync(join(folder, file), `${lines.map((line) => line.join(",")).join("\n")}\n`);
  const added = await addSource(admin, { key, kind: "files", name, config: { folder }, secrets: null });
  if (!added.ok) throw new Error(JSON.stringify(added));
  sources[key] = added.id;
  await map(key, yaml);
}

async function map(key: string, yaml: string) {
  const saved = await changeDataset(admin, sources[key] ?? "", yaml);
  if (!saved.ok) throw new Error(JSON.stringify(saved));
}

const account = `{ name: account_no, data_categories: [user.unique_id], fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] } }`;
const idField = `{ name: id, data_categories: [system.operations], fides_meta: { primary_key: true } }`;

const deskYaml = (status: string) => `
dataset:
  - fides_key: calls
    name: Calls
    collections:
      - name: visits.csv
        habeas_meta: { category: talk, label: { en: Visits, de: Besuche } }
        fields:
          - ${idField}
          - ${account}
          - { name: status, data_categories: [user.behavior], habeas_meta: { label: { en: "How it went" }, codes: { A: { en: welcome } } } }
      - name: log.csv
        habeas_meta: { category: talk, label: { en: Calls, de: Anrufe }, explanation: { en: "When you called us." }, order_by: at }
        fields:
          - ${idField}
          - ${account}
          - { name: at, data_categories: [user.behavior] }
          - { name: status, data_categories: [user.behavior], habeas_meta: ${status} }
          - { name: pin, data_categories: [user.behavior] }
`;

const before = `{ label: { en: State }, codes: { A: { en: answered }, M: { en: missed } } }`;

beforeAll(async () => {
  const categories = [
    ...aPolicy.categories,
    {
      id: "talk",
      title: { en: "Talk", de: "Gespräche" },
      about: { en: "Talk.", de: "." },
      collections: ["calls:visits.csv"],
    },
  ];
  const harbour = await anOrganisation("harbour", { categories });
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  admin = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  await connectShop(admin, installation.dataFolder);
  const maya = "HL44710936";
  await connectFiles("tel", "A telephone", deskYaml(before), {
    "visits.csv": [
      ["id", "account_no", "status"],
      ["v1", maya, "A"],
    ],
    "log.csv": [
      ["id", "account_no", "at", "status", "pin"],
      ["c1", maya, "2025-03-02T10:00:00Z", "A", "4711"],
      ["c2", maya, "2025-04-02T10:00:00Z", "M", "4712"],
      ["c3", maya, "2025-05-02T10:00:00Z", "M", "4713"],
    ],
  });
  await connectFiles(
    "bot",
    "Zebra robot",
    `
dataset:
  - fides_key: bot
    name: Robot
    collections:
      - name: empty.csv
        habeas_meta: { category: talk }
        fields: [${idField}, ${account}]
      - name: log.csv
        habeas_meta: { category: talk, label: { en: Calls }, attachment: { path: sound } }
        fields:
          - ${idField}
          - ${account}
          - { name: status, data_categories: [user.behavior], fides_meta: { data_type: integer } }
          - { name: files, data_categories: [user.behavior] }
          - { name: sound, data_categories: [user.content.private] }
`,
    {
      "empty.csv": [
        ["id", "account_no"],
        ["e1", "HL22085513"],
      ],
      "log.csv": [
        ["id", "account_no", "status", "files", "sound"],
        ["b1", maya, "404", "two", "b1.txt"],
        ["b2", maya, "200", "", "b2.txt"],
      ],
      "b1.txt": [["beep"]],
      "b2.txt": [["boop"]],
    },
  );
  ({ id: caseId } = await aCase(harbour));
  await runJobs(installation.database.url);
});

async function talk(): Promise<BundleCategory> {
  const parts = await readParts(database(), caseId, { preparedAt: new Date(), historyUpTo: null });
  const found = (await assembleCategories(parts)).find(({ id }) => id === "talk");
  if (!found) throw new Error("no such category");
  return found;
}

async function recordsIn(group: BundleGroup | undefined): Promise<BundleRecord[]> {
  const records: BundleRecord[] = [];
  for await (const page of group?.records.open() ?? []) records.push(...page);
  return records;
}

const names = (group: BundleGroup | undefined) => group?.fields.map(({ name }) => name);

test("records stand by collection: sources in their order, collections as in their map", async () => {
  const { groups, withheld, files } = await talk();
  expect(
    groups.map(({ id, title, explanation, records }) => [id, title, explanation, records.count]),
  ).toEqual([
    ["visits-csv", "Visits", null, 1],
    ["tel-log-csv", "Calls: A telephone", "When you called us.", 3],
    ["bot-log-csv", "Calls: Zebra robot", null, 2],
  ]);
  expect([withheld, files.length]).toEqual([0, 2]);
  const [visits, calls, robot] = groups;
  expect(groups.map(({ timeField }) => timeField)).toEqual([null, "at", null]);
  const status = groups.map(({ fields }) => fields.find(({ name }) => name === "status"));
  expect(status).toEqual([
    { name: "status", label: "How it went", kind: "code", codes: { A: "welcome" } },
    { name: "status", label: "State", kind: "code", codes: { A: "answered", M: "missed" } },
    { name: "status", label: "Status", kind: "number" },
  ]);
  expect(names(visits)).toEqual(["id", "account_no", "status"]);
  expect(names(robot)).toEqual(["id", "account_no", "status", "files", "sound", "files_2"]);
  expect((await recordsIn(calls)).map((record) => record["id"])).toEqual(["c1", "c2", "c3"]);
  expect((await recordsIn(robot))[0]).toMatchObject({
    status: 404,
    files: "two",
    files_2: [{ file: files[0]?.id }],
  });
});

test("what is withheld is counted, what is covered says why, and both stay behind", async () => {
  const at = (collection: string, recordKey: string) => ({
    sourceId: sources[collection === "visits.csv" ? "tel" : "bot"] ?? "",
    source: collection === "visits.csv" ? "tel" : "bot",
    collection,
    recordKey,
  });
  const keyOf = async (collection: string, id: string) => {
    const parts = await readParts(database(), caseId, { preparedAt: new Date(), historyUpTo: null });
    for (const from of await listCollections(parts.tx, parts.row, "talk", parts.maps))
      if (from.map.name === collection)
        for await (const page of readRecords(from, parts.identity))
          for (const { key, record } of page) if (record["id"] === id) return key;
    throw new Error("no such record");
  };
  expect(
    await withhold(ana, caseId, at("visits.csv", await keyOf("visits.csv", "v1")), "others-rights"),
  ).toMatchObject({ ok: true });
  const itsFiles = { field: "@files", places: null, reason: "trade-secret" } as const;
  expect(await redact(ana, caseId, at("log.csv", await keyOf("log.csv", "b1")), itsFiles)).toMatchObject({
    ok: true,
  });
  const found = await talk();
  expect(found.groups.map(({ id }) => id)).toEqual(["tel-log-csv", "bot-log-csv"]);
  expect([found.withheld, found.files.map(({ name }) => name)]).toEqual([1, ["b2.txt"]]);
  expect(found.filesLeftOut).toEqual(["trade-secret"]);
  expect((await recordsIn(found.groups[1])).map((record) => record["files_2"])).toEqual([
    { redacted: { reason: "trade-secret" } },
    [{ file: found.files[0]?.id }],
  ]);
});

test("told twice, it is the same bytes, and they agree with themselves", async () => {
  const build = async () => {
    const categories = [{ ...(await talk()), id: "marketing" }];
    const data = { collectedOn: "2026-11-12", categories, notHeld: [] };
    const redactionReasons = { "trade-secret": "a secret of the trade" };
    const { stream, result } = writeArchive(sampleInput("de", { data, redactionReasons }), []);
    const file = join(installation.dataFolder, "twice.zip");
    await pipeline(stream, createWriteStream(file));
    expect(await checkBundle(file)).toMatchObject({ ok: true, problems: [], records: 5 });
    return (await result).sha256;
  };
  expect(await build()).toBe(await build());
});

test("a map changed later renames nothing, loses nothing, and can still forbid", async () => {
  await map(
    "tel",
    deskYaml(`{ label: { en: Other }, codes: { A: { en: other } } }`).replace(
      "name: pin, data_categories: [user.behavior]",
      "name: pin, data_categories: [user.behavior], habeas_meta: { never_release: true }",
    ),
  );
  const [calls] = (await talk()).groups;
  expect(names(calls)).toEqual(["id", "account_no", "at", "status"]);
  expect(calls?.fields.at(-1)?.codes).toEqual({ A: "answered", M: "missed" });
  expect(JSON.stringify(await recordsIn(calls))).not.toContain("4711");
});

test("a source that is switched off after it was read is still told", async () => {
  const { name, version, config } = await getSource(admin, sources["tel"] ?? "");
  expect(
    await changeSource(admin, sources["tel"] ?? "", version, { name, config, secrets: null, enabled: false }),
  ).toMatchObject({ ok: true });
  expect((await talk()).groups.map(({ id }) => id)).toEqual(["tel-log-csv", "bot-log-csv"]);
});
