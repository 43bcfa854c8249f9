export {
  type ByLevel,
  type CriticalValues,
  LEVELS,
  LINE_KINDS,
  type LineKind,
  STATISTICS,
  type Statistic,
} from "./critical-values.ts";
export { datestamp, type Episode, minimumDuration } from "./datestamp.ts";
export { type AdaptiveRecursion, recursiveAdfByBic } from "./lag-selection.ts";
export { ENGINE_VERSION, type ExuberanceOptions, type Scale, scaleFor } from "./options.ts";
export { holmAdjusted } from "./p-value.ts";
export { type ExuberancePlan, planExuberance } from "./plan.ts";
export { type Recursion, recursiveAdf } from "./recursion.ts";
export type { Refusal } from "./refusal.ts";
export { refusalWords } from "./refusal-words.ts";
export type { DatedEpisode, ExuberanceReport } from "./report.ts";
export { reportExuberance } from "./report-exuberance.ts";
export type { DatedValue } from "./sample.ts";
export {
  type Chunk,
  gather,
  replicationWidth,
  runReplications,
  type Simulation,
  simulate,
} from "./simulation.ts";
export { simulationsOf, testExuberance } from "./test-exuberance.ts";
export { type Convention, minimumRows, minimumWindow } from "./window.ts";
