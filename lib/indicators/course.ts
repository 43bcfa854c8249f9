import type { Period } from "../periods/period.ts";
import type { Unit } from "../series/unit.ts";

/** A value of one period. */
export interface PeriodValue {
  readonly period: Period;
  readonly value: number;
}

/** What an indicator was, period by period: known values alone, in calendar order. */
export interface Course {
  readonly values: readonly PeriodValue[];
  readonly unit: Unit;
  /** The codes of the series that it rests on. */
  readonly codes: readonly string[];
  /** The guard's sentences on what is unlike in it. */
  readonly labels: readonly string[];
  /** How many reports the value of a period joins where it should be one; 0 for all other values. */
  readonly reportsJoined: (period: Period) => number;
}

/** An indicator today, in the dot-com years, and in calm years. */
export interface Courses {
  readonly now: Course;
  /** `null`: no counterpart is stored. */
  readonly then: Course | null;
  /** The values of calm years; empty when none are stored or named. */
  readonly calm: readonly PeriodValue[];
}
