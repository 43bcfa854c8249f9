import type { Unit } from "../series/unit.ts";
import type { FigureSpec } from "./spec.ts";

/**
 * The unit a figure shows a quantity in. A figure may ask for a ratio to be shown as per cent or as a multiple,
 * and for any quantity as a plain number; what does not fit the quantity is ignored.
 */
export function shownUnit(unit: Unit, display: FigureSpec["display"]): Unit {
  const isRatio = unit.kind === "share" || unit.kind === "multiple";
  switch (display) {
    case "percent":
      return isRatio ? { kind: "share" } : unit;
    case "multiple":
      return isRatio ? { kind: "multiple" } : unit;
    case "number":
      return unit.kind === "count" ? unit : { kind: "index", base: "" };
    case "index":
    case "currency":
    case "auto":
      return unit;
  }
}

/** Whether two quantities can share an axis: the same kind of unit, and the same currency when money. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  if (a.kind === "currency" && b.kind === "currency") return a.currency === b.currency && a.scale === b.scale;
  return a.kind === b.kind;
}
