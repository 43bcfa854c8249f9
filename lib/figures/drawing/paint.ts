import { ERA_HUES } from "../../eras/era.ts";
import type { LineHue } from "../spec.ts";
import { TEXT_SIZE, VALUE_SIZE } from "./text-width.ts";

/**
 * Paints are the class names of a drawing: what each stroke and fill is, in design tokens. The page's style
 * sheet is written from this table, and an exported image resolves the tokens from it, so the two agree.
 */
type Role =
  | "line"
  | "carried"
  | "connector"
  | "area"
  | "bar"
  | "bar-hollow"
  | "hatch"
  | "dot"
  | "ring"
  | "band"
  | "band-edge"
  | "range"
  | "range-edge"
  | "first"
  | "benchmark"
  | "chip"
  | "rail"
  | "text";

export type Paint =
  | `${Role}-${LineHue}`
  | "grid"
  | "axis"
  | "now"
  | "leader"
  | "foot"
  | "track"
  | "absent"
  | "hatch-method"
  | "bar-hollow-method"
  | "text-tick"
  | "text-note"
  | "text-strong"
  | "text-method"
  | "text-on-chip";

/** Style declarations; a value that starts with `--` is a token. */
export type Declarations = Readonly<Record<string, string>>;

/** The list is not taken from the spec's schema, which would carry its validator into the browser. */
const HUE_NAMES: readonly LineHue[] = [...ERA_HUES, "ink"];
const NO_FILL = { fill: "none" } as const;
const ROUND = { "stroke-linejoin": "round", "stroke-linecap": "round" } as const;

/** The hue's own token, the paler one for areas, the width of its line and its dash. */
const HUES: Readonly<Record<LineHue, { full: string; soft: string; width: string; dash: string | null }>> = {
  ai: { full: "--era-ai", soft: "--era-ai-soft", width: "--stroke-lead", dash: null },
  dotcom: { full: "--era-dotcom", soft: "--era-dotcom-soft", width: "--stroke-era", dash: null },
  "other-1": { full: "--era-other-1", soft: "--zone-2", width: "--stroke-context", dash: "--dash-other-1" },
  "other-2": { full: "--era-other-2", soft: "--zone-1", width: "--stroke-context", dash: "--dash-other-2" },
  ink: { full: "--ink-3", soft: "--zone-2", width: "--stroke-context", dash: null },
};

function huePaints(hue: LineHue): [Paint, Declarations][] {
  const { full, soft, width, dash } = HUES[hue];
  const dashed: Declarations = dash === null ? {} : { "stroke-dasharray": dash };
  return [
    [`line-${hue}`, { ...NO_FILL, stroke: full, "stroke-width": width, ...ROUND, ...dashed }],
    [
      `carried-${hue}`,
      { ...NO_FILL, stroke: full, "stroke-width": width, ...ROUND, "stroke-dasharray": "--dash-carried" },
    ],
    [`connector-${hue}`, { ...NO_FILL, stroke: full, "stroke-width": "1", "stroke-dasharray": "2 3" }],
    [`area-${hue}`, { fill: soft, stroke: "none" }],
    [`bar-${hue}`, { fill: full, stroke: "none" }],
    [`bar-hollow-${hue}`, { fill: "--paper", stroke: full, "stroke-width": "1.5" }],
    [`hatch-${hue}`, { ...NO_FILL, stroke: full, "stroke-width": "1.25" }],
    [`dot-${hue}`, { fill: full, stroke: "--paper", "stroke-width": "1.5" }],
    [`ring-${hue}`, { fill: "--paper", stroke: full, "stroke-width": "2" }],
    [`band-${hue}`, { fill: soft, stroke: "none" }],
    [`band-edge-${hue}`, { ...NO_FILL, stroke: full, "stroke-width": "1", "stroke-opacity": "0.45" }],
    [`range-${hue}`, { fill: full, "fill-opacity": "0.16", stroke: "none" }],
    [`range-edge-${hue}`, { ...NO_FILL, stroke: full, "stroke-width": "1", "stroke-opacity": "0.55" }],
    [`first-${hue}`, { ...NO_FILL, stroke: hue === "ink" ? "--ink" : full, "stroke-width": "2" }],
    [`benchmark-${hue}`, { ...NO_FILL, stroke: hue === "ink" ? "--ink" : full, "stroke-width": "1" }],
    [`chip-${hue}`, { fill: full, stroke: "none" }],
    [`rail-${hue}`, { ...NO_FILL, stroke: full, "stroke-width": "1" }],
    [`text-${hue}`, { fill: hue === "ink" ? "--ink-2" : hue === "other-2" ? "--era-other-1" : full }],
  ];
}

/** Every paint and what it is made of. */
export const PAINTS: ReadonlyMap<Paint, Declarations> = new Map<Paint, Declarations>([
  ["grid", { ...NO_FILL, stroke: "--rule", "stroke-width": "--stroke-grid" }],
  ["axis", { ...NO_FILL, stroke: "--rule-strong", "stroke-width": "--stroke-axis" }],
  ["now", { ...NO_FILL, stroke: "--ink", "stroke-width": "1" }],
  ["leader", { ...NO_FILL, stroke: "--ink-3", "stroke-width": "1" }],
  ["foot", { fill: "--ink-3", stroke: "none" }],
  ["track", { ...NO_FILL, stroke: "--rule-strong", "stroke-width": "1" }],
  ["absent", { ...NO_FILL, stroke: "--rule-strong", "stroke-width": "1" }],
  ["hatch-method", { ...NO_FILL, stroke: "--method", "stroke-width": "1.25" }],
  ["bar-hollow-method", { fill: "--paper", stroke: "--method", "stroke-width": "1.5" }],
  ["text-tick", { fill: "--ink-3" }],
  ["text-note", { fill: "--ink-2" }],
  ["text-strong", { fill: "--ink" }],
  ["text-method", { fill: "--method" }],
  ["text-on-chip", { fill: "--paper" }],
  ...HUE_NAMES.flatMap(huePaints),
]);

const SHEET_HEAD = `/* Written from the paints of lib/figures/drawing by paintStyleSheet; a test holds the two together. */

.drawing {
  display: block;
  overflow: visible;
  font: 400 var(--chart-text) / 1 var(--font-sans);
}

.drawn > .drawing {
  width: 100%;
  height: auto;
}

.drawing text[font-size="${VALUE_SIZE}"] {
  font-size: calc(var(--chart-text) * ${VALUE_SIZE} / ${TEXT_SIZE});
}

.drawing .halo {
  paint-order: stroke;
  stroke: var(--paper);
  stroke-width: 4px;
  stroke-linejoin: round;
}
`;

/** Where the reader's own colours hold, a tint may not stand out from them; an edge in the colour of text does. */
const SHEET_FOOT = `@media (forced-colors: active) {
  .drawing [class*="range-edge-"] {
    stroke: CanvasText;
    stroke-opacity: 1;
  }
}
`;

/** The style sheet for drawings shown on a page: one rule a paint, within `.drawing`. */
export function paintStyleSheet(): string {
  const rules = [...PAINTS].map(([paint, declarations]) => {
    const body = Object.entries(declarations).map(([property, value]) => {
      return `  ${property}: ${value.startsWith("--") ? `var(${value})` : value};\n`;
    });
    return `.drawing .${paint} {\n${body.join("")}}\n`;
  });
  return [SHEET_HEAD, ...rules, SHEET_FOOT].join("\n");
}
