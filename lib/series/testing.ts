import type { Frequency } from "../periods/frequency.ts";
import { mustParse, type Period, shiftPeriod } from "../periods/period.ts";
import type { Observation, Series, SeriesType, Status } from "./series.ts";

/** US dollars spent in a period, nominal: a type to state the differences from. */
export const A_FLOW: SeriesType = {
  measure: "flow",
  unit: { kind: "currency", currency: "USD", scale: 1 },
  prices: { kind: "nominal" },
  frequency: "A",
  rate: "period",
  yearEnds: 12,
  geography: "US",
  sector: "ALL",
  universe: "Survey",
};

/** Index points, such as share prices. */
export const AN_INDEX: SeriesType = {
  ...A_FLOW,
  measure: "index",
  unit: { kind: "index", base: "1995-08 = 100" },
  prices: { kind: "none" },
};

/** A series whose values follow one another from a period on; the form of `from` decides the frequency unless it is given. */
export function aSeries({
  code = "X",
  type = {},
  frequency,
  from = "2020",
  values = [100, 110, 121],
  status = "reported",
}: {
  code?: string;
  type?: Partial<SeriesType>;
  frequency?: Frequency;
  from?: Period;
  values?: readonly (number | null)[];
  status?: Status;
} = {}): Series {
  const observations: Observation[] = values.map((value, t) => ({
    period: shiftPeriod(from, t),
    value,
    status,
  }));
  const own = frequency ?? mustParse(from).frequency;
  return { code, title: `The series ${code}`, type: { ...A_FLOW, ...type, frequency: own }, observations };
}
