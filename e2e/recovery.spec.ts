import type { Page } from "@playwright/test";
import { JOURNEY_PEOPLE } from "../scripts/journeys/people.ts";
import { test } from "./changing.ts";
import { expect } from "./fixtures.ts";

/** Each journey takes the password of one person, so they go in order. */
test.describe.configure({ mode: "serial" });

const { admin, editor } = JOURNEY_PEOPLE;
const CHOSEN = "staple tower candle two";

/** Has the admin, who is signed in, make a recovery link for someone. */
async function linkFor(page: Page, name: string): Promise<string> {
  await page.goto("/admin/people");
  await page.getByRole("button", { name: `Make a recovery link for ${name}` }).click();
  const field = page.getByRole("textbox", { name: /^The recovery link for \S+, good once/ });
  const link = await field.inputValue();
  await page.goto("/admin/people");
  expect(await page.content()).not.toContain(link.slice(-43));
  return link;
}

async function trySignIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The link of the first journey, which the second finds used. */
let link = "";

test("whoever forgot their password chooses another by an admin's link, and is out everywhere else", async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  const theirs = await context.newPage();
  await trySignIn(theirs, editor.email, editor.password);
  await expect(theirs).toHaveURL("/");

  await signInAs("admin", "/admin/people");
  link = await linkFor(page, editor.name);
  expect(link).toMatch(/^http\S+\/recover\?token=[\w-]{43}$/);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByLabel("E-mail address")).toHaveValue(editor.email);
  await page.getByLabel("New password", { exact: true }).fill(editor.name);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByLabel("New password", { exact: true })).toHaveAccessibleDescription(
    /Choose one that does not repeat your name/,
  );
  await page.getByLabel("New password", { exact: true }).fill(CHOSEN);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page).toHaveURL("/account");
  await expect(page.locator(".account-menu > summary")).toContainText(editor.name);
  await theirs.goto("/account");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await context.close();
});

test("a link is good once, and from then on only the new password is", async ({ page }) => {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This recovery link cannot be used");
  await trySignIn(page, editor.email, editor.password);
  await expect(page.getByRole("alert").filter({ hasText: "No account can be used" })).toBeVisible();
  await trySignIn(page, editor.email, CHOSEN);
  await expect(page).toHaveURL("/");
});

test("a link that another took the place of is refused, and so is its form if it was open by then", async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  await signInAs("admin", "/admin/people");
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  const theirs = await context.newPage();
  await theirs.goto(await linkFor(page, JOURNEY_PEOPLE.reader.name));
  await linkFor(page, JOURNEY_PEOPLE.reader.name);
  await theirs.getByLabel("New password", { exact: true }).fill(CHOSEN);
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(
    theirs.getByRole("alert").filter({ hasText: "This link cannot be used any more: ask an admin" }),
  ).toBeFocused();
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test(`what a recovery link leads to breaks no accessibility rule (${colorScheme})`, async ({
      page,
      signInAs,
      axeViolations,
    }) => {
      await signInAs("admin", "/admin/people");
      const link = await linkFor(page, JOURNEY_PEOPLE.reader.name);
      for (const path of [link, "/recover?token=x"]) {
        await page.goto(path);
        expect(await axeViolations(), path).toEqual([]);
      }
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin makes a link and comes back by it", async ({ page, signInAs }) => {
    await page.goto("/sign-in");
    await expect(page.getByText("Forgotten your password? An admin can make you a link")).toBeVisible();
    await signInAs("admin", "/admin/people");
    const link = await linkFor(page, admin.name);
    await page.goto(link);
    await page.getByLabel("New password", { exact: true }).fill(CHOSEN);
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(page).toHaveURL("/account");
    await page.goto("/recover");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This recovery link cannot be used");
  });
});
