import { expect, test } from "./fixtures.ts";

test("each of the 44 claims of the 2024 story leads to where it is shown", async ({ page, request }) => {
  await page.goto("/facts");
  const claims = await page
    .locator("tbody[id^='claim-']")
    .evaluateAll((rows) => rows.map((row) => Number(row.id.slice("claim-".length))));
  expect([...new Set(claims)].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 44 }, (_, index) => index + 1),
  );

  const links = await page
    .locator("tbody[id^='claim-'] a[href^='/']")
    .evaluateAll((anchors) => [...new Set(anchors.map((anchor) => anchor.getAttribute("href") ?? ""))]);
  for (const link of links) {
    const [path = "/", fragment] = link.split("#");
    const answer = await request.get(path);
    expect(answer.status(), link).toBe(200);
    if (fragment) expect(await answer.text(), link).toContain(`id="${decodeURIComponent(fragment)}"`);
  }
});

test("a restated value shows both vintages, each with its source", async ({ page }) => {
  await page.goto("/series/VC_ALL_WORLD_CB_Q");
  await expect(page.getByRole("main")).toContainText("79");
  await expect(page.getByRole("main")).toContainText("82");
  const restated = page.locator('a[href*="global-vc-funding-climbs-to-91b"]');
  await expect(restated.filter({ visible: true }).first()).toBeVisible();
});

test("a series that may not be passed on is drawn and its download refused with the reason", async ({
  page,
  request,
}) => {
  await page.goto("/series/VC_ALL_WORLD_CB_Q");
  await expect(page.locator("svg:visible").first()).toBeVisible();
  const refused = await request.get("/api/v1/series/VC_ALL_WORLD_CB_Q");
  expect(refused.status()).toBe(403);
  expect(refused.headers()["content-type"]).toContain("application/problem+json");
  expect(await refused.text()).toContain("redistribut");
});
