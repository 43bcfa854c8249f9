import type { Locator, Page } from "@playwright/test";
import { test } from "./changing.ts";
import { expect } from "./fixtures.ts";

// One server serves them all; each journey takes back what it changed.
test.describe.configure({ mode: "default" });

interface Span {
  readonly low: number;
  readonly high: number;
}

/** What the API says of the composite, as far as these journeys ask. */
interface Composite {
  readonly day: string;
  readonly level: { readonly arithmetic: number };
  readonly bands: { readonly band90: Span };
  readonly coverage: { readonly present: number; readonly inputs: number };
  readonly pillars: ReadonlyArray<{ readonly pillar: string; readonly level: number }>;
  readonly inputs: ReadonlyArray<{
    readonly name: string;
    readonly share: number;
    readonly place: number;
    readonly changeWithout: number;
  }>;
}

async function composite(page: Page): Promise<Composite> {
  const answer = await page.request.get("/api/v1/composite");
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** All of it but the number of the revision, which a roll-back raises. */
const withoutRevision = (of: Composite) => ({ ...of, revision: undefined });

const inputOf = ({ inputs }: Composite, name: string) => {
  const found = inputs.find((input) => input.name === name);
  if (found === undefined) throw new Error(`${name} is no input of the composite`);
  return found;
};

const points = (value: number) => String(Math.round(value)).replace("-", "−");
const width = ({ bands: { band90 } }: Composite) => band90.high - band90.low;

/** Changes a stored row by its form, which is open; the receipt of the revision is shown then, and its address answered. */
async function edit(page: Page, change: (form: Locator) => Promise<unknown>): Promise<string> {
  const form = page.getByRole("form", { name: /^Edit the / });
  await change(form);
  await form.getByLabel("Why").fill("For a journey");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByRole("link", { name: /^Receipt of revision/ }).click();
  await expect(page).toHaveURL(/\/admin\/revisions\/\d+$/);
  return new URL(page.url()).pathname;
}

/** Takes a revision back from its receipt; the receipt of the roll-back is shown then. */
async function rollBack(page: Page, receipt: string): Promise<void> {
  await page.goto(receipt);
  await page.getByRole("link", { name: /^Roll back revision \d+…$/ }).click();
  await page.getByRole("button", { name: /^Roll back revision \d+$/ }).click();
  await expect(page).toHaveURL(({ pathname }) => /\/\d+$/.test(pathname) && pathname !== receipt);
}

const whatItDid = (page: Page) => page.locator(".page-head .lede");
const card = (page: Page) => page.getByRole("region", { name: /^Composite reading/ });
const readingRow = (page: Page, title: string) =>
  page.locator("table.readings tr").filter({ has: page.getByRole("link", { name: title, exact: true }) });
const partRow = (page: Page, title: string) =>
  page
    .getByRole("region", { name: "What the composite is made of" })
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** The dashboard's card says what the API says. */
async function expectOnCard(page: Page, { level, bands, coverage }: Composite): Promise<void> {
  await expect(card(page).locator("strong")).toHaveText(points(level.arithmetic));
  const { low, high } = bands.band90;
  await expect(card(page)).toContainText(`plausible range ${points(low)} to ${points(high)}`);
  await expect(card(page).locator(".is-partial")).toContainText(
    `${coverage.present} of ${coverage.inputs} inputs count.`,
  );
}

test("an input that becomes stale is greyed and counts no more, the range widens, and all returns", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/data/series/IPO_UNPROF_US_A");
  const before = await composite(page);
  const receipt = await edit(page, (form) => form.getByLabel(/^Stale after/).fill("1"));
  const after = await composite(page);
  const { changeWithout } = inputOf(before, "unprofitable-listings");
  expect(after.day).toBe(before.day);
  expect(after.level.arithmetic).toBeCloseTo(before.level.arithmetic + changeWithout, 9);
  await expect(whatItDid(page)).toContainText(
    `The composite moved from ${points(before.level.arithmetic)} to ${points(after.level.arithmetic)}: ` +
      `Listings without profits ${points(changeWithout)}.`,
  );
  expect(after.coverage).toEqual({ ...before.coverage, present: before.coverage.present - 1 });
  // It stood in the middle of the others, so that what is left lies as far apart and is fewer.
  expect(width(after)).toBeGreaterThan(width(before));

  await page.goto("/");
  const row = readingRow(page, "Listings without profits");
  await expect(row).toHaveClass("is-stale");
  await expect(row.getByText("stale", { exact: true })).toBeVisible();
  await expectOnCard(page, after);
  // From the end of 2025 to the end of October 2026.
  await expect(
    page.getByRole("complementary", { name: "How sure" }).locator(".missing-inputs"),
  ).toContainText(
    "Listings without profits: the newest value, of 2025, is 304 days old; its series count as stale after 1",
  );

  await rollBack(page, receipt);
  await expect(whatItDid(page)).toContainText(`to ${points(before.level.arithmetic)}: Listings without`);
  expect(withoutRevision(await composite(page))).toEqual(withoutRevision(before));
  await page.goto("/");
  await expect(readingRow(page, "Listings without profits")).not.toHaveClass("is-stale");
  await expectOnCard(page, before);
});

