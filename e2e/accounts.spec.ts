import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";

/** The first account can be made only once, so these journeys have a server to themselves, and go in order. */
const test = base.extend<object, { ownServer: OwnServer & { readonly setUpLink: string } }>({
  ownServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern
    async ({}, use) => {
      const server = await startOwnServer();
      const { setUpLink } = server;
      if (setUpLink === null) throw new Error("the server printed no set-up link");
      await use({ ...server, setUpLink });
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ ownServer }, use) => use(ownServer.url),
});
test.describe.configure({ mode: "serial" });

const ada = { name: "Ada Lovelace", email: "ada@example.org", password: "correct horse battery" };
const grace = { name: "Grace Hopper", email: "grace@example.org", password: "staple tower candle" };
const PAGES = ["/account", "/admin/people", "/admin/keys", "/admin/audit"];

async function signIn(page: Page, { email, password }: typeof ada, next = "/"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === next);
}

const account = (page: Page) => page.locator(".account-menu > summary");

/** A second browser, in which nobody is signed in. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  return context.newPage();
}

/** Goes on with the Tab key until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the Tab key does not lead to ${target}`);
}

test("the printed link makes the first account, by keyboard alone, and then no other", async ({
  page,
  ownServer,
}) => {
  await page.goto(ownServer.setUpLink);
  const submit = page.getByRole("button", { name: "Make the account" });
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type("short");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "3 fields need another look" })).toBeFocused();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/Choose at least 12 characters/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type(ada.name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(ada.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(ada.password);
  await tabTo(page, submit);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/admin/people");
  await expect(account(page)).toHaveText("Account of Ada Lovelace, admin");

  await page.goto(ownServer.setUpLink);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This set-up link cannot be used");
});

test("the session is out of reach of scripts and other sites, and its pages of caches and search engines", async ({
  page,
  context,
}) => {
  const visit = await page.request.get("/");
  expect(visit.headers()["set-cookie"]).toBeUndefined();
  await signIn(page, ada);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: "bubblescope-session", httpOnly: true, sameSite: "Lax", path: "/" });
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(days).toBeGreaterThan(13.9);
  for (const path of ["/", ...PAGES]) {
    const headers = (await page.request.get(path)).headers();
    expect(headers["cache-control"], path).toBe("private, no-store");
    expect(headers["set-cookie"], path).toContain("bubblescope-session=");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    if (path !== "/") expect(headers["x-robots-tag"], path).toContain("noindex");
  }
});

test("a wrong password and an unknown address are refused alike", async ({ page }) => {
  await page.goto("/sign-in");
  const alert = page.getByRole("alert").filter({ hasText: /./ });
  const answers: string[] = [];
  for (const email of [ada.email, "nobody@example.org"]) {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("not the password");
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in" }).click();
    await answered;
    await expect(alert).toBeFocused();
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
    answers.push((await alert.textContent()) ?? "");
  }
  expect(answers).toEqual(Array(2).fill("No account can be used with this e-mail address and password."));
});

test("an invitation brings in a second person, who may not do what takes another role", async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, ada, "/admin/people");
  await page.getByLabel("E-mail address").fill(grace.email);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("textbox", { name: /Copy the link now/ }).inputValue();
  await expect(page.getByRole("row", { name: /grace@example.org/ })).toContainText("editor");

  const hers = await elsewhere(browser, baseURL);
  await hers.goto(link);
  await expect(hers.getByLabel("E-mail address")).toHaveValue(grace.email);
  await hers.getByLabel("Name", { exact: true }).fill(grace.name);
  await hers.getByLabel("Password").fill(grace.password);
  await hers.getByRole("button", { name: "Make the account" }).click();
  await expect(hers).toHaveURL("/account");
  await account(hers).click();
  await expect(hers.getByRole("navigation", { name: "Account" }).getByRole("link")).toHaveText([
    "Your account",
    "Upload",
    "Data",
    "Revisions",
  ]);
  for (const path of PAGES.slice(1)) {
    expect((await hers.goto(path))?.status()).toBe(403);
    await expect(hers.getByRole("heading", { level: 1 })).toHaveText("Your role does not allow this");
  }
  await hers.goto(link);
  await expect(hers.getByRole("heading", { level: 1 })).toHaveText("This invitation cannot be used");
  await hers.context().close();

  await page.reload();
  await expect(page.getByText("No invitation is open.")).toBeVisible();
});

test("a visitor is asked to sign in, and comes back to where they wanted", async ({ page }) => {
  await page.goto("/admin/audit?action=sign-in");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/admin/audit?action=sign-in");
  await expect(account(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await account(page).focus();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Sign out" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a session ended from another browser is over at its next page", async ({ page, browser, baseURL }) => {
  const there = await elsewhere(browser, baseURL);
  await signIn(there, grace, "/account");
  await signIn(page, grace, "/account");
  const sessions = page.getByRole("region", { name: "List of sessions" }).getByRole("row");
  const before = await sessions.count();
  await page.getByRole("button", { name: "End all other sessions" }).click();
  await expect(page.getByRole("status").filter({ hasText: /ended/ })).toBeFocused();
  await expect(sessions).toHaveCount(2);
  expect(before).toBeGreaterThan(2);
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await there.context().close();
});

test("a name and a password are changed, the password only with the current one", async ({ page }) => {
  await signIn(page, grace, "/account");
  await page.getByRole("textbox", { name: "Name" }).fill("Rear Admiral Hopper");
  await page.getByRole("button", { name: "Change the name" }).click();
  await expect(account(page)).toContainText("Rear Admiral Hopper");
  await page.getByLabel("Current password").fill("a guess");
  await page.getByLabel("New password").fill("staple tower candle two");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription(
    "This is not your current password.",
  );
  await page.getByLabel("Current password").fill(grace.password);
  await page.getByLabel("New password").fill("staple tower candle two");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your password was changed" })).toBeFocused();
  await page.reload();
  await expect(account(page)).toContainText("Rear Admiral Hopper");
});

test("whoever is disabled is out at once, and cannot come back until enabled", async ({
  page,
  browser,
  baseURL,
}) => {
  const changed = { ...grace, password: "staple tower candle two" };
  const hers = await elsewhere(browser, baseURL);
  await signIn(hers, changed, "/account");
  await signIn(page, ada, "/admin/people");
  await page.getByRole("button", { name: "Disable Rear Admiral Hopper" }).click();
  await expect(page.getByRole("button", { name: "Enable Rear Admiral Hopper" })).toBeVisible();
  await hers.reload();
  await expect(hers).toHaveURL(/\/sign-in/);
  await hers.getByLabel("E-mail address").fill(changed.email);
  await hers.getByLabel("Password").fill(changed.password);
  await hers.getByRole("button", { name: "Sign in" }).click();
  await expect(hers.getByRole("alert").filter({ hasText: "No account can be used" })).toBeVisible();

  await page.getByRole("button", { name: "Enable Rear Admiral Hopper" }).click();
  await expect(page.getByRole("button", { name: "Disable Rear Admiral Hopper" })).toBeVisible();
  await page.getByLabel("Role of Rear Admiral Hopper").selectOption("reader");
  await page.getByRole("button", { name: "Change the role of Rear Admiral Hopper" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The role was changed" })).toBeFocused();
  await signIn(hers, changed, "/account");
  await expect(account(hers)).toContainText("reader");
  await hers.context().close();

  await page.getByRole("button", { name: "Disable Ada Lovelace" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "the last admin" })).toBeFocused();
});

test("a key is shown once, and is worth nothing once revoked", async ({ page, playwright, baseURL }) => {
  await signIn(page, ada, "/admin/keys");
  await page.getByLabel("Name", { exact: true }).fill("nightly");
  await page.getByRole("button", { name: "Make the key" }).click();
  await expect(page.getByRole("group", { name: "Scopes" })).toContainText("Choose at least one.");
  await page.getByRole("checkbox", { name: "upload" }).check();
  await page.getByRole("button", { name: "Make the key" }).click();
  const field = page.getByRole("textbox", { name: /The key “nightly”/ });
  const key = await field.inputValue();
  expect(key).toMatch(/^bsk_/);
  await page.reload();
  await expect(field).toHaveCount(0);
  expect(await page.content()).not.toContain(key);

  const program = await playwright.request.newContext({
    ...(baseURL !== undefined && { baseURL }),
    extraHTTPHeaders: { Authorization: `Bearer ${key}` },
  });
  const problem = async () => (await (await program.get("/admin/audit/export")).json()).type;
  expect(await problem()).toBe("urn:bubblescope:problem:key-scope");
  await page.getByText("Revoke nightly…").click();
  await page.getByRole("button", { name: "Revoke nightly for good" }).click();
  await expect(page.getByRole("row", { name: /nightly/ })).toContainText("revoked");
  expect(await problem()).toBe("urn:bubblescope:problem:key-unknown");
  await program.dispose();
});

test("the audit log tells all of it, by person and kind, and as a file", async ({ page }) => {
  await signIn(page, ada, "/admin/audit");
  const log = page.getByRole("table");
  for (const words of [
    "Set up the first account",
    "Invited: grace@example.org",
    "Disabled an account",
    "Made an API key: nightly",
  ]) {
    await expect(log.getByText(words).first()).toBeVisible();
  }
  await page.getByLabel("Person").selectOption({ label: "Rear Admiral Hopper (grace@example.org)" });
  await page.getByLabel("What they did").selectOption("Failed to sign in");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/action=sign-in-failed/);
  await expect(log.getByRole("row")).toHaveCount(2);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all of these as CSV" }).click();
  const file = await (await downloading).path();
  const lines = readFileSync(file, "utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("sign-in-failed,Rear Admiral Hopper,grace@example.org");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test(`the ways in break no accessibility rule (${colorScheme})`, async ({
      page,
      axeViolations,
      ownServer,
    }) => {
      for (const path of ["/invitation?token=x", ownServer.setUpLink, "/sign-in"]) {
        await page.goto(path);
        expect(await axeViolations(), path).toEqual([]);
      }
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "2 fields" })).toBeVisible();
      expect(await axeViolations(), "a refused form").toEqual([]);
    });

    test(`the pages behind them break none either (${colorScheme})`, async ({ page, axeViolations }) => {
      await signIn(page, ada, "/account");
      for (const path of PAGES) {
        await page.goto(path);
        expect(await axeViolations(), path).toEqual([]);
        // Open, the menu lies over what is below it.
        await account(page).click();
        expect(await axeViolations(".account-menu"), `the menu on ${path}`).toEqual([]);
      }
    });
  });
}

for (const width of [390, 320]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    test(`no page scrolls sideways at ${width} px, with the menu open`, async ({ page }) => {
      await signIn(page, ada, "/account");
      for (const path of PAGES) {
        await page.goto(path);
        await account(page).click();
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overhang, path).toBeLessThanOrEqual(0);
        const menu = await page.getByRole("navigation", { name: "Account" }).boundingBox();
        expect(menu?.x, path).toBeGreaterThanOrEqual(0);
      }
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one signs in, is told what is wrong, changes things and signs out", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toContainText("2 fields need another look");
    await expect(page.getByRole("alert")).toBeFocused();
    await page.getByLabel("E-mail address").fill(ada.email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toContainText("No account can be used");
    await expect(page.getByLabel("E-mail address")).toHaveValue(ada.email);
    await page.getByLabel("Password").fill(ada.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/");

    await account(page).click();
    await page.getByRole("link", { name: "People" }).click();
    await page.getByLabel("E-mail address").fill("joan@example.org");
    await page.getByRole("button", { name: "Make the link" }).click();
    await expect(page.getByRole("textbox", { name: /Copy the link now/ })).toHaveValue(
      /\/invitation\?token=/,
    );
    await page.getByRole("button", { name: "Withdraw the invitation of joan@example.org" }).click();
    await expect(page.getByRole("status").filter({ hasText: "withdrawn" })).toBeVisible();

    await account(page).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  });
});
