import { chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
const root = "file:///tmp/bx/data-request-HB-7K4Q-2M9X/";
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const pages = [
  "START-HERE.html",
  "1-letter/response.html",
  "2-about-your-data/about.html",
  "3-your-data/index.html",
  "3-your-data/account/account.html",
  "3-your-data/invoices/invoices.html",
  "3-your-data/meetings/meetings.html",
  "3-your-data/support-messages/support-messages.html",
  "3-your-data/marketing/marketing.html",
  "3-your-data/inferences/inferences.html",
  "5-what-we-left-out/left-out.html",
  "6-where-we-looked/systems.html",
  "7-your-request/history.html",
  "8-your-rights/your-rights.html",
];
for (const [mode, width, scheme] of [
  ["wide", 1280, "light"],
  ["narrow", 320, "light"],
  ["dark", 1280, "dark"],
] as const) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  page.on("request", (r) => {
    if (!r.url().startsWith("file:")) console.log("REQUEST", r.url());
  });
  page.on("requestfailed", (r) => console.log("FAILED", r.url(), r.failure()?.errorText));
  page.on("console", (m) => console.log("CONSOLE", m.text()));
  for (const path of pages) {
    await page.goto(root + path);
    const name = path.split("/").at(-1)!.replace(".html", "");
    await page.screenshot({ path: `/tmp/shots/${name}-${mode}.png`, fullPage: true, clip: undefined });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((f) => f.status === "loaded").length;
    });
    const axe = await new AxeBuilder({ page }).options({ preload: false }).analyze();
    console.log(
      mode,
      path,
      "overflow",
      overflow,
      "fonts",
      fonts,
      axe.violations.map((v) => `${v.id}:${v.impact}:${v.nodes.length}:${v.nodes[0]?.html.slice(0, 120)}`),
    );
  }
}
await browser.close();
