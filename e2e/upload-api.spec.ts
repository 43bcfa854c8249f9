import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";

/** What the page says is to work as printed on a fresh install, so it has one to itself. */
const test = base.extend<object, { ownServer: OwnServer }>({
  ownServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern
    async ({}, use) => {
      const server = await startOwnServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ ownServer }, use) => use(ownServer.url),
});

const MARK = "---- next ----";

/** Makes the first account, and with it a key as the page says. */
async function makeKey(page: Page, { setUpLink }: OwnServer): Promise<string> {
  if (setUpLink === null) throw new Error("the server printed no set-up link");
  await page.goto(setUpLink);
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).toHaveURL("/admin/people");
  await page.goto("/docs/uploads");
  await page.getByRole("main").getByRole("link", { name: "API keys" }).click();
  await page.getByLabel("Name", { exact: true }).fill("cron");
  await page.getByRole("checkbox", { name: "upload" }).check();
  await page.getByRole("checkbox", { name: "commit" }).check();
  await page.getByRole("button", { name: "Make the key" }).click();
  const shown = page.getByRole("textbox", { name: /The key “cron”/ });
  return shown.inputValue();
}

test("the commands of the documentation take a file into the store as printed", async ({
  page,
  ownServer,
}) => {
  const key = await makeKey(page, ownServer);
  await page.goto("/docs/uploads");
  const section = page.locator("section.section", { has: page.locator("#walk-through") });
  const commands = await section.locator("pre").allTextContents();
  expect(commands[0]).toContain(`'${ownServer.url}'`);
  const script = commands.join(`\necho\necho '${MARK}'\n`).replace("bsk_…", key);

  const folder = mkdtempSync(join(tmpdir(), "bubblescope-e2e-curl-"));
  const { stdout } = await promisify(execFile)("sh", ["-eu", "-c", script], { cwd: folder, timeout: 60_000 });
  const csv = readFileSync(join(folder, "problems.csv"), "utf8");
  rmSync(folder, { recursive: true });
  const said = stdout.split(MARK).map((part) => part.trim());
  expect(said).toHaveLength(8);
  const [, , sent, problems, mended, changes, committed, again] = said.map((part) =>
    part.startsWith("{") ? JSON.parse(part) : part,
  );

  expect(sent).toMatchObject({ state: "checked", errors: 1, counts: { added: 1, revised: 1 } });
  expect(problems).toMatchObject({ total: 1, problems: [{ row: 4, value: "2024-Q5", rule: "period" }] });
  expect(csv).toContain("4,period,2024-Q5,error,period,is not a period,");
  expect(mended).toMatchObject({ errors: 0, settings: { leftOut: [4] } });
  expect(changes).toMatchObject({
    changes: [
      { kind: "revised", period: "2024-Q3", old: { value: "66.5" }, value: "68" },
      { kind: "new", period: "2024-Q4", value: "105" },
    ],
  });
  expect(committed).toMatchObject({
    state: "committed",
    receipt: { outcome: "committed", revision: sent.base + 1, counts: { added: 1, revised: 1 } },
  });
  expect(again).toMatchObject({ receipt: { outcome: "nothing-to-do", revision: sent.base + 1 } });

  const { page: receipt, revision } = committed.receipt;
  await page.goto(receipt);
  await page.getByRole("link", { name: `Roll back revision ${revision}…` }).click();
  await page.getByRole("button", { name: `Roll back revision ${revision}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Revision ${revision + 1}`);
});
