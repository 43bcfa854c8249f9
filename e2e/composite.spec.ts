import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** An indicator as the API gives it; of its reading only what places it. */
interface Indicator {
  readonly name: string;
  readonly pillar: string;
  readonly weight: number;
  readonly now: string;
  readonly reading: {
    readonly now?: { readonly period: string };
    readonly place?: { readonly now: number } | null;
  };
}

/** What the API says of the composite, of which the journeys work out all but the range. */
interface Composite {
  readonly day: string;
  readonly level: { readonly arithmetic: number; readonly geometric: number };
  readonly bands: Record<"band90" | "band50", { readonly low: number; readonly high: number }>;
  readonly coverage: { readonly present: number; readonly inputs: number };
  readonly pillars: ReadonlyArray<{ readonly pillar: string; readonly level: number | null }>;
  readonly inputs: ReadonlyArray<{
    readonly name: string;
    readonly title: string;
    readonly share: number;
    readonly place: number | null;
    readonly changeWithout: number | null;
  }>;
}

/** An input that is current on a day, by its weight in its pillar and its place. */
interface Current {
  readonly name: string;
  readonly pillar: string;
  readonly weight: number;
  readonly place: number;
}

/** What the method asks for: of the weight of a pillar, and of the pillars. */
const LEAST = { pillar: 0.6, index: 0.75 } as const;
/** Days for which a value counts after its period, by what its period is: a year, a half, a quarter, a month. */
const COUNTS_FOR = [
  { period: /^\d{4}$/, days: 550 },
  { period: /^\d{4}-H\d$/, days: 365 },
  { period: /^\d{4}-Q\d$/, days: 200 },
  { period: /^\d{4}-\d\d$/, days: 62 },
] as const;

/** The last day of a period, in days since 1970. */
function lastDay(period: string): number {
  const year = Number(period.slice(0, 4));
  const part = Number(period.slice(-1));
  const month = /^\d{4}$/.test(period)
    ? 12
    : period.includes("H")
      ? part * 6
      : period.includes("Q")
        ? part * 3
        : Number(period.slice(5, 7));
  return Date.UTC(year, month, 0) / 86_400_000;
}

/** The inputs that are current on a day: old ones do not count, by the method's limits and by those of their series. */
function currentOn(day: string, all: readonly Indicator[], limits: ReadonlyMap<string, number>): Current[] {
  const today = Date.parse(day) / 86_400_000;
  return all.flatMap(({ name, pillar, weight, now, reading }) => {
    const place = reading.place?.now;
    const period = reading.now?.period;
    if (weight === 0 || place === undefined || period === undefined) return [];
    const age = today - lastDay(period);
    const ownLimits = (now.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? []).flatMap((code) => limits.get(code) ?? []);
    const limit = Math.min(COUNTS_FOR.find((each) => each.period.test(period))?.days ?? 0, ...ownLimits);
    return age >= 0 && age <= limit ? [{ name, pillar, weight, place }] : [];
  });
}

interface WorkedOut {
  readonly level: number | null;
  readonly geometric: number | null;
  readonly pillars: ReadonlyMap<string, number | null>;
  readonly counted: number;
  /** The part of each input that counts in the whole. */
  readonly shares: ReadonlyMap<string, number>;
}

/** Places to pillars, pillars to the whole, as the method says; `weightOf` is the weight of a pillar. */
function workOut(
  current: readonly Current[],
  all: readonly Indicator[],
  weightOf: (pillar: string) => number = () => 1,
): WorkedOut {
  const weighed = all.filter(({ weight, pillar }) => weight > 0 && weightOf(pillar) > 0);
  const names = [...new Set(weighed.map(({ pillar }) => pillar))];
  const sum = (of: readonly { readonly weight: number }[]) =>
    of.reduce((total, { weight }) => total + weight, 0);
  const parts = names.map((pillar) => {
    const inputs = current.filter((each) => each.pillar === pillar);
    const asked = sum(weighed.filter((each) => each.pillar === pillar));
    const hasLevel = sum(inputs) >= LEAST.pillar * asked;
    return { pillar, inputs: hasLevel ? inputs : [] };
  });
  const read = parts.filter(({ inputs }) => inputs.length > 0);
  const whole = read.reduce((total, { pillar }) => total + weightOf(pillar), 0);
  const shares = read.flatMap(({ pillar, inputs }) =>
    inputs.map(({ name, weight, place }) => ({
      name,
      share: (weightOf(pillar) / whole) * (weight / sum(inputs)),
      place: Math.min(150, Math.max(0, place)),
    })),
  );
  const mean = (of: (place: number) => number) =>
    shares.reduce((total, { share, place }) => total + share * of(place), 0);
  const isRead = read.length >= LEAST.index * names.length;
  return {
    level: isRead ? mean((place) => place) : null,
    geometric: isRead ? Math.exp(mean((place) => Math.log(Math.max(1, place)))) : null,
    pillars: new Map(
      parts.map(({ pillar, inputs }) => [
        pillar,
        inputs.length === 0
          ? null
          : inputs.reduce(
              (total, { weight, place }) =>
                total + (weight / sum(inputs)) * Math.min(150, Math.max(0, place)),
              0,
            ),
      ]),
    ),
    counted: shares.length,
    shares: new Map(shares.map(({ name, share }) => [name, share])),
  };
}

