import type { Browser, Page } from "@playwright/test";
import type { Role } from "../lib/auth/role.ts";
import { aWorkbook, STYLE } from "../lib/uploads/testing-workbook.ts";
import { JOURNEY_PEOPLE } from "../scripts/journeys/people.ts";
import { test } from "./changing.ts";
import { expect } from "./fixtures.ts";

// What one commits, the next finds stored.
test.describe.configure({ mode: "serial" });

/** World venture funding and AI’s part of it, in billions, as a spreadsheet in Germany would write it. */
const funding = (ofAi = "KI, Mrd USD") =>
  [
    "Crunchbase, Wagniskapital;;;",
    `Quartal;Welt, Mrd USD;${ofAi};Stand`,
    "2026-Q3;200,5;100,25;2026-10-07",
    "2026-Q5;12,0;3,0;2026-10-07",
    "2025-Q4;140;viel;2026-10-07",
  ].join("\r\n");

async function begin(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto("/admin/upload");
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Send and read it" }).click();
  await expect(page).toHaveURL(/\/admin\/upload\/[\w-]{22}\/file$/);
}

async function paste(page: Page, table: string): Promise<void> {
  await page.goto("/admin/upload");
  await page.getByLabel("Or paste a table").fill(table);
  await page.getByRole("button", { name: "Send and read it" }).click();
  await expect(page).toHaveURL(/\/file$/);
}

