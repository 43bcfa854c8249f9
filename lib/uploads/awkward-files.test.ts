import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FILE_RULES } from "./rules.ts";
import { AWKWARD_FILES, openAwkward } from "./testing-awkward-files.ts";
import { outcomeOf } from "./testing-outcome.ts";

describe("an awkward file has the outcome that is stated for it", () => {
  test.each(AWKWARD_FILES.map((each) => [each.what, each] as const))("%s", async (_, awkward) => {
    expect(await outcomeOf(openAwkward(awkward), awkward)).toEqual(awkward.outcome);
  });
});

test("there are at least 60 of them, and every file of the folder is one", () => {
  const names = AWKWARD_FILES.flatMap(({ file }) => (typeof file === "string" ? [file] : []));
  expect(AWKWARD_FILES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names)).toEqual(new Set(readdirSync(new URL("fixtures/", import.meta.url))));
});

test("every rule that a file alone can break is broken by one of them", () => {
  const broken = AWKWARD_FILES.flatMap(({ outcome }) => ("problems" in outcome ? outcome.problems : []));
  const rules = new Set(broken.map((line) => line.slice(line.lastIndexOf(" ") + 1)));
  // These are about the editor's choices and long texts, and are tested with the mapper and the watch over fixes.
  const elsewhere = ["column", "no-vintage", "scale", "status", "text-length", "unused-fix", "vintage"];
  expect(Object.keys(FILE_RULES).filter((rule) => !rules.has(rule))).toEqual(
    Object.keys(FILE_RULES).filter((rule) => elsewhere.includes(rule)),
  );
});
