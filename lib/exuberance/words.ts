import { formatPeriod } from "../numbers/format-period.ts";
import { frequencyWords, type RegularFrequency } from "../periods/frequency.ts";
import type { Episode } from "./datestamp.ts";
import type { Scale } from "./options.ts";
import type { RobustnessCheck } from "./report.ts";

const SCALE_WORDS: Readonly<Record<Scale, string>> = { log: "logarithms", levels: "levels" };

/** What a verdict sentence is made from. */
export interface Judged {
  readonly observations: number;
  readonly frequency: RegularFrequency;
  readonly gsadf: number;
  readonly pValue: number;
  readonly draws: number;
  readonly isExplosive: boolean;
  readonly isExploratory: boolean;
}

/** The result of a test in one sentence. */
export function verdictWords(judged: Judged): string {
  const { observations, frequency, pValue } = judged;
  const counted = `${observations} ${frequency === "A" ? "yearly" : frequencyWords(frequency).adjective} observations`;
  if (judged.isExploratory && frequency === "A") {
    return `${counted} cannot establish or exclude explosive behaviour; this panel shows size and growth, not a test result.`;
  }
  const p = pValueWords(pValue);
  if (judged.isExploratory) return `Exploratory only: ${counted} are too few for a verdict (${p}).`;
  if (!judged.isExplosive) {
    return `Not statistically distinguishable from a random walk with this volatility (${p}).`;
  }
  const statistic = `GSADF ${judged.gsadf.toFixed(2)}, ${p}, ${judged.draws} bootstrap draws, ${counted}`;
  return `Explosive at the 5 % level, volatility taken into account (${statistic}).`;
}

/** A p-value in words: `p = 0.18`, `p = 0.004`; with a further digit where 0.05 would hide the side it is on. */
export function pValueWords(pValue: number): string {
  if (pValue < 0.001) return "p < 0.001";
  const words = pValue.toFixed(pValue < 0.1 ? 3 : 2);
  return `p = ${Number(words) === 0.05 && pValue !== 0.05 ? pValue.toFixed(4) : words}`;
}

/**
 * How often the test finds a bubble that is there, from simulations of 400 to 1,000 series with one true bubble, 199
 * bootstrap draws each (12, 31 and 65 % with 30, 50 and 100 observations, 69 % with 200).
 */
export function powerWords(observations: number): string {
  const found = "In simulations the volatility-robust test found a true bubble in about";
  if (observations >= 100) {
    return `${found} 2 cases in 3 from 100 observations on; that it finds none is no proof that there is none.`;
  }
  const between =
    observations >= 50
      ? "1 case in 3 with 50 observations and 2 in 3 with 100"
      : observations >= 30
        ? "1 case in 8 with 30 observations and 1 in 3 with 50"
        : "1 case in 8 with 30 observations, and in fewer with less";
  return `${found} ${between}; this series has ${observations}.`;
}

/** What to call an episode: right-tailed tests fire in crashes too, and a fall is never called a bubble. */
export function episodeWords(
  { direction, duration, isConfirmed }: Pick<Episode, "direction" | "duration" | "isConfirmed">,
  minDuration: number,
): string {
  const name = direction === "up" ? "explosive rise" : "collapse";
  return isConfirmed ? name : `${name}, unconfirmed, ${duration} of ${minDuration} periods`;
}

/** The two readings, when critical values under constant volatility reject and the bootstrap does not. */
export function literatureWords(literature: number, bootstrap: number): string {
  return (
    `Critical values for constant volatility, as the literature has them, reject (${pValueWords(literature)}); the bootstrap, ` +
    `which allows for changes of volatility, does not (${pValueWords(bootstrap)}). The first take any burst of volatility for ` +
    "a bubble, the second loses power when bubbles themselves make the large changes."
  );
}

/** A choice on which the verdict depends. */
export function dependenceWords(check: RobustnessCheck & { status: "tested" }): string {
  const where = check.choice === "lag" ? `with lag ${check.lag}` : `in ${SCALE_WORDS[check.scale]}`;
  const other = check.isExplosive ? "explosive" : "not explosive";
  return `The verdict depends on the choice: ${where} the series is ${other} at the 5 % level (${pValueWords(check.pValue)}).`;
}

/** What every result must be read with, and what this one must. */
export function caveatWords({
  provisionalFrom,
  frequency,
  isChosenForItsRise,
}: {
  provisionalFrom: string;
  frequency: RegularFrequency;
  isChosenForItsRise: boolean;
}): string[] {
  const always = [
    "Explosive describes the path of the series, not its value: fundamentals can be explosive too.",
    `From ${formatPeriod(provisionalFrom)} on the result is provisional.`,
  ];
  const daily = frequency === "D" ? ["Weekly or monthly closes suit this test better than daily ones."] : [];
  const chosen = isChosenForItsRise
    ? ["The series was chosen because it rose, which makes every p-value too small."]
    : [];
  return [...always, ...daily, ...chosen];
}