test("an input whose series becomes private has no reading, says why, counts no more, and returns", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/data/series/IPO_COUNT_US_A");
  const before = await composite(page);
  const receipt = await edit(page, (form) => form.getByLabel("Who may see it").selectOption("private"));
  const after = await composite(page);
  const { changeWithout } = inputOf(before, "listings");
  expect(after.level.arithmetic).toBeCloseTo(before.level.arithmetic + changeWithout, 9);
  await expect(whatItDid(page)).toContainText(`: Number of listings +${points(changeWithout)}.`);
  expect(after.coverage).toEqual({ ...before.coverage, present: before.coverage.present - 1 });
  const { low, high } = after.bands.band90;
  expect(low).toBeLessThan(after.level.arithmetic);
  expect(high).toBeGreaterThan(after.level.arithmetic);

  const why = "no series has the code IPO_COUNT_US_A";
  await page.goto("/");
  const row = readingRow(page, "Number of listings");
  await expect(row).toHaveClass("is-stale");
  await expect(row.locator(".reading-band")).toHaveText(`No reading: ${why}`);
  await expect(row.locator(".is-now")).toHaveText("–");
  await expectOnCard(page, after);
  await page.goto("/composite");
  await expect(partRow(page, "Number of listings")).toContainText(`Does not count: ${why}.`);
  await page.goto("/indicators/listings");
  await expect(page.locator(".latest")).toHaveText(`No reading: ${why}.`);
  await expect(page.getByText("Not stored, not public, or retired: IPO_COUNT_US_A.")).toBeVisible();

  await rollBack(page, receipt);
  expect(withoutRevision(await composite(page))).toEqual(withoutRevision(before));
  await page.goto("/indicators/listings");
  await expect(page.locator(".latest .value")).toHaveText("94");
});

test("when a pillar is lost, the composite is of an earlier day, and the receipt names both days", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/data/series/CAPEX_AMZN_A");
  const before = await composite(page);
  const receipt = await edit(page, (form) => form.getByLabel("Who may see it").selectOption("private"));
  const after = await composite(page);
  // Venture money was last read at the end of July: its quarter of 2026-Q1 counts for 200 days, its series for less.
  expect([before.day, after.day]).toEqual(["2026-10-31", "2026-07-31"]);
  await expect(whatItDid(page)).toContainText(
    `The composite moved from ${points(before.level.arithmetic)} on 31 Oct 2026 to ` +
      `${points(after.level.arithmetic)} on 31 Jul 2026: The build-out, share of GDP −`,
  );
  await page.goto("/");
  await expect(card(page)).toHaveAccessibleName("Composite reading, 31 Jul 2026");
  await expect(card(page)).toContainText("After that day too few were current for a reading.");
  await page.goto("/composite");
  await expect(page.locator(".pillar-list")).toContainText("The build-out–");
  await expect(page.getByRole("region", { name: "Published readings" })).toContainText("on 31 Jul 2026:");

  await rollBack(page, receipt);
  expect(withoutRevision(await composite(page))).toEqual(withoutRevision(before));
});

