import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../lib/api/problem.ts";
import { aPackage, aPackageWith } from "../../lib/ingestion/testing.ts";
import { commitPackage, serveTestStore } from "../_data/testing.ts";

/**
 * Two values of a series that Crunchbase forbids to pass on, in its unit of billions; in whole dollars they have
 * the same digits. The Nasdaq may be passed on.
 */
const VALUES = /713[.]?59|824[.]?61/;
const VENTURE = `series,period,value,vintage,status,source,note
VC_ALL_WORLD_CB_Q,2024-Q2,713.59,2024-07-31,reported,,
VC_ALL_WORLD_CB_Q,2024-Q3,824.61,2024-10-31,reported,,
OPENAI_VAL,2024-10-02,157000000000,2024-10-02,reported,,
`;
const MARKETS = `series,period,value,vintage,status,source,note
${[4, 5, 6, 7, 8, 9].map((month) => `NASDAQ_M,2024-0${month},1750${month},2024-10-31,reported,,`).join("\n")}
`;

/** Figures by what they draw; each has one line. */
const FIGURES = {
  alone: "VC_ALL_WORLD_CB_Q",
  once: "VC_ALL_WORLD_CB_Q * 1",
  rebased: "index(VC_ALL_WORLD_CB_Q, 2024-Q2)",
  growth: "pch(VC_ALL_WORLD_CB_Q)",
  "over-the-nasdaq": "index(VC_ALL_WORLD_CB_Q, 2024-Q2) / index(freq(NASDAQ_M, Q, avg), 2024-Q2)",
  nasdaq: "NASDAQ_M",
};
const NAMES = [...Object.keys(FIGURES), "series-vc-all-world-cb-q", "series-nasdaq-m", "compared", "beside"];
const CODES = ["VC_ALL_WORLD_CB_Q", "NASDAQ_M"];

const frame = { titles: [{ text: "{a.last}" }], subtitle: "What, unit, place" };
const SPECS = [
  ...Object.entries(FIGURES).map(([name, formula]) => ({
    ...{ ...frame, name, kind: "time", lines: [{ id: "a", formula, label: "A" }] },
  })),
  {
    ...{ ...frame, name: "compared", kind: "comparison", titles: [{ text: "{a.value}" }] },
    items: [{ id: "a", formula: "VC_ALL_WORLD_CB_Q@2024-Q3", label: "A" }],
  },
  {
    ...{ ...frame, name: "beside", kind: "time", lines: [{ id: "a", formula: "NASDAQ_M", label: "A" }] },
    benchmarks: [{ id: "b", formula: "index(VC_ALL_WORLD_CB_Q, 2024-Q2)@2024-Q3", label: "Venture, index" }],
  },
];

function thePackage(...mayBePassedOn: readonly { row: number; value: "true" }[]) {
  const cells = [{ row: 4, value: "true" }, ...mayBePassedOn].map((cell) => ({
    ...cell,
    column: "redistributable",
  }));
  return aPackage({
    "sources.csv": aPackageWith("sources.csv", ...cells).get("sources.csv") ?? "",
    "observations/venture.csv": VENTURE,
    "observations/markets.csv": MARKETS,
    "figures.json": JSON.stringify(SPECS),
  });
}

