import { describe, expect, test } from "vitest";
import { textWidth, wrapText } from "./text-width.ts";

/** Widths in px at 13 px, measured in Chromium 140 with the Fontsource Source Sans 3 and tabular figures. */
const MEASURED: readonly [string, number, number][] = [
  ["$35.5B, Q2 2024", 86.1, 88.9],
  ["Internet boom, since Netscape listed", 197.1, 202.8],
  ["OpenAI raises $6.6B at a value of $157B", 210.5, 216.6],
  ["Share of dollars invested", 133.2, 137.4],
  ["−78%", 30.1, 31],
  ["Every input at its own dot-com peak: 100", 219.3, 225.7],
  ["MWQ@%", 50, 51.1],
];

test.each(MEASURED)("%s is as wide as the browser sets it, up to 6 % wider", (text, regular, bold) => {
  for (const [estimate, measured] of [
    [textWidth(text), regular],
    [textWidth(text, 13, true), bold],
  ] as const) {
    expect(estimate / measured).toBeGreaterThan(0.995);
    expect(estimate / measured).toBeLessThan(1.06);
  }
});

describe("wrapText", () => {
  test("breaks at spaces and loses no word", () => {
    const lines = wrapText("OpenAI raises $6.6B at a value of $157B", 120, 5);
    expect(lines.join(" ")).toBe("OpenAI raises $6.6B at a value of $157B");
    expect(Math.max(...lines.map((line) => textWidth(line)))).toBeLessThanOrEqual(120);
  });

  test("leaves no single word to a last line of its own", () => {
    expect(wrapText("Internet’s share, US, Q1 2000: 62.8%", 190, 2)).toEqual([
      "Internet’s share,",
      "US, Q1 2000: 62.8%",
    ]);
    expect(wrapText("two quarters each, added up", 150, 2)).toEqual(["two quarters", "each, added up"]);
  });

  test("says with an ellipsis that something was cut", () => {
    const [line] = wrapText("a word that will not fit", 60, 1);
    expect(line).toMatch(/^a word.*…$/);
    expect(textWidth(line ?? "")).toBeLessThanOrEqual(60);
  });

  test("no text gives no lines", () => {
    expect(wrapText("  ", 100, 2)).toEqual([]);
  });
});
