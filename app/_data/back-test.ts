import "server-only";
import { pause } from "../../db/pause.ts";
import { events } from "../../db/queries/events.ts";
import { loadSeriesRecords } from "../../db/queries/series-records.ts";
import type { Era } from "../../lib/eras/era.ts";
import { buildFigure, type FigureModel } from "../../lib/figures/index.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import { BACK_TEST_SPAN, type BackTestMonth, backTest } from "../../lib/indicators/back-test.ts";
import { backTestFigure } from "../../lib/indicators/back-test-figure.ts";
import { type BackTestReading, readBackTest } from "../../lib/indicators/back-test-reading.ts";
import { definitionOf } from "../../lib/indicators/composite.ts";
import { type CourseThen, courseThen } from "../../lib/indicators/course-then.ts";
import type { Indicator } from "../../lib/indicators/indicator.ts";
import { lastDay } from "../../lib/periods/period.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { momentOf } from "./as-of.ts";
import { type IndicatorGround, indicatorGround } from "./indicators.ts";
import { perRevision } from "./per-revision.ts";
import { store } from "./store.ts";

/** The prices by which alarms are judged. */
const PRICES = "NASDAQ_M";

/** The back-test with its figure. */
export interface BackTestView {
  readonly reading: BackTestReading;
  readonly figure: FigureModel;
}

/** The composite of 1990 to 2003 by what was known then, and its alarms; or why there is none, as a sentence. */
export async function loadBackTest(): Promise<Result<BackTestView, string>> {
  const moment = await momentOf({});
  return perRevision("back-test", async () => {
    const { db } = await store();
    const [ground, stored, marked] = await Promise.all([
      indicatorGround(moment),
      loadSeriesRecords(db, [PRICES], moment.day),
      events(db),
    ]);
    const { indicators, eras, day } = ground;
    const prices = stored.get(PRICES);
    if (eras === null) return err("The two eras are not stored.");
    if (eras.run.peak === null) return err("No peak of the dot-com era is stored.");
    if (prices === undefined) return err(`${PRICES}, by which alarms are judged, is not stored.`);
    const definition = definitionOf(indicators);
    if (!definition.ok) return err(`The weights make no composite: ${definition.error.message}.`);

    const { courses, missing } = await coursesOf(ground, eras.run);
    const months: BackTestMonth[] = [];
    for (const month of backTest(courses, definition.value)) {
      months.push(month);
      await pause();
    }
    const reading = readBackTest({
      months,
      courses,
      missing,
      definition: definition.value,
      closes: new Map(
        prices.series.observations.flatMap(({ period, value }) => (value === null ? [] : [[period, value]])),
      ),
      peak: eras.run.peak.period,
    });
    const { spec, data } = backTestFigure({ months, run: eras.run, events: marked, day });
    const figure = buildFigure(spec, data, { asOf: day });
    // Its lines are computed and have no pages of their own.
    return ok({
      reading,
      figure: { ...figure, sources: figure.sources.map((source) => ({ ...source, series: [] })) },
    });
  });
}

/** The courses of the indicators that carry weight; others are answered between one and the next. */
async function coursesOf({ indicators, records }: IndicatorGround, run: Era) {
  const until = lastDay(BACK_TEST_SPAN.to);
  const courses: CourseThen[] = [];
  const missing: { readonly indicator: Indicator; readonly reason: string }[] = [];
  for (const indicator of indicators.filter(({ weight }) => weight > 0)) {
    const course = courseThen(indicator, { records, formula: US_CONTEXT, run, until });
    if (course.ok) courses.push(course.value);
    else missing.push({ indicator, reason: course.error });
    await pause();
  }
  return { courses, missing };
}
