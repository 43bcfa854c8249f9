import { describe, expect, test } from "vitest";
import { datestamp, minimumDuration } from "./datestamp.ts";
import { recursiveAdf } from "./recursion.ts";
import {
  HAS_PACKAGE_DATA,
  NEEDS_PACKAGE_DATA,
  packageReference,
  referenceSeries,
} from "./testing-reference.ts";

interface Peer {
  start: number;
  peak: number;
  end_exclusive: number | null;
  duration: number;
  direction: "up" | "down";
  ongoing: boolean;
}
type ByDuration = Record<string, { expected: Peer[] | string }>;
type Table = Record<string, { n: number; minw: number; gsadf_cv: number[]; bsadf_cv95_sequence?: number[] }>;

/** Ten levels from observation 5 on, whose BSADF is judged against a line at 1. */
const base = {
  y: [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0],
  firstEnd: 5,
  line: Array<number>(10).fill(1),
  minDuration: 2,
};

describe("dating by runs above the line", () => {
  test.each([
    {
      name: "a run starts at its first observation above and ends at the first that is not",
      bsadf: [0, 2, 3, 2, 0, 0, 0, 0, 0, 0],
      episodes: [
        { start: 6, end: 9, duration: 3, peak: 7, direction: "up", isOngoing: false, isConfirmed: true },
      ],
    },
    { name: "a value on the line is not above it", bsadf: [0, 1, 1, 1, 0, 0, 0, 0, 0, 0], episodes: [] },
    {
      name: "a run shorter than the minimum is dropped",
      bsadf: [0, 2, 0, 0, 0, 0, 0, 0, 0, 0],
      episodes: [],
    },
    {
      name: "a run through the last observation is ongoing and has no end",
      bsadf: [0, 0, 0, 0, 0, 0, 0, 2, 3, 4],
      episodes: [
        {
          start: 12,
          end: null,
          duration: 3,
          peak: 14,
          direction: "down",
          isOngoing: true,
          isConfirmed: true,
        },
      ],
    },
    {
      name: "an ongoing run that is too short is given, unconfirmed",
      bsadf: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4],
      episodes: [
        { start: 14, end: null, duration: 1, peak: 14, direction: "up", isOngoing: true, isConfirmed: false },
      ],
    },
    {
      name: "a run while the level falls is down, and a dip parts two runs",
      bsadf: [2, 2, 0, 0, 0, 2, 3, 0, 0, 0],
      episodes: [
        { start: 5, end: 7, duration: 2, peak: 5, direction: "up", isOngoing: false, isConfirmed: true },
        { start: 10, end: 12, duration: 2, peak: 11, direction: "down", isOngoing: false, isConfirmed: true },
      ],
    },
  ])("$name", ({ bsadf, episodes }) => {
    expect(datestamp({ ...base, bsadf })).toEqual(episodes);
  });

  test("the line may move", () => {
    const line = [1, 1, 1, 3, 3, 3, 1, 1, 1, 1];
    const bsadf = [2, 2, 2, 2, 2, 2, 0, 0, 0, 0];
    expect(datestamp({ ...base, line, bsadf })).toMatchObject([{ start: 5, end: 8 }]);
  });
});

test.each([
  [100, 1, 5],
  [1680, 1, 7],
  [400, 2, 12],
])("with %i observations and delta %d an episode lasts at least %i", (n, delta, least) => {
  // ln 100 = 4.605, ln 1680 = 7.427, ln 400 = 5.991.
  expect(minimumDuration(n, delta)).toBe(least);
});

describe.skipIf(!HAS_PACKAGE_DATA)(`episodes equal exuber's (${NEEDS_PACKAGE_DATA})`, () => {
  const cases = HAS_PACKAGE_DATA
    ? Object.entries(packageReference<{ series: Record<string, ByDuration> }>("datestamp").series).flatMap(
        ([name, byDuration]) =>
          Object.entries(byDuration).map(([key, { expected }]) => ({
            name,
            minDuration: Number(key.replace("min_duration_", "")),
            expected,
          })),
      )
    : [];

  test("20 series are dated, each with and without a minimum duration", () => {
    expect(cases.length).toBe(40);
  });

  test.each(cases)("$name, at least $minDuration periods", ({ name, minDuration, expected }) => {
    const y = referenceSeries(name);
    const critical = packageReference<Table>("cv_exuber_published")[`n${y.length}`];
    const result = recursiveAdf(y, { minRows: critical?.minw ?? 0, lag: 0 });
    if (typeof expected === "string") {
      expect(result.gsadf).toBeLessThan(critical?.gsadf_cv[1] ?? Number.NaN);
      return;
    }
    expect(result.gsadf).toBeGreaterThanOrEqual(critical?.gsadf_cv[1] ?? Number.NaN);
    const line = critical?.bsadf_cv95_sequence ?? [];
    expect(line.length).toBe(result.bsadf.length);
    const episodes = datestamp({ y, bsadf: result.bsadf, firstEnd: result.firstEnd, line, minDuration });
    expect(
      episodes.map(({ start, peak, end, duration, direction, isOngoing }) => ({
        start: start + 1,
        peak: peak + 1,
        end_exclusive: end === null ? null : end + 1,
        duration,
        direction,
        ongoing: isOngoing,
      })),
    ).toEqual(expected);
  });
});
