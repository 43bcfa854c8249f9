import { formatPeriod } from "../numbers/format-period.ts";
import { digits, formatHeadlinePercent, formatValue, signed } from "../numbers/format-value.ts";
import type { Period } from "../periods/period.ts";
import type { Unit } from "../series/unit.ts";
import type { TitleSpec } from "./spec.ts";

/** One number that a sentence may name. `period` is null for a number without a date of its own. */
export interface Value {
  readonly value: number;
  readonly unit: Unit;
  readonly period: Period | null;
  /** The band around it, `48 to 70`, where its line has one. */
  readonly range?: string;
}

/** What is known by one id: `last`, `first`, `max`, `min`, `same` of a line, `value` of an item or benchmark. */
export interface Reading {
  readonly values: Readonly<Partial<Record<ReadingName, Value>>>;
  /** Values that are not missing. */
  readonly n: number;
}

const READING_NAMES = ["last", "first", "max", "min", "same", "value"] as const;
type ReadingName = (typeof READING_NAMES)[number];

/** Readings by the id of their line, item or benchmark. */
export type Readings = ReadonlyMap<string, Reading>;

const PLACEHOLDER = /\{([^{}]*)\}/g;
const REFERENCE = /^([a-z][a-z0-9_]*)\.([a-z]+)$/;

/**
 * Puts numbers into a sentence. A placeholder is `{id.name}`, `{id.name.period}`, a ratio `{a.last/b.max}`, each
 * optionally with a format after a bar: `percent`, `multiple`, `number`. Without a format the number is written
 * in its own unit, a ratio as a multiple.
 *
 * `null` when any placeholder is unknown, missing, a division by zero, or in a format its unit does not allow.
 */
export function fillTemplate(text: string, readings: Readings): string | null {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const written = writePlaceholder(match[1] ?? "", readings);
    if (written === null) return null;
    parts.push(text.slice(end, match.index), written);
    end = match.index + match[0].length;
  }
  // "40.7× times earnings" says it twice.
  return (parts.join("") + text.slice(end)).replaceAll("× times", " times");
}

/**
 * The first title whose condition holds and whose placeholders all have a number. A condition on an unknown
 * number does not hold. When none is left: the first clause of the subtitle, which has no numbers in it.
 */
export function chooseTitle(titles: readonly TitleSpec[], subtitle: string, readings: Readings): string {
  for (const { when, text } of titles) {
    if (when && !holds(when, readings)) continue;
    const title = fillTemplate(text, readings);
    if (title !== null) return title;
  }
  return subtitle.split(/[.;]/, 1)[0]?.trim() || subtitle;
}

/** The number a reference or a ratio of two references stands for; `null` when unknown. */
function resolveValue(reference: string, readings: Readings): Value | null {
  const [left = "", right] = reference.split("/").map((part) => part.trim());
  const numerator = lookUp(left, readings);
  if (right === undefined || numerator === null) return numerator;
  const denominator = lookUp(right, readings);
  if (denominator === null || denominator.value === 0) return null;
  return { value: numerator.value / denominator.value, unit: { kind: "multiple" }, period: null };
}

function writePlaceholder(inside: string, readings: Readings): string | null {
  const [reference = "", format] = inside.split("|").map((part) => part.trim());
  if (reference.endsWith(".period")) {
    const period = lookUp(reference.slice(0, -".period".length), readings)?.period ?? null;
    return period === null ? null : formatPeriod(period);
  }
  const value = resolveValue(reference, readings);
  return value && writeValue(value, format);
}

function writeValue({ value, unit }: Value, format: string | undefined): string | null {
  const isRatio = unit.kind === "share" || unit.kind === "multiple";
  switch (format) {
    case undefined:
      return formatValue(value, unit);
    case "percent":
      if (unit.kind === "percent") return formatHeadlinePercent(value);
      return isRatio ? formatHeadlinePercent(value * 100) : null;
    case "multiple":
      return isRatio ? formatValue(value, { kind: "multiple" }) : null;
    case "number":
      return signed(value, (size) => digits(size, "short"));
    default:
      return null;
  }
}

function lookUp(reference: string, readings: Readings): Value | null {
  const match = REFERENCE.exec(reference);
  const reading = match && readings.get(match[1] ?? "");
  if (!match || !reading) return null;
  if (match[2] === "n") return { value: reading.n, unit: { kind: "count", of: "" }, period: null };
  const name = READING_NAMES.find((candidate) => candidate === match[2]);
  return (name && reading.values[name]) ?? null;
}

function holds({ left, op, right }: NonNullable<TitleSpec["when"]>, readings: Readings): boolean {
  const a = resolveValue(left, readings)?.value;
  const b = typeof right === "number" ? right : resolveValue(right, readings)?.value;
  if (a === undefined || b === undefined) return false;
  switch (op) {
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
  }
}
