import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPolicy, aRequest, aVisitor } from "#db/factories.ts";
import { auditEvent, caseSource, cases, claim, contentAuthority, notice } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { acceptCode, sendCode } from "#lib/auth/commands/codes.ts";
import { newestBundle } from "#lib/bundle/commands.ts";
import { openZip } from "#lib/bundle/client/unzip.ts";
import { previewAnswer } from "#lib/bundle/queries/preview.ts";
import { getCaseView } from "#lib/cases/queries/view.ts";
import type { StaffContext } from "#lib/context.ts";
import { askApproval } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { letterText } from "#lib/decisions/letter.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource } from "#lib/engine/sources/commands/sources.ts";
import { openBlob } from "#lib/files/store.ts";
import { recordCheck } from "#lib/identity/commands.ts";
import { caseBlobKeys, caseSealer } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { recordAuthority } from "./commands/authority.ts";

/*
 * People deleted by a rule, content that takes the owner's authority, and mail of which only the particulars can be read:
 * by maps and policy alone, from asking to the finished answer.
 */

const installation = testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
const ids: Record<string, string> = {};
const digest = (value: string) => createHash("sha256").update(value).digest("hex");
const gone = "petra.gone@mail.example";

const yaml = {
  left: `
dataset:
  - fides_key: left
    collections:
      - name: deleted.csv
        habeas_meta: { tombstone: { rule: two-years, day: deleted_on } }
        fields:
          - { name: id, data_categories: [system.operations], fides_meta: { primary_key: true } }
          - { name: mail, data_categories: [user.unique_id.pseudonymous], fides_meta: { identity: email }, habeas_meta: { normalise: email, stored_form: sha256 } }
          - { name: account, data_categories: [user.unique_id.pseudonymous], fides_meta: { identity: account_number }, habeas_meta: { normalise: number, stored_form: sha256 } }
          - { name: deleted_on, data_categories: [system.operations] }
`,
  rooms: `
dataset:
  - fides_key: rooms
    collections:
      - name: mails.csv
        habeas_meta: { category: messages, label: { en: Encrypted mail, de: Verschlüsselte Mails }, encrypted: { holder: { en: you alone, de: nur Sie selbst } } }
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - name: account_no
            data_categories: [user.unique_id]
            fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] }
          - { name: size, data_categories: [user.content] }
      - name: chats.csv
        habeas_meta: { category: messages, label: { en: Chats of the group, de: Gruppenchats }, authority: account-owner }
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - name: account_no
            data_categories: [user.unique_id]
            fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] }
          - { name: body, data_categories: [user.content.private] }
`,
};
const files: Record<keyof typeof yaml, Record<string, string[]>> = {
  left: {
    "deleted.csv": [
      "id,mail,account,deleted_on",
      `1,${digest(gone)},${digest("HL11112222")},2026-03-03`,
      // Deleted once, and known again since.
      `2,${digest("leo@mail.example")},${digest("HL00000000")},2020-01-01`,
    ],
  },
  rooms: {
    "mails.csv": ["id,account_no,size", "1,HL22085513,4096"],
    "chats.csv": ["id,account_no,body", "1,HL22085513,See you at noon"],
  },
};

beforeAll(async () => {
  const two = (en: string, de: string) => ({ en, de });
  harbour = await anOrganisation("harbour", {
    relationships: aPolicy.relationships,
    retention: {
      rules: [
        {
          id: "two-years",
          name: two("the two-year rule", "Zwei-Jahres-Regel"),
          restartedByRequest: two(
            "Asking begins the two years anew.",
            "Mit dem Antrag beginnen die zwei Jahre neu.",
          ),
        },
      ],
    },
    accountOwner: {
      who: two("your employer", "Ihr Arbeitgeber"),
      how: two("Write to owner@x.example", "Schreiben Sie an owner@x.example"),
    },
    answerThemselves: [
      {
        name: "Stickerbox",
        what: two("What you drew", "Was Sie gezeichnet haben"),
        contact: "hi@stickerbox.example",
      },
    ],
    complaints: [
      {
        text: two("Binding arbitration", "Ein verbindliches Schiedsverfahren"),
        regimes: ["uk-gdpr", "eu-gdpr"],
      },
      { text: two("The ombudsman of Oregon", "Die Ombudsstelle von Oregon"), regimes: ["us-co"] },
    ],
  });
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  const rafa = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  await connectShop(rafa, installation.dataFolder);
  for (const key of ["left", "rooms"] as const) {
    const folder = join(installation.dataFolder, "stores", key);
    mkdirSync(folder, { recursive: true });
    for (const [name, lines] of Object.entries(files[key]))
      writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
    const added = await addSource(rafa, { key, kind: "files", name: key, config: { folder }, secrets: null });
    if (!added.ok) throw new Error(JSON.stringify(added));
    ids[key] = added.id;
    expect(await changeDataset(rafa, added.id, yaml[key])).toMatchObject({ ok: true });
  }
});

