import type { Unit } from "../series/unit.ts";
import { currencySign, formatValue, MAGNITUDES, signed } from "./format-value.ts";

/**
 * Texts for the ticks of one axis, in the order given. A linear axis has one scale and as many decimals as
 * its step needs, and names the unit on its greatest tick only: `0 10 20 $30B`, `0 20 40%`. A log axis spans
 * too much for that: each tick is written out, `$1B $10B $100B`.
 */
export function formatTicks(ticks: readonly number[], unit: Unit, scale: "linear" | "log"): string[] {
  if (scale === "log") return ticks.map((tick) => formatValue(tick, unit));
  const factorOut = unit.kind === "share" ? 100 : unit.kind === "currency" ? unit.scale : 1;
  const shown = ticks.map((tick) => tick * factorOut);
  const greatest = Math.max(...shown);
  const { factor, letter } = axisMagnitude(Math.max(...shown.map(Math.abs)), unit);
  const decimals = decimalsFor(shown.map((tick) => tick / factor));
  const format = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const bare = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
  return shown.map((tick) =>
    signed(tick / factor, (size) => {
      const number = size === 0 ? bare.format(0) : format.format(size);
      return tick === greatest ? affixed(number, letter, unit) : number;
    }),
  );
}

/** What all ticks are divided by: money from thousands up, counts from ten millions, other units never. */
function axisMagnitude(size: number, unit: Unit): { factor: number; letter: string } {
  const from = unit.kind === "currency" ? 1e3 : unit.kind === "count" ? 1e7 : Number.POSITIVE_INFINITY;
  const reached = size >= from ? MAGNITUDES.find(({ factor }) => size >= factor) : undefined;
  return reached ?? { factor: 1, letter: "" };
}

/** The fewest decimals, at most ten, with which every tick reads exactly. */
function decimalsFor(ticks: readonly number[]): number {
  for (let decimals = 0; decimals < 10; decimals += 1) {
    const grain = 10 ** decimals;
    if (ticks.every((tick) => Math.abs(Math.round(tick * grain) / grain - tick) <= 1e-9 * Math.abs(tick))) {
      return decimals;
    }
  }
  return 10;
}

function affixed(number: string, letter: string, unit: Unit): string {
  switch (unit.kind) {
    case "currency":
      return `${currencySign(unit.currency)}${number}${letter}`;
    case "share":
    case "percent":
      return `${number}%`;
    case "points":
      return `${number} pts`;
    case "multiple":
      return `${number}×`;
    case "zscore":
      return `${number} sd`;
    default:
      return `${number}${letter}`;
  }
}
