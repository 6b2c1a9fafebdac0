import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aRequest } from "#db/factories.ts";
import { auditEvent, caseSource, cases, claim, proof, recordFlag } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { parseEntry } from "#lib/audit/entry.ts";
import { closeTransfer, newestBundle, openTransfer, sendAnswer } from "#lib/bundle/commands.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { takeAppeal, decideAppeal } from "#lib/decisions/commands/appeal.ts";
import { approve, askApproval, changeAnswer } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { openBlob } from "#lib/files/store.ts";
import { caseBlobKeys, caseSealer } from "#lib/keys/sealer.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { keepRecord, redact } from "#lib/review/commands.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
let tom: StaffContext;
let ids: Awaited<ReturnType<typeof connectShop>>;
const jobs = () => runJobs(installation.database.url);
const read = async (caseId: string) =>
  (await database().select().from(cases).where(eq(cases.id, caseId)))[0]!;
const claimsOf = (caseId: string) =>
  database().select().from(claim).where(eq(claim.caseId, caseId)).orderBy(claim.position);

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(harbour, "Tom Okafor", ["approver"]);
  const admin = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  ids = await connectShop(admin, installation.dataFolder);
});

/** Opens an archive with the system's own unzip and gives the files by name. */
async function unpack(caseId: string): Promise<Map<string, string>> {
  const bundle = await newestBundle(database(), caseId);
  const { identity } = await caseBlobKeys(database(), caseId);
  const folder = mkdtempSync(join(installation.dataFolder, "zip-"));
  const pieces: Uint8Array[] = [];
  for await (const piece of await openBlob(bundle?.blobId ?? "", identity)) pieces.push(piece as Uint8Array);
  writeFileSync(join(folder, "bundle.zip"), Buffer.concat(pieces));
  execFileSync("python3", ["-m", "zipfile", "-e", join(folder, "bundle.zip"), folder]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== "bundle.zip",
  );
  return new Map(
    files.map((entry) => [
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split("/")
        .slice(1)
        .join("/"),
      readFileSync(join(entry.parentPath, entry.name), "latin1"),
    ]),
  );
}

describe("one request through the whole house", () => {
  test("asked, proved, gathered, reviewed, approved, delivered, appealed", async () => {
    const opened = await aCase(harbour);
    await jobs();
    const row = await read(opened.id);
    expect(row).toMatchObject({ status: "reviewing", assurance: "reasonable", delivery: "code" });
    const sources = await database().select().from(caseSource).where(eq(caseSource.caseId, opened.id));
    expect(
      sources
        .map((one) => [one.sourceId === ids.shop ? "shop" : "desk", one.outcome, one.rows])
        .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    ).toEqual([
      ["desk", "found", 2],
      ["shop", "found", 11],
    ]);

    const flags = await database().select().from(recordFlag).where(eq(recordFlag.caseId, opened.id));
    expect(flags.map((flag) => flag.field).sort()).toEqual(["@files", "body"]);
    const flag = flags.find((one) => one.field === "body")!;
    const sealer = await caseSealer(database(), opened.id);
    const places = sealer.open<string[]>("record_flag.sealed_places", flag.id, flag.sealedPlaces);
    expect(places.sort()).toEqual(["Daniel Whitlock", "d.whitlock@mail.example"]);

    const [asked] = await claimsOf(opened.id);
    await decideClaim(ana, opened.id, {
      claimId: asked!.id,
      outcome: "granted",
      reasons: [],
      explanation: null,
    });
    expect(await askApproval(ana, opened.id)).toMatchObject({ ok: false, why: "guard" });
    const at = {
      sourceId: flag.sourceId,
      source: "desk",
      collection: flag.collection,
      recordKey: flag.recordKey,
    };
    expect(
      await redact(ana, opened.id, at, { field: "body", places, reason: "others-rights" }),
    ).toMatchObject({ ok: true });
    expect(
      await redact(ana, opened.id, at, { field: "@files", places: null, reason: "others-rights" }),
    ).toMatchObject({ ok: true });
    expect(await askApproval(ana, opened.id)).toMatchObject({ ok: true, status: "preparing" });
    await jobs();
    expect(await read(opened.id)).toMatchObject({ status: "awaiting-approval" });

    const bundle = await newestBundle(database(), opened.id);
    const manifest = Buffer.from(bundle!.manifestHash!).toString("hex");
    const files = await unpack(opened.id);
    const everything = [...files.values()].join("\n");
    expect(files.has("START-HERE.html")).toBe(true);
    expect(everything).not.toMatch(/whitlock/i);
    expect([...files.keys()].join("\n")).not.toMatch(/note/);
    expect(everything).not.toContain("argon2-secret");
    expect(everything).not.toContain("Leo Marchetti");
    expect(everything).not.toContain("Ana Ruiz");
    expect(JSON.parse(files.get("3-your-data/messages/messages.json") ?? "[]")).toHaveLength(2);
    expect(JSON.parse(files.get("3-your-data/invoices/invoices.json") ?? "[]")).toHaveLength(10);

    expect(await approve(ana, opened.id, manifest)).toMatchObject({ ok: false, why: "not-allowed" });
    expect(await approve(tom, opened.id, "00".repeat(32))).toMatchObject({ ok: false, why: "guard" });
    expect(await approve(tom, opened.id, manifest)).toMatchObject({ ok: true, status: "approved" });
    expect(await sendAnswer(ana, opened.id)).toMatchObject({ ok: true, status: "answered" });
    await jobs();

    const maya = aPerson(harbour, opened.id) as Context & { actor: { kind: "person" } };
    const begun = await openTransfer(maya, opened.id);
    expect(begun).toMatchObject({ ok: true, transfer: { sizeBytes: bundle?.sizeBytes } });
    if (begun.ok)
      await closeTransfer(maya, opened.id, begun.transfer.id, {
        bytes: begun.transfer.sizeBytes,
        whole: true,
      });

    expect(
      await takeAppeal(maya, opened.id, {
        claimId: asked!.id,
        grounds: "There must be more.",
        receivedAt: new Date(),
      }),
    ).toMatchObject({ ok: true, status: "appealed" });
    expect(
      await decideAppeal(tom, opened.id, {
        claimId: asked!.id,
        outcome: "upheld",
        explanation: "We looked again.",
      }),
    ).toMatchObject({ ok: false, why: "guard" });
    const ben = await aMember(harbour, "Ben Iweala", ["approver"]);
    expect(
      await decideAppeal(ben, opened.id, {
        claimId: asked!.id,
        outcome: "upheld",
        explanation: "We looked again.",
      }),
    ).toMatchObject({ ok: true, status: "answered" });
  });

  test("folding the events of every case gives its state, and every change has exactly one", async () => {
    const all = await database().select().from(cases);
    expect(all.length).toBeGreaterThan(0);
    for (const row of all) {
      const events = await database()
        .select()
        .from(auditEvent)
        .where(eq(auditEvent.caseRef, row.ref))
        .orderBy(auditEvent.seq);
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
      const moves = events.map((event) => parseEntry(event.entry)).filter((entry) => entry.state !== null);
      moves.slice(1).forEach((entry, index) => expect(entry.prev_state).toBe(moves[index]?.state));
      expect(moves.at(-1)?.state).toBe(row.status);
      expect(row.version).toBe(moves.length);
    }
  });
});

