import { cpus, totalmem } from "node:os";

/** The middle of a set of measurements; half-way between the two middle ones when even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error("no measurement to take the median of");
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** The first or the third quartile, as the nearest measurement. */
export function quartile(values: readonly number[], which: 1 | 3): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.round(((sorted.length - 1) * which) / 4)];
  if (value === undefined) throw new Error("no measurement to take a quartile of");
  return value;
}

/** The measurement that 99 of 100 do not exceed. */
export function percentile99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * 0.99) - 1];
  if (value === undefined) throw new Error("no measurement to take a percentile of");
  return value;
}

/** Prints the machine's size, without which no ratio can be read. */
export function printMachine(title: string): void {
  const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
  console.log(`# ${title}\n${cpus().length} cores, ${gibibytes} GiB, Node ${process.version}`);
}

/** Prints one line: what was measured against which baseline, the ratio, and whether it is within its bound. */
export function printRatio(
  what: string,
  measured: number,
  baseline: number,
  bound: { atMost?: number; atLeast?: number },
  unit: string,
): boolean {
  const ratio = measured / baseline;
  const holds =
    (bound.atMost === undefined || ratio <= bound.atMost) &&
    (bound.atLeast === undefined || ratio >= bound.atLeast);
  const words = bound.atMost === undefined ? `at least ${bound.atLeast}` : `at most ${bound.atMost}`;
  console.log(
    `${holds ? "holds " : "MISSED"}  ${what}: ${measured.toPrecision(4)} ${unit} against ${baseline.toPrecision(4)} ${unit} = ${ratio.toFixed(3)} (${words})`,
  );
  return holds;
}

/** Prints one line for a plain figure with an upper bound. */
export function printBound(what: string, measured: number, atMost: number, unit: string): boolean {
  const holds = measured <= atMost;
  console.log(
    `${holds ? "holds " : "MISSED"}  ${what}: ${measured.toPrecision(4)} ${unit} (at most ${atMost})`,
  );
  return holds;
}
