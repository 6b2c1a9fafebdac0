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
  const finder = new MentionFinder(database(), sources, own, run.signal);
  expect(await finder.findInText(text)).toMatchObject([{ places: ["Daniel Whitlock"] }]);
  run.abort();
  await expect(finder.findInText("Leo Marchetti knows it.")).rejects.toMatchObject({ fault: "cancelled" });
  await finder.close();
  const late = new MentionFinder(database(), sources, own, run.signal);
  await expect(late.findInText(text)).rejects.toMatchObject({ fault: "cancelled" });
  await late.close();
});
