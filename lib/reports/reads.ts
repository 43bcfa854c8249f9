import { evaluateFormula, type FormulaContext, type Node, printFormula } from "../formula/index.ts";
import { defaultMethod } from "../formula/rewrite.ts";
import { invariant } from "../invariant.ts";
import { coarserPeriod, isWeekend, periodsInside } from "../periods/alignment.ts";
import { type Frequency, isCoarser, PERIODS_PER_YEAR } from "../periods/frequency.ts";
import { containingPeriod, mustParse, type Period } from "../periods/period.ts";
import { columnOf } from "../series/column.ts";
import type { ReportedValue, SeriesRecord } from "../series/record.ts";
import type { Observation, Series } from "../series/series.ts";
import { outputReachingFurthest } from "../series/share-of-output.ts";
import { firstReports } from "./as-reported.ts";

type CallNode = Extract<Node, { kind: "call" }>;
type Periods = ReadonlySet<Period>;

/** Values of one series that a formula reads: as they stand, or as first reported. */
export interface Read {
  readonly code: string;
  readonly isFirst: boolean;
  readonly periods: Periods;
}

/** What a formula reads for its values of `periods`; of one that chooses its periods itself, whatever is asked. */
export type Reader = (periods: Iterable<Period>) => Read[];

/**
 * Tells which values of which series a formula's values rest on, each series once, in the order of reading.
 *
 * It follows the definition of every function (`FUNCTIONS`): a quotient reads both sides in its own period, growth on
 * the year also the period a year before, constant prices the price index of the period and of the base. The periods
 * named need not be stored. The formula is one that the guard lets through.
 */
export function readerOf(
  root: Node,
  records: ReadonlyMap<string, SeriesRecord>,
  context: FormulaContext,
): Reader {
  const walk = new Walk(records, context);
  return (periods) => merged(walk.reads(root, new Set(periods)));
}

/** The values of a part of a formula, and where each period stands among them. */
interface Part {
  readonly series: Series;
  readonly periods: readonly Period[];
  readonly places: ReadonlyMap<Period, number>;
}

/** A walk down one formula, which evaluates a part of it once where the periods depend on its values. */
class Walk {
  readonly #data: ReadonlyMap<string, Series>;
  readonly #first: ReadonlyMap<string, readonly ReportedValue[]>;
  readonly #context: FormulaContext;
  readonly #parts = new Map<Node, Part>();

  constructor(records: ReadonlyMap<string, SeriesRecord>, context: FormulaContext) {
    this.#data = new Map([...records].map(([code, { series }]) => [code, series]));
    this.#first = new Map([...records].map(([code, record]) => [code, [...firstReports(record).values()]]));
    this.#context = context;
  }

  reads(node: Node, periods: Periods): Read[] {
    switch (node.kind) {
      case "number":
        return [];
      case "code":
        return [{ code: node.code, isFirst: false, periods }];
      case "negate":
        return this.reads(node.operand, periods);
      case "select":
        return this.reads(node.operand, new Set([node.period]));
      case "binary":
        return [...this.reads(node.left, periods), ...this.reads(node.right, periods)];
      case "call":
        return this.#call(node, periods);
    }
  }

