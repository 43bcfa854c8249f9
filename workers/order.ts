import type { Simulation } from "../lib/exuberance/index.ts";

/** Some replications of a simulation, for a thread to run. */
export interface Order {
  readonly id: number;
  readonly simulation: Simulation;
  readonly from: number;
  readonly to: number;
}

/** What a thread sends back: the numbers of these replications. */
export interface Done {
  readonly id: number;
  readonly from: number;
  readonly numbers: Float64Array<ArrayBuffer>;
}
