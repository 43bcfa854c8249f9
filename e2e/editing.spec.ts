import type { Page } from "@playwright/test";
import { test } from "./changing.ts";
import { expect } from "./fixtures.ts";

// One server serves them all.
test.describe.configure({ mode: "default" });

/** Fills in the form of an event that no other journey has. */
async function fillEvent(page: Page, { code, label }: { code: string; label: string }): Promise<void> {
  await page.goto("/admin/data/events/new");
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByLabel("Label").fill(label);
  await page.getByLabel("Date", { exact: true }).fill("2025-01-27");
  await page.getByLabel("Era").selectOption({ label: "AI" });
  await page.getByLabel("Kind").selectOption("market");
  await page.getByLabel("How sure").selectOption("reported");
  await page.getByLabel("Source").selectOption("openai_chatgpt");
}

const editForm = (page: Page, code: string) => page.getByRole("form", { name: `Edit the event ${code}` });
const removeForm = (page: Page, code: string) => page.getByRole("form", { name: `Remove ${code}` });
const outcome = (page: Page) => page.locator(".form-outcome");

async function addEvent(page: Page, event: { code: string; label: string }): Promise<void> {
  await fillEvent(page, event);
  await page.getByLabel("Why").fill("For a journey");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(outcome(page)).toContainText(`The event ${event.code} was added, in revision`);
}

const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Removes it; what follows is the receipt. */
async function removeEvent(page: Page, code: string): Promise<void> {
  await page.goto(`/admin/data/events/${code}`);
  await removeForm(page, code).getByLabel("Why").fill("The journey is over");
  await removeForm(page, code).getByRole("button").click();
  await expect(page).toHaveURL(/\/admin\/revisions\/\d+$/);
  expect((await page.goto(`/admin/data/events/${code}`))?.status()).toBe(404);
}

test("an editor adds an event, sees what a change would do, changes it, and removes it; the page of eras follows", async ({
  page,
  signInAs,
}) => {
  const code = "journey-shock";
  await signInAs("editor", "/admin/data");
  await addEvent(page, { code, label: "A shock" });
  await outcome(page)
    .getByRole("link", { name: `Edit ${code}` })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A shock");

  await editForm(page, code).getByLabel("Label").fill("A great shock");
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(outcome(page)).toBeFocused();
  await expect(outcome(page)).toContainText("Label: “A shock” → “A great shock”");
  await expect(editForm(page, code).getByLabel("Label")).toHaveValue("A great shock");

  // From here on by keyboard: Enter in a field saves.
  await editForm(page, code).getByLabel("Why").focus();
  await page.keyboard.type("It was great");
  await page.keyboard.press("Enter");
  await expect(outcome(page)).toContainText("The event was changed, in revision");
  await expect(outcome(page).getByRole("link", { name: /Receipt of revision/ })).toBeVisible();
  await page.goto("/eras");
  await expect(page.locator(`#${code}`)).toContainText("A great shock");

  await removeEvent(page, code);
  await page.goto("/eras");
  await expect(page.locator(`#${code}`)).toHaveCount(0);
});

test("what is wrong is told beside its field, and nothing that was typed is lost", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/data");
  await fillEvent(page, { code: "Not A Code", label: "Wrong in two fields" });
  await page.getByLabel("Date", { exact: true }).fill("27.1.2025");
  await page.getByLabel("Why").fill("To see it refused");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(outcome(page)).toContainText("2 fields need another look.");
  await expect(page.getByLabel("Code", { exact: true })).toHaveAccessibleDescription(
    /write lower-case words/,
  );
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue("27.1.2025");
  await expect(page.getByLabel("Label")).toHaveValue("Wrong in two fields");
  await expect(page.getByLabel("Kind")).toHaveValue("market");
  await outcome(page)
    .getByRole("link", { name: /27.1.2025/ })
    .click();
  await expect(page.getByLabel("Date", { exact: true })).toBeFocused();
});

