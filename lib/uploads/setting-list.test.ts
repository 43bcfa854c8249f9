import { expect, test } from "vitest";
import { listedSettings } from "./setting-list.ts";
import { UploadSettings } from "./settings.ts";

const settings = listedSettings();

test("every setting of the contract is listed, and none twice", () => {
  const paths = settings.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const tops = new Set(paths.map((path) => path.split(/[.[]/)[0]));
  expect([...tops]).toEqual(Object.keys(UploadSettings.shape));
});

test.each([
  ["reading.delimiter", '",", ";", "\\t", "|", null', "null"],
  ["mapping.layout", '"long" or "one-series" or "series-across" or "periods-across"', null],
  ["mapping.dates.pivot", "a whole number from 0 to 100", "50"],
  ["mapping.series", "a text or an object, by name: a text", null],
  ["fixes[].row", "a whole number from 1", null],
  ["missingRows", '"keep", "withdraw"', '"keep"'],
])("%s takes %s", (path, takes, usual) => {
  expect(settings.find((setting) => setting.path === path)).toMatchObject({ takes, usual });
});