describe("what goes wrong", () => {
  test("a wrong fact confirms nothing, and says so to staff only", async () => {
    const opened = await aCase(harbour, {
      request: {
        ...aRequest,
        proof: {
          method: "facts",
          facts: { "account-number": "HL44710936", "last-invoice": "18.41|2026-10" },
        },
      },
    });
    await jobs();
    expect(await read(opened.id)).toMatchObject({ status: "received", proofId: null, assurance: "none" });
  });

  test("right facts from a network that tried too much are not compared, and staff are told", async () => {
    const opened = await aCase(harbour, { isOverLimit: true });
    await jobs();
    expect(await read(opened.id)).toMatchObject({ status: "received", proofId: null, assurance: "none" });
    const [kept] = await database().select().from(proof).where(eq(proof.caseId, opened.id));
    expect(kept).toMatchObject({ passed: false, facts: [] });
  });

  test("an unknown person is no different", async () => {
    const opened = await aCase(harbour, {
      request: {
        ...aRequest,
        proof: {
          method: "facts",
          facts: { "account-number": "HL00000000", "last-invoice": "18.40|2026-10" },
        },
      },
    });
    await jobs();
    expect(await read(opened.id)).toMatchObject({ status: "received", proofId: null });
  });

  test("a contact on file that changed last week receives nothing by itself", async () => {
    const opened = await aCase(harbour, {
      receivedAt: new Date("2026-11-24T10:00:00Z"),
      request: {
        ...aRequest,
        proof: {
          method: "facts",
          facts: { "account-number": "HL90351147", "last-invoice": "18.40|2026-10" },
        },
      },
    });
    await jobs();
    expect(await read(opened.id)).toMatchObject({ status: "reviewing", delivery: null });
  });

  test("an approval falls away when anything changes", async () => {
    const opened = await aCase(harbour, {
      request: {
        ...aRequest,
        proof: {
          method: "facts",
          facts: { "account-number": "HL22085513", "last-invoice": "18.40|2026-10" },
        },
      },
    });
    await jobs();
    const flags = await database().select().from(recordFlag).where(eq(recordFlag.caseId, opened.id));
    for (const flag of flags) await keepRecord(ana, opened.id, { ...flag, source: "desk" });
    const [asked] = await claimsOf(opened.id);
    await decideClaim(ana, opened.id, {
      claimId: asked!.id,
      outcome: "granted",
      reasons: [],
      explanation: null,
    });
    await askApproval(ana, opened.id);
    await jobs();
    const manifest = Buffer.from((await newestBundle(database(), opened.id))!.manifestHash!).toString("hex");
    await approve(tom, opened.id, manifest);
    expect(await changeAnswer(ana, opened.id)).toMatchObject({ ok: true, status: "reviewing" });
    expect(await sendAnswer(ana, opened.id)).toMatchObject({ ok: false });
    expect(await approve(tom, opened.id, manifest)).toMatchObject({ ok: false });
  });

  test("two approve at once: one wins", async () => {
    const opened = await aCase(harbour, {
      request: {
        ...aRequest,
        proof: {
          method: "facts",
          facts: { "account-number": "HL22085513", "last-invoice": "18.40|2026-10" },
        },
      },
    });
    await jobs();
    const [asked] = await claimsOf(opened.id);
    await decideClaim(ana, opened.id, {
      claimId: asked!.id,
      outcome: "granted",
      reasons: [],
      explanation: null,
    });
    await askApproval(ana, opened.id);
    await jobs();
    const manifest = Buffer.from((await newestBundle(database(), opened.id))!.manifestHash!).toString("hex");
    const ben = await aMember(harbour, `Ben ${opened.reference}`, ["approver"]);
    const outcomes = await Promise.all([tom, ben, tom, ben].map((who) => approve(who, opened.id, manifest)));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  });
});
