import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aRequest, aVisitor } from "#db/factories.ts";
import { auditEvent, blob, cases, draft, message, upload } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { parseEntry } from "#lib/audit/entry.ts";
import { openCase } from "#lib/cases/commands/open.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { newId, newToken } from "#lib/ids.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { attachUploads, releaseUpload } from "./commands.ts";
import { adoptUploads, attachToDraft, forgetLostUploads, removeFromDraft } from "./commands/drafts.ts";
import { sweepFiles } from "./jobs.ts";
import { listDraftUploads, listUploads, openUpload } from "./queries.ts";
import type { ScannedFile } from "./scan.ts";
import { blobPath, filesFolder, openBlob } from "./store.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let lantern: OrganisationRow;
let worker: StaffContext;
let stranger: StaffContext;
let auditorOf: StaffContext;

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  lantern = await anOrganisation("lantern");
  worker = await aMember(harbour, "Ada", ["caseworker"]);
  stranger = await aMember(lantern, "Bo", ["caseworker"]);
  auditorOf = await aMember(harbour, "Cy", ["auditor"]);
});

const file = (name: string, words = "CANARY words"): ScannedFile => ({
  name,
  mediaType: "application/pdf",
  bytes: Buffer.from(words),
});

async function eventsOf(caseId: string, type: string) {
  const rows = await database()
    .select({ entry: auditEvent.entry })
    .from(auditEvent)
    .innerJoin(cases, eq(cases.ref, auditEvent.caseRef))
    .where(and(eq(cases.id, caseId), eq(auditEvent.type, type)));
  return rows.map(({ entry }) => parseEntry(entry));
}

/** Sealed files on disk. */
const sealedFiles = () =>
  existsSync(filesFolder())
    ? readdirSync(filesFolder(), { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".age"),
      )
    : [];

async function aThread() {
  const { id } = await aCase(harbour);
  return { caseId: id, person: aPerson(harbour, id) };
}

async function added(ctx: Context, caseId: string, ...names: string[]): Promise<string[]> {
  const outcome = await attachUploads(
    ctx,
    caseId,
    names.map((name) => file(name, `CANARY ${name}`)),
  );
  if (!outcome?.ok) throw new Error(outcome?.says);
  return outcome.result;
}

/** Rows of files that were never written: only their number matters. */
async function aHoard(caseId: string, count: number): Promise<void> {
  const owner = { organisationId: harbour.id, caseId };
  const ids = Array.from({ length: count }, newId);
  const at = new Date();
  await database()
    .insert(blob)
    .values(
      ids.map((id) => ({
        id,
        ...owner,
        keyVersion: 1,
        sizeBytes: 1,
        sha256: Buffer.from(id),
        createdAt: at,
      })),
    );
  await database()
    .insert(upload)
    .values(
      ids.map((id) => ({
        id,
        ...owner,
        blobId: id,
        sealedName: new Uint8Array(),
        mediaType: "application/pdf",
        sizeBytes: 1,
        at,
      })),
    );
}

describe("files in a thread", () => {
  test("are sealed, listed under their names, and one event for all of them", async () => {
    const { caseId, person } = await aThread();
    const ids = await added(person, caseId, "one.pdf", "zwei – Größe.pdf");
    const listed = await listUploads(person, caseId);
    expect(
      new Map(listed.map(({ name, isReleased, mediaType }) => [name, `${mediaType} ${isReleased}`])),
    ).toEqual(
      new Map([
        ["one.pdf", "application/pdf false"],
        ["zwei – Größe.pdf", "application/pdf false"],
      ]),
    );
    const [event, ...more] = await eventsOf(caseId, "write-to-team");
    expect(more).toEqual([]);
    expect(event?.obj).toEqual(ids);
    expect(JSON.stringify(event)).not.toMatch(/one|zwei|CANARY/);
    const rows = await database().select().from(upload).where(eq(upload.caseId, caseId));
    for (const row of rows) {
      expect(readFileSync(blobPath(row.blobId)).includes("CANARY")).toBe(false);
      expect(Buffer.from(row.sealedName).includes("pdf")).toBe(false);
    }
  });

  test.each([
    ["somebody without the case", () => aVisitor(harbour)],
    ["the person of another case", () => aPerson(harbour, newId())],
    ["another organisation's person", (caseId: string) => aPerson(lantern, caseId)],
    ["a member of staff, who writes otherwise", () => worker],
    ["another organisation's staff", () => stranger],
  ])("are refused from %s, and nothing stays on disk", async (_who, make) => {
    const { caseId } = await aThread();
    const before = sealedFiles();
    const outcome = await attachUploads(make(caseId), caseId, [file("x.pdf")]);
    expect(outcome?.ok).toBe(false);
    expect(sealedFiles()).toEqual(before);
    expect(await database().select().from(upload).where(eq(upload.caseId, caseId))).toEqual([]);
  });

  test("stop at a hundred", async () => {
    const { caseId, person } = await aThread();
    await aHoard(caseId, 99);
    await added(person, caseId, "last.pdf");
    const before = sealedFiles().length;
    expect(await attachUploads(person, caseId, [file("x.pdf")])).toMatchObject({ ok: false, why: "guard" });
    expect(sealedFiles()).toHaveLength(before);
  });
});

