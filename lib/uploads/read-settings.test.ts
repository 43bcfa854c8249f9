import { expect, test } from "vitest";
import { invariant } from "../invariant.ts";
import { readSettings } from "./read-settings.ts";
import { UploadSettings } from "./settings.ts";

const settings = (given: object) => UploadSettings.parse(given);

test("a setting takes the place of what stood there, and the others stay", () => {
  const before = settings({ defaults: { vintage: "2024-10-01", source: "cb" }, leftOut: [4] });
  expect(readSettings({ defaults: { vintage: "2024-11-01" } }, before)).toEqual({
    ok: true,
    value: settings({ defaults: { vintage: "2024-11-01" }, leftOut: [4] }),
  });
  expect(readSettings({}, before)).toEqual({ ok: true, value: before });
});

test("names that the file gives, of columns and series, are no settings", () => {
  const valuesOf = { "Funding, $bn": { scale: 1e9 } };
  const mapping = {
    layout: "long",
    series: "s",
    period: "p",
    value: "v",
    seriesNames: { World: "W" },
    valuesOf,
  };
  const brings = { series: [{ code: "W", anything: "at all" }] };
  const read = readSettings({ mapping, brings });
  invariant(read.ok, JSON.stringify(read));
  expect(read.value).toMatchObject({ mapping, brings });
});

test.each([
  [{ default: {} }, "default: there is no such setting"],
  [{ defaults: { vintag: "2024-10-01" } }, "defaults.vintag: there is no such setting"],
  [{ fixes: [{ row: 1, column: "a", text: "", was: "" }] }, "fixes.0.was: there is no such setting"],
  [{ defaults: { vintage: "1 October" } }, "defaults.vintage: write a day as YYYY-MM-DD"],
  [["reading"], "they are not a JSON object"],
  [null, "they are not a JSON object"],
  ["{}", "they are not a JSON object"],
  [{ fixes: [{ row: 1, column: "a", text: "\0" }] }, "a text in them has a character that cannot be stored"],
  [{ brings: { sources: [{ key: "\ud800" }] } }, "a text in them has a character that cannot be stored"],
])("%j is refused by its place", (given, error) => {
  expect(readSettings(given)).toEqual({ ok: false, error });
});

test("a text that only looks like such a character is one like any other", () => {
  for (const text of ["\\u0000", "\\\\ud800", "😀"]) {
    expect(readSettings({ fixes: [{ row: 1, column: "a", text }] })).toMatchObject({ ok: true });
  }
});
