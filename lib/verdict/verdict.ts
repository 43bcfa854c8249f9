import { PILLAR_WORDS, type Side } from "../indicators/pillar.ts";
import type { ComparedReading, Reading } from "../indicators/reading.ts";

/** The verdict in words, and the counts it was made from. */
export interface Verdict {
  /** One sentence. */
  readonly sentence: string;
  /** Two or three sentences: the counts behind it and what weakens it. */
  readonly standfirst: string;
  readonly money: Tally;
  readonly heat: Tally;
}

/** How many inputs of one side could be read, and where they stand against the dot-com years. */
export interface Tally {
  readonly inputs: number;
  readonly read: number;
  /** At or above the highest dot-com value. */
  readonly pastPeak: number;
  /** Above the dot-com value at the same age, of those that have one. */
  readonly hotter: number;
  readonly withSameAge: number;
  readonly stale: number;
}

/**
 * The verdict sentence, made from counts of readings by plain rules: each side is judged by how many of its
 * inputs stand past their dot-com peak and above their dot-com value at the same age. Of indicators that carry weight
 * each counts one, whatever its weight; those that stand beside the composite do not count. A heuristic, not a
 * probability.
 */
export function verdict(readings: readonly Reading[]): Verdict {
  const ofSide = (side: Side) =>
    tally(readings.filter(({ indicator }) => PILLAR_WORDS[indicator.pillar].side === side));
  const [money, heat] = [ofSide("money"), ofSide("heat")];
  return { sentence: sentence(money, heat), standfirst: standfirst(money, heat), money, heat };
}

function tally(readings: readonly Reading[]): Tally {
  const weighed = readings.filter(({ indicator }) => indicator.weight > 0);
  const read = weighed.filter((reading) => reading.status === "read");
  const withSameAge = read.filter((reading) => reading.same !== null);
  const isHotter = ({ now, indicator }: ComparedReading, than: number) =>
    indicator.direction === "higher" ? now.value > than : now.value < than;
  return {
    inputs: weighed.length,
    read: read.length,
    pastPeak: read.filter(
      (reading) => reading.now.value === reading.peak.value || isHotter(reading, reading.peak.value),
    ).length,
    hotter: withSameAge.filter((reading) => reading.same && isHotter(reading, reading.same.value)).length,
    withSameAge: withSameAge.length,
    stale: read.filter((reading) => reading.isStale).length,
  };
}

function sentence(money: Tally, heat: Tally): string {
  if (money.read === 0) return "There is not enough data to say how fast money is going into AI.";
  const [moneyClause, moneyIsHigh] = moneyWords(money);
  if (heat.read === 0) return `${moneyClause}; how hot the markets are cannot be read.`;
  const heatIsHigh = heat.pastPeak > 0;
  const joint = moneyIsHigh === heatIsHigh ? "and" : "but";
  return `${moneyClause}, ${joint} ${heatWords(heat)}.`;
}

const ALL_OF: Readonly<Record<number, string>> = { 1: "the one rough measure", 2: "both rough measures" };

function moneyWords(money: Tally): [string, boolean] {
  if (money.pastPeak * 2 > money.read) {
    const measures = measuresIn(money.pastPeak, money.read);
    return [`By ${measures}, the money of the AI boom is past the peak of the internet’s`, true];
  }
  if (money.withSameAge === 0) {
    const measures = measuresIn(money.read - money.pastPeak, money.read);
    return [`By ${measures}, the money of the AI boom has not reached the peak of the internet’s`, false];
  }
  if (money.hotter * 2 > money.withSameAge) {
    return ["Money is going into AI faster than it went into the internet at the same age", true];
  }
  return ["Money is not going into AI faster than it went into the internet at the same age", false];
}

function measuresIn(count: number, read: number): string {
  if (count < read) return `${inWords(count)} of ${inWords(read)} rough measures`;
  return ALL_OF[read] ?? `all ${inWords(read)} rough measures`;
}

function heatWords(heat: Tally): string {
  if (heat.pastPeak === 0) {
    return heat.read === 1
      ? "the one measure of market heat has not reached its dot-com high"
      : `none of ${inWords(heat.read)} measures of market heat has reached its dot-com high`;
  }
  if (heat.pastPeak === heat.read) return "every measure of market heat is past its dot-com high";
  return `${inWords(heat.pastPeak)} of ${inWords(heat.read)} measures of market heat ${heat.pastPeak === 1 ? "is" : "are"} past the dot-com high`;
}

function standfirst(money: Tally, heat: Tally): string {
  const unread = money.inputs + heat.inputs - money.read - heat.read;
  const stale = money.stale + heat.stale;
  const weak = [
    unread > 0 ? `${inWords(unread)} ${unread === 1 ? "input" : "inputs"} could not be read` : null,
    stale > 0 ? `${inWords(stale)} ${stale === 1 ? "input is" : "inputs are"} stale` : null,
    "the surveys of then and now differ, and not every year of either is stored",
  ].filter((part) => part !== null);
  const counted = [countWords("of money going in", money), countWords("of market heat", heat)];
  return `${counted.join(" ")} What weakens this: ${weak.join("; ")}. A heuristic, not a probability, not advice.`;
}

function countWords(what: string, { read, pastPeak, hotter, withSameAge }: Tally): string {
  if (read === 0) return `No measure ${what} could be read.`;
  const measures = read === 1 ? "the one measure" : `${inWords(read)} measures`;
  const peak = `${pastPeak === read && read > 1 ? "all" : inWords(pastPeak)} ${pastPeak === 1 || pastPeak === 0 ? "is" : "are"} past the dot-com peak`;
  return `Of ${measures} ${what}, ${peak}; ${sameAgeWords(hotter, withSameAge)}.`;
}

function sameAgeWords(hotter: number, withSameAge: number): string {
  if (withSameAge === 0) return "none has a value at the same age to compare with";
  if (withSameAge === 1)
    return `the one with a value at the same age ${hotter === 1 ? "stands" : "does not stand"} above it`;
  if (hotter === withSameAge) {
    return `${hotter === 2 ? "both" : `all ${inWords(hotter)}`} with a value at the same age stand above it`;
  }
  return `${inWords(hotter)} of the ${inWords(withSameAge)} with a value at the same age ${hotter === 1 ? "stands" : "stand"} above it`;
}

const NUMBER_WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function inWords(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}
