import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Problem } from "../../../lib/api/problem.ts";
import { RevisionView } from "../../../lib/api/revision.ts";
import { SeriesListView, SeriesView } from "../../../lib/api/series.ts";
import type { FigureModel } from "../../../lib/figures/model.ts";
import type { PackageFiles } from "../../../lib/ingestion/read-package.ts";
import { aPackage, aPackageWith } from "../../../lib/ingestion/testing.ts";
import { addUnreadableFigure, commitPackage, serveTestStore, TODAY } from "../../_data/testing.ts";
import { GET as getDashboard } from "./dashboard/route.ts";
import { GET as getFigure } from "./figures/[name]/route.ts";
import { GET as getRevision } from "./revision/route.ts";
import { GET as getSeries } from "./series/[code]/route.ts";
import { GET as getSeriesList } from "./series/route.ts";

/** The Nasdaq may be passed on, Crunchbase may not, and OpenAI's valuation is private. */
function sharedPackage(changes: Record<string, string> = {}): PackageFiles {
  const sources = withSources();
  const series = aPackageWith("series.csv", { row: 4, column: "visibility", value: "private" });
  return aPackage({
    "sources.csv": sources,
    "series.csv": series.get("series.csv") ?? "",
    ...changes,
  });
}

function withSources(...cells: Parameters<typeof aPackageWith>[1][]): string {
  const nasdaq = { row: 4, column: "redistributable", value: "true" };
  return aPackageWith("sources.csv", nasdaq, ...cells).get("sources.csv") ?? "";
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers });
const series = (code: string, query = "", headers = {}) =>
  getSeries(ask(`/api/v1/series/${code}${query}`, headers), { params: Promise.resolve({ code }) });
const figureOf = (name: string, query = "") =>
  getFigure(ask(`/api/v1/figures/${name}${query}`), { params: Promise.resolve({ name }) });

let store: Awaited<ReturnType<typeof serveTestStore>>;
beforeAll(async () => {
  store = await serveTestStore();
  await commitPackage(store, sharedPackage());
});
afterAll(() => store.close());

test.each(["\0", "../etc", "A".repeat(5_000)])(
  "what cannot be a name is not found, and not asked for: %j",
  async (name) => {
    expect((await series(name)).status).toBe(404);
    expect((await figureOf(name)).status).toBe(404);
  },
);

describe("GET /api/v1/series/CODE", () => {
  test("gives what the series is and its exact stored values in calendar order", async () => {
    const response = await series("NASDAQ_M");
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const view = SeriesView.parse(await response.json());
    expect(view).toMatchObject({
      code: "NASDAQ_M",
      asOf: TODAY,
      revision: 1,
      unit: "index, 1971-02-05 = 100",
    });
    expect(view.observations).toEqual([
      { period: "2000-02", value: "4696.69", vintage: "2000-02-29", status: "reported" },
      { period: "2000-03", value: "4572.83", vintage: "2000-03-31", status: "reported" },
    ]);
  });

  test("as of an earlier day gives what was known then", async () => {
    const view = SeriesView.parse(await (await series("NASDAQ_M", "?asOf=2000-03-15")).json());
    expect(view.observations.map(({ period }) => period)).toEqual(["2000-02"]);
  });

  test("refuses values whose terms forbid it, with the publisher's reason", async () => {
    const response = await series("VC_ALL_WORLD_CB_Q");
    expect(response.status).toBe(403);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    const problem = Problem.parse(await response.json());
    expect(problem.type).toContain("not-redistributable");
    expect(problem.detail).toContain("Crunchbase");
    expect(problem.detail).toContain("quoted");
  });

  test.each([
    { code: "OPENAI_VAL", what: "a private series" },
    { code: "NOPE", what: "an unknown code" },
    { code: "nasdaq_m", what: "a code in another case" },
  ])("$what does not exist", async ({ code }) => {
    const response = await series(code);
    expect(response.status).toBe(404);
    expect(Problem.parse(await response.json())).toMatchObject({
      status: 404,
      detail: expect.stringContaining(code),
    });
  });

  test("a bad as-of date is a problem that names it; parameters it does not know are ignored", async () => {
    expect((await series("NASDAQ_M", "?asOf=2000-13-01")).status).toBe(400);
    expect((await series("NASDAQ_M", "?colour=red")).status).toBe(200);
  });
});

