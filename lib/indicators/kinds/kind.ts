import type { Era } from "../../eras/era.ts";
import type { FormulaContext } from "../../formula/index.ts";
import type { Result } from "../../result.ts";
import type { SeriesRecord } from "../../series/record.ts";
import type { Courses } from "../course.ts";
import type { Indicator } from "../indicator.ts";

/** What courses are taken from. */
export interface KindContext {
  readonly records: ReadonlyMap<string, SeriesRecord>;
  readonly formula: FormulaContext;
  /** The dot-com years. */
  readonly run: Era;
}

/** One way in which an indicator comes to its values. */
export interface Kind {
  /** How the value comes about, in a sentence for the methods page. */
  readonly method: string;
  /** The courses of an indicator of this kind, or why there are none. */
  follow(indicator: Indicator, context: KindContext): Result<Courses, string>;
}
