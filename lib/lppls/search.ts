import { condense } from "./condense.ts";
import type { Shape, WindowSample } from "./model.ts";
import type { SearchBox } from "./profiles.ts";
import { projectOnto } from "./projection.ts";
import { type Minimum, refine } from "./refine.ts";
import { screen } from "./screen.ts";

const GRID = { ahead: 20, m: 6, omega: 28 };
const GLANCE = { most: 40, steps: 4, gain: 1e-2 };
const ROUGH = { most: 12, steps: 15, gain: 1e-5 };
const POLISH = { most: 8, steps: 6, gain: 1e-9 };
const FINISH = { steps: 80, gain: 1e-11 };

/** A minimum this much worse than the best is not finished. */
const WORTH_FINISHING = 1.02;

/**
 * Days ahead from which the best few are tried again: within some days of the window's end single prices bend the sum of
 * squares, and minima lie closer together than the grid does.
 */
const RUNGS = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11, 16];
const MOST_RESTARTED = 3;

/**
 * The local minima of a window's sum of squares within the box that are within 2 % of the best, best first, at least one.
 *
 * A grid over the whole box and its best local minima are followed on the condensed window, at a tenth of the rows; what
 * is left is polished on all rows, and what is near the best is finished there.
 */
export function searchMinima(sample: WindowSample, box: SearchBox): readonly [Minimum, ...Minimum[]] {
  const condensed = condense(sample);
  const rough = projectOnto(condensed);
  const glanced = screen(condensed, box, GRID, GLANCE.most).map((start) => refine(rough, box, start, GLANCE));
  const followed = distinct(glanced, box, ROUGH.most).map(({ shape }) => refine(rough, box, shape, ROUGH));
  const restarted = distinct(followed, box, MOST_RESTARTED).flatMap(({ shape }) =>
    RUNGS.map((days) => refine(rough, box, { ...shape, ahead: days * box.ahead.low }, ROUGH)),
  );

  const fine = projectOnto(sample);
  const polished = distinct([...followed, ...restarted], box, POLISH.most).map(({ shape }) =>
    refine(fine, box, shape, POLISH),
  );
  const least = Math.min(...polished.map(({ sse }) => sse));
  const finished = distinct(polished, box)
    .filter(({ sse }) => sse <= WORTH_FINISHING * least)
    .map(({ shape }) => refine(fine, box, shape, FINISH));
  return distinct(finished, box) as [Minimum, ...Minimum[]];
}

/** The best of the minima, each once: two ends of a search are one when they are near in all three parameters. */
function distinct(minima: readonly Minimum[], box: SearchBox, most = Infinity): Minimum[] {
  const kept: Minimum[] = [];
  for (const minimum of minima.toSorted((a, b) => a.sse - b.sse)) {
    if (!kept.some((other) => isSame(minimum.shape, other.shape, box))) kept.push(minimum);
  }
  return kept.slice(0, most);
}

const SAME = 1e-3;

function isSame(a: Shape, b: Shape, { ahead, m, omega }: SearchBox): boolean {
  return (
    Math.abs(Math.log(a.ahead / b.ahead)) <= 10 * SAME * Math.log(ahead.high / ahead.low) &&
    Math.abs(a.m - b.m) <= 10 * SAME * (m.high - m.low) &&
    Math.abs(a.omega - b.omega) <= SAME * (omega.high - omega.low)
  );
}
