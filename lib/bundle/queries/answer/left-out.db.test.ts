import { appendFileSync, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { claim, recordFlag } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { getCaseView } from "#lib/cases/queries/view.ts";
import type { StaffContext } from "#lib/context.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { letterText } from "#lib/decisions/letter.ts";
import type { Locale } from "#lib/locales/index.ts";
import { redact } from "#lib/review/commands.ts";
import { writeArchive } from "../../client/archive.ts";
import { checkBundle } from "../../client/check.ts";
import { openZip } from "../../client/unzip.ts";
import { previewAnswer } from "../preview.ts";
import { assembleBundle } from "./input.ts";
import { readParts } from "./parts.ts";

/* A file that is left out, words that are covered and a record that cannot be read are told apart, everywhere alike; and places by the names readers know. */

const installation = testInstallation();
let ana: StaffContext;
const told: Partial<Record<Locale, Awaited<ReturnType<typeof tell>>>> = {};

beforeAll(async () => {
  const harbour = await anOrganisation("harbour", {
    sourceNames: { desk: { en: "Letters to us", de: "Post an uns" } },
  });
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  const ids = await connectShop(await aMember(harbour, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
  // A line that breaks off.
  appendFileSync(join(ids.deskPath, "messages.csv"), "m9,HL44710936\n");
  for (const locale of ["en", "de"] as const) {
    const opened = await aCase(harbour, { locale, request: aRequest });
    await runJobs(installation.database.url);
    told[locale] = await tell(opened);
  }
});

/** Leaves the note of a message out, covers nothing, and reads letter and folders as she gets them. */
async function tell({ id, reference }: { id: string; reference: string }) {
  const [flag] = await database()
    .select()
    .from(recordFlag)
    .where(and(eq(recordFlag.caseId, id), eq(recordFlag.field, "@files")));
  const { sourceId, collection, recordKey } = flag!;
  const itsFiles = { field: "@files", places: null, reason: "others-rights" } as const;
  expect(await redact(ana, id, { sourceId, source: "desk", collection, recordKey }, itsFiles)).toMatchObject({
    ok: true,
  });
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, id));
  const granted = { claimId: asked!.id, outcome: "granted" as const, reasons: [], explanation: null };
  expect(await decideClaim(ana, id, granted)).toMatchObject({ ok: true });
  const { letter } = await previewAnswer(await getCaseView(ana, reference), new Date(), null);
  const path = join(installation.dataFolder, `${id}.zip`);
  const input = await inTransaction(async (tx) =>
    assembleBundle(ana, id, await readParts(tx, id, { preparedAt: new Date(), historyUpTo: null })),
  );
  const { stream } = writeArchive(input, []);
  await pipeline(stream, createWriteStream(path));
  const checked = await checkBundle(path);
  const zip = await openZip(path);
  const named = (end: string) => zip.entries.find(({ fileName }) => fileName.endsWith(end))?.fileName ?? end;
  const text = async (end: string) =>
    (await zip.text(named(end))).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  const found = {
    checked,
    letter: letterText(letter!),
    leftOut: await text("left-out.html"),
    csv: await zip.text(named("left-out.csv")),
    searched: await text("systems.html"),
    json: JSON.parse(await zip.text(named("systems.json"))) as { name: string; unreadable: number }[],
    messages: await text("/messages.html"),
  };
  zip.close();
  return found;
}

describe.each([
  [
    "en",
    {
      letter: [
        /^- Files left out: .+ \(1 file\)\. /m,
        /^- Could not be read: one record or file\. What stands there/m,
      ],
      leftOut: [/Files left out: .+? 1 file /, /Could not be read 1 record or file What stands there/],
      searched: [/2 records found Besides, one record or file could not be read/],
      messages: [/1 file is left out\./],
      never: /covered some words|has covered words|records? ?kept back/i,
    },
  ],
  [
    "de",
    {
      letter: [
        /^- Weggelassene Dateien: .+ \(1 Datei\)\. /m,
        /^- Nicht lesbar: ein Eintrag oder eine Datei\. Was darin steht/m,
      ],
      leftOut: [/Weggelassene Dateien: .+? 1 Datei /, /Nicht lesbar 1 Eintrag oder Datei Was darin steht/],
      searched: [/2 Einträge gefunden Ein weiterer Eintrag oder eine weitere Datei ließ sich nicht lesen/],
      messages: [/1 Datei fehlt\./],
      never: /Wörter verdeckt|verdeckte Stellen/i,
    },
  ],
] as const)("in %s", (locale, { never, ...says }) => {
  test.each(["letter", "leftOut", "searched", "messages"] as const)("%s", (where) => {
    const text = told[locale]?.[where] ?? "";
    for (const pattern of says[where]) expect(text).toMatch(pattern);
    expect(text).not.toMatch(never);
  });

  test("files for other programs agree, and the archive with itself", () => {
    const { json, csv, checked } = told[locale]!;
    expect(json.map(({ name, unreadable }) => [name, unreadable])).toEqual([
      // The policy names one place in the reader's language; the settings name the other.
      [locale === "en" ? "Letters to us" : "Post an uns", 1],
      ["Shop", 0],
    ]);
    expect(csv).toMatch(/^"?(Files left out|Weggelassene Dateien): [^\n]+,1,/m);
    expect(checked).toMatchObject({ ok: true, problems: [] });
  });
});
