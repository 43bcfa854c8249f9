import type { Observation, Series } from "./series.ts";

type Valued = Observation & { readonly value: number };

/** The last observation of a series that has a value; `null` when none has. */
export function newestValue({ observations }: Series): Valued | null {
  return observations.findLast((observation): observation is Valued => observation.value !== null) ?? null;
}