  #call(node: CallNode, periods: Periods): Read[] {
    const { operand, options } = node;
    const { steps = 1, base } = options;
    switch (node.name) {
      case "log":
        return this.reads(operand, periods);
      case "chg":
      case "pch":
      case "pca":
      case "cch":
      case "cca":
        return this.reads(operand, this.#back(operand, periods, [0, 1]));
      case "ch1":
      case "yoy":
        return this.reads(operand, this.#back(operand, periods, [0, stepsPerYear(this.#part(operand))]));
      case "lag":
        return this.reads(operand, this.#back(operand, periods, [steps]));
      case "ma":
      case "rollsum":
        return this.reads(operand, this.#back(operand, periods, upTo(steps)));
      case "cumsum":
      case "pctrank":
      case "zscore":
        return this.reads(operand, soFar(this.#part(operand), periods));
      case "first":
        return this.reads(operand, periods).map((read) => ({ ...read, isFirst: true }));
      case "index":
        return this.reads(operand, new Set([...periods, ...basePeriods(this.#part(operand), base)]));
      case "freq":
        return this.reads(operand, countedIn(this.#part(operand), periods, node));
      case "real": {
        const level = base === undefined ? periods : [...periods, base];
        return [...this.reads(operand, periods), this.#levels(this.#context.deflator, level)];
      }
      case "per_gdp":
        return [...this.reads(operand, periods), ...this.#output(operand, periods)];
    }
  }

  /** The periods so many steps before each, counted along those that the operand has. */
  #back(operand: Node, periods: Periods, steps: readonly number[]): Set<Period> {
    const part = this.#part(operand);
    const places = [...periods].flatMap((period) => part.places.get(period) ?? []);
    return new Set(places.flatMap((place) => steps.flatMap((step) => part.periods[place - step] ?? [])));
  }

  /** The values of an index or rate that its level in each period is taken from. */
  #levels(code: string, periods: Iterable<Period>): Read {
    const frequency = this.#data.get(code)?.type.frequency ?? "I";
    const inside = [...periods].flatMap((period) => levelPeriods(period, frequency));
    return { code, isFirst: false, periods: new Set(inside) };
  }

  /** The output that amounts are a share of: of the one series of it that reaches further. */
  #output(operand: Node, periods: Periods): Read[] {
    const { gdpQuarterly, gdpAnnual } = this.#context;
    const amounts = columnOf(this.#part(operand).series);
    const candidates = (amounts.frequency === "A" ? [gdpQuarterly, gdpAnnual] : [gdpQuarterly]).flatMap(
      (code) => {
        const series = this.#data.get(code);
        return series ? [{ code, column: columnOf(series) }] : [];
      },
    );
    const columns = candidates.map(({ column }) => column);
    const furthest = outputReachingFurthest(amounts, columns);
    const code = candidates.find(({ column }) => column === furthest)?.code;
    if (code === undefined) return [];
    const span = (this.#months(operand) ?? 0) / (MONTHS[amounts.frequency] ?? 1);
    return [this.#levels(code, this.#back(operand, periods, upTo(Math.max(1, Math.round(span)))))];
  }

  /** The months that a flow is counted over; `null` for a plain number and for what is shorter than a month. */
  #months(node: Node): number | null {
    switch (node.kind) {
      case "number":
        return null;
      case "code":
        return MONTHS[this.#data.get(node.code)?.type.frequency ?? "I"] ?? null;
      case "binary":
        return this.#months(node.left) ?? this.#months(node.right);
      case "negate":
      case "select":
        return this.#months(node.operand);
      case "call": {
        const { frequency = "A", steps = 1 } = node.options;
        const inside = this.#months(node.operand);
        if (node.name === "rollsum") return inside === null ? null : inside * steps;
        const isSum = node.name === "freq" && methodOf(node, this.#part(node.operand)) === "sum";
        return isSum ? (MONTHS[frequency] ?? null) : inside;
      }
    }
  }

  #part(node: Node): Part {
    const known = this.#parts.get(node);
    if (known) return known;
    const evaluated = evaluateFormula(printFormula(node), this.#data, this.#context, this.#first);
    invariant(evaluated.ok, `${printFormula(node)} is a part of a formula that was evaluated`);
    const { series } = evaluated.value;
    const periods = series.observations.map(({ period }) => period);
    const part = { series, periods, places: new Map(periods.map((period, place) => [period, place])) };
    this.#parts.set(node, part);
    return part;
  }
}

const MONTHS: Readonly<Partial<Record<Frequency, number>>> = { M: 1, Q: 3, H: 6, A: 12 };

function upTo(steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => step);
}

/** FRED's 260 days for a daily series of weekdays, 365 for one with weekends; dated points go back one by one. */
function stepsPerYear({ series: { type }, periods }: Part): number {
  if (type.frequency === "I") return 1;
  return type.frequency === "D" && periods.some(isWeekend) ? 365 : PERIODS_PER_YEAR[type.frequency];
}

function soFar({ periods, places }: Part, asked: Periods): Set<Period> {
  const last = [...asked].reduce((latest, period) => Math.max(latest, places.get(period) ?? -1), -1);
  return new Set(periods.slice(0, last + 1));
}

/** The base of an index: the period named or the periods inside it, or else the first with a value. */
function basePeriods({ series: { type, observations } }: Part, base: Period | undefined): Period[] {
  if (base !== undefined) return levelPeriods(base, type.frequency);
  const first = observations.find(({ value }) => value !== null);
  return first ? [first.period] : [];
}

/** The periods inside each coarser one that its sum or mean is made of, or the last of them. */
function countedIn(part: Part, periods: Periods, node: CallNode): Set<Period> {
  const { frequency: own } = part.series.type;
  const { frequency = "A" } = node.options;
  if (own === frequency) return new Set(periods);
  const isLast = own === "I" || methodOf(node, part) === "eop";
  const counted = new Set<Period>();
  for (const period of periods) {
    const inside = own === "I" ? pointsIn(part, period) : valuesIn(part, periodsInside(period, own));
    for (const { period: counts } of isLast ? inside.slice(-1) : inside) counted.add(counts);
  }
  return counted;
}

function methodOf({ options }: CallNode, { series }: Part): ReturnType<typeof defaultMethod> {
  return options.method ?? defaultMethod(series.type);
}

function pointsIn({ series }: Part, period: Period): Observation[] {
  const { frequency } = mustParse(period);
  return series.observations.filter(
    (point) =>
      point.value !== null &&
      !isCoarser(mustParse(point.period).frequency, frequency) &&
      coarserPeriod(point.period, frequency) === period,
  );
}

function valuesIn({ series, places }: Part, periods: readonly Period[]): Observation[] {
  return periods.flatMap((period) => {
    const observation = series.observations[places.get(period) ?? -1];
    return observation && observation.value !== null ? [observation] : [];
  });
}

/** The periods of `frequency` that give a level over a period: itself, those inside it, or the one around it. */
function levelPeriods(period: Period, frequency: Frequency): Period[] {
  const { frequency: asked } = mustParse(period);
  if (frequency === "I" || frequency === asked) return [period];
  return isCoarser(asked, frequency)
    ? periodsInside(period, frequency)
    : [containingPeriod(period, frequency)];
}

function merged(reads: readonly Read[]): Read[] {
  const found = new Map<string, { code: string; isFirst: boolean; periods: Set<Period> }>();
  for (const { code, isFirst, periods } of reads) {
    const name = `${code} ${isFirst}`;
    const known = found.get(name) ?? { code, isFirst, periods: new Set<Period>() };
    for (const period of periods) known.periods.add(period);
    found.set(name, known);
  }
  return [...found.values()];
}