test("what was changed in between is not written over", async ({ page, signInAs, context }) => {
  const code = "journey-conflict";
  await signInAs("editor", "/admin/data");
  await addEvent(page, { code, label: "As it was" });
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(`/admin/data/events/${code}`);
  for (const [tab, label] of [
    [other, "As the other has it"],
    [page, "As I have it"],
  ] as const) {
    await editForm(tab, code).getByLabel("Label").fill(label);
    await editForm(tab, code).getByLabel("Why").fill("Because");
    await editForm(tab, code).getByRole("button", { name: "Save" }).click();
    await expect(outcome(tab)).toBeVisible();
  }
  await expect(outcome(page)).toContainText("Nothing was stored: Edith Editor changed this row meanwhile");
  await expect(outcome(page)).toContainText("Stored meanwhile: As the other has it");
  await expect(editForm(page, code).getByLabel("Label")).toHaveValue("As I have it");
  await editForm(page, code).getByRole("button", { name: "Save" }).click();
  await expect(outcome(page)).toContainText("Label: “As the other has it” → “As I have it”");
  await removeEvent(page, code);
});

test("a figure shows how a changed specification would be drawn, and what the guard says", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/data/figures/nasdaq-on-one-clock");
  const specification = page.getByLabel("Specification");
  const spec = JSON.parse(await specification.inputValue());
  spec.lines[0].formula = "NASDAQ_M + VC_US_PB_A";
  await specification.fill(JSON.stringify(spec));
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(outcome(page)).toContainText("Specification: changed");
  await expect(outcome(page)).toContainText(/Not drawn: /);
  await expect(outcome(page).locator("svg:visible")).toHaveCount(1);
});

test("a reader is refused, and a visitor is asked to sign in", async ({ page, signInAs }) => {
  await page.goto("/admin/data/series");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signInAs("reader");
  for (const path of [
    "/admin/data",
    "/admin/data/series",
    "/admin/data/series/NASDAQ_M",
    "/admin/data/eras/new",
  ]) {
    expect((await page.goto(path))?.status()).toBe(403);
  }
});

const PAGES = [
  { name: "list", path: "/admin/data/series?q=nasdaq" },
  { name: "form of a series", path: "/admin/data/series/NASDAQ_M" },
  { name: "form of a figure", path: "/admin/data/figures/nasdaq-on-one-clock" },
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} on a phone`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 800 } });
    for (const { name, path } of PAGES) {
      test(`the ${name} breaks no accessibility rule and does not scroll sideways`, async ({
        page,
        signInAs,
        axeViolations,
      }) => {
        await signInAs("editor", path);
        expect(await axeViolations()).toEqual([]);
        expect(await overhang(page)).toBeLessThanOrEqual(0);
      });
    }

    test("a form that was refused breaks none either", async ({ page, signInAs, axeViolations }) => {
      await signInAs("editor", "/admin/data/eras/new");
      await page.getByRole("button", { name: "Add it" }).click();
      await expect(outcome(page)).toBeVisible();
      expect(await axeViolations()).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a row is found, added, changed and removed", async ({ page, signInAs }) => {
    const code = "journey-without-scripts";
    await signInAs("editor", "/admin/data");
    await addEvent(page, { code, label: "Plain" });
    await page.goto("/admin/data/events");
    await page.getByRole("searchbox").fill(`plain ${code}`);
    await page.getByRole("searchbox").press("Enter");
    await page.getByRole("link", { name: "Plain", exact: true }).click();
    await editForm(page, code).getByLabel("Label").fill("");
    await editForm(page, code).getByLabel("Why").fill("Because");
    await editForm(page, code).getByRole("button", { name: "Save" }).click();
    await expect(outcome(page)).toContainText("Label: fill it in.");
    await editForm(page, code).getByLabel("Label").fill("Plainer");
    await editForm(page, code).getByRole("button", { name: "Save" }).click();
    await expect(outcome(page)).toContainText("Label: “Plain” → “Plainer”");
    await expect(editForm(page, code).getByLabel("Label")).toHaveValue("Plainer");
    await removeEvent(page, code);
  });
});
