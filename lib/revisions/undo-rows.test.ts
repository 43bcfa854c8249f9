import { describe, expect, test } from "vitest";
import { EMPTY_CATALOGUE } from "../ingestion/testing.ts";
import type { RowChange, StoredTables } from "./row-change.ts";
import { type Usage, undoRows } from "./undo-rows.ts";

const source = (key: string, title = "Tables") => ({
  key,
  publisher: "Bureau",
  title,
  url: "",
  published: null,
  accessed: null,
  licence: "public domain",
  redistributable: true,
  citation: "",
});
const era = (code: string, onsetSource: string) => ({
  code,
  name: code,
  hue: "ai" as const,
  onset: "2022-11",
  onsetEvent: "ChatGPT opens",
  onsetSource,
  peak: null,
  peakEvent: null,
  peakSource: null,
  trough: null,
  troughEvent: null,
  troughSource: null,
});
const event = (code: string, over: { era?: string | null; source?: string; label?: string } = {}) => ({
  code,
  era: null,
  date: "2022-11-30",
  endDate: null,
  label: "ChatGPT opens",
  kind: "product" as const,
  status: "reported" as const,
  source: "bureau",
  note: "",
  ...over,
});
const series = (code: string, isRetired = false) => ({
  code,
  title: "Venture",
  measure: "flow" as const,
  unitKind: "currency" as const,
  currency: "USD",
  scale: 1,
  unitOf: null,
  prices: "nominal" as const,
  priceBase: null,
  frequency: "A" as const,
  yearEnds: 12,
  rate: "period" as const,
  geography: "US",
  sector: "ALL",
  universe: "Bureau",
  seasonalAdjustment: "NSA" as const,
  source: "bureau",
  staleAfterDays: null,
  visibility: "public" as const,
  plausibleMin: null,
  plausibleMax: null,
  notes: "",
  isRetired,
});
const claim = (target: string) => ({
  claim: 1,
  text: "It opened.",
  verdict: "OK" as const,
  targetKind: "event" as const,
  target,
  shownAs: "reported" as const,
});
const figure = (events: readonly string[]) => ({
  name: "venture",
  spec: {
    name: "venture",
    kind: "time",
    titles: [{ text: "Venture" }],
    subtitle: "By year",
    lines: [{ id: "all", formula: "VC", label: "All", era: "AI" }],
    events,
    bands: [],
  } as never,
  position: 1,
  isOnDashboard: true,
});

const nobody: Usage = { seriesInUse: new Set(), citedSources: new Set() };
const held = (tables: Partial<StoredTables>): StoredTables => ({
  ...EMPTY_CATALOGUE,
  figures: [],
  series: [],
  ...tables,
});
const added = <Table extends RowChange["table"]>(table: Table, key: string, after: unknown) =>
  ({ table, key, before: null, after }) as RowChange;

describe("a row that the revision", () => {
  test("changed is put back as it was", () => {
    const change: RowChange = {
      table: "sources",
      key: "bureau",
      before: source("bureau", "Old tables"),
      after: source("bureau"),
    };
    expect(undoRows([change], held({ sources: [source("bureau")] }), nobody)).toEqual({
      put: { sources: [source("bureau", "Old tables")] },
      remove: [],
      kept: [],
    });
  });

  test("removed is put back", () => {
    const change = { table: "events", key: "e", before: event("e"), after: null } as const;
    const undone = undoRows([change], held({ sources: [source("bureau")] }), nobody);
    expect(undone).toEqual({ put: { events: [event("e")] }, remove: [], kept: [] });
  });

  test("changed, and a later one changed since, stays", () => {
    const change: RowChange = {
      table: "sources",
      key: "bureau",
      before: source("bureau", "Old tables"),
      after: source("bureau"),
    };
    const undone = undoRows([change], held({ sources: [source("bureau", "Newer tables")] }), nobody);
    expect(undone).toEqual({
      put: {},
      remove: [],
      kept: [{ table: "sources", key: "bureau", because: { kind: "changed-since" } }],
    });
  });

  test("left as it is before already needs nothing", () => {
    const change = added("events", "e", event("e"));
    expect(undoRows([change], held({}), nobody)).toEqual({ put: {}, remove: [], kept: [] });
  });
});

