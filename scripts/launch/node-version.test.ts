import { expect, test } from "vitest";
import { nodeIsRecent } from "./node-version.mjs";

test.each([
  ["18.20.4", false],
  ["20.18.3", false],
  ["20.19.0", true],
  ["22.4.0", true],
])("Node %s is recent enough: %s", (version, isRecent) => {
  expect(nodeIsRecent(version)).toBe(isRecent);
});
