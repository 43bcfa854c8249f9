import { nearest } from "../../formula/spelling.ts";
import type { Frequency } from "../../periods/frequency.ts";
import type { Period } from "../../periods/period.ts";
import { err, ok, type Result } from "../../result.ts";
import { type Span, spanOf } from "../check/check-observation.ts";
import type { UploadContext, UploadSeries } from "../check/upload-series.ts";
import type { CellKind } from "../read/row.ts";
import type { DateReading } from "../settings.ts";
import { type CellFault, fault } from "./cell-fault.ts";
import { readAnyPeriod, readPeriod } from "./read-period.ts";

/** A period as it was read, with its days. */
export interface PeriodFound extends Span {
  readonly period: Period;
}

/** Reads the cells that name things, remembering what comes up again and again; memory does not grow with the file. */
export interface CellReaders {
  series(text: string): Result<UploadSeries, CellFault>;
  period(text: string, kind: CellKind, frequency: Frequency): Result<PeriodFound, CellFault>;
  /** A period of any length, as the header of a column. */
  anyPeriod(text: string): Result<Period, CellFault>;
  /** A day on which a value became known. */
  day(text: string, kind: CellKind): Result<string, CellFault>;
  source(text: string): Result<string, CellFault>;
}

const REMEMBERED = 20_000;
/** V8 lets a longer part of a text keep the whole text in memory, so only short ones are remembered as they are. */
const SHORT = 12;

/** Makes the readers for one pass over one file. */
export function createCellReaders(
  dates: DateReading,
  seriesNames: Readonly<Record<string, string>>,
  context: UploadContext,
): CellReaders {
  const codeByName = new Map(Object.entries(seriesNames));
  const periods = new Map<string, Map<string, Result<PeriodFound, CellFault>>>();
  const suggestions = new Map<string, string | null>();

  function suggestion(text: string): string | null {
    const known = suggestions.get(text);
    if (known !== undefined || suggestions.size >= REMEMBERED) return known ?? null;
    const found = nearestSeries(text, context.series);
    suggestions.set(detached(text), found);
    return found;
  }

  function period(text: string, kind: CellKind, frequency: Frequency): Result<PeriodFound, CellFault> {
    const key = `${frequency} ${kind}`;
    let remembered = periods.get(key);
    if (!remembered) {
      remembered = new Map();
      periods.set(key, remembered);
    }
    const known = remembered.get(text);
    if (known) return known;
    const read = readPeriod(text, kind, dates, frequency);
    const found: Result<PeriodFound, CellFault> = read.ok
      ? ok({ period: read.value, ...spanOf(read.value) })
      : err(read.error);
    if (text.length <= SHORT && remembered.size < REMEMBERED) remembered.set(text, found);
    return found;
  }

  return {
    series(text) {
      const found = context.series.get(codeByName.get(text) ?? text);
      if (found) return ok(found);
      const near = suggestion(text);
      return fault(
        "series",
        near === null ? undefined : `write ${near} if that is meant, or choose the series`,
      );
    },
    period,
    anyPeriod: (text) => readAnyPeriod(text, "text", dates),
    day(text, kind) {
      const read = period(text, kind, "D");
      if (read.ok) return ok(read.value.period);
      const isAboutDays = read.error.rule === "off-frequency" || read.error.rule === "period";
      return isAboutDays ? fault("vintage") : err(read.error);
    },
    source(text) {
      return context.sources.has(text) ? ok(text) : fault("source", sourceRemedy(text, context.sources));
    },
  };
}

/** The code of the series that a text most resembles, by code or by title; `null` when none is near. */
export function nearestSeries(text: string, series: UploadContext["series"]): string | null {
  if (text.length > 120) return null;
  const byTitle = [...series.values()].find(({ title }) => title.toLowerCase() === text.toLowerCase());
  return byTitle?.code ?? nearest(text.toUpperCase().replace(/[\s-]+/g, "_"), series.keys());
}

function sourceRemedy(text: string, sources: ReadonlySet<string>): string | undefined {
  const near = text.length > 60 ? null : nearest(text.toLowerCase(), sources);
  return near === null ? undefined : `write ${near} if that is meant, or add the source`;
}

/** A text of its own, which keeps no longer one alive. */
function detached(text: string): string {
  return Array.from(text).join("");
}
