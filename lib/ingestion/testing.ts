import type { PackageFiles } from "./read-package.ts";
import type { Snapshot } from "./store.ts";
import type { Catalogue } from "./tables.ts";

/** A table as lines of cells, the header first. */
export type Sheet = readonly (readonly string[])[];

/** A day on which everything of `aPackage` is known. */
export const TODAY = "2026-11-23";

const SHEETS: Readonly<Record<string, Sheet>> = {
  "sources.csv": [
    ["key", "publisher", "title", "url", "published", "accessed", "licence", "redistributable", "citation"],
    [
      "cb_2024q2",
      "Crunchbase",
      "Q2 2024 recap",
      "https://example.org/q2",
      "2024-07",
      "2026-11-23",
      "quoted",
      "false",
      "",
    ],
    [
      "cb_2025q2",
      "Crunchbase",
      "Q2 2025 recap",
      "https://example.org/q2-25",
      "2025",
      "2026-11-23",
      "quoted",
      "false",
      "",
    ],
    ["nasdaq", "Nasdaq", "Composite", "", "", "", "by permission", "false", "Nasdaq, Inc."],
  ],
  "series.csv": [
    [
      ...["code", "title", "measure", "unit_kind", "currency", "scale", "unit_of", "prices", "price_base"],
      ...[
        "frequency",
        "rate",
        "year_ends",
        "geography",
        "sector",
        "universe",
        "seasonal_adjustment",
        "source",
      ],
      ...["stale_after_days", "visibility", "plausible_min", "plausible_max", "notes"],
    ],
    [
      ...[
        "VC_ALL_WORLD_CB_Q",
        "World venture funding",
        "flow",
        "currency",
        "USD",
        "1000000000",
        "",
        "nominal",
        "",
      ],
      ...[
        "Q",
        "period",
        "",
        "WORLD",
        "ALL",
        "Crunchbase",
        "NSA",
        "cb_2024q2",
        "140",
        "public",
        "0",
        "1000",
        "",
      ],
    ],
    [
      ...["NASDAQ_M", "Nasdaq Composite", "index", "index", "", "", "1971-02-05 = 100", "none", ""],
      ...[
        "M",
        "period",
        "",
        "US",
        "ALL",
        "Nasdaq",
        "NSA",
        "nasdaq",
        "62",
        "public",
        "50",
        "100000",
        "Closes",
      ],
    ],
    [
      ...["OPENAI_VAL", "OpenAI, valuation", "stock", "currency", "USD", "1", "", "nominal", ""],
      ...[
        "I",
        "period",
        "",
        "COMPANY",
        "AI",
        "Press",
        "NSA",
        "cb_2025q2",
        "",
        "public",
        "",
        "",
        "Post-money",
      ],
    ],
  ],
  "observations/venture.csv": [
    ["series", "period", "value", "vintage", "status", "source", "note"],
    ["VC_ALL_WORLD_CB_Q", "2024-Q2", "79", "2024-07-31", "reported", "cb_2024q2", "first report"],
    ["VC_ALL_WORLD_CB_Q", "2024-Q2", "82", "2025-07-31", "reported", "cb_2025q2", "restated"],
    ["VC_ALL_WORLD_CB_Q", "2024-Q3", "", "2024-10-31", "provisional", "", ""],
    ["OPENAI_VAL", "2024-10-02", "157000000000", "2024-10-02", "reported", "", "post-money, quoted"],
    ["OPENAI_VAL", "2024-02", "80000000000", "2024-10-02", "estimate", "", ""],
  ],
  "observations/markets.csv": [
    ["series", "period", "value", "vintage", "status", "source", "note"],
    ["NASDAQ_M", "2000-02", "4696.69", "2000-02-29", "reported", "", ""],
    ["NASDAQ_M", "2000-03", "4572.83", "2000-03-31", "reported", "", ""],
  ],
  "eras.csv": [
    [
      ...["code", "name", "hue", "onset", "onset_event", "onset_source", "peak", "peak_event", "peak_source"],
      ...["trough", "trough_event", "trough_source"],
    ],
    [
      ...["DOTCOM", "Internet boom", "dotcom", "1995-08", "Netscape lists", "nasdaq"],
      ...["2000-03", "Closing high", "nasdaq", "2002-10", "Closing low", "nasdaq"],
    ],
    ["AI", "AI boom", "ai", "2022-11", "ChatGPT opens", "cb_2024q2", "", "", "", "", "", ""],
  ],
  "events.csv": [
    ["code", "era", "date", "end_date", "label", "kind", "status", "source", "note"],
    ["chatgpt", "AI", "2022-11-30", "", "ChatGPT opens", "product", "reported", "cb_2024q2", ""],
  ],
  "rounds.csv": [
    [
      ...["code", "company", "sector", "country", "date", "instrument", "amount", "currency", "post_money"],
      ...["pre_money", "lead", "participants", "status", "source", "note"],
    ],
    [
      ...[
        "openai-2024-10",
        "OpenAI",
        "AI",
        "US",
        "2024-10-02",
        "equity",
        "6600000000",
        "USD",
        "157000000000",
      ],
      ...["", "Thrive", "Nvidia; SoftBank", "reported", "cb_2024q2", ""],
    ],
  ],
  "seed-facts.csv": [
    ["claim", "text", "verdict", "target_kind", "target", "shown_as"],
    ["4", "Valued at 157 billion", "OK", "observation", "OPENAI_VAL@2024-10-02", "reported"],
    ["3", "Raised 6.6 billion", "OK", "round", "openai-2024-10", "reported"],
  ],
};

