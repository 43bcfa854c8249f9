import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Values by the year they are of. */
type Years = ReadonlyMap<number, number>;

/** The onset of each boom and the trough of the first: November 2022, August 1995, October 2002. */
const ONSET = { now: 2022, then: 1995 } as const;
const TROUGH = 2002;

/** What a page says of an indicator, worked out from the values of its series alone. */
interface Expected {
  readonly now: readonly [year: number, value: number];
  readonly before: readonly [year: number, value: number];
  readonly same: readonly [year: number, value: number];
  readonly peak: readonly [year: number, value: number];
  readonly calm: number;
  /** On the common scale, of the newest value, the one before it, and the one at the same age. */
  readonly places: { readonly now: number; readonly before: number; readonly same: number };
}

/** Reads yearly values as the method says, in plain arithmetic. */
function workOut(now: Years, then: Years, calmYears: readonly [from: number, to: number]): Expected {
  const newest = Math.max(...now.keys());
  const known = (years: Years, year: number): [number, number] => {
    const value = years.get(year);
    if (value === undefined) throw new Error(`no value of ${year} is given`);
    return [year, value];
  };
  const boom = [...then].filter(([year]) => year >= ONSET.then && year <= TROUGH);
  const peak = boom.reduce((highest, each) => (each[1] > highest[1] ? each : highest));
  const calm = median([...then].filter(([year]) => year >= calmYears[0] && year <= calmYears[1]));
  const place = (value: number) => (100 * (value - calm)) / (peak[1] - calm);
  const [before, same] = [known(now, newest - 1), known(then, newest - ONSET.now + ONSET.then)];
  const places = { now: place(known(now, newest)[1]), before: place(before[1]), same: place(same[1]) };
  return { now: known(now, newest), before, same, peak, calm, places };
}

function median(of: readonly (readonly [number, number])[]): number {
  const sorted = of.map(([, value]) => value).sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("no value of calm years is given");
  return (low + high) / 2;
}

/** The values that a series may be downloaded as, by period. */
async function download(request: APIRequestContext, code: string): Promise<Map<string, number>> {
  const answer = await request.get(`/api/v1/series/${code}`);
  expect(answer.status(), code).toBe(200);
  const { observations } = (await answer.json()) as { observations: { period: string; value: string }[] };
  return new Map(observations.map(({ period, value }) => [period, Number(value)]));
}

/** Spending by year, in dollars, over what the country produced in it: the mean of its four quarters at annual rates. */
async function shareOfGdp(request: APIRequestContext, codes: readonly string[], unit: number) {
  const gdp = await download(request, "GDP_US_Q");
  const spent = await Promise.all(codes.map((code) => download(request, code)));
  const shares = new Map<number, number>();
  for (const period of spent[0]?.keys() ?? []) {
    const parts = spent.map((of) => of.get(period));
    const quarters = [1, 2, 3, 4].map((quarter) => gdp.get(`${period}-Q${quarter}`));
    if ([...parts, ...quarters].some((value) => value === undefined)) continue;
    const sum = (of: (number | undefined)[]) => of.reduce<number>((total, value) => total + (value ?? 0), 0);
    shares.set(Number(period), (sum(parts) * unit) / ((sum(quarters) / 4) * 1e9));
  }
  return shares;
}

/** The values of a yearly series as its page shows them, for one that may not be downloaded. */
async function readTable(page: Page, code: string): Promise<Years> {
  await page.goto(`/series/${code}`);
  const rows = await page
    .locator("details.figure-table tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
    );
  return new Map(rows.map(([year, value]) => [Number(year), Number(value)]));
}

/** What a list of terms on the page says, by term. */
async function facts(page: Page, name: string): Promise<Record<string, string>> {
  const list = page.getByRole("region", { name });
  const [terms, texts] = [await list.locator("dt").allInnerTexts(), await list.locator("dd").allInnerTexts()];
  return Object.fromEntries(terms.map((term, at) => [term, texts[at] ?? ""]));
}

