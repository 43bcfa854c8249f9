import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright";

/** Keeps the browser from looking for anything outside this machine. */
const QUIET = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** Chromium as named by CHROMIUM_PATH, else Playwright's own, else the system's. */
export async function openBrowser(): Promise<Browser> {
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
  ];
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error("no Chromium was found; set CHROMIUM_PATH to one");
  return chromium.launch({ executablePath, args: QUIET });
}
