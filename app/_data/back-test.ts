import "server-only";
import { pause } from "../../db/pause.ts";
import { events } from "../../db/queries/events.ts";
import { loadSeriesRecords } from "../../db/queries/series-records.ts";
import { buildFigure, type FigureModel } from "../../lib/figures/index.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import { BACK_TEST_SPAN, type BackTestMonth, backTest } from "../../lib/indicators/back-test.ts";
import { backTestFigure } from "../../lib/indicators/back-test-figure.ts";
import { type BackTestReading, readBackTest } from "../../lib/indicators/back-test-reading.ts";
import { definitionOf } from "../../lib/indicators/composite.ts";
import { courseThen } from "../../lib/indicators/course-then.ts";
import { lastDay } from "../../lib/periods/period.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { momentOf } from "./as-of.ts";
import { indicatorGround } from "./indicators.ts";
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
    const { indicators, records, eras, day } = ground;
    const prices = stored.get(PRICES);
    if (eras === null) return err("The two eras are not stored.");
    if (eras.run.peak === null) return err("No peak of the dot-com era is stored.");
    if (prices === undefined) return err(`${PRICES}, by which alarms are judged, is not stored.`);
    const definition = definitionOf(indicators);
    if (!definition.ok) return err(`The weights make no composite: ${definition.error.message}.`);

    const until = lastDay(BACK_TEST_SPAN.to);
    const followed = indicators
      .filter(({ weight }) => weight > 0)
      .map((indicator) => ({
        indicator,
        course: courseThen(indicator, { records, formula: US_CONTEXT, until }),
      }));
    const courses = followed.flatMap(({ course }) => (course.ok ? [course.value] : []));
    const months: BackTestMonth[] = [];
    for (const month of backTest(courses, definition.value)) {
      months.push(month);
      await pause();
    }
    const reading = readBackTest({
      months,
      courses,
      missing: followed.flatMap(({ indicator, course }) =>
        course.ok ? [] : [{ indicator, reason: course.error }],
      ),
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
