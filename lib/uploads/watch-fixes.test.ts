import { expect, test } from "vitest";
import { HEADER_SAMPLE } from "./map/find-header.ts";
import { openUpload } from "./read/open-upload.ts";
import type { UploadSettings } from "./settings.ts";
import { stageTable } from "./stage.ts";
import { AS_FOUND, aFile, FREELY } from "./testing.ts";
import { aContext, theSettings } from "./testing-context.ts";

/** What is said of changes to a file of `years` values, in rows 2 to `years` + 1. */
async function saidOf(changed: Partial<UploadSettings>, years = 3): Promise<readonly string[]> {
  const lines = Array.from({ length: years }, (_, at) => `${at + 1000},1`);
  const opened = await openUpload(aFile(["year,value", ...lines].join("\n")), AS_FOUND, FREELY);
  if (!opened.ok || opened.value.kind === "package") throw new Error("a table was expected");
  const mapping = { layout: "one-series", code: "VC_US_A", period: "year", value: "value" };
  const said: string[] = [];
  for await (const batch of stageTable(opened.value, theSettings({ mapping, ...changed }), aContext())) {
    if (!batch.ok) throw new Error(batch.error.kind);
    for (const { severity, row, value, rule } of batch.value.problems) {
      if (rule === "unused-fix") said.push(`${severity} ${row ?? "-"} ${value}`);
    }
  }
  return said;
}

const fix = (row: number, column = "value") => ({ row, column, text: "2" });

test("changes of rows and columns that the file has are no matter, those of its header too", async () => {
  expect(await saidOf({})).toEqual([]);
  expect(await saidOf({ fixes: [fix(1), fix(2), fix(4, "year")], leftOut: [3, 4] })).toEqual([]);
});

test("changes of rows and columns that it lacks are told at once, as a warning about the file", async () => {
  const fixes = [fix(12), fix(2, "Value"), fix(5), fix(3)];
  expect(await saidOf({ fixes, leftOut: [9, 2, 5] })).toEqual([
    "warning - row 5, row 9, row 12, column Value",
  ]);
});

test("rows are known to the end of a file that is longer than what is looked at for its header", async () => {
  const years = HEADER_SAMPLE + 2_000;
  const last = years + 1;
  expect(await saidOf({ leftOut: [2, last] }, years)).toEqual([]);
  expect(await saidOf({ leftOut: [2, last + 1] }, years)).toEqual([`warning - row ${last + 1}`]);
});
