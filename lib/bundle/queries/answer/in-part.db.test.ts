import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { auditEvent, caseKey, caseSource, claim, dataset } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { newestBundle } from "#lib/bundle/commands.ts";
import { openZip } from "#lib/bundle/client/unzip.ts";
import { getCaseView, readSources } from "#lib/cases/queries/view.ts";
import type { StaffContext } from "#lib/context.ts";
import { askApproval } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { letterText } from "#lib/decisions/letter.ts";
import { sendWithout } from "#lib/engine/collecting/commands.ts";
import { sealOldReasons } from "#lib/engine/collecting/jobs/seal-reasons.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { openBlob } from "#lib/files/store.ts";
import { caseBlobKeys } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { previewAnswer } from "../preview.ts";

/*
 * A place that is read in part and then fails: what was read goes out, and letter, bundle and desk say the same of it.
 * Why the rest does not, staff type; it may hold personal words.
 */

const installation = testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
let ids: Awaited<ReturnType<typeof connectShop>>;
const jobs = () => runJobs(installation.database.url, { tolerate: true, lastTry: true });
const reason = "The export of Leo Marchetti is damaged";

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  const rafa = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  ids = await connectShop(rafa, installation.dataFolder);
  // A second file of the desk that is gone when it is read, after the first.
  const [map] = await database().select().from(dataset).where(eq(dataset.sourceId, ids.desk));
  const letters = `      - name: tickets.csv
        habeas_meta: { category: messages }
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - name: account_no
            data_categories: [user.unique_id]
            fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] }
          - { name: body, data_categories: [user.content.private] }
`;
  const tickets = join(ids.deskPath, "tickets.csv");
  writeFileSync(tickets, "id,account_no,body\nt1,HL22085513,Never read\n");
  expect(await changeDataset(rafa, ids.desk, `${map!.yaml.trimEnd()}\n${letters}`)).toMatchObject({
    ok: true,
  });
  rmSync(tickets);
});

async function collected(locale: Locale) {
  const login = { issuer: "https://id.example", subject: "leo" };
  const opened = await aCase(harbour, {
    locale,
    login,
    request: { ...aRequest, proof: { method: "login" } },
  });
  await jobs();
  return opened;
}

const sourceOf = async (caseId: string) => {
  const [row] = await database()
    .select()
    .from(caseSource)
    .where(and(eq(caseSource.caseId, caseId), eq(caseSource.sourceId, ids.desk)));
  return row!;
};

async function decide(caseId: string, outcome: "granted" | "refused") {
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, caseId));
  const reasons = outcome === "granted" ? [] : (["excessive"] as const);
  const decision = { claimId: asked!.id, outcome, reasons: [...reasons], explanation: null };
  expect(await decideClaim(ana, caseId, decision)).toMatchObject({ ok: true });
}

/** A text file of the archive as it was built. */
async function unpack(caseId: string) {
  const built = await newestBundle(database(), caseId);
  const { identity } = await caseBlobKeys(database(), caseId);
  const path = join(installation.dataFolder, `${caseId}.zip`);
  const pieces: Uint8Array[] = [];
  for await (const piece of await openBlob(built?.blobId ?? "", identity)) pieces.push(piece as Uint8Array);
  writeFileSync(path, Buffer.concat(pieces));
  const zip = await openZip(path);
  const named = (end: string) => zip.entries.find(({ fileName }) => fileName.endsWith(end))?.fileName ?? end;
  return { zip, text: (end: string) => zip.text(named(end)) };
}

