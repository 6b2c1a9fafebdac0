import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { anOrganisation, aVisitor } from "#db/factories.ts";
import { draft, upload } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { Context } from "#lib/context.ts";
import { newToken } from "#lib/ids.ts";
import { attachToDraft, findOpenDraft } from "#lib/files/commands/drafts.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { forgetDraft, saveAnswer } from "./commands.ts";
import { findDraft } from "./queries.ts";

testInstallation();
let harbour: OrganisationRow;
let visitor: Context;
beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  visitor = aVisitor(harbour);
});

async function begin(answers = { residence: "GB" }): Promise<string> {
  const saved = await saveAnswer(visitor, null, answers);
  if (!saved.ok || !saved.begun) throw new Error("not begun");
  return saved.begun.token;
}

test("a draft is begun with the first answer and found again by its token alone, a day and a closed browser later", async () => {
  const token = await begin();
  expect(await findDraft(visitor, token)).toMatchObject({ answers: { residence: "GB" }, sentCaseId: null });
  const lasts = (await findDraft(visitor, token))!.expiresAt.getTime() - Date.now();
  expect(lasts).toBeGreaterThan(20 * 3600 * 1000);
  expect(await findDraft(visitor, newToken())).toBeNull();
  expect(await findDraft(visitor, null)).toBeNull();
  expect(await findOpenDraft(visitor, token)).toBe((await findDraft(visitor, token))!.id);
});

test("nothing that was typed stands in the table in plain text, nor the token", async () => {
  const token = await begin({ residence: "US-CA" });
  await saveAnswer(visitor, token, {
    contact: { name: "Maya Santos", email: "maya@mail.example", telephone: null },
  });
  const stored = JSON.stringify(
    (await database().select().from(draft)).map((row) => ({
      ...row,
      sealedAnswers: Buffer.from(row.sealedAnswers).toString("latin1"),
    })),
  );
  expect(stored).not.toMatch(/Maya|mail\.example|US-CA/);
  expect(stored).not.toContain(token);
});

test("two tabs that answer two questions at once keep both answers", async () => {
  const token = await begin();
  await Promise.all([
    saveAnswer(visitor, token, { relationship: "customer" }),
    saveAnswer(visitor, token, { rights: ["access"] }),
    saveAnswer(visitor, token, { narrow: { text: null } }),
  ]);
  expect((await findDraft(visitor, token))?.answers).toEqual({
    residence: "GB",
    relationship: "customer",
    rights: ["access"],
    narrow: { text: null },
  });
});

test("an answer for a draft that has ended begins a new one: what was just typed is not lost", async () => {
  const token = await begin();
  await database()
    .update(draft)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(draft.id, (await findDraft(visitor, token))!.id));
  expect(await findDraft(visitor, token)).toBeNull();
  const saved = await saveAnswer(visitor, token, { relationship: "customer" });
  expect(saved).toMatchObject({
    ok: true,
    answers: { relationship: "customer" },
    begun: { token: expect.any(String) },
  });
});

test("what is deleted takes its files along", async () => {
  const token = await begin();
  const { id } = (await findDraft(visitor, token))!;
  await attachToDraft(visitor, id, { name: "a.pdf", mediaType: "application/pdf", bytes: Buffer.from("a") });
  expect(await forgetDraft(visitor, token)).toBe(true);
  expect(await database().select().from(upload).where(eq(upload.draftId, id))).toEqual([]);
});

test("another organisation's address opens no draft of this one, and cannot delete it", async () => {
  const token = await begin();
  const other = aVisitor(await anOrganisation("lighthouse"));
  expect(await findDraft(other, token)).toBeNull();
  expect(await forgetDraft(other, token)).toBe(false);
  expect(await forgetDraft(visitor, token)).toBe(true);
  expect(await findDraft(visitor, token)).toBeNull();
});
