import { expect, test } from "./fixtures.ts";

const THEN = "/?asOf=2024-08-01";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the dashboard shows what was known on a day, says so and leads back", async ({ page }) => {
      await page.goto(THEN);
      await expect(page.getByText("This is what was known on 1 Aug 2024.")).toBeVisible();
      await expect(page.getByText("As known on 1 Aug 2024", { exact: true })).toBeVisible();
      // The share of the second quarter of 2024: 24 of 79 billion (facts: Crunchbase, July 2024).
      const share = page.locator("#figure-ai-share-of-venture");
      await expect(share.getByRole("heading")).toContainText("30% in Q2 2024");
      await expect(share).toContainText("As of 1 Aug 2024");
      // The yearbook that these come from is of 2025.
      await expect(page.locator("#figure-venture-share-of-gdp")).toContainText(
        "Nothing can be drawn from what was known on 1 Aug 2024.",
      );
      await page.reload();
      await expect(page.getByText("This is what was known on 1 Aug 2024.")).toBeVisible();

      await page.getByRole("link", { name: "Back to what is known now" }).click();
      await expect(page).toHaveURL(/\/$/);
      await expect(page.getByText(/^As known on/)).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("By all five rough measures");
      await page.goBack();
      await expect(page.getByText("This is what was known on 1 Aug 2024.")).toBeVisible();
      await expect(page.getByText("As known on 1 Aug 2024", { exact: true })).toBeVisible();
    });

    test("a series is followed from there as known on the same day, and elsewhere it is now", async ({
      page,
    }) => {
      await page.goto(THEN);
      const share = page.locator("#figure-ai-share-of-venture");
      await share.getByText("Sources:").click();
      await share
        .getByRole("link", { name: /World venture funding, by quarter/ })
        .first()
        .click();
      await expect(page).toHaveURL(/\/series\/VC_ALL_WORLD_CB_Q\?asOf=2024-08-01$/);
      await expect(page.getByText("This is what was known on 1 Aug 2024.")).toBeVisible();
      await expect(page.getByText("$79B").first()).toBeVisible();
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Rounds" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Rounds" })).toBeVisible();
      await expect(page.getByText(/^As known on/)).toHaveCount(0);
      await expect(page.getByText("series current")).toBeVisible();
    });

    for (const { asOf, says } of [
      { asOf: "yesterday", says: "asOf is “yesterday”; write a day such as 2026-11-23" },
      { asOf: "2026-11-24", says: "asOf is 2026-11-24 and today is 2026-11-23" },
    ]) {
      test(`there is no view of ${asOf}, and none of now in its place`, async ({ page }) => {
        for (const path of ["/", "/series/CAPE_M"]) {
          await page.goto(`${path}?asOf=${asOf}`);
          await expect(page.getByText(says)).toBeVisible();
          await expect(page.getByRole("figure")).toHaveCount(0);
          await page.getByRole("link", { name: "Show what is known now" }).click();
          await expect(page).not.toHaveURL(/asOf/);
          await expect(page.getByRole("figure").first()).toBeVisible();
        }
      });
    }
  });
}

test("a chart of a day looked back to is drawn from what was known then", async ({ page }) => {
  const asked = page.waitForRequest(/\/api\/drawings\/ai-share-of-venture\?asOf=2024-08-01$/);
  await page.goto(THEN);
  const share = page.locator("#figure-ai-share-of-venture");
  await share.scrollIntoViewIfNeeded();
  await asked;
  await expect(share.locator('[data-shows="chart"]')).toBeVisible();
});

test("an address at which there is nothing keeps the status line", async ({ page }) => {
  await page.goto("/nowhere");
  await expect(page.getByText("series current")).toBeVisible();
});
