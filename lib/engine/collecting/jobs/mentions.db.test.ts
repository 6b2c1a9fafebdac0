import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aMember, anOrganisation } from "#db/factories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { connectShop } from "#db/testing/shop.ts";
import { mappedSources } from "../../sources/client.ts";
import { MentionFinder } from "./mentions.ts";

const installation = testInstallation();

test("somebody else named in a text is found, and looking for her ends where the run does", async () => {
  const ctx = await aMember(await anOrganisation("harbour"), "Rafa Lindqvist", ["admin"]);
  await connectShop(ctx, installation.dataFolder);
  const sources = await mappedSources(database(), ctx.organisation.id);
  const own = { names: ["Maya Santos"], emails: [] };
  const text = "Daniel Whitlock used my link, says Maya Santos.";
  const run = new AbortController();
  const reader = { sourceId: sources[0]?.source.id ?? "", isLastTry: true };
  const finder = new MentionFinder(database(), sources, own, run.signal, reader);
  expect(await finder.findInText(text)).toMatchObject([{ places: ["Daniel Whitlock"] }]);
  run.abort();
  await expect(finder.findInText("Leo Marchetti knows it.")).rejects.toMatchObject({ fault: "cancelled" });
  await finder.close();
  const late = new MentionFinder(database(), sources, own, run.signal, reader);
  await expect(late.findInText(text)).rejects.toMatchObject({ fault: "cancelled" });
  await late.close();
});

test("a neighbour that cannot be read stops nobody else; the store that is read itself does", async () => {
  const ctx = await aMember(await anOrganisation("lantern"), "Rafa Lindqvist", ["admin"]);
  const { desk, shop, shopPath } = await connectShop(ctx, join(installation.dataFolder, "neighbours"));
  const sources = await mappedSources(database(), ctx.organisation.id);
  await rename(shopPath, `${shopPath}.away`);
  const look = async (sourceId: string) => {
    const { signal } = new AbortController();
    const own = { names: ["Maya Santos"], emails: [] };
    const finder = new MentionFinder(database(), sources, own, signal, { sourceId, isLastTry: true });
    try {
      return { found: await finder.findInText("Daniel Whitlock used my link."), unasked: finder.unasked };
    } finally {
      await finder.close();
    }
  };
  expect((await look(desk)).unasked).toEqual(["Shop"]);
  await expect(look(shop)).rejects.toMatchObject({ fault: "not-there" });
});