test.each([
  [
    "en",
    "Help desk: one record read. The export of Leo Marchetti is damaged.",
    /read in part: 1 record, then it failed.*The rest is not in this answer\. The reason: The export/s,
  ],
  [
    "de",
    "Help desk: ein Eintrag gelesen. The export of Leo Marchetti is damaged.",
    /nur zum Teil gelesen: 1 Eintrag, dann brach.*Der Rest fehlt in dieser Antwort\. Der Grund: The export/s,
  ],
] as const)(
  "in %s, letter, bundle and desk say what was read and that the rest is not in it",
  async (locale, line, place) => {
    const { id, reference } = await collected(locale);
    expect(await sourceOf(id)).toMatchObject({ outcome: "failed", rows: 1 });
    expect(await askApproval(ana, id)).toMatchObject({ ok: false });
    expect(await sendWithout(ana, id, ids.desk, reason)).toMatchObject({ ok: true });
    await decide(id, "granted");
    const { letter, records } = await previewAnswer(await getCaseView(ana, reference), new Date(), null);
    const desk = letterText(letter!);
    expect(desk).toContain(line);
    // Looked in, though not to the end; what was read counts as found and as given.
    expect(desk).toMatch(
      locale === "en" ? /looked in 2 places and found 12 records/ : /2 Stellen.*12 Einträge/,
    );
    expect(records).toEqual({ found: 12, given: 12 });

    expect(await askApproval(ana, id)).toMatchObject({ ok: true });
    await jobs();
    const { zip, text } = await unpack(id);
    const paths = zip.entries.map(({ fileName }) => fileName);
    const messages = JSON.parse(await text("messages.json")) as unknown[];
    expect(messages).toHaveLength(1);
    // The folder above them is named after the reference, which may have a 6 before its hyphen.
    const lookedIn = paths.find((path) => /\/6-[^/]+(\/.*)?\.html$/.test(path));
    expect(await text(lookedIn ?? "6")).toMatch(place);
    const letterPage = paths.find((path) => /\/1-[^/]*.*\.html$/.test(path));
    expect(await text(letterPage ?? "1")).toContain(line.split(": ")[1]!.slice(0, 12));
    zip.close();
  },
);

test("a copy that is refused tells nothing of what was read", async () => {
  const { id, reference } = await collected("en");
  await sendWithout(ana, id, ids.desk, reason);
  await decide(id, "refused");
  const { letter } = await previewAnswer(await getCaseView(ana, reference), new Date(), null);
  const text = letterText(letter!);
  expect(text).toContain("This answer goes out without one place:");
  expect(text).not.toMatch(/record|half-way/);
});

test("the words of staff lie sealed, are told by nothing but the answer, and are read again by whoever holds the key", async () => {
  const { id } = await collected("en");
  expect(await sendWithout(ana, id, ids.desk, reason)).toMatchObject({ ok: true });
  const row = await sourceOf(id);
  expect(row).toMatchObject({ sentWithout: null, sentWithoutByRef: ana.actor.ref });
  expect(Buffer.from(row.sealedSentWithout!).toString("latin1")).not.toContain("Leo");
  const read = (await readSources(database(), id)).find(({ sourceId }) => sourceId === ids.desk);
  expect(read?.sentWithout).toBe(reason);
  const again = await sendWithout(ana, id, ids.desk, "Another word.");
  expect(again).toMatchObject({ ok: false, why: "guard" });
  expect((await sourceOf(id)).sealedSentWithout).toEqual(row.sealedSentWithout);
  const told = await database().select().from(auditEvent).where(eq(auditEvent.type, "send-without"));
  for (const { entry } of told) expect(Buffer.from(entry).toString("utf8")).not.toContain("Leo");
});

test("a reason that cannot be saved leaves nothing", async () => {
  const { id } = await collected("en");
  const before = await sourceOf(id);
  await inTransaction(async (tx) => {
    await tx.update(caseKey).set({ destroyedAt: new Date() }).where(eq(caseKey.caseId, id));
  });
  await expect(sendWithout(ana, id, ids.desk, reason)).rejects.toMatchObject({ code: "gone" });
  expect(await sourceOf(id)).toEqual(before);
});

test("a reason typed before reasons were sealed is sealed and emptied, and reads the same", async () => {
  const [kept, shredded] = [await collected("en"), await collected("en")];
  for (const { id } of [kept, shredded])
    await database()
      .update(caseSource)
      .set({ sentWithout: reason, sentWithoutByRef: ana.actor.ref })
      .where(and(eq(caseSource.caseId, id), eq(caseSource.sourceId, ids.desk)));
  await database().update(caseKey).set({ destroyedAt: new Date() }).where(eq(caseKey.caseId, shredded.id));
  const reads = async (id: string) =>
    (await readSources(database(), id)).find(({ sourceId }) => sourceId === ids.desk)?.sentWithout;
  expect(await reads(kept.id)).toBe(reason);
  expect(await sealOldReasons()).toBe(2);
  expect(await sealOldReasons()).toBe(0);
  expect(await reads(kept.id)).toBe(reason);
  expect(await sourceOf(kept.id)).toMatchObject({ sentWithout: null, sentWithoutByRef: ana.actor.ref });
  expect(await sourceOf(shredded.id)).toMatchObject({ sentWithout: null, sealedSentWithout: null });
});
