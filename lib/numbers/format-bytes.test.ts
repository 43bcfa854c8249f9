import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes.ts";

test.each([
  { bytes: 0, says: "0 B" },
  { bytes: 999, says: "999 B" },
  { bytes: 1_000, says: "1.0 kB" },
  { bytes: 1_449, says: "1.4 kB" },
  { bytes: 9_960, says: "10 kB" },
  { bytes: 999_499, says: "999 kB" },
  { bytes: 999_500, says: "1.0 MB" },
  { bytes: 250_000_000, says: "250 MB" },
  { bytes: 5_000_000_000_000, says: "5000 GB" },
])("$bytes bytes are $says", ({ bytes, says }) => {
  expect(formatBytes(bytes)).toBe(says);
});