test("another weight of an indicator moves the composite by what the weight says, and is taken back", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/data/indicators/unprofitable-listings");
  const before = await composite(page);
  const receipt = await edit(page, (form) => form.getByLabel("Weight in its pillar").fill("3"));
  const after = await composite(page);
  const place = (name: string) => Math.min(150, Math.max(0, inputOf(before, name).place));
  // One for each of the other two, three for this one.
  const listings =
    (place("listings") + place("first-day-jumps") + 3 * place("unprofitable-listings")) / (1 + 1 + 3);
  const others = before.pillars.filter(({ pillar, level }) => pillar !== "listings" && level !== null);
  const level = (listings + others.reduce((sum, each) => sum + each.level, 0)) / (1 + others.length);
  expect(after.level.arithmetic).toBeCloseTo(level, 9);
  expect(after.coverage).toEqual(before.coverage);
  await expect(whatItDid(page)).toContainText(
    `The composite moved from ${points(before.level.arithmetic)} to ${points(level)}`,
  );
  await page.goto("/indicators/unprofitable-listings");
  await expect(page.getByRole("region", { name: "Definition" })).toContainText("Weight in its pillar3");

  await rollBack(page, receipt);
  expect(withoutRevision(await composite(page))).toEqual(withoutRevision(before));
});

test("another threshold changes the words and not the numbers, and is taken back", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/data/thresholds/dot-com-run-1-hot");
  const before = await composite(page);
  // Both stand between 60, where “hot” begins, and 90: the valuation of shares at 87, the composite at 76.
  const receipt = await edit(page, (form) => form.getByLabel(/^From/).fill("90"));
  await expect(whatItDid(page)).toContainText(`The composite stays at ${points(before.level.arithmetic)}.`);
  expect(withoutRevision(await composite(page))).toEqual(withoutRevision(before));
  await page.goto("/indicators/share-valuation");
  const set = page.getByRole("row").filter({ hasText: "dot-com-run" });
  await expect(set.locator("td").first()).toHaveText("warm");
  const band = readingRow(page, "Share valuation").locator(".reading-band");
  await page.goto("/");
  await expect(band).toContainText(/^warm/);
  await expect(card(page).locator(".composite-level")).toContainText("warm");

  await rollBack(page, receipt);
  await page.goto("/");
  await expect(band).toContainText(/^hot/);
  await expect(card(page).locator(".composite-level")).toContainText("hot");
});

test("an upload says before it is committed what it would do to the composite, and then does it", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor", "/admin/upload");
  const before = await composite(page);
  const { reading } = await (await page.request.get("/api/v1/indicators/unprofitable-listings")).json();
  await page.getByLabel("Or paste a table").fill("series\tperiod\tvalue\nIPO_UNPROF_US_A\t2025\t75\n");
  await page.getByRole("button", { name: "Send and read it" }).click();
  await page.getByRole("link", { name: /go on to the columns/ }).click();
  await page.getByRole("button", { name: "Check every cell" }).click();
  await page.getByRole("link", { name: /go on to the changes/i }).click();

  const { share, place } = inputOf(before, "unprofitable-listings");
  const placed = (100 * (75 - reading.calm.value)) / (reading.peak.value - reading.calm.value);
  const level = before.level.arithmetic + share * (placed - place);
  const says = `The composite moved from ${points(before.level.arithmetic)} to ${points(level)}: Listings without profits +`;
  await expect(page.getByText(says)).toBeVisible();
  expect(withoutRevision(await composite(page))).toEqual(withoutRevision(before));

  await page.getByLabel("Message").fill("As if more had listed at a loss");
  await page.getByRole("button", { name: /^Commit \d/ }).click();
  await expect(page).toHaveURL(/\/admin\/revisions\/\d+$/);
  await expect(whatItDid(page)).toContainText(says);
  expect((await composite(page)).level.arithmetic).toBeCloseTo(level, 9);

  await rollBack(page, new URL(page.url()).pathname);
  expect(withoutRevision(await composite(page))).toEqual(withoutRevision(before));
});
