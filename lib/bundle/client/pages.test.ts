import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContextOptions } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeLetter } from "#lib/decisions/letter.ts";
import { findBrowser } from "#lib/cli/test/browser.ts";
import { bundleEntries } from "../entries.ts";
import type { BundleInput } from "../input.ts";
import {
  fixedRecords,
  sampleCategory,
  sampleGroup,
  sampleInput,
  sampleLetter,
} from "../sample.test.fixture.ts";
import { bundleAssets } from "./assets.ts";

const executablePath = findBrowser(process.env["CHROMIUM_PATH"] ?? null, () => undefined);

/** Every kind of page; categories as cards, table, wide table, with nothing in them, and of several pages. */
const pages = [
  "START-HERE.html",
  "1-letter/response.html",
  "2-about-your-data/about.html",
  "3-your-data/index.html",
  "3-your-data/account/account.html",
  "3-your-data/support-messages/support-messages.html",
  "3-your-data/marketing/marketing.html",
  "3-your-data/inferences/inferences.html",
  "5-what-we-left-out/left-out.html",
  "6-where-we-looked/systems.html",
  "7-your-request/history.html",
  "8-your-rights/your-rights.html",
];

/** Those whose parts change most where there is little room. */
const narrow = pages.filter((path) => /START|response|account|messages|marketing|systems/.test(path));

describe.skipIf(executablePath === null)("bundle pages opened from disk in a browser", () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "habeas-pages-"));
    await unpack(sampleInput(), "en");
    await unpack(sampleInput("de"), "de");
    await unpack(sampleInput("en", { about: null, data: null, leftOut: null, searched: null }), "refusal");
    await unpack(manyMessages(), "many");
    await unpack(endlessWords(), "endless");
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--disable-gpu", "--disable-dev-shm-usage"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function unpack(input: BundleInput, name: string): Promise<void> {
    for await (const { path, content } of bundleEntries(input, await bundleAssets())) {
      const file = join(folder, name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  /** Opens a page and tells what a reader without a network would meet. */
  async function visit(name: string, path: string, options: BrowserContextOptions) {
    const context = await browser.newContext({ ...options, offline: true });
    try {
      const page = await context.newPage();
      const outside: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => request.url().startsWith("file:") || outside.push(request.url()));
      page.on("console", (message) => complaints.push(message.text()));
      page.on("requestfailed", (request) => complaints.push(request.url()));
      await page.goto(pathToFileURL(join(folder, name, path)).href);
      const seen = await page.evaluate(async () => {
        await document.fonts.ready;
        return {
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          font: [...document.fonts].some((font) => font.status === "loaded"),
          background: getComputedStyle(document.body).backgroundColor,
          lang: document.documentElement.lang,
          headings: document.querySelectorAll("h1").length,
          images: document.images.length,
        };
      });
      const noise = [...complaints];
      const axe = await new AxeBuilder({ page }).options({ preload: false }).analyze();
      return {
        ...seen,
        outside,
        complaints: noise,
        axe: axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      };
    } finally {
      await context.close();
    }
  }

  const clean = { sideways: 0, font: true, outside: [], complaints: [], axe: [], headings: 1, images: 0 };

  it.each(pages)("%s: nothing from the network, nothing to object to", async (path) => {
    expect(await visit("en", path, { viewport: { width: 1280, height: 900 } })).toMatchObject({
      ...clean,
      lang: "en",
    });
  });

  it.each(narrow)("%s: at 320 px and in the dark, in German", async (path) => {
    const seen = await visit("de", path, { viewport: { width: 320, height: 640 }, colorScheme: "dark" });
    expect(seen).toMatchObject({ ...clean, lang: "de", background: "rgb(15, 21, 28)" });
  });

  it.each(["support-messages.html", "support-messages-2.html"])(
    "%s: a group that goes on over a page has nothing to object to",
    async (name) => {
      const path = `3-your-data/support-messages/${name}`;
      expect(await visit("many", path, { forcedColors: "active" })).toMatchObject(clean);
    },
  );

  it("a refusal has nothing to object to either", async () => {
    expect(await visit("refusal", "START-HERE.html", { forcedColors: "active" })).toMatchObject(clean);
  });

  it.each(["START-HERE.html", "1-letter/response.html", "5-what-we-left-out/left-out.html"])(
    "%s: 200 letters without a blank still fit 320 px",
    async (path) => {
      expect(await visit("endless", path, { viewport: { width: 320, height: 640 } })).toMatchObject(clean);
    },
  );

  it("has links that all lead to a file of the bundle, to a mailbox or to an authority", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const path of [...pages, "3-your-data/support-messages/support-messages-2.html"]) {
      const name = path.includes("-2.html") ? "many" : "en";
      await page.goto(pathToFileURL(join(folder, name, path)).href);
      const links = await page.$$eval("a[href]", (anchors) =>
        anchors.map((anchor) => (anchor as HTMLAnchorElement).href),
      );
      expect(links.length).toBeGreaterThan(0);
      for (const link of links.filter((address) => address.startsWith("file:"))) {
        const target = new URL(link.replace(/#.*/, ""));
        expect(target.pathname.startsWith(pathToFileURL(join(folder, name)).pathname)).toBe(true);
        await expect(
          import("node:fs/promises").then(({ access }) => access(target)),
        ).resolves.toBeUndefined();
      }
    }
    await context.close();
  });

  it("shows a hostile value as text and never as a picture", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(join(folder, "en", "3-your-data/meetings/meetings.html")).href);
    expect(await page.getByText("Choir <img src=x onerror=alert(1)>").count()).toBe(1);
    expect([dialogs, await page.locator("img").count()]).toEqual([[], 0]);
    await context.close();
  });
});

function endlessWords(): BundleInput {
  const word = "Xy".repeat(100);
  const letter = composeLetter({
    ...sampleLetter("en"),
    personName: word,
    organisation: { name: word, place: word },
  });
  return sampleInput("en", {
    personName: word,
    organisation: { ...sampleInput().organisation, name: word, accent: "#8A1538" },
    letter,
    leftOut: [{ kind: "covered", what: word, count: 3, reason: word, law: word, ask: word }],
  });
}

function manyMessages(): BundleInput {
  const records = Array.from({ length: 700 }, (_, index) => ({ body: `number ${index + 1}` }));
  const fields = [{ name: "body", label: "Message", kind: "text" as const }];
  const group = { ...sampleGroup, fields, timeField: null, records: fixedRecords(records) };
  const few = {
    ...sampleGroup,
    id: "few",
    title: "Calls",
    records: fixedRecords(records.slice(0, 3)),
    fields,
  };
  const category = sampleCategory("support-messages", group);
  const categories = [{ ...category, groups: [{ ...few, timeField: null }, group] }];
  return sampleInput("en", { data: { collectedOn: "2026-11-12", categories, notHeld: [] } });
}
