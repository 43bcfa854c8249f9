import { expect, test } from "./fixtures.ts";

const RECEIPT = "/admin/revisions/1";
const PAGES = ["/admin/revisions", RECEIPT, `${RECEIPT}?series=CAPE_M`, `${RECEIPT}/roll-back?series=CAPE_M`];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an editor finds the starter catalogue among the revisions, and its receipt", async ({
      page,
      signInAs,
    }) => {
      await signInAs("editor", "/admin/revisions");
      const row = page.getByRole("row").filter({ hasText: "Starter catalogue" });
      await expect(row).toContainText("Bubblescope");
      await row.getByRole("link", { name: "1", exact: false }).first().click();
      await expect(page).toHaveURL(RECEIPT);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revision 1");
      await expect(page.getByText(/^Added [\d,]+ values in \d+ series\. Besides, it added /)).toBeVisible();
      await expect(page.getByText("There is no revision before it.")).toBeVisible();

      await page.getByRole("combobox", { name: "Series" }).selectOption("CAPE_M");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.getByRole("heading", { name: "Values it changed in CAPE_M" })).toBeVisible();
      await expect(page.getByRole("row", { name: /Jan 1881/ })).toContainText("first value");
      const parts = page.getByRole("navigation", { name: "Parts of the changed values" });
      await parts.getByRole("link", { name: "Next 50" }).click();
      await expect(page.getByText(/^51 to 100 of [\d,]+ changed values$/)).toBeVisible();
    });

    test("a roll-back is planned first: what it would do, and nothing is done yet", async ({
      page,
      signInAs,
    }) => {
      await signInAs("editor", RECEIPT);
      await page.getByText(/more series$/).click();
      await page.getByRole("link", { name: "Roll back… CAPE_M" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Roll back CAPE_M of revision 1");
      await expect(page.getByText(/^This would take back [\d,]+ values/)).toBeVisible();
      const form = page.getByRole("form", { name: "Roll back CAPE_M of revision 1" });
      await form.getByLabel("Message").fill("");
      await form.getByRole("button", { name: "Roll back CAPE_M of revision 1" }).click();
      await expect(form.getByRole("alert")).toContainText("Say why it is rolled back.");
      await page.goto("/admin/revisions");
      await expect(page.getByRole("row")).toHaveCount(2);
    });

    test("the dashboard as of the revision says so and leads back to now", async ({ page, signInAs }) => {
      await signInAs("editor", RECEIPT);
      await page.getByRole("link", { name: "See the dashboard as of this revision" }).click();
      await page.waitForURL("/?asOf=r1");
      await expect(page.getByText(/^This is revision 1, as the store held it on /)).toBeVisible();
      await expect(page.getByText(/^As of revision 1,/)).toBeVisible();
      await page.getByRole("link", { name: "Back to what is known now" }).click();
      await expect(page).toHaveURL("/");
      await expect(page.getByText(/^This is revision/)).toHaveCount(0);
    });

    for (const asOf of ["r0", "r2", "r999"]) {
      test(`there is no view of ${asOf}, and none of now in its place`, async ({ page }) => {
        for (const path of ["/", "/series/CAPE_M"]) {
          await page.goto(`${path}?asOf=${asOf}`);
          await expect(page.getByText(`asOf is ${asOf} and the newest revision is 1`)).toBeVisible();
          await expect(page.getByRole("figure")).toHaveCount(0);
        }
      });
    }

    test("a visitor is sent to sign in and then sees the page; a reader is refused", async ({
      page,
      signInAs,
    }) => {
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page).toHaveURL(({ pathname }) => pathname === "/sign-in");
      }
      await signInAs("reader");
      for (const path of PAGES) expect((await page.goto(path))?.status(), path).toBe(403);
      expect((await page.request.get(`${RECEIPT}/file`)).status()).toBe(403);
    });
  });
}

test("a series names the revision of its values, and leads an editor to the receipt", async ({
  page,
  signInAs,
}) => {
  const revision = page.getByText("All came with revision 1.");
  await page.goto("/series/CAPE_M");
  await expect(revision).toBeVisible();
  await expect(page.getByRole("link", { name: "revision 1" })).toHaveCount(0);
  await signInAs("editor", "/series/CAPE_M");
  await revision.getByRole("link", { name: "revision 1" }).click();
  await expect(page).toHaveURL(RECEIPT);
});

test("a value that was restated unfolds its reports", async ({ page }) => {
  await page.goto("/series/VC_ALL_WORLD_CB_Q");
  const reports = page.locator("details.reports").first();
  await expect(reports.getByRole("listitem").first()).toBeHidden();
  await reports.locator("summary").press("Enter");
  await expect(reports.getByRole("listitem").first()).toContainText("revision 1");
});

test("a revision without a file has none to download, and one that is not there has no page", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const file = await page.request.get(`${RECEIPT}/file`);
  expect(file.status()).toBe(404);
  expect(file.headers()["content-type"]).toBe("application/problem+json");
  for (const path of ["/admin/revisions/2", "/admin/revisions/0", "/admin/revisions/one"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const path of PAGES) {
      test(`${path} breaks no accessibility rule`, async ({ signInAs, axeViolations }) => {
        await signInAs("editor", path);
        expect(await axeViolations()).toEqual([]);
      });
    }
  });
}

for (const width of [390, 320]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    test("the pages of revisions do not scroll sideways", async ({ page, signInAs }) => {
      await signInAs("editor");
      for (const path of PAGES) {
        await page.goto(path);
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overhang, path).toBeLessThanOrEqual(0);
      }
    });
  });
}
