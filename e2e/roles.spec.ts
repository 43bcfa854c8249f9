import { expect, test } from "./fixtures.ts";

const MENUS = {
  reader: ["Your account"],
  editor: ["Your account", "Upload", "Data", "Revisions"],
  admin: ["Your account", "Upload", "Data", "Revisions", "People", "API keys", "Audit log"],
} as const;

for (const role of ["reader", "editor", "admin"] as const) {
  test(`the ${role} finds what is theirs to open at the head of every page, and the rest refused`, async ({
    page,
    signInAs,
  }) => {
    await signInAs(role, "/series");
    const menu = page.locator(".account-menu");
    await menu.locator("summary").click();
    await expect(menu.getByRole("link")).toHaveText([...MENUS[role]]);
    await page.keyboard.press("Escape");
    await expect(menu.getByRole("link").first()).toBeHidden();
    await expect(menu.locator("summary")).toBeFocused();

    const isAdmin = role === "admin";
    expect((await page.goto("/admin/people"))?.status()).toBe(isAdmin ? 200 : 403);
    expect((await page.goto("/account"))?.status()).toBe(200);
  });
}
