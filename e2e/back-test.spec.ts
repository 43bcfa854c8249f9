import { expect, test } from "./fixtures.ts";

// Counted over the rows of the catalogue's CSV files by a program of its own; see app/_data/back-test.test.ts.
test("the back-test is reached from the methods, says what it found, and names its false alarms", async ({
  page,
}) => {
  await page.goto("/methods");
  await page.getByRole("link", { name: "the back-test" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Read without looking ahead, 1990 to 2003 had 3 alarms at 80: none was followed by a crash within 24 months, " +
      "and the one that was on at the peak of Mar 2000 had begun 52 months before.",
  );
  const alarms = page.getByRole("region", { name: "Alarms at 80" }).getByRole("row");
  await expect(alarms).toHaveCount(4);
  await expect(alarms.nth(3)).toContainText("Nov 1995 to Nov 2000");
  await expect(alarms.nth(3)).toContainText("false alarm");
  const levels = page.getByRole("region", { name: "Verdict by level" }).getByRole("row");
  await expect(levels.nth(3)).toContainText("Dec 1999 (true)");
  const inputs = page.getByRole("region", { name: "Inputs of the back-test" }).getByRole("row");
  await expect(inputs.filter({ hasText: "Number of listings" })).toContainText("Dec 1990");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the back-test has its figure, and a table of the same numbers", async ({ page }) => {
    await page.goto("/methods/back-test");
    const figure = page.getByRole("figure");
    const box = await figure.locator("svg:visible").first().boundingBox();
    expect(box?.width).toBeGreaterThan(200);
    await figure.getByText("Table of these numbers").click();
    // The mean of the two pillars in the month of the peak.
    await expect(figure.getByRole("row").filter({ hasText: "Mar 2000" })).toContainText("95.1767");
  });
});
