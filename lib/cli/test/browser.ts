import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Where systems keep a browser that Playwright can drive. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * A browser for the tests: the one named, Playwright's own, one that is there, or one from the system's packages.
 * Nothing else is ever downloaded. @returns its path, or null after saying what to do
 */
export function findBrowser(named: string | null, say: (sentence: string) => void): string | null {
  if (named) {
    if (existsSync(named)) return named;
    say(`There is no browser at ${named}, where CHROMIUM_PATH points.`);
    return null;
  }
  const found = present();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing a browser for the tests (chromium, by apt-get)…");
    const install = () => apt("install", "-y", "--no-install-recommends", "chromium");
    // On a fresh machine the package lists are empty.
    if (!install() && apt("update")) install();
    if (present()) return present();
  }
  say(
    "No browser was found, so the browser tests are skipped. Install chromium with the system's package manager, " +
      'set CHROMIUM_PATH, or run "npx playwright install chromium".',
  );
  return null;
}

function present(): string | null {
  return [chromium.executablePath(), ...usualPlaces].find((path) => path && existsSync(path)) ?? null;
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
}
