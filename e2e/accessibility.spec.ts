import { expect, test } from "./fixtures.ts";
import { PAGES } from "./pages.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 1440, height: 900 } });
    for (const { name, path } of PAGES) {
      test(`${name} breaks no accessibility rule`, async ({ page, axeViolations }) => {
        await page.goto(path);
        if (path === "/") {
          await expect(page.locator('[data-shows="chart"]').first()).toBeVisible();
        }
        expect(await axeViolations()).toEqual([]);
        await page.setViewportSize({ width: 390, height: 800 });
        expect(await axeViolations(), "on a phone").toEqual([]);
      });
    }
  });
}