describe("files that come twice", () => {
  test("are kept once, sent together or one after the other, and also at the same moment (R29)", async () => {
    const { caseId, person } = await aThread();
    expect(await added(person, caseId, "a.pdf", "a.pdf", "b.pdf")).toHaveLength(2);
    const before = sealedFiles().length;
    expect(await attachUploads(person, caseId, [file("a.pdf", "CANARY a.pdf")])).toMatchObject({
      ok: false,
      says: "This file is here already.",
    });
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => attachUploads(person, caseId, [file("c.pdf", "new")])),
    );
    expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(1);
    expect(sealedFiles()).toHaveLength(before + 1);
    expect(await listUploads(person, caseId)).toHaveLength(3);
  });

  test("leave nothing when they stop in the middle", async () => {
    const { caseId, person } = await aThread();
    const before = sealedFiles();
    async function* cut() {
      yield file("whole.pdf");
      throw new Error("the line broke");
    }
    await expect(attachUploads(person, caseId, cut())).rejects.toThrow("the line broke");
    expect(await attachUploads(person, caseId, [])).toBeNull();
    expect(sealedFiles()).toEqual(before);
    expect(await listUploads(person, caseId)).toEqual([]);
    expect(await eventsOf(caseId, "write-to-team")).toEqual([]);
  });
});

