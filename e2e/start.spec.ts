import { expect, test } from "./fixtures.ts";

test("the server is alive and ready", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});

test("the address shows the dashboard", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Bubblescope/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a page that does not exist says so", async ({ request }) => {
  expect((await request.get("/nowhere")).status()).toBe(404);
});