async function expectSaid(
  page: Page,
  request: APIRequestContext,
  name: string,
  { expected, calmSpan, text }: { expected: Expected; calmSpan: string; text: (value: number) => string },
): Promise<void> {
  await page.goto(`/indicators/${name}`);
  const said = ([year, value]: readonly [number, number]) => `${text(value)} ${year}`;
  expect(await facts(page, "Then and now")).toEqual({
    Now: said(expected.now),
    "Before it": said(expected.before),
    "Same age then": said(expected.same),
    "Dot-com peak": said(expected.peak),
    "Calm years": `${text(expected.calm)} ${calmSpan}`,
    "On the common scale": `${whole(expected.places.now)} 0 = calm years, 100 = dot-com peak`,
  });
  const latest = page.locator(".latest");
  await expect(latest.locator(".value")).toHaveText(text(expected.now[1]));
  await expect(latest).toContainText(`hotter than ${text(expected.before[1])} in ${expected.before[0]}`);

  const { reading } = await (await request.get(`/api/v1/indicators/${name}`)).json();
  const dated = ([year, value]: readonly [number, number]) => ({
    period: String(year),
    value: closeTo(value),
  });
  expect(reading).toMatchObject({
    status: "read",
    now: dated(expected.now),
    before: dated(expected.before),
    same: dated(expected.same),
    peak: dated(expected.peak),
    calm: { value: closeTo(expected.calm) },
    place: {
      now: closeTo(expected.places.now),
      before: closeTo(expected.places.before),
      same: closeTo(expected.places.same),
    },
  });
}

/** To nine significant digits. */
function closeTo(value: number): unknown {
  return expect.closeTo(value, 9 - Math.ceil(Math.log10(Math.abs(value))));
}

/** The row of an indicator among the readings of the dashboard. */
const readingRow = (page: Page, title: string) =>
  page.locator("table.readings tr").filter({ has: page.getByRole("link", { name: title, exact: true }) });

const whole = (value: number) => String(Math.round(value)).replace("-", "−");

test("the build-out’s share of GDP is worked out again from the series that may be downloaded", async ({
  page,
  request,
}) => {
  const builders = ["AMZN", "GOOGL", "META", "MSFT"].map((company) => `CAPEX_${company}_A`);
  const now = await shareOfGdp(request, builders, 1e6);
  const then = await shareOfGdp(request, ["CAPEX_TELECOM_US_A"], 1e9);
  // By hand, of 2025: 131,819 + 91,447 + 69,691 + 83,094 = 376,051 million, of 30,762 billion.
  expect(now.get(2025)).toBeCloseTo(376_051e6 / 30_762e9, 6);
  await expectSaid(page, request, "capex-share-of-gdp", {
    expected: workOut(now, then, [2003, 2007]),
    calmSpan: "2003 to 2007",
    text: (share) => `${(share * 100).toFixed(2)}%`,
  });
});

test("the number of listings is worked out again from the table that its page shows", async ({
  page,
  request,
}) => {
  const counts = await readTable(page, "IPO_COUNT_US_A");
  // Ritter, table 8: 689 in 1996 and 310 in 1998; the middle of 1985 to 1994 is halfway between 293 and 337.
  const expected = workOut(counts, counts, [1985, 1994]);
  expect(expected).toMatchObject({ peak: [1996, 689], same: [1998, 310], calm: 315 });
  await expectSaid(page, request, "listings", { expected, calmSpan: "1985 to 1994", text: String });
});

test("a reading is worded by every set of bands, each with where it comes from", async ({
  page,
  request,
}) => {
  const { reading } = await (await request.get("/api/v1/indicators/share-valuation")).json();
  await page.goto("/indicators/share-valuation");
  const sets = page.getByRole("region", { name: "Bands by set" }).locator("tbody tr");
  await expect(sets).toHaveCount(3);
  for (const row of await sets.all()) {
    const [level = "", bands = "", source = ""] = await row.locator("td").allInnerTexts();
    const isOfItsOwn = ((await row.locator("th").textContent()) ?? "").includes("of its own values");
    const value = isOfItsOwn ? reading.now.value : reading.place.now;
    const lines = bands.split("\n").map((line) => /^(?:below|from (?<at>[\d.]+)): (?<words>.+)$/.exec(line));
    const highest = lines.findLast((line) => Number(line?.groups?.at ?? Number.NEGATIVE_INFINITY) <= value);
    expect(level).toBe(highest?.groups?.words);
    expect(source).not.toBe("");
  }
  // Shiller (2014) set 25 beside 1929, 1999 and 2007.
  const own = sets.filter({ hasText: "shiller-2014" });
  await expect(own).toContainText("as high as around 1929, 1999 and 2007");
  await expect(own.locator('a[href^="http"]').first()).toBeVisible();
});