const jobs = () => runJobs(installation.database.url);
const rowOf = async (id: string) => (await database().select().from(cases).where(eq(cases.id, id)))[0]!;
const sourceOf = async (caseId: string, key: string) =>
  (
    await database()
      .select()
      .from(caseSource)
      .where(and(eq(caseSource.caseId, caseId), eq(caseSource.sourceId, ids[key] ?? "")))
  )[0];

async function ask(email: string, facts: Record<string, string>, locale: Locale = "en") {
  const opened = await aCase(harbour, {
    locale,
    request: { ...aRequest, email, proof: { method: "facts", facts } },
  });
  await jobs();
  return opened;
}

/** Asks for a code and enters the one that was mailed to the address she gave. */
async function enterCode({ id, reference }: { id: string; reference: string }) {
  const network = String(Math.random());
  await sendCode(aVisitor(harbour), { reference, network });
  const sealer = await caseSealer(database(), id);
  const [mail] = await database()
    .select()
    .from(notice)
    .where(and(eq(notice.caseId, id), eq(notice.kind, "code")));
  const { text } = sealer.open<{ text: string }>("notice.sealed_content", mail!.id, mail!.sealedContent);
  const code = /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? "";
  const accepted = await acceptCode(aVisitor(harbour), { reference, code, network });
  await jobs();
  return accepted;
}

async function answer(id: string, reference: string) {
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, id));
  const granted = { claimId: asked!.id, outcome: "granted" as const, reasons: [], explanation: null };
  expect(await decideClaim(ana, id, granted)).toMatchObject({ ok: true });
  const { letter } = await previewAnswer(await getCaseView(ana, reference), new Date(), null);
  expect(await askApproval(ana, id)).toMatchObject({ ok: true });
  await jobs();
  const built = await newestBundle(database(), id);
  const { identity } = await caseBlobKeys(database(), id);
  const pieces: Uint8Array[] = [];
  for await (const piece of await openBlob(built?.blobId ?? "", identity)) pieces.push(piece as Uint8Array);
  const path = join(installation.dataFolder, `${id}.zip`);
  writeFileSync(path, Buffer.concat(pieces));
  const zip = await openZip(path);
  const folder = async (number: number) => {
    const entry = zip.entries.find(({ fileName }) =>
      new RegExp(`/${number}-[^/]+(/.*)?\\.html$`).test(fileName),
    );
    return entry ? zip.text(entry.fileName) : "";
  };
  const pages = { searched: await folder(6), data: "" };
  for (const { fileName } of zip.entries)
    if (fileName.endsWith(".html")) pages.data += await zip.text(fileName);
  zip.close();
  return { letter: letterText(letter!), ...pages };
}

test.each<[Locale, RegExp, RegExp]>([
  [
    "en",
    /left: nothing held any more, deleted under the two-year rule on 3 March 2026\./,
    /Asking begins the two years anew/,
  ],
  [
    "de",
    /left: nichts mehr vorhanden, am 3\. März 2026 gelöscht \(Zwei-Jahres-Regel\)\./,
    /beginnen die zwei Jahre neu/,
  ],
])(
  "in %s, somebody deleted is told so once she entered the code sent to her address",
  async (locale, line, restarts) => {
    const opened = await ask(
      gone,
      { "account-number": "HL11112222", "last-invoice": "1.00|2023-01" },
      locale,
    );
    expect(await rowOf(opened.id)).toMatchObject({ status: "received", proofId: null });
    expect(await enterCode(opened)).toMatchObject({ ok: true, scope: "conversation" });
    expect(await rowOf(opened.id)).toMatchObject({
      status: "reviewing",
      assurance: "contact",
      delivery: "code",
    });
    expect(await sourceOf(opened.id, "left")).toMatchObject({
      outcome: "deleted by rule",
      deletedRule: "two-years",
      deletedOn: "2026-03-03",
      rows: 0,
    });
    const { letter, searched } = await answer(opened.id, opened.reference);
    expect(letter).toMatch(line);
    expect(letter).toMatch(restarts);
    expect(letter).toMatch(
      locale === "en" ? /We hold no data about you any more/ : /keine Daten mehr über Sie/,
    );
    expect(searched).toMatch(locale === "en" ? /nothing held any more/ : /nichts mehr vorhanden/);
  },
);

test("whoever is not on the list gets the same page and no more: no proof comes of the code", async () => {
  const opened = await ask("nobody@mail.example", { "account-number": "HL99999999" });
  expect(await enterCode(opened)).toMatchObject({ ok: true, scope: "conversation" });
  expect(await rowOf(opened.id)).toMatchObject({ status: "received", proofId: null });
});

test("an address that was deleted once and is known again proves nothing by its code", async () => {
  const opened = await ask("leo@mail.example", {
    "account-number": "HL22085513",
    "last-invoice": "5.00|2026-10",
  });
  expect(await enterCode(opened)).toMatchObject({ ok: true });
  expect(await rowOf(opened.id)).toMatchObject({ status: "received", proofId: null });
});

