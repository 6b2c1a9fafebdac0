import { readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, anOrganisation, aPerson, aVisitor } from "#db/factories.ts";
import { draft } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import { newId, newToken } from "#lib/ids.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { receiveForCase, receiveForDraft } from "./commands/receive.ts";
import { listDraftUploads, listUploads } from "./queries.ts";
import { aPdf, aPicture } from "./samples.test.kit.ts";
import { filesFolder } from "./store.ts";

testInstallation();
let harbour: OrganisationRow;
beforeAll(async () => {
  harbour = await anOrganisation("harbour");
});

type Sent = [name: string, bytes: Buffer];
function request(files: Sent[], fields: Record<string, string> = {}): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, bytes] of files) form.append("file", new File([Uint8Array.from(bytes)], name));
  return new Request("http://localhost:3000/", { method: "POST", body: form });
}

const png = await aPicture("png");

async function aDraft({ lifeMs = 86_400_000, sentCaseId = null as string | null } = {}) {
  const token = newToken();
  const id = newId();
  const at = new Date();
  await database()
    .insert(draft)
    .values({
      id,
      organisationId: harbour.id,
      tokenHash: tokenHash(token),
      sealedAnswers: new Uint8Array([1]),
      idempotencyKey: newId(),
      sentCaseId,
      createdAt: at,
      updatedAt: at,
      expiresAt: new Date(at.getTime() + lifeMs),
    });
  return { id, token };
}

const toDraft = async (token: string | null, files: Sent[], fields?: Record<string, string>) =>
  (await receiveForDraft(aVisitor(harbour), token, newId(), request(files, fields))).result;
const inDraft = async (id: string) => (await listDraftUploads(aVisitor(harbour), id)).map(({ name }) => name);

test.each<[string, string, Sent[], string[]]>([
  ["a good file", "added", [["a.pdf", aPdf()]], ["a.pdf"]],
  [
    "two good files",
    "added",
    [
      ["a.pdf", aPdf()],
      ["b.png", png],
    ],
    ["a.pdf", "b.png"],
  ],
  [
    "the same file twice",
    "already-here",
    [
      ["a.pdf", aPdf()],
      ["b.pdf", aPdf()],
    ],
    ["a.pdf"],
  ],
  [
    "a liar beside a good one",
    "not-what-it-says",
    [
      ["liar.pdf", png],
      ["b.png", png],
    ],
    ["b.png"],
  ],
  ["an empty file", "empty", [["a.pdf", Buffer.alloc(0)]], []],
  ["a locked file", "locked", [["a.pdf", aPdf({ encrypt: true })]], []],
  ["nothing chosen", "none-chosen", [["", Buffer.alloc(0)]], []],
  ["a path for a name", "added", [["../../../etc/cron.d/x.pdf", aPdf()]], ["x.pdf"]],
])("into a draft: %s is answered %s", async (_what, result, files, kept) => {
  const { id, token } = await aDraft();
  const fields = { back: "/harbour/request/files", go: "1" };
  const receipt = await receiveForDraft(aVisitor(harbour), token, newId(), request(files, fields));
  expect({ ...receipt, fields: Object.fromEntries(receipt.fields) }).toMatchObject({ result, fields });
  expect(await inDraft(id)).toEqual(kept);
});

test("a draft takes five", async () => {
  const { id, token } = await aDraft();
  const files = Array.from({ length: 5 }, (_, n): Sent => [`${n}.pdf`, aPdf({ text: String(n) })]);
  expect(await toDraft(token, files)).toBe("added");
  expect(await toDraft(token, [["six.pdf", aPdf({ text: "six" })]])).toBe("full");
  expect(await inDraft(id)).toHaveLength(5);
});

test.each([
  ["no cookie", async () => null],
  ["a foreign cookie", async () => newToken()],
  ["a draft that was sent", async () => (await aDraft({ sentCaseId: newId() })).token],
  ["a draft whose time is over", async () => (await aDraft({ lifeMs: -1000 })).token],
])("with %s nothing is kept", async (_what, token) => {
  const before = readdirSync(filesFolder(), { recursive: true });
  expect(await toDraft(await token(), [["a.pdf", aPdf()]])).toBe("no-longer");
  expect(readdirSync(filesFolder(), { recursive: true })).toEqual(before);
});

test("a draft of another organisation is none here", async () => {
  const { token } = await aDraft();
  const lantern = await anOrganisation("lantern");
  const receipt = await receiveForDraft(aVisitor(lantern), token, newId(), request([["a.pdf", aPdf()]]));
  expect(receipt.result).toBe("no-longer");
});

