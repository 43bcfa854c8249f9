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

test("whatever is a page has a policy for its scripts, also where it looks like a file or like what is none", async ({
  request,
}) => {
  for (const path of [
    "/",
    "/nowhere",
    "/admin/upload/receiveX/file",
    "/admin/revisions/1.txt",
    "/admin/data/events/x.svg",
    "/healthzX",
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers()["content-security-policy"], path).toContain("script-src 'self' 'nonce-");
  }
  expect((await request.get("/icon.svg")).headers()["content-security-policy"]).toBeUndefined();
});

test("what another site sends is refused as the sender's fault", async ({ request }) => {
  const answer = await request.post("/sign-in", {
    headers: { Origin: "https://elsewhere.example" },
    multipart: { email: "ada@example.org" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain("sent from another site");
});

test("pages and files may not be framed, and nothing is to be taken for another type", async ({
  request,
}) => {
  for (const path of ["/", "/series/CAPE_M", "/icon.svg", "/healthz", "/nowhere"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  }
  for (const path of ["/api/v1/series", "/api/nothing"]) {
    expect((await request.get(path)).headers(), path).toMatchObject({ "x-content-type-options": "nosniff" });
  }
});
