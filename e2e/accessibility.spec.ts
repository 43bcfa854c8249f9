import { expect, test } from "./fixtures.ts";
import { PAGES } from "./pages.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`in ${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });
      for (const { name, path } of PAGES) {
        test(`${name} breaks no accessibility rule`, async ({ page, axeViolations }) => {
          await page.goto(path);
          if (path === "/") {
            // On a phone the first figure lies below the fold, and charts turn interactive as they come near.
            await page.locator("figure").first().scrollIntoViewIfNeeded();
            await expect(page.locator('[data-shows="chart"]').first()).toBeVisible();
          }
          expect(await axeViolations()).toEqual([]);
        });
      }
    });
  }
}
