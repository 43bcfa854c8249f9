import { yearsBetween } from "../periods/alignment.ts";
import { isNamedByYear } from "../periods/frequency.ts";
import { type Period, parsePeriod } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";
import { calendarWords } from "./calendar.ts";
import { moneyKind, moneyKindWords } from "./money-kind.ts";
import { areFarApart, isNominalMoney, nominalYearsSentence } from "./nominal-years.ts";
import { type Extent, isRatio } from "./operand.ts";
import { capitalised, compilerWords, extentWords, placePhrase, unitWords } from "./wording.ts";

/** One line or item of a figure; `extent` is the stretch of time its amounts are counted over. */
export interface ComparedItem {
  readonly label: string;
  readonly type: SeriesType;
  readonly extent: Extent | null;
}

/** A sentence about a set of lines or items that share an axis. */
export interface SetLabel {
  readonly rule: string;
  readonly sentence: string;
}

/** A way in which things on one axis may be unlike: the sentence when they are, else `null`. */
interface SetRule {
  readonly id: string;
  readonly when: string;
  readonly sentence: (items: readonly ComparedItem[]) => string | null;
}

/** Every way in which lines or items on one axis are told apart, in the order of the sentences. */
const SET_RULES: readonly SetRule[] = [
  {
    id: "set-units-unlike",
    when: "values in different units",
    sentence: (items) =>
      distinctly(items, ({ type: { unit } }) => (unit.kind === "currency" ? "money" : unitClass(unit))),
  },
  {
    id: "set-currencies-unlike",
    when: "money in different currencies",
    sentence: (items) => {
      const words = listed(money(items), ({ type }) => unitWords(type.unit));
      return words && `Different currencies: ${words}`;
    },
  },
  {
    id: "set-measures-unlike",
    when: "a flow, a stock, a valuation or a price beside another of these",
    sentence: (items) => {
      const kinds = money(items).map(({ type }) => moneyKind(type));
      const companies = kinds.filter((kind) => kind === "valuation").length === 1 ? "one" : "several";
      return distinctly(money(items), ({ type }) => moneyKindWords(moneyKind(type), companies));
    },
  },
  {
    id: "set-prices-unlike",
    when: "nominal money beside constant prices, or different bases",
    sentence: (items) =>
      distinctly(money(items), ({ type: { prices } }) =>
        prices.kind === "constant" ? `money in prices of ${prices.base}` : "nominal money",
      ),
  },
  {
    id: "set-spans-unlike",
    when: "flows or counts over different lengths of time",
    sentence: (items) => distinctly(amounts(items), ({ extent }) => extent && extentWords(extent)),
  },
  {
    id: "set-calendars-unlike",
    when: "amounts or shares of fiscal years beside those of the calendar's or of other ones",
    sentence: (items) => {
      const dated = [...amounts(items), ...ratios(items)].filter(({ type }) => isNamedByYear(type.frequency));
      const areUnlike = new Set(dated.map(({ type }) => type.yearEnds)).size > 1;
      return areUnlike ? distinctly(dated, ({ type }) => calendarWords(type)) : null;
    },
  },
  {
    id: "set-places-unlike",
    when: "amounts or shares of different places",
    sentence: (items) =>
      distinctly([...amounts(items), ...ratios(items)].filter(hasPlace), ({ type }) =>
        placePhrase(type.geography),
      ),
  },
  {
    id: "set-samples-unlike",
    when: "amounts or shares by different compilers",
    sentence: (items) => {
      const words = listed([...amounts(items), ...ratios(items)], ({ type }) => compilerWords(type.universe));
      return words && `Different samples: ${words}`;
    },
  },
  {
    id: "set-bases-unlike",
    when: "indices with different bases that were not rebased for comparison",
    sentence: (items) => {
      const bases = items.flatMap(({ type: { unit } }) => (unit.kind === "index" ? [unit.base] : []));
      const areRebased = bases.every(
        (base) => base === "first value = 100" || parsePeriod(base.replace(" = 100", "")),
      );
      return areRebased || new Set(bases).size < 2
        ? null
        : "Indices with different bases: only their movements compare.";
    },
  },
];

/**
 * How the lines or items that share an axis are unlike: a sentence for each row of `SET_RULES` that holds.
 * It looks at the set only; what is unlike inside one formula is the guard's business.
 */
export function compareTypes(items: readonly ComparedItem[]): SetLabel[] {
  return SET_RULES.flatMap(({ id, sentence }) => {
    const told = sentence(items);
    return told ? [{ rule: id, sentence: told }] : [];
  });
}

/**
 * Whether nominal money is compared across more than ten years; `from` and `to` are each item's first and last
 * period. Prices have moved so far by then that the amounts mislead.
 */
export function compareNominal(
  items: readonly {
    readonly label: string;
    readonly type: SeriesType;
    readonly from: Period;
    readonly to: Period;
  }[],
): SetLabel[] {
  const nominal = items.filter(({ type }) => isNominalMoney(type));
  const years = nominal.flatMap(({ from }) => nominal.map(({ to }) => yearsBetween(from, to)));
  const longest = Math.max(0, ...years);
  return areFarApart(longest)
    ? [{ rule: "set-nominal-over-years", sentence: nominalYearsSentence(longest) }]
    : [];
}

/** `A beside B.` when the items differ in these words, else `null`. */
function distinctly(
  items: readonly ComparedItem[],
  wordsOf: (item: ComparedItem) => string | null,
): string | null {
  const words = listed(items, wordsOf);
  return words && capitalised(words);
}

/** The same inside a sentence, with a small letter; items without words are left out. */
function listed(
  items: readonly ComparedItem[],
  wordsOf: (item: ComparedItem) => string | null,
): string | null {
  const words = [...new Set(items.map(wordsOf).filter((text) => text !== null))];
  const last = words.at(-1);
  if (words.length < 2 || last === undefined) return null;
  if (words.length === 2) return `${words.join(" beside ")}.`;
  return `${words.slice(0, -1).join(", ")} and ${last} side by side.`;
}

function unitClass(unit: SeriesType["unit"]): string {
  return unit.kind === "index" ? "an index" : unitWords(unit);
}

function money(items: readonly ComparedItem[]): ComparedItem[] {
  return items.filter(({ type }) => type.unit.kind === "currency");
}

function amounts(items: readonly ComparedItem[]): ComparedItem[] {
  return items.filter(({ type }) => type.unit.kind === "currency" || type.unit.kind === "count");
}

function ratios(items: readonly ComparedItem[]): ComparedItem[] {
  return items.filter(({ type }) => isRatio(type));
}

function hasPlace({ type }: ComparedItem): boolean {
  return type.measure !== "price";
}
