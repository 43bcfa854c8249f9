import "server-only";
import type { SeriesSummary } from "../../lib/api/series.ts";
import { buildFigure, type FigureModel } from "../../lib/figures/index.ts";
import { codesInIndicator } from "../../lib/indicators/codes.ts";
import {
  bandsOfReading,
  type CommonPlaces,
  type NamedBand,
  placesOf,
} from "../../lib/indicators/common-scale.ts";
import type { Indicator } from "../../lib/indicators/indicator.ts";
import { indicatorFigure } from "../../lib/indicators/indicator-figure.ts";
import type { Reading } from "../../lib/indicators/reading.ts";
import type { StoredThreshold } from "../../lib/indicators/threshold.ts";
import { type AsOf, type Moment, momentOf } from "./as-of.ts";
import { indicatorGround, readingsOn } from "./indicators.ts";
import { perRevision } from "./per-revision.ts";
import { listSeries } from "./series.ts";

/** One indicator with all that its page says of it. */
export interface IndicatorPageView {
  readonly indicator: Indicator;
  readonly reading: Reading;
  readonly places: CommonPlaces | null;
  readonly bands: readonly NamedBand[];
  readonly thresholds: readonly StoredThreshold[];
  readonly figure: FigureModel | null;
  /** The series that its formulas read, and the codes of those that are not public or not stored. */
  readonly inputs: readonly SeriesSummary[];
  readonly unknown: readonly string[];
  readonly moment: Moment;
}

/** The indicator of this name as known then, or `null` if there is none. */
export async function loadIndicatorPage(name: string, asOf: AsOf = {}): Promise<IndicatorPageView | null> {
  const moment = await momentOf(asOf);
  return perRevision(`indicator ${name} ${moment.name}`, () => build(name, moment, asOf));
}

async function build(name: string, moment: Moment, asOf: AsOf): Promise<IndicatorPageView | null> {
  const ground = await indicatorGround(moment);
  const reading = readingsOn(ground).find(({ indicator }) => indicator.name === name);
  if (reading === undefined) return null;
  const { indicator } = reading;
  const codes = codesInIndicator(indicator);
  const known = await listSeries(asOf);
  const inputs = known.filter(({ code }) => codes.includes(code));
  const spec = ground.eras && indicatorFigure(reading, ground.eras);
  const data = {
    records: ground.records,
    eras: ground.eras ? [ground.eras.now, ground.eras.run] : [],
    // No event is marked on the clock of an indicator.
    events: [],
  };
  return {
    indicator,
    reading,
    places: reading.status === "read" ? placesOf(reading) : null,
    bands: bandsOfReading(reading, ground.thresholds),
    thresholds: ground.thresholds,
    figure: spec && buildFigure(spec, data, { asOf: moment.day }),
    inputs,
    unknown: codes.filter((code) => !inputs.some((each) => each.code === code)),
    moment,
  };
}

/** The indicators in their order, as known then. */
export async function listIndicators(asOf: AsOf = {}): Promise<readonly Indicator[]> {
  return (await indicatorGround(await momentOf(asOf))).indicators;
}
