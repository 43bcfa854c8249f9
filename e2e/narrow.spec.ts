import { expect, test } from "./fixtures.ts";
import { PAGES } from "./pages.ts";

for (const width of [390, 320]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    for (const { name, path } of PAGES) {
      test(`${name} does not scroll sideways`, async ({ page }) => {
        await page.goto(path);
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overhang).toBeLessThanOrEqual(0);
      });
    }
  });
}
