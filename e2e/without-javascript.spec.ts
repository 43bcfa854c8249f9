import { expect, test } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

test("without JavaScript every figure is drawn and its table opens", async ({ page }) => {
  await page.goto("/");
  const figures = page.getByRole("figure").filter({ has: page.locator(".drawings") });
  const count = await figures.count();
  expect(count).toBeGreaterThanOrEqual(12);
  for (let index = 0; index < count; index += 1) {
    const figure = figures.nth(index);
    const drawing = figure.locator("svg:visible").first();
    const box = await drawing.boundingBox();
    expect(box?.width).toBeGreaterThan(200);
    await figure.getByText("Table of these numbers").click();
    await expect(figure.getByRole("table").first()).toBeVisible();
  }
});

test("without JavaScript series are found by their words", async ({ page }) => {
  await page.goto("/series");
  await page.getByRole("searchbox").fill("capital managed");
  await page.getByRole("searchbox").press("Enter");
  await page
    .getByRole("link", { name: /Capital managed by US venture firms .NSF/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/series\/VC_AUM_US_/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
