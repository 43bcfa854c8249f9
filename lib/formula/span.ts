/** A stretch of the formula's text: `start` inclusive, `end` exclusive, in UTF-16 units as `slice` takes them. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
