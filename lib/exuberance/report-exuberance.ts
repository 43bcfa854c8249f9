import type { Period } from "../periods/period.ts";
import {
  byLevel,
  criticalPaths,
  criticalValues,
  type Level,
  type LineKind,
  type Statistic,
  simulatedValues,
} from "./critical-values.ts";
import { datestamp } from "./datestamp.ts";
import { ENGINE_VERSION } from "./options.ts";
import { simulatedPValue } from "./p-value.ts";
import type { Alternative, ExuberancePlan } from "./plan.ts";
import type { CriticalLines, DatedEpisode, ExuberanceReport, RobustnessCheck } from "./report.ts";
import type { Simulation } from "./simulation.ts";
import {
  caveatWords,
  dependenceWords,
  episodeWords,
  literatureWords,
  powerWords,
  verdictWords,
} from "./words.ts";

const SIGNIFICANCE = 0.05;
const LEAST_FOR_A_VERDICT = 50;
const DATING_LEVEL: Level = 95;

/**
 * The report of a planned test; `numbersOf` gives all replications of one of its simulations (see `gather`).
 *
 * The order of inference is fixed: GSADF is judged by the wild bootstrap, and only if it rejects at 5 %, with at least
 * 50 observations, are episodes dated. Critical values under constant volatility are given for comparison and
 * decide nothing, since they take a rise of volatility for a bubble in about half of all cases.
 */
export function reportExuberance(
  plan: ExuberancePlan,
  numbersOf: (simulation: Simulation) => Float64Array,
): ExuberanceReport {
  const { sample, settings, recursion } = plan;
  const { periods, frequency } = sample;
  const observations = periods.length;
  const bootstrap = judge(plan.bootstrap, numbersOf(plan.bootstrap), recursion.gsadf);
  const isExploratory = observations < LEAST_FOR_A_VERDICT;
  const isExplosive = bootstrap.pValue <= SIGNIFICANCE;

  const { literature, lines } = literatureAndLines(plan, numbersOf);
  const robustness = plan.alternatives.map((alternative) => check(alternative, numbersOf, isExplosive));
  const { draws } = plan.bootstrap;
  const judged = { observations, frequency, gsadf: recursion.gsadf, pValue: bootstrap.pValue, draws };
  const provisionalFrom = periods[Math.max(0, observations - settings.minDuration)] as Period;
  return {
    observations,
    from: periods[0] as Period,
    to: periods[observations - 1] as Period,
    frequency,
    settings,
    engineVersion: ENGINE_VERSION,
    statistics: { adf: recursion.adf, sadf: recursion.sadf, gsadf: recursion.gsadf },
    path: Array.from(recursion.bsadf, (bsadf, i) => ({
      period: periods[recursion.firstEnd + i] as Period,
      badf: recursion.badf[i] as number,
      bsadf,
      since: periods[recursion.starts[i] as number] as Period,
    })),
    literature,
    bootstrap,
    lines,
    isExploratory,
    isExplosive,
    episodes: isExplosive && !isExploratory ? datedEpisodes(plan, lines) : [],
    provisionalFrom,
    robustness,
    words: {
      verdict: verdictWords({ ...judged, isExplosive, isExploratory }),
      power: powerWords(observations),
      caveats: [
        ...(isExploratory ? [] : doubts(literature.pValue, bootstrap.pValue, robustness)),
        ...caveatWords({ provisionalFrom, frequency, isChosenForItsRise: settings.isChosenForItsRise }),
      ],
    },
  };
}

/** What the Monte Carlo and the Phillips-Shi simulations say: critical values of the literature, and all four lines. */
function literatureAndLines(
  { monteCarlo, familyWise, recursion }: ExuberancePlan,
  numbersOf: (simulation: Simulation) => Float64Array,
): Pick<ExuberanceReport, "literature" | "lines"> {
  const numbers = numbersOf(monteCarlo);
  const of = (statistic: Statistic) => criticalValues(monteCarlo, numbers, statistic);
  const critical = { adf: of("adf"), sadf: of("sadf"), gsadf: of("gsadf") };
  const paths = criticalPaths(monteCarlo, numbers);
  return {
    literature: { critical, pValue: judge(monteCarlo, numbers, recursion.gsadf).pValue },
    lines: {
      pointwise: byLevel((level) => [...paths.pointwise[level]]),
      "sadf-running": byLevel((level) => [...paths["sadf-running"][level]]),
      global: critical.gsadf.values,
      "family-wise": criticalValues(familyWise, numbersOf(familyWise), "gsadf").values,
    },
  };
}

/** What speaks against a verdict: the literature's critical values, and other choices. */
function doubts(literature: number, bootstrap: number, robustness: readonly RobustnessCheck[]): string[] {
  const disagrees = literature <= SIGNIFICANCE && bootstrap > SIGNIFICANCE;
  const dependences = robustness.flatMap((other) =>
    other.status === "tested" && other.changesVerdict ? [dependenceWords(other)] : [],
  );
  return disagrees ? [literatureWords(literature, bootstrap), ...dependences] : dependences;
}

function judge(simulation: Simulation, numbers: Float64Array, gsadf: number) {
  return {
    critical: criticalValues(simulation, numbers, "gsadf"),
    pValue: simulatedPValue(simulatedValues(simulation, numbers, "gsadf"), gsadf),
  };
}

function check(
  { choice, lag, scale, result }: Alternative,
  numbersOf: (simulation: Simulation) => Float64Array,
  verdict: boolean,
): RobustnessCheck {
  if (result.status === "refused") return { choice, lag, scale, ...result };
  const { pValue } = judge(result.bootstrap, numbersOf(result.bootstrap), result.gsadf);
  const isExplosive = pValue <= SIGNIFICANCE;
  const changesVerdict = isExplosive !== verdict;
  return { choice, lag, scale, status: "tested", gsadf: result.gsadf, pValue, isExplosive, changesVerdict };
}

function datedEpisodes(
  { sample, settings, recursion }: ExuberancePlan,
  lines: CriticalLines,
): DatedEpisode[] {
  const line = lineAt(lines, settings.datingLine, recursion.bsadf.length);
  const { bsadf, firstEnd } = recursion;
  const episodes = datestamp({ y: sample.values, bsadf, firstEnd, line, minDuration: settings.minDuration });
  const at = (place: number) => sample.periods[place] as Period;
  return episodes.map(({ start, end, peak, ...episode }) => ({
    ...episode,
    start: at(start),
    last: at(start + episode.duration - 1),
    end: end === null ? null : at(end),
    peak: at(peak),
    label: episodeWords(episode, settings.minDuration),
  }));
}

function lineAt(lines: CriticalLines, kind: LineKind, ends: number): readonly number[] {
  const line = lines[kind][DATING_LEVEL];
  return typeof line === "number" ? new Array<number>(ends).fill(line) : line;
}
