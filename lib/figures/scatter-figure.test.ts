import { expect, test } from "vitest";
import { buildFigure } from "./build-figure.ts";
import { aRecord, aSpec, CONTEXT, someData } from "./testing.ts";

const PERCENT = { measure: "ratio", unit: { kind: "percent" }, prices: { kind: "none" } } as const;
/** Ritter, tables 8 and 9: share without profits and mean first-day return. */
const LOSS = aRecord("LOSS_A", { "1998": 71, "1999": 76, "2000": 81, "2025": 53 }, { type: PERCENT });
const JUMP = aRecord("JUMP_A", { "1999": 71.2, "2000": 56.3, "2001": 14, "2025": 28 }, { type: PERCENT });
const SPEC = aSpec("scatter", {
  scatter: {
    x: "LOSS_A",
    y: "JUMP_A",
    xLabel: "Share losing money",
    yLabel: "First-day return",
    trails: [{ hue: "dotcom", label: "1999 to 2000", from: "1999", to: "2000" }],
  },
  titles: [{ text: "{y.max|percent} at most, {trail1.last} at the end of the trail" }],
});

test("one dot for each period with both values; trails apart from grey context", () => {
  const model = buildFigure(SPEC, someData([LOSS, JUMP]), CONTEXT);
  const lines = model.panels[0]?.lines ?? [];
  expect(lines.map(({ id, hue, points }) => [id, hue, points.map(({ x, y }) => [x, y])])).toEqual([
    ["context", "ink", [[53, 28]]],
    [
      "trail1",
      "dotcom",
      [
        [76, 71.2],
        [81, 56.3],
      ],
    ],
  ]);
  expect(model.title).toBe("71% at most, 56.3% at the end of the trail");
  expect(model.table.rows).toHaveLength(3);
  expect(model.x.title).toBe("Share losing money");
});

test("without a common period the figure is empty and says so", () => {
  const apart = aRecord("JUMP_A", { "2001": 14 }, { type: PERCENT });
  expect(buildFigure(SPEC, someData([LOSS, apart]), CONTEXT).empty).toContain("No period has both");
});

test("a side that is not stored is named", () => {
  expect(buildFigure(SPEC, someData([LOSS]), CONTEXT).missing.map(({ label }) => label)).toEqual([
    "First-day return",
  ]);
});
