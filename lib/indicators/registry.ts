import type { IndicatorKind } from "./indicator.ts";
import { explosiveness } from "./kinds/explosiveness.ts";
import type { Kind } from "./kinds/kind.ts";
import { latestRatio } from "./kinds/latest-ratio.ts";
import { level } from "./kinds/level.ts";

/** Every kind of indicator. */
export const KINDS: Readonly<Record<IndicatorKind, Kind>> = {
  level,
  "latest-ratio": latestRatio,
  explosiveness,
};
