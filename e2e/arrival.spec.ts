import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** The last figure of the page, too far down to have turned interactive: what is seen is the server's drawing. */
async function expectDrawn(page: Page) {
  const figure = page.locator("#figure-listings");
  const drawing = figure.locator('[data-shows="drawing"] svg.drawing:visible');
  await expect(drawing).toHaveCount(1);
  await expect(drawing).toHaveAccessibleName(/^New listings jump/);
  await expect(figure.locator("details.figure-table tbody tr")).not.toHaveCount(0);
}

test("a figure is drawn however the reader comes to it", async ({ page }) => {
  await page.goto("/");
  await expectDrawn(page);

  const nav = page.getByRole("navigation", { name: "Main" });
  await nav.getByRole("link", { name: "Series" }).click();
  await expect(page).toHaveURL(/\/series$/);
  await page.goBack();
  await expectDrawn(page);

  await page.goto("/series");
  await nav.getByRole("link", { name: "Dashboard" }).click();
  await expect(page.getByRole("heading", { name: "The figures behind it" })).toBeVisible();
  await expectDrawn(page);
});

test("drawings and tables are in the page's HTML and not again in its scripts", async ({ request }) => {
  const page = await (await request.get("/", { headers: { Accept: "text/html" } })).text();
  const scripts = (page.match(/<script[\s\S]*?<\/script>/g) ?? []).join("");
  for (const part of ["drawn-640", "/caption>"]) {
    expect(page.split(part).length - 1, part).toBeGreaterThanOrEqual(12);
    expect(scripts, part).not.toContain(part);
  }
});
