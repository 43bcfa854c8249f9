import { invariant } from "../invariant.ts";
import { randomStream } from "../random/stream.ts";
import { signedRoot } from "./signed-square.ts";
import { type Design, drawSeries, lengthOf } from "./simulation-design.ts";
import { newSweep, type Sweep, suprema, sweep } from "./sweep.ts";
import { endCount, type RecursionShape } from "./window.ts";

/**
 * A simulation as plain data, which may be sent to a worker: `draws` series of a design, each tested with the same
 * windows and lag. With paths, the BSADF of every end date is kept too.
 */
export interface Simulation {
  readonly design: Design;
  readonly shape: RecursionShape;
  readonly draws: number;
  /** An integer from 0; replication b depends on it and b alone. */
  readonly seed: number;
  readonly withPaths: boolean;
}

/** The numbers that one replication gives: ADF, SADF, GSADF, and with paths BSADF and the running maximum of BADF. */
export function replicationWidth({ design, shape, withPaths }: Simulation): number {
  return 3 + (withPaths ? 2 * endCount(lengthOf(design), shape) : 0);
}

/**
 * Computes replications `from` to `to` - 1 into `out`, `replicationWidth` numbers each, the first at place 0. Any
 * split of 0 .. draws over any number of workers gives the same bits.
 */
export function runReplications(simulation: Simulation, from: number, to: number, out: Float64Array): void {
  const width = replicationWidth(simulation);
  invariant(
    from >= 0 && from <= to && to <= simulation.draws && out.length === (to - from) * width,
    `replications ${from} to ${to} of ${simulation.draws}, ${width} numbers each, in ${out.length} places`,
  );
  const y = new Float64Array(lengthOf(simulation.design));
  const buffers = newSweep(y.length, simulation.shape);
  for (let b = from; b < to; b += 1) {
    drawSeries(simulation.design, randomStream(simulation.seed, b), y);
    sweep(y, buffers);
    const at = (b - from) * width;
    const { adf, sadf, gsadf } = suprema(buffers);
    out[at] = adf;
    out[at + 1] = sadf;
    out[at + 2] = gsadf;
    if (simulation.withPaths) writePaths(buffers, out, at + 3);
  }
}

function writePaths({ badf, bsadf }: Sweep, out: Float64Array, at: number): void {
  let running = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < badf.length; i += 1) {
    running = Math.max(running, badf[i] as number);
    out[at + i] = signedRoot(bsadf[i] as number);
    out[at + badf.length + i] = signedRoot(running);
  }
}

/** A part of a simulation: what `runReplications` wrote for the replications from `from` on. */
export interface Chunk {
  readonly from: number;
  readonly numbers: Float64Array;
}

/** All replications in the order of their index, from chunks in any order that hold each of them once. */
export function gather(simulation: Simulation, chunks: readonly Chunk[]): Float64Array {
  const width = replicationWidth(simulation);
  const all = new Float64Array(simulation.draws * width);
  let next = 0;
  for (const { from, numbers } of [...chunks].sort((a, b) => a.from - b.from)) {
    invariant(from === next, `replication ${next} comes once, before ${from}`);
    all.set(numbers, from * width);
    next += numbers.length / width;
  }
  invariant(next === simulation.draws, `${simulation.draws} replications, not ${next}`);
  return all;
}

/** All replications in order, computed here and now. */
export function simulate(simulation: Simulation): Float64Array {
  const out = new Float64Array(simulation.draws * replicationWidth(simulation));
  runReplications(simulation, 0, simulation.draws, out);
  return out;
}