test("an indicator without a dot-com counterpart, and one that cannot be read, say why and show no number", async ({
  page,
}) => {
  await page.goto("/indicators/one-pair-of-companies");
  await expect(page.getByRole("region", { name: "Nothing to set it against" })).toContainText(
    "no dot-com counterpart stored: it stands beside the composite and is not weighed",
  );
  await expect(page.getByText("No set of bands applies")).toBeVisible();
  // The yearbook that its values come from is of 2025.
  await page.goto("/indicators/venture-share-of-gdp?asOf=2024-08-01");
  await expect(page.locator(".latest")).toContainText(/^No reading: \S/);
  await expect(page.locator(".latest .value")).toHaveCount(0);
});

test("a value that is old is greyed and called stale, on its page and among the readings", async ({
  page,
}) => {
  await page.goto("/#readings");
  const row = readingRow(page, "Share-price run-up");
  await expect(row).toHaveClass("is-stale");
  await expect(row.getByText("stale", { exact: true })).toBeVisible();
  await row.getByRole("link", { name: "Share-price run-up" }).click();
  await expect(page).toHaveURL(/\/indicators\/run-up$/);
  await expect(page.locator(".latest").getByText("stale", { exact: true })).toBeVisible();
});

test("the name of no indicator leads to no page and to a problem of the API", async ({ page, request }) => {
  expect((await page.goto("/indicators/nothing-like-it"))?.status()).toBe(404);
  const answer = await request.get("/api/v1/indicators/nothing-like-it");
  expect(answer.status()).toBe(404);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ detail: "No indicator is named “nothing-like-it”." });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("another set of bands changes the words of the readings and of the composite", async ({ page }) => {
      const band = readingRow(page, "Share valuation").locator(".reading-band");
      const card = page.getByRole("region", { name: /^Composite reading/ });
      await page.goto("/");
      await expect(band).toContainText(/^hot/);
      await expect(card.locator(".composite-level")).toContainText("hot");
      await page.getByRole("link", { name: "Read under even-quarters" }).click();
      await expect(page).toHaveURL("/?bands=even-quarters#readings");
      await expect(band).toContainText(/^last quarter/);
      await expect(card.locator(".composite-level")).toContainText("last quarter");
      await expect(card.locator(".composite-level")).not.toContainText("hot");
      await page.getByRole("link", { name: "Read under dot-com-run" }).click();
      await expect(band).toContainText(/^hot/);
    });

    test("an indicator is followed as known on a past day, and leads back to now", async ({ page }) => {
      await page.goto("/indicators/share-valuation?asOf=2026-06-30");
      await expect(page.getByText("This is what was known on 30 Jun 2026.")).toBeVisible();
      const inputs = page.getByRole("region", { name: "Series that are read" });
      await expect(inputs.getByRole("link").first()).toHaveAttribute(
        "href",
        "/series/CAPE_M?asOf=2026-06-30",
      );
      await page.getByRole("link", { name: "Back to what is known now" }).click();
      await expect(page).toHaveURL(/\/indicators\/share-valuation$/);
      await expect(page.locator(".latest")).toContainText("Now, Oct 2026");
    });
  });
}

test("by keyboard alone a reader comes from the readings to an indicator and opens its table", async ({
  page,
}) => {
  await page.goto("/");
  await readingRow(page, "Number of listings").getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Number of listings");
  const figure = page.getByRole("figure");
  await figure.getByText("Table of these numbers").focus();
  await page.keyboard.press("Enter");
  await expect(figure.getByRole("table")).toBeVisible();
});
