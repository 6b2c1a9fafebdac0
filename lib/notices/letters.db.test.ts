import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aMember, anOrganisation, aPolicy, aRequest, aVisitor } from "#db/factories.ts";
import { accessCode, auditEvent, cases, notice } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { acceptCode, sendCode } from "#lib/auth/commands/codes.ts";
import { postCode } from "#lib/auth/commands/posted-code.ts";
import { openCase } from "#lib/cases/commands/open.ts";
import { getCaseView } from "#lib/cases/queries/view.ts";
import type { StaffContext } from "#lib/context.ts";
import { settleDelivery } from "#lib/decisions/commands/answer.ts";
import { recordCheck } from "#lib/identity/commands.ts";
import { newId } from "#lib/ids.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { writeToPerson } from "#lib/messages/commands.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { recordPosting } from "./commands/posting.ts";
import { countLettersToPost, getLetter, listLetters, listLettersToPost } from "./queries/letters.ts";

const installation = testInstallation();

let house: OrganisationRow;
let ana: StaffContext;
beforeAll(async () => {
  // The shop keeps no address by which mail reaches Mark: the postcode stands for what is on an envelope.
  house = await anOrganisation("house", {
    proof: {
      ...aPolicy.proof,
      post: { lines: [["shop:people.name"], ["shop:people.postcode"]], changedAt: null },
    },
  });
  ana = await aMember(house, "Ana Ruiz", ["caseworker"]);
  await connectShop(await aMember(house, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
});

const jobs = () => runJobs(installation.database.url);

/** A request that came in a letter from somebody who has no mail address. */
async function aLetterCase(changes: Partial<typeof aRequest> = {}) {
  const { id } = await openCase(ana, {
    idempotencyKey: newId(),
    channel: "paper",
    locale: "de",
    receivedAt: new Date(Date.now() - 3 * 86_400_000),
    login: null,
    needs: { kinds: ["large-print"], note: null },
    request: {
      ...aRequest,
      email: null,
      post: "Hinterhaus\nMünzstraße 4\n10178 Berlin",
      proof: { method: "other", note: null },
      ...changes,
    },
  });
  await jobs();
  const [row] = await database().select().from(cases).where(eq(cases.id, id));
  if (!row) throw new Error("the case was not opened");
  return row;
}

const kindsOf = async (caseId: string) =>
  (await listLetters(ana, caseId)).map((letter) => letter.kind).sort();
const confirmed = async (caseId: string) => {
  const done = await recordCheck(ana, caseId, { note: "Passport seen.", locator: "HL22085513" });
  if (!done.ok) throw new Error(done.says);
  await jobs();
};

describe("somebody without a mail address", () => {
  test("gets the receipt as a letter to the address given, in her language, and no mail", async () => {
    const row = await aLetterCase();
    const [letter] = await listLetters(ana, row.id);
    const opened = await getLetter(ana, row.reference, letter?.id ?? "");
    expect(opened.to).toEqual(["Maya Santos", "Hinterhaus", "Münzstraße 4", "10178 Berlin"]);
    expect(opened.sheet.title).toBe("Ihr Antrag ist bei uns");
    expect(opened.posted).toBeNull();
    const mails = await database()
      .select()
      .from(notice)
      .where(and(eq(notice.caseId, row.id), eq(notice.way, "mail"), eq(notice.kind, "request-received")));
    expect(mails).toEqual([]);
    expect((await getCaseView(ana, row.reference)).needs.kinds).toEqual(["large-print"]);
  });

  test("gets what staff write, word for word, in the letter itself", async () => {
    const row = await aLetterCase();
    await writeToPerson(ana, row.id, "Welches Jahr?\nOder beide?");
    await jobs();
    const letter = (await listLetters(ana, row.id)).find(({ kind }) => kind === "message-for-you");
    const { sheet } = await getLetter(ana, row.reference, letter?.id ?? "");
    expect(sheet.lead.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Welches Jahr?", "Oder beide?"]),
    );
  });

  test("with a mail address as well, mail it is, and no letter", async () => {
    const row = await aLetterCase({ email: "maya@mail.example" });
    expect(await kindsOf(row.id)).toEqual([]);
  });

  test("without any address nothing is written that could reach nobody", async () => {
    const row = await aLetterCase({ post: null });
    expect(await kindsOf(row.id)).toEqual([]);
  });
});

describe("a code on paper", () => {
  const accept = (reference: string, code: string) =>
    acceptCode(aVisitor(house), { reference, code, network: newId() });
  const codeIn = async (reference: string, caseId: string) => {
    const letter = (await listLetters(ana, caseId)).find(({ kind }) => kind === "code");
    return getLetter(ana, reference, letter?.id ?? "");
  };

  test("goes to the address on file, not to the one given, and opens the whole request once", async () => {
    const row = await aLetterCase();
    expect(await postCode(ana, row.id)).toMatchObject({ ok: false });
    await confirmed(row.id);
    await settleDelivery(ana, row.id, "code");
    expect(await postCode(ana, row.id)).toMatchObject({ ok: true });
    const { to, sheet } = await codeIn(row.reference, row.id);
    expect(to).toEqual(["Leo Marchetti", "Leo Marchetti", expect.not.stringContaining("Berlin")]);
    const code = sheet.slip?.code ?? "";
    expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWX]{4}-[2-9CDFGHJKMNPQRTVWX]{4}$/);
    const typed = code.toLowerCase().replace("-", " ");
    expect(await accept(row.reference, typed)).toMatchObject({ ok: true, scope: "full" });
    expect(await accept(row.reference, typed)).toEqual({ ok: false });
  });

  test("is not taken out of the post by somebody who presses for codes or tries some", async () => {
    const row = await aLetterCase();
    await confirmed(row.id);
    await postCode(ana, row.id);
    const { sheet } = await codeIn(row.reference, row.id);
    await sendCode(aVisitor(house), { reference: row.reference, network: newId() });
    for (let guess = 0; guess < 6; guess++) await accept(row.reference, `00000${guess}`);
    expect(await accept(row.reference, sheet.slip?.code ?? "")).toMatchObject({ ok: true });
  });

  test("ends the one before it, and ends itself after three weeks", async () => {
    const row = await aLetterCase();
    await confirmed(row.id);
    await postCode(ana, row.id);
    const first = (await codeIn(row.reference, row.id)).sheet.slip?.code ?? "";
    await postCode(ana, row.id);
    expect(await accept(row.reference, first)).toEqual({ ok: false });
    const codes = await database().select().from(accessCode).where(eq(accessCode.caseId, row.id));
    const lasts = codes.map((one) => Math.round((+one.expiresAt - +one.createdAt) / 86_400_000));
    expect(lasts).toEqual([21, 21]);
  });

  test("does not go where the answer is given on paper", async () => {
    const row = await aLetterCase();
    await confirmed(row.id);
    await settleDelivery(ana, row.id, "paper");
    expect(await postCode(ana, row.id)).toMatchObject({ ok: false, why: "guard" });
  });
});

