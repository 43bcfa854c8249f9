import { expect, test } from "./fixtures.ts";

test("the first tab stop skips to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});

test("a chart is one tab stop: arrows read its points aloud, Escape clears the readout", async ({ page }) => {
  await page.goto("/");
  const figure = page.locator("#figure-nasdaq-on-one-clock");
  await figure.scrollIntoViewIfNeeded();
  const chart = figure.getByRole("application");
  await chart.focus();
  await page.keyboard.press("Home");
  const spoken = figure.locator("[aria-live=polite]");
  await expect(spoken).toContainText("Nov 2021, AI boom"); // twelve months before the onset
  await page.keyboard.press("ArrowRight");
  await expect(spoken).toContainText("Dec 2021, AI boom");
  await page.keyboard.press("ArrowDown");
  await expect(spoken).toContainText("Internet boom");
  await page.keyboard.press("Escape");
  await expect(figure.locator(".readout")).toHaveCount(0);
});

test("the table of a figure opens from the keyboard", async ({ page }) => {
  await page.goto("/");
  const figure = page.locator("#figure-headline-150-157-checked");
  await figure.getByText("Table of these numbers").focus();
  await page.keyboard.press("Enter");
  await expect(figure.getByRole("table")).toBeVisible();
});