const FIGURES: readonly unknown[] = [
  {
    name: "venture",
    kind: "time",
    titles: [{ text: "Venture funding, world" }],
    subtitle: "By quarter",
    lines: [{ id: "all", formula: "VC_ALL_WORLD_CB_Q", label: "All", era: "AI" }],
    events: ["chatgpt"],
    bands: ["DOTCOM"],
  },
];

/** A sound package, with some of its files given anew; `null` takes a file out, listed or not. */
export function aPackage(files: Readonly<Record<string, string | null>> = {}): PackageFiles {
  const sheets = Object.entries(SHEETS).map(([path, sheet]) => [path, csv(sheet)] as const);
  const descriptor = {
    resources: Object.entries(SHEETS).map(([path, [header]]) => ({
      path,
      schema: { fields: header?.map((name) => ({ name })) },
    })),
  };
  const all: Record<string, string | null> = {
    "datapackage.json": JSON.stringify(descriptor),
    ...Object.fromEntries(sheets),
    "figures.json": JSON.stringify(FIGURES),
    ...files,
  };
  return new Map(Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text]])));
}

/** The sound package with other text in some cells; rows count from 1, the header. */
export function aPackageWith(
  path: string,
  ...cells: readonly { readonly row: number; readonly column: string; readonly value: string }[]
): PackageFiles {
  const sheet = SHEETS[path] ?? [];
  const header = sheet[0] ?? [];
  const changed = sheet.map((line, index) =>
    line.map((text, at) => {
      const cell = cells.find(({ row, column }) => row === index + 1 && column === header[at]);
      return cell ? cell.value : text;
    }),
  );
  return aPackage({ [path]: csv(changed) });
}

/** The sound package with a line more in one table. */
export function aPackageWithLine(path: string, ...line: readonly string[]): PackageFiles {
  return aPackage({ [path]: csv([...(SHEETS[path] ?? []), line]) });
}

/** The sound package with its one figure changed. */
export function aPackageWithFigure(change: Readonly<Record<string, unknown>>): PackageFiles {
  return aPackage({ "figures.json": JSON.stringify([{ ...(FIGURES[0] as object), ...change }]) });
}

/** Every table, without a row. */
export const EMPTY_CATALOGUE: Catalogue = {
  sources: [],
  series: [],
  observations: [],
  eras: [],
  events: [],
  rounds: [],
  seedFacts: [],
  figures: [],
  indicators: [],
  thresholds: [],
};

/** What an empty store holds. */
export const EMPTY_SNAPSHOT: Snapshot = {
  revision: 0,
  held: EMPTY_CATALOGUE,
  retired: new Set(),
  observed: new Set(),
};

/** A store without anything in it. */
export const EMPTY_STORE: { readonly snapshot: () => Promise<Snapshot> } = {
  snapshot: async () => EMPTY_SNAPSHOT,
};

function csv(sheet: Sheet): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return sheet.map((line) => `${line.map(quoted).join(",")}\n`).join("");
}