describe("proof of posting", () => {
  const today = () => dayIn(new Date(), "Europe/Dublin");
  const posting = (noticeId: string, on = today()) => ({
    noticeId,
    on,
    how: "registered" as const,
    number: "RR 4711",
  });

  test("is recorded once, with its number kept sealed, and takes the letter off the day's post", async () => {
    const row = await aLetterCase();
    const before = await countLettersToPost(ana);
    const [letter] = await listLetters(ana, row.id);
    const id = letter?.id ?? "";
    expect((await listLettersToPost(ana)).map((one) => one.id)).toContain(id);
    expect(await recordPosting(ana, row.id, posting(id))).toMatchObject({ ok: true });
    expect(await recordPosting(ana, row.id, posting(id))).toMatchObject({ ok: false, why: "guard" });
    expect(await countLettersToPost(ana)).toBe(before - 1);
    const [again] = await listLetters(ana, row.id);
    expect(again?.posted).toMatchObject({
      on: today(),
      how: "registered",
      number: "RR 4711",
      byRef: ana.actor.ref,
    });
    const events = await database().select().from(auditEvent).where(eq(auditEvent.caseRef, row.ref));
    expect(events.filter(({ type }) => type === "post-letter")).toHaveLength(1);
    expect(events.map(({ entry }) => JSON.stringify(entry)).join("")).not.toContain("4711");
  });

  test.each([
    ["a day that has not come", () => dayIn(new Date(Date.now() + 2 * 86_400_000), "Europe/Dublin")],
    ["a day before it was written", () => dayIn(new Date(Date.now() - 9 * 86_400_000), "Europe/Dublin")],
  ])("refuses %s", async (_what, on) => {
    const row = await aLetterCase();
    const [letter] = await listLetters(ana, row.id);
    const refused = await recordPosting(ana, row.id, posting(letter?.id ?? "", on()));
    expect(refused).toMatchObject({ ok: false, why: "guard" });
    expect((await listLetters(ana, row.id))[0]?.posted).toBeNull();
  });

  test("refuses a letter of another case", async () => {
    const [one, other] = [await aLetterCase(), await aLetterCase()];
    const [letter] = await listLetters(ana, one.id);
    expect(await recordPosting(ana, other.id, posting(letter?.id ?? ""))).toMatchObject({ ok: false });
  });
});