const FOLDERS = readdirSync(join(import.meta.dirname, "v1"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("route.ts"))
  .map((path) => dirname(join("v1", path)));

type Get = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function read(folder: string, params: Record<string, string> = {}, headers = {}): Promise<Response> {
  const { GET }: { GET: Get } = await import(join(import.meta.dirname, folder, "route.ts"));
  const path = folder.replace(/\[(\w+)\]/, (_, name: string) => params[name] ?? "");
  return GET(new Request(`http://localhost/api/${path}`, { headers }), { params: Promise.resolve(params) });
}

/** What every public address answers, with every name that it may be asked with. */
async function everyAnswer(): Promise<ReadonlyArray<{ readonly address: string; readonly text: string }>> {
  const asked = FOLDERS.flatMap((folder) => {
    if (folder.includes("[code]")) return CODES.map((code) => ({ folder, params: { code } }));
    if (folder.includes("[name]")) return NAMES.map((name) => ({ folder, params: { name } }));
    return [{ folder, params: {} }];
  });
  return Promise.all(
    asked.map(async ({ folder, params }) => ({
      address: [folder, ...Object.values(params)].join(" "),
      text: await (await read(folder, params)).text(),
    })),
  );
}
const named = (answers: Awaited<ReturnType<typeof everyAnswer>>) =>
  answers.filter(({ text }) => VALUES.test(text)).map(({ address }) => address);

let store: Awaited<ReturnType<typeof serveTestStore>>;
beforeAll(async () => {
  store = await serveTestStore();
});
afterAll(() => store.close());

describe("values that may not be passed on", () => {
  beforeAll(() => commitPackage(store, thePackage()));

  test("are in no answer of the API", async () => {
    expect(named(await everyAnswer())).toEqual([]);
  });

  test.each(NAMES.filter((name) => !name.includes("nasdaq")))(
    "are not in the figure %s, which is refused with the series and its terms",
    async (name) => {
      const response = await read("v1/figures/[name]", { name });
      expect(response.status).toBe(403);
      const problem = Problem.parse(await response.json());
      expect(problem.type).toContain("not-redistributable");
      expect(problem.detail).toContain("VC_ALL_WORLD_CB_Q (Crunchbase; licence: quoted)");
      expect(problem.detail).not.toContain("NASDAQ_M");
    },
  );

  test("nor in one that is made with them and an open series, which is not named for it", async () => {
    expect((await read("v1/figures/[name]", { name: "over-the-nasdaq" })).status).toBe(403);
  });

  test("stand on the dashboard as the problem of their figure, beside the figures that are given", async () => {
    const { figures } = (await (await read("v1/dashboard")).json()) as {
      figures: { name: string; model?: object; withheld?: object }[];
    };
    expect(figures.flatMap(({ name, model }) => (model ? [name] : []))).toEqual(["nasdaq"]);
    const alone = await read("v1/figures/[name]", { name: "alone" });
    expect(figures.find(({ name }) => name === "alone")).toEqual({
      name: "alone",
      withheld: await alone.json(),
    });
  });

  test("do not keep a figure of other series back", async () => {
    for (const name of ["nasdaq", "series-nasdaq-m"]) {
      expect((await read("v1/figures/[name]", { name })).status).toBe(200);
    }
  });
});

describe("what a page draws from", () => {
  const draw = (headers: Record<string, string>) => read("drawings/[name]", { name: "alone" }, headers);

  test.each([
    { name: "the page itself says so", headers: { "Sec-Fetch-Site": "same-origin" } },
    {
      name: "the page is named, where browsers do not say more",
      headers: { Host: "atlas:3000", Referer: "http://atlas:3000/" },
    },
  ])("is given where $name, to be kept by that browser alone", async ({ headers }) => {
    const response = await draw(headers);
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("private, no-cache");
    expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    const text = await response.text();
    expect(text).toMatch(VALUES);
    expect(JSON.parse(text)).not.toHaveProperty("table");
  });

  test.each([
    { name: "a program", headers: {} },
    { name: "a reader who typed the address", headers: { "Sec-Fetch-Site": "none" } },
    { name: "another site", headers: { "Sec-Fetch-Site": "cross-site", Referer: "http://localhost/" } },
    { name: "a neighbour of this site", headers: { "Sec-Fetch-Site": "same-site" } },
    {
      name: "a page of another host",
      headers: { Host: "atlas:3000", Referer: "http://elsewhere.example/atlas:3000" },
    },
    { name: "a page without a name", headers: { Host: "atlas:3000", Referer: "about:blank" } },
  ])("is refused to $name, even with the tag of what was served", async ({ headers }) => {
    const tag = (await draw({ "Sec-Fetch-Site": "same-origin" })).headers.get("ETag") ?? "";
    const response = await draw({ ...headers, "If-None-Match": tag });
    expect(response.status).toBe(403);
    const text = await response.text();
    expect(text).not.toMatch(VALUES);
    expect(text).toContain("/api/v1/figures/NAME");
  });
});

test("values that may be passed on are in every answer that has room for them", async () => {
  await commitPackage(store, thePackage({ row: 2, value: "true" }));
  expect(named(await everyAnswer())).toEqual(
    expect.arrayContaining([
      "v1/series/[code] VC_ALL_WORLD_CB_Q",
      "v1/figures/[name] alone",
      "v1/figures/[name] once",
      "v1/figures/[name] compared",
      "v1/figures/[name] series-vc-all-world-cb-q",
      "v1/dashboard",
    ]),
  );
});
