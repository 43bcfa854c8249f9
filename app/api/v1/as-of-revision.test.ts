import { afterAll, beforeAll, expect, test } from "vitest";
import { revision } from "../../../db/schema/index.ts";
import type { Store } from "../../../db/store.ts";
import { Problem } from "../../../lib/api/problem.ts";
import { SeriesView } from "../../../lib/api/series.ts";
import type { FigureModel } from "../../../lib/figures/model.ts";
import { aPackage, aPackageWith } from "../../../lib/ingestion/testing.ts";
import { commitPackage, serveTestStore, TODAY } from "../../_data/testing.ts";
import { GET as getDashboard } from "./dashboard/route.ts";
import { GET as getFigure } from "./figures/[name]/route.ts";
import { GET as getSeries } from "./series/[code]/route.ts";

/** The Nasdaq of March 2000 is this; it may be passed on or not. */
function thePackage(value: string, mayBePassedOn = "true") {
  const markets = aPackageWith("observations/markets.csv", { row: 3, column: "value", value });
  const terms = { row: 4, column: "redistributable", value: mayBePassedOn };
  return aPackage({
    "observations/markets.csv": markets.get("observations/markets.csv") ?? null,
    "sources.csv": aPackageWith("sources.csv", terms).get("sources.csv") ?? null,
  });
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers });
const series = (query: string, headers = {}) =>
  getSeries(ask(`/api/v1/series/NASDAQ_M${query}`, headers), {
    params: Promise.resolve({ code: "NASDAQ_M" }),
  });

let store: Store;
let first: number;
let second: number;
beforeAll(async () => {
  store = await serveTestStore();
  first = await commitPackage(store, thePackage("5000"));
  second = await commitPackage(store, thePackage("5001"));
});
afterAll(() => store.close());

test("a series is as the store held it then, and names that revision and its day", async () => {
  const lastOf = async (query: string) => {
    const view = SeriesView.parse(await (await series(query)).json());
    return { revision: view.revision, asOf: view.asOf, value: view.observations.at(-1)?.value };
  };
  expect(await lastOf(`?asOf=r${first}`)).toEqual({ revision: first, asOf: TODAY, value: "5000" });
  expect(await lastOf(`?asOf=r${second}`)).toEqual({ revision: second, asOf: TODAY, value: "5001" });
  expect(await lastOf("")).toEqual({ revision: second, asOf: TODAY, value: "5001" });
});

test("a figure and the dashboard are as they were then", async () => {
  const figure = await getFigure(ask(`/api/v1/figures/series-nasdaq-m?asOf=r${first}`), {
    params: Promise.resolve({ name: "series-nasdaq-m" }),
  });
  const model = (await figure.json()) as FigureModel;
  expect(model.panels[0]?.lines[0]?.points.at(-1)?.y).toBe(5000);
  const dashboard = await getDashboard(ask(`/api/v1/dashboard?asOf=r${first}`));
  expect(await dashboard.json()).toMatchObject({ revision: first, asOf: TODAY });
});

test("one spelt otherwise is the same answer, and no other revision’s tag is its own", async () => {
  const held = { "If-None-Match": (await series(`?asOf=r${first}`)).headers.get("ETag") ?? "" };
  expect((await series(`?asOf=r0${first}`, held)).status).toBe(304);
  expect((await series(`?asOf=r${second}`, held)).status).toBe(200);
  expect((await series("", held)).status).toBe(200);
});

test("values whose source has forbidden it since are refused for earlier revisions too, also to a cache", async () => {
  const held = { "If-None-Match": (await series(`?asOf=r${first}`)).headers.get("ETag") ?? "" };
  await commitPackage(store, thePackage("5001", "false"));
  expect((await series(`?asOf=r${first}`, held)).status).toBe(403);
  await commitPackage(store, thePackage("5001", "true"));
  expect((await series(`?asOf=r${first}`)).status).toBe(200);
});

test.each(["r0", "r99999"])("%s is a problem, never a silent now", async (asOf) => {
  const response = await series(`?asOf=${asOf}`);
  expect(response.status).toBe(400);
  const problem = Problem.parse(await response.json());
  expect(problem.type).toContain("no-such-revision");
  expect(problem.detail).toContain(`asOf is ${asOf} and the newest revision is `);
});

test("a number that was skipped is no revision", async () => {
  const givenUp = store.db.transaction(async (transaction) => {
    await transaction.insert(revision).values({ author: "ada", message: "Given up", kind: "edit" });
    transaction.rollback();
  });
  await expect(givenUp).rejects.toThrow();
  const next = await commitPackage(store, thePackage("5002"));
  expect((await series(`?asOf=r${next - 1}`)).status).toBe(400);
  expect((await series(`?asOf=r${next}`)).status).toBe(200);
});