describe("entity tags", () => {
  test("an answer carries a tag of the revision, and a caller who has it is told so without a body", async () => {
    const tag = (await series("NASDAQ_M")).headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"r1-2026-11-23-/);
    const again = await series("NASDAQ_M", "", { "If-None-Match": tag });
    expect(again.status).toBe(304);
    expect(again.headers.get("ETag")).toBe(tag);
    expect(await again.text()).toBe("");
  });

  test("a commit makes every answer new", async () => {
    const before = (await series("NASDAQ_M")).headers.get("ETag") ?? "";
    const eras = aPackageWith("eras.csv", { row: 2, column: "name", value: "The internet boom" });
    const revision = await commitPackage(store, sharedPackage({ "eras.csv": eras.get("eras.csv") ?? "" }));
    const after = await series("NASDAQ_M", "", { "If-None-Match": before });
    expect(after.status).toBe(200);
    expect(SeriesView.parse(await after.json()).revision).toBe(revision);
    expect(after.headers.get("ETag")).not.toBe(before);
  });

  test("the tag of one answer is no other's: who shows it elsewhere is answered as if without", async () => {
    const held = { "If-None-Match": (await series("NASDAQ_M")).headers.get("ETag") ?? "" };
    expect((await series("NASDAQ_M", "?asOf=2000-03-15", held)).status).toBe(200);
    expect((await series("NOPE", "", held)).status).toBe(404);
    expect((await series("VC_ALL_WORLD_CB_Q", "", held)).status).toBe(403);
    for (const asOf of ["2000-13-01", "2027-01-01"]) {
      expect((await series("NASDAQ_M", `?asOf=${asOf}`, held)).status).toBe(400);
    }
    expect((await getSeriesList(ask("/api/v1/series", held))).status).toBe(200);
    expect((await getRevision(ask("/api/v1/revision", held))).status).toBe(200);
  });

  test("lists narrowed otherwise are told apart, and one spelt otherwise is the same", async () => {
    const list = (query: string, headers = {}) => getSeriesList(ask(`/api/v1/series${query}`, headers));
    const held = { "If-None-Match": (await list("?q=nasdaq&frequency=M")).headers.get("ETag") ?? "" };
    expect((await list("?q=venture&frequency=M", held)).status).toBe(200);
    expect((await list("?frequency=M&q=%20nasdaq&colour=red", held)).status).toBe(304);
  });

  test("any tag will do (*) only for what exists", async () => {
    const any = { "If-None-Match": "*" };
    expect((await series("NASDAQ_M", "", any)).status).toBe(304);
    expect((await series("NOPE", "", any)).status).toBe(404);
    expect((await series("NASDAQ_M", "?asOf=2000-13-01", any)).status).toBe(400);
  });

  test("the revision is a few bytes and the tag of the store, which begins that of every answer", async () => {
    const view = RevisionView.parse(await (await getRevision(ask("/api/v1/revision"))).json());
    expect((await series("NASDAQ_M")).headers.get("ETag")).toContain(`"${view.tag}-`);
  });
});

describe("a download", () => {
  test("is refused for one value whose own source forbids it, and given once every source allows it", async () => {
    const quarter = { row: 2, column: "redistributable", value: "true" };
    const restated = { row: 3, column: "publisher", value: "Restaters" };
    await commitPackage(store, sharedPackage({ "sources.csv": withSources(quarter, restated) }));
    const refused = await series("VC_ALL_WORLD_CB_Q");
    expect(refused.status).toBe(403);
    expect(Problem.parse(await refused.json()).detail).toContain("Restaters");

    const allowed = { row: 3, column: "redistributable", value: "true" };
    await commitPackage(store, sharedPackage({ "sources.csv": withSources(quarter, restated, allowed) }));
    const given = await series("VC_ALL_WORLD_CB_Q");
    expect(given.status).toBe(200);
    expect(SeriesView.parse(await given.json())).toMatchObject({ withheldBy: null });
  });
});

describe("GET /api/v1/series", () => {
  test("lists public series only, narrowed by the search", async () => {
    const codes = async (query: string) => {
      const response = await getSeriesList(ask(`/api/v1/series${query}`));
      return SeriesListView.parse(await response.json()).series.map(({ code }) => code);
    };
    expect(await codes("")).toEqual(["NASDAQ_M", "VC_ALL_WORLD_CB_Q"]);
    expect(await codes("?q=venture")).toEqual(["VC_ALL_WORLD_CB_Q"]);
    expect(await codes("?frequency=M&colour=red")).toEqual(["NASDAQ_M"]);
  });
});

describe("figures", () => {
  test("a saved figure and a figure of one series are both given as models", async () => {
    const saved = (await (await figureOf("venture")).json()) as FigureModel;
    expect(saved).toMatchObject({ name: "venture", kind: "time", asOf: TODAY });
    const single = (await (await figureOf("series-nasdaq-m", "?asOf=2000-03-15")).json()) as FigureModel;
    expect(single.panels[0]?.lines[0]?.points.map(({ period }) => period)).toEqual(["2000-02"]);
  });

  test.each(["nope", "series-nope", "series-openai-val"])("there is no figure %s", async (name) => {
    expect((await figureOf(name)).status).toBe(404);
  });

  test("one that cannot be made is an entry with the id of its log line, and the others go on", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    await addUnreadableFigure(store, "broken");
    const answer = await getDashboard(ask("/api/v1/dashboard?asOf=2026-01-01"));
    const { figures } = (await answer.json()) as {
      figures: { name: string; failure?: { id: string }; model?: object }[];
    };
    expect(figures.map(({ name }) => name)).toEqual(["venture", "broken"]);
    expect(figures[0]?.model).toBeDefined();
    const id = figures[1]?.failure?.id;
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(logged.mock.calls.flat().join(" ")).toContain(`[${id}]`);

    const alone = await figureOf("broken");
    expect(alone.status).toBe(500);
    expect(Problem.parse(await alone.json()).detail).not.toContain("Zod");
    logged.mockClear();
  });
});
