import { expect, test } from "vitest";
import { drawingWidthFor } from "./widths.ts";

/** 12/13 of 420, 640, 840 and 1240 px are 387.7, 590.8, 775.4 and 1144.6 px. */
test.each([
  { available: 288, isWide: true, width: 312 },
  { available: 387, isWide: true, width: 312 },
  { available: 388, isWide: true, width: 420 },
  { available: 591, isWide: false, width: 640 },
  { available: 775, isWide: true, width: 640 },
  { available: 776, isWide: true, width: 840 },
  { available: 1144, isWide: true, width: 840 },
  { available: 1145, isWide: true, width: 1240 },
  { available: 1320, isWide: false, width: 640 },
  { available: 100, isWide: false, width: 312 },
])("$available px show the drawing of $width px", ({ available, isWide, width }) => {
  expect(drawingWidthFor(available, isWide)).toBe(width);
});