const csv = (text: string, name = "funding.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});
const onward = (page: Page) => page.getByRole("link", { name: /go on to the/i }).click();
const check = (page: Page) => page.getByRole("button", { name: "Check every cell" }).click();
const sum = (page: Page) => page.locator(".upload-sum");

async function commit(page: Page, message: string): Promise<number> {
  await page.getByLabel("Message").fill(message);
  await page.getByRole("button", { name: /^Commit \d/ }).click();
  await expect(page).toHaveURL(/\/admin\/revisions\/\d+$/);
  return Number(new URL(page.url()).pathname.split("/").at(-1));
}

/** The heading of the figure that shows AI’s share of venture funding. */
async function shareTitle(page: Page): Promise<string | null> {
  await page.goto("/");
  return page
    .getByRole("heading", { name: /world’s venture money/ })
    .first()
    .textContent();
}

/** Someone else, in a browser of their own. */
async function another(browser: Browser, baseURL: string | undefined, role: Role): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  const page = await context.newPage();
  const { email, password } = JOURNEY_PEOPLE[role];
  await page.goto("/sign-in?next=/admin/upload");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/admin\/upload$/);
  return page;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a spreadsheet with bad cells is mended, looked over, committed, and taken back", async ({
      page,
      signInAs,
    }) => {
      // A header of its own: what the columns of one mean is remembered.
      const ai = javaScriptEnabled ? "KI, Mrd USD" : "KI, in Mrd USD";
      const before = await shareTitle(page);
      await signInAs("editor", "/admin/upload");
      await begin(page, csv(funding(ai)));
      await expect(sum(page)).toContainText("3 rows under 4 columns");
      await expect(page.getByText("semicolon:", { exact: false })).toBeVisible();
      await onward(page);

      await page.getByLabel("Welt, Mrd USD: of which series").fill("VC_ALL_WORLD_CB_Q");
      await check(page);
      await expect(
        page.getByRole("alert").filter({ hasText: "The columns need another look" }),
      ).toBeFocused();
      await page.getByLabel(`${ai}: of which series`).fill("VC_AI_WORLD_CB_Q");
      await page.getByLabel(`${ai}: how its numbers are written`).selectOption({ label: "1234,5" });
      await page.getByLabel("Stand: what it means").selectOption("vintage");
      await check(page);

      await expect(page).toHaveURL(/\/check$/);
      await expect(sum(page)).toContainText("2 errors must be mended or left out");
      await expect(page.getByRole("row").filter({ hasText: "2026-Q5" })).toContainText("is not a period");
      const download = await page.request.get(page.url().replace(/check$/, "problems"));
      expect(await download.text()).toContain(`5,"${ai}",viel,error,number,is not a number`);
      await page.getByLabel("Another text for row 4, Quartal").fill("2025-Q3");
      await page.getByLabel("leave out row 5").first().check();
      await page.getByRole("button", { name: "Mend these and check again" }).click();
      await expect(sum(page)).toContainText("Nothing is wrong");
      await expect(page.getByText("left out: row 5")).toBeVisible();
      await onward(page);

      await expect(sum(page)).toContainText(
        "This file would add 4 values and revise 0. Nothing is stored yet.",
      );
      await expect(page.getByRole("row").filter({ hasText: "100.25" })).toContainText("VC_AI_WORLD_CB_Q");
      const revision = await commit(page, "The third quarter of 2026");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Revision ${revision}`);
      await expect(page.getByText("The third quarter of 2026").first()).toBeVisible();
      await expect(page.getByRole("link", { name: /funding\.csv/ })).toBeVisible();
      const after = await shareTitle(page);
      expect(after).toContain("Q3 2026");
      expect(after).not.toBe(before);

      await page.goto(`/admin/revisions/${revision}`);
      await page.getByRole("link", { name: `Roll back revision ${revision}…` }).click();
      await page.getByRole("button", { name: `Roll back revision ${revision}` }).click();
      await expect(page).toHaveURL(/\/admin\/revisions\/\d+$/);
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(`Revision ${revision}`);
      expect(await shareTitle(page)).toBe(before);
    });
  });
}

test("a workbook is read by its cells, and the same file again is nothing to do", async ({
  page,
  signInAs,
}) => {
  const quarter = { s: STYLE.date, v: "45657" }; // 31 December 2024
  const book = aWorkbook({
    sheets: [
      { name: "Notes", state: "hidden", rows: [["not this one"]] },
      {
        name: "Funding",
        rows: [
          ["period", "VC_ALL_NA_CB_Q"],
          [quarter, 57.25],
        ],
      },
    ],
  });
  const bytes: Uint8Array[] = [];
  for await (const part of book.open()) bytes.push(part);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const file = { name: "funding.xlsx", mimeType, buffer: Buffer.concat(bytes) };

  await signInAs("editor", "/admin/upload");
  await begin(page, file);
  await expect(page.getByText("the only sheet that is not hidden")).toBeVisible();
  await onward(page);
  await check(page);
  await onward(page);
  await expect(page.getByRole("row").filter({ hasText: "57.25" })).toContainText("2024-Q4");
  await commit(page, "The last quarter of 2024, from a workbook");

  await begin(page, file);
  await onward(page);
  await check(page);
  await onward(page);
  await expect(page.getByText("Nothing would change.")).toBeVisible();
  await page.getByLabel("Message").fill("again");
  await page.getByRole("button", { name: "Commit" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing to do" })).toBeVisible();
});

test("the second of two editors is stopped, and shown the changes against what the first one stored", async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const other = await another(browser, baseURL, "admin");
  await signInAs("editor", "/admin/upload");
  for (const [who, value] of [
    [page, "61"],
    [other, "62"],
  ] as const) {
    await paste(who, `series\tperiod\tvalue\nVC_ALL_WORLD_CB_Q\t2022-Q4\t${value}\n`);
    await onward(who);
    await check(who);
    await onward(who);
    await expect(who.getByRole("row").filter({ hasText: "2022-Q4" })).toContainText(value);
  }
  await commit(page, "the first");
  await other.getByLabel("Message").fill("the second");
  await other.getByRole("button", { name: /^Commit \d/ }).click();
  await expect(other.getByRole("alert").filter({ hasText: "Nothing was committed" })).toContainText(
    "since these changes were worked out, revision",
  );
  await expect(other.getByRole("row").filter({ hasText: "2022-Q4" })).toContainText("61");
  await expect(other.getByLabel("Message")).toHaveValue("the second");
  await commit(other, "the second, having seen the first");
  await other.context().close();
});

test("a series that the store lacks is described on the way, and what was chosen before is kept", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/upload");
  await paste(page, "series\tperiod\tvalue\nEuropean AI funding\t2025-Q1\t3.1\n");
  await onward(page);
  await page.getByLabel("Known since").fill("2026-10-07");
  await page.getByLabel("Status", { exact: true }).selectOption("estimate");
  await page.getByLabel("value: what one unit is").selectOption("a billion");
  await page.getByRole("button", { name: "Add a series for European AI funding" }).click();
  await page.getByRole("button", { name: "Add it to this upload" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The series needs another look" })).toBeFocused();
  await page.getByLabel("Code").fill("VC_AI_EU_TEST_Q");
  await page.getByLabel("Measure").selectOption("flow");
  await page.getByLabel("Unit", { exact: true }).selectOption("currency");
  await page.getByLabel(/^Currency/).fill("USD");
  await page.getByLabel("Values are written in").selectOption("1000000000");
  await page.getByLabel("Prices", { exact: true }).selectOption("nominal");
  await page.getByLabel("Frequency").selectOption("Q");
  await page.getByLabel("Place").fill("EU");
  await page.getByLabel("Sector").fill("AI");
  await page.getByLabel("Whose count").fill("Crunchbase");
  await page.getByLabel("Source").selectOption("cb_2025q2");
  await page.getByRole("button", { name: "Add it to this upload" }).click();
  await expect(page).toHaveURL(/\/columns$/);
  await expect(page.getByLabel("Known since")).toHaveValue("2026-10-07");
  await expect(page.getByLabel("Status", { exact: true })).toHaveValue("estimate");
  await expect(page.getByLabel("value: what one unit is")).toHaveValue("1000000000");
  await check(page);
  await onward(page);
  await expect(page.getByRole("row").filter({ hasText: "new series" })).toContainText("VC_AI_EU_TEST_Q");
  await expect(sum(page)).toContainText("add 1 value and revise 0, and add 1 row to other tables.");
  await expect(page.getByRole("table").filter({ hasText: "Becomes of it" })).toContainText(
    "European AI funding",
  );
  await expect(page.getByRole("button", { name: "Commit 2 changes" })).toBeVisible();
  await commit(page, "European funding begins");
  await page.goto("/series/VC_AI_EU_TEST_Q");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("European AI funding");
});

test("what is no table is told in words, and nothing of it waits", async ({ page, signInAs }) => {
  await signInAs("editor", "/admin/upload");
  const waiting = await page.getByRole("row").count();
  for (const [file, words] of [
    [csv("%PDF-1.7", "report.csv"), "report.csv: this is not a table: it is a PDF document"],
    [csv("", "empty.csv"), "empty.csv: the file holds no rows"],
  ] as const) {
    await page.getByLabel("File", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "Send and read it" }).click();
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
  }
  expect(await page.getByRole("row").count()).toBe(waiting);
  await page.goto("/admin/upload?told=Call+us&problem=Call+us");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Upload");
  await expect(page.getByText("Call us")).toHaveCount(0);
});

test("an upload waits for whoever goes on with it, over a refresh and the Back button, or is discarded", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/upload");
  await begin(page, csv("period,VC_ALL_NA_CB_Q\n2021-Q1,40\n", "left-behind.csv"));
  await onward(page);
  await check(page);
  await expect(page).toHaveURL(/\/check$/);
  await page.reload();
  await expect(sum(page)).toContainText("1 value can be read");
  await onward(page);
  await expect(page).toHaveURL(/\/changes$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/check$/);
  await page.goto("/admin/upload");
  await page.getByRole("link", { name: "left-behind.csv" }).click();
  await expect(page).toHaveURL(/\/check$/);
  await page.goto("/admin/upload");
  const row = page.getByRole("row").filter({ hasText: "left-behind.csv" });
  await row.getByText("Discard").first().click();
  await row.getByRole("button", { name: "Discard left-behind.csv for good" }).click();
  await expect(row).toHaveCount(0);
});

test("a visitor is sent to sign in, and a reader is refused", async ({ page, signInAs }) => {
  await page.goto("/admin/upload");
  await expect(page).toHaveURL(({ pathname }) => pathname === "/sign-in");
  await signInAs("reader");
  expect((await page.goto("/admin/upload"))?.status()).toBe(403);
  const sent = await page.request.post("/admin/upload/receive", {
    multipart: { file: csv("period,value\n2021,1\n") },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(sent.status()).toBe(403);
});

test("who was signed out meanwhile is led to sign in", async ({ page, context, signInAs }) => {
  await signInAs("editor", "/admin/upload");
  await page.getByLabel("Or paste a table").fill("period\tvalue\n2021\t1\n");
  await context.clearCookies();
  await page.getByRole("button", { name: "Send and read it" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fupload$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("the whole way can be gone by keyboard alone", async ({ page, signInAs }) => {
  await signInAs("editor", "/admin/upload");
  await page.getByLabel("Or paste a table").focus();
  await page.keyboard.insertText("period\tVC_ALL_NA_CB_Q\n2021-Q2\t41\n");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/file$/);
  await page.getByRole("link", { name: /go on to the columns/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Check every cell" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/check$/);
  await page.getByRole("link", { name: "Go on to the changes" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Message").focus();
  await page.keyboard.type("by keyboard");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/revisions\/\d+$/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("no step breaks a rule of accessibility or scrolls sideways on a phone", async ({
      page,
      signInAs,
      axeViolations,
    }) => {
      await signInAs("editor", "/admin/upload");
      await begin(page, csv(funding(`KI, ${colorScheme}`), `steps-${colorScheme}.csv`));
      const steps = page.url().replace(/\/file$/, "");
      await page.goto(`${steps}/columns`);
      await page.getByLabel("Welt, Mrd USD: of which series").fill("VC_ALL_WORLD_CB_Q");
      await page.getByLabel(`KI, ${colorScheme}: of which series`).fill("VC_AI_WORLD_CB_Q");
      await page.getByLabel("Stand: what it means").selectOption("vintage");
      await check(page);
      await expect(page).toHaveURL(/\/check$/);
      for (const path of [
        "/admin/upload",
        ...["file", "columns", "series", "check", "changes"].map((step) => `${steps}/${step}`),
      ]) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.goto(path);
        expect(await axeViolations(), path).toEqual([]);
        for (const width of [390, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const overhang = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overhang, `${path} at ${width} px`).toBeLessThanOrEqual(0);
        }
      }
    });
  });
}
