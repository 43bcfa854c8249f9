import { count, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { MissingPolicy } from "../../lib/uploads/comparison.ts";
import type { StagedObservation } from "../../lib/uploads/staged.ts";
import { earlierReports, observationsAsOf } from "../queries/observations.ts";
import { latestRevision } from "../queries/revision.ts";
import { allSeries } from "../queries/series.ts";
import { vintagesOf } from "../queries/vintages.ts";
import { rollBack } from "../revisions/roll-back.ts";
import { planRollBack } from "../revisions/roll-back-plan.ts";
import { observation } from "../schema/index.ts";
import type { Store } from "../store.ts";
import { openServerTestStore, openTestStore } from "../testing.ts";
import { aSeries, aSource } from "../testing-rows.ts";
import { aComparedUpload, anUpload, committed, granted } from "../testing-uploads.ts";
import { changesOf } from "./review.ts";

const PERIODS = ["2024-Q1", "2024-Q2"];
const VINTAGES = ["2024-10-31", "2025-03-31", "2025-09-30"];
/** A day before, on and after each vintage: between them nothing becomes known. */
const DAYS = ["2024-10-30", ...VINTAGES, "2026-01-31"];

const often = <Value>(value: Value): Value[] => Array.from({ length: 7 }, () => value);

/** A row of a file, whose series is the first or the second of two. */
type Row = Omit<StagedObservation, "series" | "row"> & { readonly of: 0 | 1 };

const row = (of: fc.Arbitrary<0 | 1> = fc.constantFrom(0, 1)): fc.Arbitrary<Row> =>
  fc.record({
    of,
    column: fc.constant("value"),
    cell: fc.constant(null),
    period: fc.constantFrom(...PERIODS),
    vintage: fc.constantFrom(...VINTAGES),
    // Few of each, so that rows often repeat or restate each other; 0 and null are not the same.
    value: fc.constantFrom("1", "1.0", "2", "2", "0", null),
    status: fc.constantFrom(...often("reported" as const), "provisional"),
    source: fc.constantFrom(...often(null), "law"),
    note: fc.constantFrom(...often(null), "noted"),
  });
const file = fc.array(row(), { minLength: 1, maxLength: 10 });
const missing = fc.constantFrom<MissingPolicy>({ kind: "keep" }, { kind: "withdraw", vintage: "2025-12-31" });

describe.each([
  { kind: "PGlite", open: openTestStore, runs: 25 },
  { kind: "server", open: openServerTestStore, runs: 8 },
])("on $kind", ({ open, runs }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await aSource(store.db, { key: "law", redistributable: false });
    return () => store.close();
  });
  const db = () => store.db;

  let pairs = 0;
  /** Two empty quarterly series. */
  async function aPair(): Promise<Pair> {
    pairs += 1;
    const codes = [`FIRST_${pairs}`, `SECOND_${pairs}`] as const;
    const ids = [];
    for (const code of codes) ids.push(await aSeries(db(), { code, frequency: "Q" }));
    return { codes, ids };
  }
  interface Pair {
    readonly codes: readonly [string, string];
    readonly ids: readonly number[];
  }
  const rowsFor = ({ codes }: Pair, rows: readonly Row[]): StagedObservation[] =>
    rows.map(({ of, ...rest }, index) => ({ ...rest, series: codes[of], row: index + 2 }));
  const keep = (pair: Pair, rows: readonly Row[]) =>
    anUpload(db(), rowsFor(pair, rows), { leaveOutErrors: true });

  /** All that can be read of a pair of series, as at a revision: nothing of it names the series or the revision. */
  async function stateOf({ codes, ids }: Pair, asAt?: number) {
    const listed = (await allSeries(db(), { asAt })).filter(({ code }) => codes.some((one) => one === code));
    const of = (id: number) => ids.indexOf(id);
    const series = [];
    for (const id of ids) {
      const said = new Map(
        (await vintagesOf(db(), id, asAt)).map(({ revision: _, period, vintage, source, ...content }) => [
          `${period} ${vintage}`,
          { ...content, source: source.key === "law" ? "law" : "of the series" },
        ]),
      );
      series.push(Object.fromEntries(said));
    }
    const days = [];
    for (const day of DAYS) {
      const known = await observationsAsOf(db(), ids, day, asAt);
      const earlier = await earlierReports(db(), ids, day, asAt);
      days.push(
        [known, earlier].map((values) =>
          values.map(({ seriesId, ...value }) => ({ of: of(seriesId), ...value })),
        ),
      );
    }
    const reach = listed.map(({ firstPeriod, lastPeriod, lastVintage, citedSources }) => ({
      firstPeriod,
      lastPeriod,
      lastVintage,
      cited: citedSources.map(({ key }) => key),
    }));
    return { series, days, reach };
  }

  test("what the dry run shows is what is stored; twice is once; rolled back is as before, on every day", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 2 }), file, missing, async (history, rows, policy) => {
        const pair = await aPair();
        for (const earlier of history) await keep(pair, earlier);
        const before = await stateOf(pair);
        const base = (await latestRevision(db()))?.number ?? 0;
        const staged = rowsFor(pair, rows);

        // Rows with errors can be left out only when nothing missing is withdrawn: a file without errors for that.
        const sound = policy.kind === "withdraw" ? firstOfEach(staged) : staged;
        const { id, comparison } = await aComparedUpload(db(), sound, { missing: policy });
        const shown = await changesOf(db(), id, { offset: 0, limit: 1_000 });
        const receipt = granted(await committed(db(), id, { leaveOutErrors: true }));
        expect(receipt.counts).toEqual(comparison.counts);
        const stored = await storedUnder(receipt.outcome === "committed" ? receipt.revision : 0);
        expect(stored).toEqual(
          shown.map(({ series, ...change }) => words(pair.codes.indexOf(series), change)).sort(),
        );

        // The first row of a period and vintage is what is known of it from then on: to the last digit, null as null.
        for (const said of firstOfEach(staged)) {
          const id = pair.ids[pair.codes.indexOf(said.series)] ?? 0;
          const known = (await observationsAsOf(db(), [id], said.vintage)).find(
            ({ period }) => period === said.period,
          );
          expect(known?.value === null ? null : Number(known?.value)).toBe(
            said.value === null ? null : Number(said.value),
          );
          expect(known?.status).toBe(said.status);
        }

        const after = await stateOf(pair);
        const total = await rowsStored();
        const again = await anUpload(db(), sound, { missing: policy, leaveOutErrors: true });
        expect(again).toMatchObject({ outcome: "nothing-to-do", revision: receipt.revision });
        expect(await rowsStored()).toBe(total);

        if (receipt.outcome === "committed") {
          const scope = { revision: receipt.revision };
          const planned = granted(await planRollBack(db(), scope));
          const options = { author: "ada", message: "Back", base: planned.base };
          const rolledBack = granted(await rollBack(db(), scope, options));
          expect(rolledBack.plan).toEqual(planned);
          expect((await rowsStored()) - total).toBe(stored.length);
          expect(await stateOf(pair, receipt.revision)).toEqual(after);
        }
        expect(await stateOf(pair)).toEqual(before);
        expect(await stateOf(pair, base)).toEqual(before);
      }),
      { numRuns: runs },
    );

    async function storedUnder(revision: number): Promise<string[]> {
      const found = await db().select().from(observation).where(eq(observation.revision, revision));
      const ids = new Map((await allSeries(db())).map(({ id, code }) => [id, code]));
      return found
        .map(({ seriesId, ...stored }) => words(ids.get(seriesId)?.startsWith("FIRST") ? 0 : 1, stored))
        .sort();
    }
  }, 240_000);

  test("two uploads that touch different series may come in either order", async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.array(row(fc.constant(0)), { minLength: 1, maxLength: 6 }),
        fc.array(row(fc.constant(1)), { minLength: 1, maxLength: 6 }),
        async (history, one, other) => {
          const [there, back] = [await aPair(), await aPair()];
          for (const pair of [there, back]) await keep(pair, history);
          await keep(there, one);
          await keep(there, other);
          await keep(back, other);
          await keep(back, one);
          expect(await stateOf(there)).toEqual(await stateOf(back));
        },
      ),
      { numRuns: Math.ceil(runs / 2) },
    );
  }, 240_000);

  async function rowsStored(): Promise<number> {
    const [counted] = await db().select({ rows: count() }).from(observation);
    return counted?.rows ?? 0;
  }
});

/** Without the rows that repeat or contradict an earlier one of the same period and vintage. */
function firstOfEach(rows: readonly StagedObservation[]): StagedObservation[] {
  const seen = new Map<string, StagedObservation>();
  for (const said of rows) {
    const key = `${said.series} ${said.period} ${said.vintage}`;
    if (!seen.has(key)) seen.set(key, said);
  }
  return [...seen.values()];
}

interface Content {
  readonly period: string;
  readonly vintage: string;
  readonly value: string | null;
  readonly status: string;
  readonly note: string | null;
}

function words(of: number, { period, vintage, value, status, note }: Content): string {
  return [of, period, vintage, value, status, note].join(" | ");
}