async function ask<Answer>(request: APIRequestContext, path: string): Promise<Answer> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.json();
}

/** What the whole is worked out from: the indicators, the composite as told, and for how long each series counts. */
async function ground(request: APIRequestContext) {
  const [{ indicators }, composite, { series }] = await Promise.all([
    ask<{ indicators: Indicator[] }>(request, "/api/v1/indicators"),
    ask<Composite>(request, "/api/v1/composite"),
    ask<{ series: { code: string; staleAfterDays: number | null }[] }>(request, "/api/v1/series"),
  ]);
  const limits = new Map(
    series.flatMap(({ code, staleAfterDays }) => (staleAfterDays === null ? [] : [[code, staleAfterDays]])),
  );
  return { indicators, composite, limits, current: currentOn(composite.day, indicators, limits) };
}

const card = (page: Page) => page.getByRole("region", { name: /^Composite reading/ });
const shownLevel = (page: Page) => card(page).locator(".composite-level strong");
const weights = (page: Page) => page.locator(".weight-form");
const points = (value: number) => String(Math.round(value)).replace("-", "−");

test("the composite is worked out again from the readings, their weights and their pillars", async ({
  page,
  request,
}) => {
  const { indicators, composite, limits, current } = await ground(request);
  const expected = workOut(current, indicators);
  expect(composite.level.arithmetic).toBeCloseTo(expected.level ?? Number.NaN, 9);
  expect(composite.level.geometric).toBeCloseTo(expected.geometric ?? Number.NaN, 9);
  const weighed = indicators.filter(({ weight }) => weight > 0);
  expect(composite.coverage).toEqual({ present: expected.counted, inputs: weighed.length });
  expect(new Map(composite.pillars.map(({ pillar, level }) => [pillar, level]))).toEqual(
    new Map([...expected.pillars].map(([pillar, level]) => [pillar, level && expect.closeTo(level, 9)])),
  );
  // It is of the newest day on which enough was current: today too little is.
  expect(workOut(currentOn("2026-11-23", indicators, limits), indicators).level).toBeNull();

  await page.goto("/composite");
  await expect(shownLevel(page)).toHaveText(points(expected.level ?? Number.NaN));
  await expect(card(page)).toContainText(`${expected.counted} of ${weighed.length} inputs count.`);
  await expect(card(page)).toContainText("After that day too few were current for a reading.");
  const rows = page.getByRole("region", { name: "What the composite is made of" }).locator("tbody tr");
  await expect(rows).toHaveCount(weighed.length);
  let sum = 0;
  for (const row of await rows.all()) {
    const name = (await row.getByRole("link").getAttribute("href"))?.replace("/indicators/", "") ?? "";
    const share = expected.shares.get(name);
    const [, part, given] = await row.locator("td").allInnerTexts();
    expect(part, name).toBe(share === undefined ? "–" : `${(share * 100).toFixed(1)}%`);
    if (share === undefined) await expect(row).toContainText("Does not count:");
    else sum += Number(given);
  }
  // Each is rounded to a tenth of a point.
  expect(Math.abs(sum - composite.level.arithmetic)).toBeLessThan(0.05 * (expected.counted + 1));
});

test("what it would be without each input is worked out again, where enough would be left", async ({
  page,
  request,
}) => {
  const { indicators, composite, current } = await ground(request);
  await page.goto("/composite");
  const table = page.getByRole("table", { name: "The composite with one input left out" });
  const counted = composite.inputs.filter(({ share }) => share > 0);
  await expect(table.locator("tbody tr")).toHaveCount(counted.length);
  for (const { name, title, changeWithout } of counted) {
    const { level } = workOut(
      current.filter((each) => each.name !== name),
      indicators,
    );
    expect(changeWithout, name).toEqual(
      level === null ? null : expect.closeTo(level - composite.level.arithmetic, 9),
    );
    const row = table.getByRole("row").filter({ has: page.getByRole("link", { name: title, exact: true }) });
    await expect(row.locator("td")).toContainText(level === null ? "no reading" : points(level));
  }
});

