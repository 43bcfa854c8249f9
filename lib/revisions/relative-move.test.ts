import { expect, test } from "vitest";
import { relativeMove } from "./relative-move.ts";

test.each([
  { old: "80", value: "100", move: 0.25 },
  { old: "-4", value: "-5", move: -0.25 },
  { old: "80", value: "0", move: -1 },
  { old: "79.0", value: "79", move: 0 },
  { old: "0", value: "5", move: null },
  { old: null, value: "5", move: null },
  { old: "5", value: null, move: null },
])("from $old to $value is a move of $move", ({ old, value, move }) => {
  expect(relativeMove(old, value)).toBe(move);
});
