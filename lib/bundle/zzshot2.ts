import { chromium } from "@playwright/test";
const root = "file:///tmp/bx/data-request-HB-7K4Q-2M9X/";
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
for (const [path, w] of [
  ["3-your-data/meetings/meetings.html", 1280],
  ["3-your-data/invoices/invoices.html", 1280],
  ["3-your-data/invoices/invoices.html", 320],
  ["3-your-data/marketing/marketing.html", 1280],
] as const) {
  const page = await browser.newPage({ viewport: { width: w, height: 1500 } });
  await page.goto(root + path);
  await page.screenshot({ path: `/tmp/shots/top-${path.split("/")[1]}-${w}.png` });
}
const page = await browser.newPage();
await page.goto(root + "1-letter/response.html");
await page.pdf({ path: "/tmp/shots/letter.pdf", format: "A4", preferCSSPageSize: true });
await page.goto(root + "3-your-data/support-messages/support-messages.html");
await page.pdf({ path: "/tmp/shots/cat.pdf", format: "A4" });
await browser.close();
