import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";
import { freePort } from "./scripts/launch/port.mjs";

/** The day the journeys take place: readings and staleness do not change with the calendar. */
const today = "2026-11-23";

// Workers read this file again; they inherit what the first reading has put into the environment.
const browser = process.env.CHROMIUM_PATH ?? (await findBrowser());
const port = process.env.BUBBLESCOPE_E2E_PORT ?? String(await freePort());
const data = process.env.BUBBLESCOPE_E2E_DATA ?? temporaryFolder();
Object.assign(process.env, { BUBBLESCOPE_E2E_PORT: port, BUBBLESCOPE_E2E_DATA: data });

const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: `node --import tsx scripts/journeys/prepare-store.ts "${data}" && node scripts/start.mjs --port ${port} --data "${data}"`,
    url: `${baseURL}/readyz`,
    env: { BUBBLESCOPE_TODAY: today, DATABASE_URL: "" },
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
    timeout: 180_000,
  },
});

/** A folder that goes when this process does, which is after the server has closed its database. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bubblescope-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
