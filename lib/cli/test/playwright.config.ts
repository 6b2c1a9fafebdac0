import { defineConfig } from "@playwright/test";
import { rawEnv } from "#lib/env.ts";

const { HABEAS_URL, CHROMIUM_PATH } = rawEnv();

/** The runner (lib/cli/test.ts) starts the portal and says by variables where it is, and which browser to use. */
export default defineConfig({
  testDir: "../../../e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "../../../.data/test/browser",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A guard against a page that never comes, not a measure of speed.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: HABEAS_URL,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