describe("a row that the revision added", () => {
  test("is removed with what it refers to, if nothing that stays does", () => {
    const changes = [
      added("sources", "press", source("press")),
      added("eras", "AI", era("AI", "press")),
      added("events", "e", event("e", { era: "AI", source: "press" })),
      added("seedFacts", "1 event e", claim("e")),
    ];
    const tables = held({
      sources: [source("press")],
      eras: [era("AI", "press")],
      events: [event("e", { era: "AI", source: "press" })],
      seedFacts: [claim("e")],
    });
    const { remove, kept } = undoRows(changes, tables, nobody);
    expect(kept).toEqual([]);
    expect(remove.map(({ table }) => table)).toEqual(["seedFacts", "events", "eras", "sources"]);
  });

  test.each([
    {
      by: "events later",
      change: added("sources", "press", source("press")),
      tables: { sources: [source("press")], events: [event("later", { source: "press" })] },
    },
    {
      by: "events later",
      change: added("eras", "AI", era("AI", "press")),
      tables: { eras: [era("AI", "press")], events: [event("later", { era: "AI" })] },
    },
    {
      by: "seedFacts 1 event e",
      change: added("events", "e", event("e")),
      tables: { events: [event("e")], seedFacts: [claim("e")] },
    },
    {
      by: "figures venture",
      change: added("events", "e", event("e")),
      tables: { events: [event("e")], figures: [figure(["e"])] },
    },
    {
      by: "figures venture",
      change: added("eras", "AI", era("AI", "press")),
      tables: { eras: [era("AI", "press")], figures: [figure([])] },
    },
    {
      by: "series VC",
      change: added("sources", "bureau", source("bureau")),
      tables: { sources: [source("bureau")], series: [series("VC")] },
    },
  ])("stays while $by refers to it", ({ by, change, tables }) => {
    expect(undoRows([change], held(tables as Partial<StoredTables>), nobody)).toEqual({
      put: {},
      remove: [],
      kept: [{ table: change.table, key: change.key, because: { kind: "referred-to", by } }],
    });
  });

  test("stays while an observation cites it", () => {
    const usage = { ...nobody, citedSources: new Set(["press"]) };
    const undone = undoRows(
      [added("sources", "press", source("press"))],
      held({ sources: [source("press")] }),
      usage,
    );
    expect(undone.kept).toEqual([
      { table: "sources", key: "press", because: { kind: "referred-to", by: "observations" } },
    ]);
  });

  test("is removed once a row that is put back no longer refers to it", () => {
    const changes: RowChange[] = [
      added("eras", "AI", era("AI", "bureau")),
      { table: "events", key: "e", before: event("e"), after: event("e", { era: "AI" }) },
    ];
    const tables = held({
      sources: [source("bureau")],
      eras: [era("AI", "bureau")],
      events: [event("e", { era: "AI" })],
    });
    expect(undoRows(changes, tables, nobody)).toEqual({
      put: { events: [event("e")] },
      remove: [{ table: "eras", key: "AI" }],
      kept: [],
    });
  });
});

describe("a series that the revision added", () => {
  const change = added("series", "VC", series("VC"));
  const tables = held({ sources: [source("bureau")], series: [series("VC")] });

  test("is retired, never removed", () => {
    expect(undoRows([change], tables, nobody)).toEqual({
      put: { series: [series("VC", true)] },
      remove: [],
      kept: [],
    });
  });

  test("stays in use while it has other values", () => {
    const undone = undoRows([change], tables, { ...nobody, seriesInUse: new Set(["VC"]) });
    expect(undone).toEqual({
      put: {},
      remove: [],
      kept: [{ table: "series", key: "VC", because: { kind: "changed-since" } }],
    });
  });

  test("comes back into use when that in turn is rolled back", () => {
    const retired = { table: "series", key: "VC", before: series("VC"), after: series("VC", true) } as const;
    const now = held({ sources: [source("bureau")], series: [series("VC", true)] });
    expect(undoRows([retired], now, nobody).put).toEqual({ series: [series("VC")] });
  });
});

test("a row is not put back that refers to what is no longer stored", () => {
  const change: RowChange = {
    table: "events",
    key: "e",
    before: event("e", { source: "gone" }),
    after: event("e"),
  };
  const undone = undoRows([change], held({ sources: [source("bureau")], events: [event("e")] }), nobody);
  expect(undone).toEqual({
    put: {},
    remove: [],
    kept: [{ table: "events", key: "e", because: { kind: "lacks", name: "sources gone" } }],
  });
});
