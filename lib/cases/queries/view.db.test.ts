import { beforeAll, describe, expect, test } from "vitest";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import type { StaffContext } from "#lib/context.ts";
import { askCheck, recordCheck } from "#lib/identity/commands.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { getCaseView } from "./view.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
const jobs = () => runJobs(installation.database.url);

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  await connectShop(await aMember(harbour, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
});

describe("what the worker does for a case", () => {
  test("is told between its steps too, when no source has a row yet", async () => {
    const { id, reference } = await aCase(harbour, {
      request: {
        ...aRequest,
        proof: {
          method: "facts",
          facts: { "account-number": "HL44710936", "last-invoice": "1.00|2026-10" },
        },
      },
    });
    const underWay = async () => (await getCaseView(ana, reference)).underWay;
    expect(await underWay()).toBe("checking");
    await jobs();
    expect(await underWay()).toBeNull();
    expect(await askCheck(ana, id)).toMatchObject({ ok: true });
    expect(await underWay()).toBe("checking");
    await jobs();
    expect(await underWay()).toBeNull();

    const check = { note: "Called back", locator: "HL44710936" };
    expect(await recordCheck(ana, id, check)).toMatchObject({ ok: true, status: "collecting" });
    expect(await getCaseView(ana, reference)).toMatchObject({ underWay: "collecting", sources: [] });
    await jobs();
    expect(await getCaseView(ana, reference)).toMatchObject({
      underWay: null,
      row: { status: "reviewing" },
    });
  });

  test("is nothing where nothing can be checked by itself", async () => {
    const { reference } = await aCase(harbour, {
      request: { ...aRequest, proof: { method: "other", note: null } },
    });
    await jobs();
    expect((await getCaseView(ana, reference)).underWay).toBeNull();
  });
});