test("the range holds the level, and the narrow one lies within the wide one", async ({ page, request }) => {
  const { level, bands } = await ask<Composite>(request, "/api/v1/composite");
  const { band90, band50 } = bands;
  expect(band90.low).toBeLessThanOrEqual(band50.low);
  expect(band50.low).toBeLessThanOrEqual(level.arithmetic);
  expect(level.arithmetic).toBeLessThanOrEqual(band50.high);
  expect(band50.high).toBeLessThanOrEqual(band90.high);
  await page.goto("/composite");
  await expect(card(page)).toContainText(`plausible range ${points(band90.low)} to ${points(band90.high)}`);
  await expect(card(page)).toContainText("A heuristic, not a probability, not advice.");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a reader’s weights give another composite, which its address restores", async ({
      page,
      request,
    }) => {
      const { indicators, current } = await ground(request);
      await page.goto("/composite");
      await weights(page).getByLabel("Venture money", { exact: true }).fill("0");
      await weights(page).getByLabel("Share prices", { exact: true }).fill("2.5");
      await weights(page).getByLabel("Number of listings").fill("3");
      await page.getByRole("button", { name: "See it by these weights" }).click();
      await expect(page).toHaveURL(/[?&]p\.venture=0&/);
      await expect(page.getByText("By your weights.")).toBeVisible();
      const reweighed = <Of extends { name: string; weight: number }>(each: Of) =>
        each.name === "listings" ? { ...each, weight: 3 } : each;
      const pillars: Readonly<Record<string, number>> = { venture: 0, markets: 2.5 };
      const expected = workOut(
        current.map(reweighed),
        indicators.map(reweighed),
        (name) => pillars[name] ?? 1,
      );
      const words = points(expected.level ?? Number.NaN);
      await expect(shownLevel(page)).toHaveText(words);
      await expect(card(page)).toContainText("7 of 7 inputs count.");

      await page.goto(page.url());
      await expect(shownLevel(page)).toHaveText(words);
      await expect(weights(page).getByLabel("Share prices", { exact: true })).toHaveValue("2.5");
      await page.getByRole("link", { name: "Back to the weights of the indicators" }).click();
      await expect(page).toHaveURL("/composite");
      await expect(shownLevel(page)).not.toHaveText(words);
      await expect(weights(page).getByLabel("Share prices", { exact: true })).toHaveValue("1");
    });

    test("a weight that is none is told, and the composite stays by the indicators’ own", async ({
      page,
    }) => {
      await page.goto("/composite");
      const own = (await shownLevel(page).textContent()) ?? "";
      for (const weight of ["heavy", "-1", "1001", "1e3"]) {
        await page.goto(`/composite?p.markets=${weight}`);
        await expect(
          page.getByText(`“${weight}” is no weight for p.markets: write a number from 0 to 1,000.`),
        ).toBeVisible();
        await expect(page.getByText("By your weights.")).toHaveCount(0);
        await expect(shownLevel(page)).toHaveText(own);
      }
    });

    test("weights that leave nothing to weigh give no number, and say why", async ({ page }) => {
      await page.goto("/composite?p.venture=0&p.build-out=0&p.markets=0&p.listings=0");
      await expect(shownLevel(page)).toHaveText("–");
      await expect(card(page)).toContainText("No reading. The weights make no composite");
    });

    test("the composite is replayed as of a past day, and what it leads to keeps the day", async ({
      page,
      request,
    }) => {
      const then = await ask<Composite>(request, "/api/v1/composite?asOf=2026-06-30");
      await page.goto("/composite");
      const now = (await shownLevel(page).textContent()) ?? "";
      await page.getByLabel("Day", { exact: true }).fill("2026-06-30");
      await page.getByRole("button", { name: "Show it" }).click();
      await expect(page).toHaveURL("/composite?asOf=2026-06-30");
      await expect(page.getByText("This is what was known on 30 Jun 2026.")).toBeVisible();
      await expect(page.getByText("as known on 30 Jun 2026:")).toBeVisible();
      await expect(shownLevel(page)).toHaveText(points(then.level.arithmetic));
      await expect(shownLevel(page)).not.toHaveText(now);
      const { present, inputs } = then.coverage;
      await expect(card(page)).toContainText(`${present} of ${inputs} inputs count.`);
      const links = page.locator('main a[href^="/indicators/"]');
      expect(await links.count()).toBeGreaterThan(inputs);
      for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))) {
        expect(href).toMatch(/\?asOf=2026-06-30$/);
      }
      await page.getByRole("link", { name: "Back to what is known now" }).click();
      await expect(page).toHaveURL("/composite");
      await expect(shownLevel(page)).toHaveText(now);
    });

    test("a day on which too little was known has no composite, and says so", async ({ page, request }) => {
      await page.goto("/composite?asOf=2024-08-01");
      await expect(shownLevel(page)).toHaveText("–");
      await expect(card(page)).toContainText(
        "No reading. On no day of the last two years was enough known for it.",
      );
      await expect(page.getByRole("figure")).toHaveCount(0);
      const answer = await request.get("/api/v1/composite?asOf=2024-08-01");
      expect(answer.status()).toBe(404);
      expect(await answer.json()).toMatchObject({ title: "There is no composite" });
    });
  });
}

test("weights are typed and sent by keyboard alone", async ({ page }) => {
  await page.goto("/composite");
  const own = (await shownLevel(page).textContent()) ?? "";
  await weights(page).getByLabel("The build-out", { exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("0.1");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]p\.build-out=0\.1&/);
  await expect(page.getByText("By your weights.")).toBeVisible();
  await expect(shownLevel(page)).not.toHaveText(own);
});
