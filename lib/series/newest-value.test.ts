import { expect, test } from "vitest";
import { newestValue } from "./newest-value.ts";
import { aSeries } from "./testing.ts";

test.each([
  { values: [1, 2, null], newest: { period: "2021", value: 2 } },
  { values: [0, null], newest: { period: "2020", value: 0 } },
  { values: [null], newest: null },
  { values: [], newest: null },
])("the newest value of $values is $newest", ({ values, newest }) => {
  const found = newestValue(aSeries({ from: "2020", values }));
  expect(found && { period: found.period, value: found.value }).toEqual(newest);
});
