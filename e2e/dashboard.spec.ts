import type { Locator, Page } from "@playwright/test";
import { BROKEN_FIGURE } from "../scripts/journeys/broken-figure.ts";
import { expect, test } from "./fixtures.ts";

test("the dashboard answers in one sentence, then shows the composite, the lead comparison and the figures", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "By all five rough measures, the money of the AI boom is past the peak of the internet’s, " +
      "but none of six measures of market heat has reached its dot-com high.",
  );
  // 339.4 of 30,762 billion in 2025 and 106 of 10,251 billion in 2000 (facts: PitchBook-NVCA, Venture Economics, BEA).
  const figures = page.getByRole("figure");
  await expect(figures.first().getByRole("heading")).toContainText("Taken together, the AI boom reads");
  const lead = figures.nth(1);
  await expect(lead.getByRole("heading")).toContainText("1.10% of GDP");
  await expect(lead.getByRole("heading")).toContainText("1.03%");
  await expect(page.getByRole("heading", { name: "The figures behind it" })).toBeVisible();
});

/** All figures that could be made: the composite, and every saved one but the one that is broken on purpose. */
async function madeFigures(page: Page): Promise<Locator[]> {
  await page.goto("/");
  const figures = page.getByRole("figure").filter({ hasNot: page.getByText("could not be computed") });
  const all = await figures.all();
  expect(all.length).toBeGreaterThanOrEqual(12);
  return all;
}

test("every figure has a source that leads to its series", async ({ page }) => {
  for (const figure of await madeFigures(page)) {
    // The composite is computed of the indicators, which are named beside it and lead to their own series.
    const isComposite = (await figure.getAttribute("id")) === "figure-composite";
    const origins = isComposite
      ? page.getByRole("complementary", { name: "How sure" }).locator('a[href^="/indicators/"]')
      : figure.locator('a[href^="/series/"]');
    await expect(origins.first()).toHaveCount(1);
  }
});

test("every figure has a table of the same numbers", async ({ page }) => {
  for (const figure of await madeFigures(page)) {
    await figure.getByText("Table of these numbers").click();
    await expect(figure.getByRole("table").first()).toBeVisible();
    expect(await figure.getByRole("row").count()).toBeGreaterThan(1);
  }
});

test("a number is followed from the figure to its series and to the page that published it", async ({
  page,
}) => {
  await page.goto("/");
  const figure = page.locator("#figure-headline-share-checked");
  await figure.getByText("Sources:").click();
  await figure
    .getByRole("link", { name: /World venture funding, by quarter/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/series\/VC_ALL_WORLD_CB_Q$/);
  const publisher = page.locator('a[href*="global-funding-and-m-a-picked-up-in-q2"]');
  await expect(publisher.filter({ visible: true }).first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an unlike comparison is drawn with its sentence and the like-for-like figures beside it", async ({
  page,
}) => {
  await page.goto("/");
  const figure = page.locator("#figure-headline-share-checked");
  await expect(figure.getByText(/A half-year over a quarter/).first()).toBeVisible();
  await figure.getByText("Table of these numbers").click();
  const table = figure.getByRole("table");
  await expect(table).toContainText("44.9"); // 35.5 / 79
  await expect(table).toContainText("30.3"); // 24 / 79
  await expect(table).toContainText("24.4"); // (11.4 + 24) / (66 + 79)
});

test("a stale figure says which series is old and since when", async ({ page }) => {
  await page.goto("/");
  const figure = page.locator("#figure-nasdaq-on-one-clock");
  await expect(figure.getByText("stale", { exact: true }).first()).toBeVisible();
  await expect(figure).toContainText("NASDAQ_M ended 31 Aug 2026, 84 days ago");
});

test("a figure that cannot be made says so and leaves the others standing", async ({ page }) => {
  await page.goto("/");
  const broken = page.locator(`#figure-${BROKEN_FIGURE}`);
  await expect(broken).toContainText("could not be computed");
  await expect(broken).not.toContainText("invalid_union");
  await expect(page.locator("#figure-listings svg:visible").first()).toBeVisible();
});

test("figures turn interactive where they stand", async ({ page }) => {
  await page.goto("/");
  for (const name of ["venture-share-of-gdp", "headline-share-checked", "listings"]) {
    const figure = page.locator(`#figure-${name}`);
    await figure.scrollIntoViewIfNeeded();
    const before = await figure.boundingBox();
    await expect(figure.locator('[data-shows="chart"]')).toBeVisible();
    await expect(figure.locator(".recharts-surface").first()).toBeVisible();
    const after = await figure.boundingBox();
    expect(after?.height).toBeCloseTo(before?.height ?? 0, 0);
  }
});

test("the theme is kept over a reload", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
