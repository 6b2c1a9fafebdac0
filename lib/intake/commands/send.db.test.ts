import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { anOrganisation, aPerson, aRequest, aVisitor } from "#db/factories.ts";
import { auditEvent, cases, draft } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { parseEntry } from "#lib/audit/entry.ts";
import type { Opening } from "#lib/cases/commands/open.ts";
import type { Context } from "#lib/context.ts";
import { attachToDraft, removeFromDraft } from "#lib/files/commands/drafts.ts";
import { listDraftUploads, listUploads, unscopedCountUploads } from "#lib/files/queries.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { forgetDraft, saveAnswer } from "../commands.ts";
import { findDraft, type DraftView } from "../queries.ts";
import { sendDraft } from "./send.ts";

testInstallation();
let harbour: OrganisationRow;
let visitor: Context;
beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  visitor = aVisitor(harbour);
});

const opening: Omit<Opening, "idempotencyKey"> = {
  channel: "portal",
  locale: "en",
  receivedAt: new Date("2026-11-24T10:00:00Z"),
  request: aRequest,
  login: null,
};

async function begin(files: string[] = []): Promise<{ token: string; view: () => Promise<DraftView> }> {
  const saved = await saveAnswer(visitor, null, { residence: "GB" });
  if (!saved.ok || !saved.begun) throw new Error("not begun");
  const { token } = saved.begun;
  const view = async () => (await findDraft(visitor, token))!;
  for (const name of files) await attach((await view()).id, name);
  return { token, view };
}

const attach = (draftId: string, name: string) =>
  attachToDraft(visitor, draftId, { name, mediaType: "application/pdf", bytes: Buffer.from(name) });

const casesOf = (view: DraftView) =>
  database().select().from(cases).where(eq(cases.idempotencyKey, view.idempotencyKey));

test("once sent, nothing changes any more, its answers are gone, and it leads to its case", async () => {
  const { token, view } = await begin();
  const seen = await view();
  const opened = await sendDraft(visitor, seen, opening);
  expect(await saveAnswer(visitor, token, { residence: "DE" })).toEqual({ ok: false, why: "sent" });
  expect(await view()).toMatchObject({ sentCaseId: opened?.id, answers: {} });
  expect(await forgetDraft(visitor, token)).toBe(false);
  expect(await attach(seen.id, "late.pdf")).toBe("gone");
  expect(await sendDraft(visitor, seen, opening)).toMatchObject({ id: opened?.id, alreadyThere: true });
  expect((await view()).sentCaseId).toBe(opened?.id);
});

test("its files go along into quarantine, and the event names them", async () => {
  const { view } = await begin(["a.pdf", "عقد.pdf"]);
  const seen = await view();
  const opened = await sendDraft(visitor, seen, opening);
  const id = opened?.id ?? "";
  const files = await listUploads(aPerson(harbour, id), id);
  expect(files.map(({ name, isReleased }) => [name, isReleased])).toEqual([
    ["a.pdf", false],
    ["عقد.pdf", false],
  ]);
  expect(await unscopedCountUploads(id)).toBe(2);
  expect(await listDraftUploads(visitor, seen.id)).toEqual([]);
  const [row] = await database().select().from(cases).where(eq(cases.id, id));
  const [event] = await database()
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.caseRef, row?.ref ?? ""));
  expect(parseEntry(event?.entry ?? new Uint8Array()).obj.toSorted()).toEqual(
    files.map((file) => file.id).toSorted(),
  );
});

test.each<[string, (id: string, token: string) => Promise<unknown>]>([
  ["an answer was changed", (_id, token) => saveAnswer(visitor, token, { residence: "DE" })],
  ["a file was added", (id) => attach(id, "more.pdf")],
  [
    "a file was removed",
    async (id) => removeFromDraft(visitor, id, (await listDraftUploads(visitor, id))[0]?.id ?? ""),
  ],
  ["it was deleted", (_id, token) => forgetDraft(visitor, token)],
])("where %s after it was seen, nothing is sent, and nothing stays of the case", async (_what, meanwhile) => {
  const { token, view } = await begin(["a.pdf"]);
  const seen = await view();
  await meanwhile(seen.id, token);
  expect(await sendDraft(visitor, seen, opening)).toBeNull();
  expect(await casesOf(seen)).toEqual([]);
  expect((await findDraft(visitor, token))?.sentCaseId ?? null).toBeNull();
});

test("pressed five times at once while another file comes in, it is one case, and no file is lost between", async () => {
  const { view } = await begin(["a.pdf"]);
  const seen = await view();
  const [added, ...sent] = await Promise.all([
    attach(seen.id, "late.pdf"),
    ...Array.from({ length: 5 }, () => sendDraft(visitor, seen, opening)),
  ]);
  const now = await view();
  const opened = sent.filter((one) => one !== null);
  if (added === "added") {
    expect([opened, now.sentCaseId, (await listDraftUploads(visitor, seen.id)).length]).toEqual([
      [],
      null,
      2,
    ]);
  } else {
    expect([new Set(opened.map(({ id }) => id)), added]).toEqual([new Set([now.sentCaseId]), "gone"]);
    expect(await unscopedCountUploads(now.sentCaseId ?? "")).toBe(1);
  }
  expect(await casesOf(seen)).toHaveLength(now.sentCaseId ? 1 : 0);
});

test("another organisation's address sends nothing", async () => {
  const { view } = await begin();
  const lantern = aVisitor(await anOrganisation("lantern"));
  expect(await sendDraft(lantern, await view(), opening)).toBeNull();
  expect(
    await database()
      .select()
      .from(draft)
      .where(eq(draft.id, (await view()).id)),
  ).toMatchObject([{ sentCaseId: null }]);
});
