/** One state of the method of the composite. */
export interface MethodVersion {
  readonly version: number;
  readonly since: string;
  /** What changed, in a sentence. */
  readonly change: string;
}

/** The method of the composite, newest first. What an indicator measures has versions of its own. */
export const METHOD_LOG: readonly [MethodVersion, ...MethodVersion[]] = [
  {
    version: 1,
    since: "2026-11-25",
    change:
      "First version: places between calm years and the dot-com peak, arithmetic means of indicators to pillars and of pillars to the whole, range from 5,000 draws.",
  },
];

/** The version that readings are made by. */
export const METHOD = METHOD_LOG[0].version;
