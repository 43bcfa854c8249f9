import { PERIODS_PER_YEAR } from "../periods/frequency.ts";
import { err, ok, type Result } from "../result.ts";
import { hlstBootstrap, phillipsShiBootstrap, psyNull } from "./bootstrap.ts";
import { checkedRecursion } from "./check-recursion.ts";
import { minimumDuration } from "./datestamp.ts";
import { DEFAULT_OPTIONS, DURATION_FACTOR, type ExuberanceOptions, type Scale } from "./options.ts";
import type { Recursion } from "./recursion.ts";
import type { Refusal } from "./refusal.ts";
import { type DatedValue, logarithms, readSample, type Sample } from "./sample.ts";
import type { Simulation } from "./simulation.ts";
import { endCount, minimumRows, minimumWindow } from "./window.ts";

/** The options in force, with what follows from them and the sample. */
export interface Settings extends Required<ExuberanceOptions> {
  /** Observations that an episode must last. */
  readonly minDuration: number;
  /** End dates over which the family-wise line controls the chance of a false signal: two years. */
  readonly controlled: number;
}

/** A test of the same data under another choice, which shows whether the verdict hangs on it. */
export interface Alternative {
  readonly choice: "lag" | "scale";
  readonly lag: number;
  readonly scale: Scale;
  readonly result:
    | { readonly status: "planned"; readonly gsadf: number; readonly bootstrap: Simulation }
    | { readonly status: "refused"; readonly refusal: Refusal };
}

/**
 * A test that is ready to run, as plain data: the statistics of the series, and the simulations that judge them. The
 * Monte Carlo one depends on no data, so that its replications may be kept under its own description.
 */
export interface ExuberancePlan {
  readonly sample: Sample;
  readonly settings: Settings;
  readonly recursion: Recursion;
  readonly monteCarlo: Simulation;
  readonly bootstrap: Simulation;
  readonly familyWise: Simulation;
  readonly alternatives: readonly Alternative[];
}

/**
 * Plans the test of a series: reads and checks it, computes its statistics, and describes the simulations. Beside
 * the test itself stand one with another lag (1; 0 if the test has one) and one on the other scale.
 *
 * Errors: those of `readSample`, `logarithms` and `checkedRecursion`.
 */
export function planExuberance(
  series: readonly DatedValue[],
  options: ExuberanceOptions,
): Result<ExuberancePlan, Refusal> {
  const read = readSample(series);
  if (!read.ok) return read;
  const settings = settingsFor(read.value, options);
  const tested = testedOn(read.value, settings, settings.scale, settings.lag);
  if (!tested.ok) return tested;

  const { sample, recursion } = tested.value;
  const shape = { minRows: recursion.minRows, lag: recursion.lag };
  const { seed, bootstrapDraws } = settings;
  return ok({
    sample,
    settings,
    recursion,
    monteCarlo: {
      design: psyNull(recursion.n),
      shape,
      draws: settings.monteCarloDraws,
      seed,
      withPaths: true,
    },
    bootstrap: tested.value.bootstrap,
    familyWise: {
      design: phillipsShiBootstrap(sample.values, shape, settings.controlled),
      shape,
      draws: bootstrapDraws,
      seed,
      withPaths: false,
    },
    alternatives: alternativesTo(read.value, settings),
  });
}

function settingsFor(sample: Sample, options: ExuberanceOptions): Settings {
  const n = sample.values.length;
  const chosen = { window: minimumWindow(n), ...DEFAULT_OPTIONS, ...options };
  const shape = { minRows: minimumRows(chosen.window, chosen.lag, chosen.convention), lag: chosen.lag };
  return {
    ...chosen,
    minDuration: minimumDuration(n, DURATION_FACTOR[sample.frequency]),
    controlled: Math.min(2 * PERIODS_PER_YEAR[sample.frequency], endCount(n, shape)),
  };
}

function alternativesTo(sample: Sample, settings: Settings): Alternative[] {
  const otherLag = settings.lag === 0 ? 1 : 0;
  const otherScale = settings.scale === "log" ? "levels" : "log";
  const choices = [
    { choice: "lag", scale: settings.scale, lag: otherLag },
    { choice: "scale", scale: otherScale, lag: settings.lag },
  ] as const;
  return choices.map((choice) => {
    const tested = testedOn(sample, settings, choice.scale, choice.lag);
    if (!tested.ok) return { ...choice, result: { status: "refused", refusal: tested.error } };
    const { recursion, bootstrap } = tested.value;
    return { ...choice, result: { status: "planned", gsadf: recursion.gsadf, bootstrap } };
  });
}

interface Tested {
  readonly sample: Sample;
  readonly recursion: Recursion;
  readonly bootstrap: Simulation;
}

function testedOn(read: Sample, settings: Settings, scale: Scale, lag: number): Result<Tested, Refusal> {
  const scaled = scale === "log" ? logarithms(read) : ok(read);
  if (!scaled.ok) return scaled;
  const sample = scaled.value;
  const shape = { minRows: minimumRows(settings.window, lag, settings.convention), lag };
  const recursion = checkedRecursion(sample, shape);
  if (!recursion.ok) return err(recursion.error);
  const design = hlstBootstrap(sample.values, settings.weights);
  const { bootstrapDraws: draws, seed } = settings;
  return ok({
    sample,
    recursion: recursion.value,
    bootstrap: { design, shape, draws, seed, withPaths: false },
  });
}