test("a code that was not entered tells nothing, and the facts of somebody deleted are for staff to explain", async () => {
  const opened = await ask(gone, { "account-number": "HL 1111 2222", "last-invoice": "1.00|2023-01" });
  expect(await rowOf(opened.id)).toMatchObject({ status: "received", proofId: null });
  expect(await sourceOf(opened.id, "left")).toBeUndefined();
});

test("staff confirm somebody deleted by what found her then", async () => {
  const opened = await ask("other@mail.example", {
    "account-number": "HL11112222",
    "last-invoice": "1.00|2023-01",
  });
  expect(
    await recordCheck(ana, opened.id, { note: "Old contract seen.", locator: "HL 7777 1234" }),
  ).toMatchObject({
    ok: false,
  });
  expect(
    await recordCheck(ana, opened.id, { note: "Old contract seen.", locator: "HL 1111 2222" }),
  ).toMatchObject({
    ok: true,
  });
  await jobs();
  expect(await rowOf(opened.id)).toMatchObject({
    status: "reviewing",
    assurance: "reasonable",
    delivery: null,
  });
  expect(await sourceOf(opened.id, "left")).toMatchObject({
    outcome: "deleted by rule",
    deletedOn: "2026-03-03",
  });
});

async function leo(locale: Locale = "en") {
  const opened = await aCase(harbour, {
    locale,
    login: { issuer: "https://id.example", subject: "leo" },
    request: { ...aRequest, proof: { method: "login" } },
  });
  await jobs();
  return opened;
}

test("content of somebody's account stays closed, and the answer leads to the owner", async () => {
  const opened = await leo();
  expect(await sourceOf(opened.id, "rooms")).toMatchObject({
    outcome: "found",
    rows: 1,
    unopened: ["chats.csv"],
  });
  const { letter, searched, data } = await answer(opened.id, opened.reference);
  expect(letter).toMatch(/What we may not open[^]*rooms: Chats of the group/);
  expect(letter).toMatch(/Who can say yes: your employer\. Write to owner@x\.example\./);
  expect(searched).toMatch(/Not opened, because it takes the yes of the account’s owner: Chats of the group/);
  expect(data).not.toContain("See you at noon");
  expect(data).toContain("Stickerbox: What you drew. hi@stickerbox.example");
  expect(letter).toMatch(/the last place to go is:\n\n- Binding arbitration/);
  expect(letter).not.toContain("Oregon");
  // Known again: what was deleted before is told of that place, and is not all.
  expect(letter).toContain("left: nothing held any more, deleted under the two-year rule on 1 January 2020.");
  expect(letter).toContain("Here is the copy of your data");
});

test("of encrypted mail the particulars are given, and who holds the key is named in every language", async () => {
  const { id, reference } = await leo("de");
  const { data } = await answer(id, reference);
  expect(data).toMatch(
    /Der Inhalt ist verschlüsselt\. Lesen können wir nur, was hier steht; den Schlüssel hat nur Sie selbst/,
  );
});

test("with a ground recorded, by whom and why, the source is searched again and the content is in the answer", async () => {
  const { id, reference } = await leo();
  const given = {
    sourceId: ids["rooms"] ?? "",
    ground: "owner",
    note: "Letter of Mr Marchetti senior.",
  } as const;
  expect(await recordAuthority(ana, id, { ...given, sourceId: ids["left"] ?? "" })).toMatchObject({
    ok: false,
  });
  expect(await recordAuthority(ana, id, given)).toMatchObject({ ok: true, status: "collecting" });
  await jobs();
  expect(await sourceOf(id, "rooms")).toMatchObject({ outcome: "found", rows: 2, unopened: [] });
  expect(await recordAuthority(ana, id, given)).toMatchObject({ ok: false, why: "guard" });
  const [kept] = await database().select().from(contentAuthority).where(eq(contentAuthority.caseId, id));
  expect(kept).toMatchObject({ ground: "owner", byRef: ana.actor.ref });
  expect(Buffer.from(kept!.sealedNote).toString("latin1")).not.toContain("Marchetti");
  const view = await getCaseView(ana, reference);
  expect(view.sources.find(({ key }) => key === "rooms")?.authority?.note).toBe(given.note);
  const told = await database().select().from(auditEvent).where(eq(auditEvent.type, "record-authority"));
  for (const { entry } of told) expect(Buffer.from(entry).toString("utf8")).not.toContain("Marchetti");
  const { letter, data } = await answer(id, reference);
  expect(letter).not.toContain("What we may not open");
  expect(data).toContain("See you at noon");
});

test("that keeping has ended is said only where every place is empty", async () => {
  const { id } = await leo();
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, id));
  const ended = {
    claimId: asked!.id,
    outcome: "refused" as const,
    reasons: ["retention-ended" as const],
    explanation: null,
  };
  expect(await decideClaim(ana, id, ended)).toMatchObject({ ok: false, why: "guard" });
  const deleted = await ask(gone, { "account-number": "HL11112222" });
  await enterCode(deleted);
  const [other] = await database().select().from(claim).where(eq(claim.caseId, deleted.id));
  expect(await decideClaim(ana, deleted.id, { ...ended, claimId: other!.id })).toMatchObject({ ok: true });
});
