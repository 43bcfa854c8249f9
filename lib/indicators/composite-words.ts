import { formatPeriod } from "../numbers/format-period.ts";
import type { CompositeMove, CompositeReading } from "./composite-reading.ts";

/** Contributions smaller than this are not told of, in points. */
const LEAST_TOLD = 1;
const MOST_TOLD = 3;

/** A level of the composite as a reader sees it: whole points. */
export function points(value: number): string {
  return String(Math.round(value)).replace("-", "−");
}

/** A move in points, with its sign. */
export function signedPoints(change: number): string {
  const rounded = Math.round(change);
  if (rounded === 0) return "±0";
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** Whether and why the composite moved within a year, as a sentence. */
export function moveSentence(move: CompositeMove, level: number): string {
  const since = formatPeriod(move.fromDay);
  const [from, to] = [points(move.from), points(level)];
  const because = reasons(move);
  if (move.called === "indistinct") {
    return `${from} on ${since}: the two ranges overlap by more than half, so that ${to} is not called ${move.change >= 0 ? "a rise" : "a fall"}${because}.`;
  }
  return `${move.called === "rise" ? "Up" : "Down"} from ${from} on ${since}${because}.`;
}

function reasons({ contributions }: CompositeMove): string {
  const told = contributions.filter(({ points: by }) => Math.abs(by) >= LEAST_TOLD).slice(0, MOST_TOLD);
  if (told.length === 0) return "";
  return `; most of the difference: ${told.map(({ title, points: by }) => `${title} ${signedPoints(by)}`).join(", ")}`;
}

/** What the composite hangs on most, as a sentence; `null` when nothing can be left out. */
export function hangsOnSentence({ hangsOn, level, isOneIndicatorIndex }: CompositeReading): string | null {
  if (hangsOn === null) return null;
  const without = points(level.arithmetic + hangsOn.change);
  const verb = hangsOn.change < 0 ? "falls" : "rises";
  const sentence = `Without “${hangsOn.title}” it ${verb} to ${without}.`;
  return isOneIndicatorIndex
    ? `${sentence} A move of more than ten points: it hangs on this one input.`
    : sentence;
}

/** How even its parts are, by the mean that low parts pull down. */
export function geometricSentence({ level }: CompositeReading): string {
  return `The geometric mean, which low parts pull down, is ${points(level.geometric)}: the further below, the more uneven the parts.`;
}