describe("quarantine", () => {
  test("holds a file until staff let it out with a reason, which only staff can read", async () => {
    const { caseId, person } = await aThread();
    const [id = ""] = await added(person, caseId, "letter.pdf");
    await expect(openUpload(worker, caseId, id)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await releaseUpload(worker, caseId, id, "  ")).toMatchObject({
      ok: false,
      says: "Say why this file can be opened.",
    });
    await expect(openUpload(worker, caseId, id)).rejects.toMatchObject({ code: "not-allowed" });

    expect(
      await releaseUpload(worker, caseId, id, "She told us by phone that she would send it."),
    ).toMatchObject({ ok: true });
    const opened = await openUpload(worker, caseId, id);
    expect([opened.name, opened.mediaType, (await buffer(opened.stream)).toString()]).toEqual([
      "letter.pdf",
      "application/pdf",
      "CANARY letter.pdf",
    ]);
    expect((await listUploads(worker, caseId))[0]?.isReleased).toBe(true);
    const [released] = await eventsOf(caseId, "release-upload");
    expect(released?.obj[0]).toBe(id);
    expect(JSON.stringify(released)).not.toContain("phone");
    expect((await eventsOf(caseId, "case.read")).map(({ obj }) => obj)).toEqual([[id]]);
    const [note] = await database().select().from(message).where(eq(message.caseId, caseId));
    const sealer = await caseSealer(database(), caseId);
    expect([note?.direction, note && sealer.open("message.sealed_body", note.id, note.sealedBody)]).toEqual([
      "note",
      "She told us by phone that she would send it.",
    ]);
    expect(await releaseUpload(worker, caseId, id, "again")).toMatchObject({ ok: false });
  });

  test("opens once where two release at the same moment", async () => {
    const { caseId, person } = await aThread();
    const [id = ""] = await added(person, caseId, "letter.pdf");
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => releaseUpload(worker, caseId, id, "seen")),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await eventsOf(caseId, "release-upload")).toHaveLength(1);
  });

  test.each([
    ["another organisation's staff", () => stranger, "not-found"],
    ["an auditor", () => auditorOf, "not-allowed"],
  ] as const)("is not opened by %s", async (_who, make, why) => {
    const { caseId, person } = await aThread();
    const [id = ""] = await added(person, caseId, "letter.pdf");
    expect(await releaseUpload(make(), caseId, id, "seen")).toMatchObject({ ok: false, why });
    await expect(openUpload(make(), caseId, id)).rejects.toThrow();
  });

  test("is not opened through another case's file", async () => {
    const [mine, other] = [await aThread(), await aThread()];
    const [id = ""] = await added(other.person, other.caseId, "letter.pdf");
    expect(await releaseUpload(worker, mine.caseId, id, "seen")).toMatchObject({
      ok: false,
      says: "There is no such file.",
    });
    await releaseUpload(worker, other.caseId, id, "seen");
    await expect(openUpload(worker, mine.caseId, id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("files of a form that is not sent yet", () => {
  async function aDraft(organisation = harbour) {
    const id = newId();
    const at = new Date();
    await database()
      .insert(draft)
      .values({
        id,
        organisationId: organisation.id,
        tokenHash: Buffer.from(newToken()),
        sealedAnswers: new Uint8Array([1]),
        idempotencyKey: newId(),
        createdAt: at,
        updatedAt: at,
        expiresAt: new Date(at.getTime() + 86_400_000),
      });
    return { id, ctx: aVisitor(organisation) };
  }
  const names = async ({ id, ctx }: { id: string; ctx: Context }) =>
    (await listDraftUploads(ctx, id)).map((one) => one.name).sort();

  test("can be added and removed, five at most, also when two tabs add at once", async () => {
    const mine = await aDraft();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) => attachToDraft(mine.ctx, mine.id, file(`${n}.pdf`, `${n}`))),
    );
    expect(results.sort()).toEqual([...Array(5).fill("added"), "full", "full", "full"]);
    const [first] = await listDraftUploads(mine.ctx, mine.id);
    const before = sealedFiles().length;
    expect(await removeFromDraft(mine.ctx, mine.id, first?.id ?? "")).toBe(true);
    expect(await removeFromDraft(mine.ctx, mine.id, first?.id ?? "")).toBe(false);
    expect(sealedFiles()).toHaveLength(before - 1);
    expect(await attachToDraft(mine.ctx, mine.id, file("more.pdf"))).toBe("added");
    const held = sealedFiles().length;
    expect(await attachToDraft(mine.ctx, mine.id, file("same.pdf"))).toBe("already-here");
    expect(sealedFiles()).toHaveLength(held);
    expect(await names(mine)).toHaveLength(5);
  });

  test("belong to their draft and organisation alone", async () => {
    const [mine, other] = [await aDraft(), await aDraft()];
    await attachToDraft(mine.ctx, mine.id, file("mine.pdf"));
    const [row] = await listDraftUploads(mine.ctx, mine.id);
    expect(await removeFromDraft(other.ctx, other.id, row?.id ?? "")).toBe(false);
    expect(await removeFromDraft(aVisitor(lantern), mine.id, row?.id ?? "")).toBe(false);
    expect(await listDraftUploads(aVisitor(lantern), mine.id)).toEqual([]);
    expect(await attachToDraft(aVisitor(lantern), mine.id, file("x.pdf"))).toBe("gone");
    expect(await names(mine)).toEqual(["mine.pdf"]);
  });

  test("go to the case, sealed to it, once; the old ones lose their keys", async () => {
    const mine = await aDraft();
    await attachToDraft(mine.ctx, mine.id, file("a.pdf", "CANARY a"));
    await attachToDraft(mine.ctx, mine.id, file("b.pdf", "CANARY b"));
    const before = await database().select().from(upload).where(eq(upload.draftId, mine.id));
    const { id: caseId } = await aCase(harbour);
    const adopt = () => inTransaction((tx) => adoptUploads(tx, mine.ctx, { draftId: mine.id, caseId }));
    const adopted = await Promise.all([adopt(), adopt()]);
    expect(adopted.map((ids) => ids.length).toSorted((a, b) => a - b)).toEqual([0, 2]);
    expect(adopted.flat().sort()).toEqual(before.map(({ id }) => id).sort());
    expect(await names(mine)).toEqual([]);
    const rows = await database().select().from(upload).where(eq(upload.caseId, caseId));
    expect(rows.map((row) => row.blobId).some((id) => before.some((row) => row.blobId === id))).toBe(false);
    for (const { blobId } of before)
      expect(await database().select().from(blob).where(eq(blob.id, blobId))).toEqual([]);
    for (const { id, name } of await listUploads(worker, caseId)) {
      await releaseUpload(worker, caseId, id, "seen");
      const { stream } = await openUpload(worker, caseId, id);
      expect((await buffer(stream)).toString()).toBe(`CANARY ${name[0]}`);
    }
    expect(await removeFromDraft(mine.ctx, mine.id, rows[0]?.id ?? "")).toBe(false);
  });

  test("stay with the form where the sending fails; what was sealed to the case that never was is read by nobody, and swept", async () => {
    const mine = await aDraft();
    await attachToDraft(mine.ctx, mine.id, file("a.pdf", "CANARY a"));
    const before = new Set(sealedFiles());
    const [row] = await database().select().from(upload).where(eq(upload.draftId, mine.id));
    const opening = {
      idempotencyKey: newId(),
      channel: "portal" as const,
      locale: "en" as const,
      receivedAt: mine.ctx.now,
      request: aRequest,
      login: null,
    };
    let caseId = "";
    const failing = openCase(mine.ctx, opening, async (tx, id) => {
      caseId = id;
      expect(await adoptUploads(tx, mine.ctx, { draftId: mine.id, caseId: id })).toEqual([row?.id]);
      throw new Error("the power went");
    });
    await expect(failing).rejects.toThrow("the power went");
    const [left = "", ...more] = sealedFiles().filter((name) => !before.has(name));
    expect([left === "", more]).toEqual([false, []]);
    await expect(caseSealer(database(), caseId)).rejects.toThrow();
    const sealer = await organisationSealer(database(), harbour.id);
    const { identity } = sealer.open<{ identity: string }>(
      "upload.sealed_name",
      row?.id ?? "",
      row?.sealedName ?? new Uint8Array(),
    );
    const orphan = basename(left, ".age");
    await expect(openBlob(orphan, identity).then(buffer)).rejects.toThrow();
    expect((await buffer(await openBlob(row?.blobId ?? "", identity))).toString()).toBe("CANARY a");
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
    utimesSync(blobPath(orphan), twoDaysAgo, twoDaysAgo);
    expect((await sweepFiles()).orphans).toBe(1);
    expect(new Set(sealedFiles())).toEqual(before);
    expect(await names(mine)).toEqual(["a.pdf"]);
  });

  test("that is no more are forgotten, those of a draft that lives and of a case are not", async () => {
    const [lost, living, sent] = [await aDraft(), await aDraft(), await aDraft()];
    for (const one of [lost, living, sent]) await attachToDraft(one.ctx, one.id, file("a.pdf"));
    const { id: caseId } = await aCase(harbour);
    await inTransaction((tx) => adoptUploads(tx, sent.ctx, { draftId: sent.id, caseId }));
    await database()
      .delete(draft)
      .where(inArray(draft.id, [lost.id, sent.id]));
    await forgetLostUploads();
    expect(await names(lost)).toEqual([]);
    expect(await names(living)).toEqual(["a.pdf"]);
    expect(await listUploads(worker, caseId)).toHaveLength(1);
  });

  test("that was sent takes no more", async () => {
    const mine = await aDraft();
    await database().update(draft).set({ sentCaseId: newId() }).where(eq(draft.id, mine.id));
    expect(await attachToDraft(mine.ctx, mine.id, file("late.pdf"))).toBe("gone");
  });
});

test("no plain word of any file lies in the data folder", () => {
  const found = readdirSync(installation.dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes("CANARY"));
  expect(found).toEqual([]);
});