test.each<[string, string, Sent[], string[]]>([
  [
    "good files",
    "added",
    [
      ["a.pdf", aPdf()],
      ["b.png", png],
    ],
    ["a.pdf", "b.png"],
  ],
  [
    "a liar beside a good one",
    "not-what-it-says",
    [
      ["liar.pdf", png],
      ["b.png", png],
    ],
    ["b.png"],
  ],
  ["only a liar", "not-what-it-says", [["liar.pdf", png]], []],
  ["nothing chosen", "none-chosen", [["", Buffer.alloc(0)]], []],
])("into a thread: %s are answered %s", async (_what, result, files, kept) => {
  const { id } = await aCase(harbour);
  const person = aPerson(harbour, id);
  expect((await receiveForCase(person, id, newId(), request(files))).result).toBe(result);
  expect((await listUploads(person, id)).map(({ name }) => name).sort()).toEqual(kept);
});

test("into a thread: the same form again is answered so, and kept once", async () => {
  const { id } = await aCase(harbour);
  const person = aPerson(harbour, id);
  const send = () => receiveForCase(person, id, newId(), request([["a.pdf", aPdf()]]));
  expect([(await send()).result, (await send()).result]).toEqual(["added", "already-here"]);
});

test("a form that stops half way leaves nothing in the thread", async () => {
  const { id } = await aCase(harbour);
  const person = aPerson(harbour, id);
  const whole = request([
    ["a.pdf", aPdf()],
    ["b.pdf", aPdf({ text: "b" })],
  ]);
  const bytes = Buffer.from(await whole.arrayBuffer());
  const cut = new Request(whole.url, {
    method: "POST",
    body: bytes.subarray(0, bytes.length - 40),
    headers: { "content-type": whole.headers.get("content-type") ?? "" },
  });
  expect((await receiveForCase(person, id, newId(), cut)).result).toBe("interrupted");
  expect(await listUploads(person, id)).toEqual([]);
});

test("a file is removed with the same form that adds another; again, or a word that is none, removes nothing", async () => {
  const { id, token } = await aDraft();
  await toDraft(token, [["a.pdf", aPdf()]]);
  const [file] = await listDraftUploads(aVisitor(harbour), id);
  const remove = file?.id ?? "";
  expect(await toDraft(token, [["b.png", png]], { remove })).toBe("added");
  expect(await inDraft(id)).toEqual(["b.png"]);
  for (const word of [remove, newId(), "..", ""])
    expect(await toDraft(token, [["", Buffer.alloc(0)]], { remove: word })).toBe("removed");
  expect(await inDraft(id)).toEqual(["b.png"]);
  const other = await aDraft();
  const [kept] = await listDraftUploads(aVisitor(harbour), id);
  await toDraft(other.token, [], { remove: kept?.id ?? "" });
  expect(await inDraft(id)).toEqual(["b.png"]);
});

test("one network sends sixty forms with files an hour; one without any is always answered", async () => {
  const { token } = await aDraft();
  const network = newId();
  const send = async (files: Sent[]) =>
    (await receiveForDraft(aVisitor(harbour), token, network, request(files))).result;
  const results: string[] = [];
  for (let n = 0; n < 60; n += 1) results.push(await send([["a.pdf", Buffer.alloc(0)]]));
  expect(new Set(results)).toEqual(new Set(["empty"]));
  expect(await send([["a.pdf", aPdf()]])).toBe("too-often");
  expect(await send([["", Buffer.alloc(0)]])).toBe("none-chosen");
});

test("what the disk refuses is answered in words", async () => {
  const { token } = await aDraft();
  const { chmodSync, renameSync, writeFileSync, rmSync } = await import("node:fs");
  const folder = filesFolder();
  renameSync(folder, `${folder}-away`);
  writeFileSync(folder, "not a folder");
  chmodSync(folder, 0o400);
  try {
    expect(await toDraft(token, [["a.pdf", aPdf()]])).toBe("not-kept");
  } finally {
    rmSync(folder);
    renameSync(`${folder}-away`, folder);
  }
  expect(await toDraft(token, [["a.pdf", aPdf()]])).toBe("added");
});

test("the draft's files belong to nobody's thread yet", async () => {
  const { id, token } = await aDraft();
  await toDraft(token, [["a.pdf", aPdf()]]);
  const { id: caseId } = await aCase(harbour);
  expect(await listUploads(aPerson(harbour, caseId), caseId)).toEqual([]);
  expect(await inDraft(id)).toEqual(["a.pdf"]);
  const [row] = await database().select().from(draft).where(eq(draft.id, id));
  expect(row?.sentCaseId).toBeNull();
});
