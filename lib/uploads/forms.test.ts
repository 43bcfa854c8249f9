import { describe, expect, test } from "vitest";
import { readColumns, readMends } from "./forms.ts";
import { UploadSettings } from "./settings.ts";

const SETTINGS = UploadSettings.parse({});
const CODES = new Set(["VC_A", "VC_B"]);

function aForm(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each);
  }
  return form;
}

/** Two columns, a period and a value in billions with a decimal comma, as the page sends them. */
const SENT = {
  ...{ "name-0": "Quartal", "means-0": "period", "series-0": "", "style-0": "0", "scale-0": "" },
  ...{ "name-1": "Welt", "means-1": "value", "series-1": "vc_a", "style-1": "5", "scale-1": "1000000000" },
  ...{ currency: "usd", order: "", serials: "", dayInPeriod: "any" },
  ...{ vintage: "2026-11-23", source: "", status: "estimate" },
};
const read = (change: Readonly<Record<string, string>> = {}) =>
  readColumns(aForm({ ...SENT, ...change }), SETTINGS, CODES);

describe("the form of the columns", () => {
  test("is the mapping and the defaults that it says", () => {
    expect(read()).toMatchObject({
      ok: true,
      value: {
        mapping: {
          layout: "one-series",
          code: "VC_A",
          period: "Quartal",
          value: "Welt",
          values: { style: { decimal: "comma", group: "point" }, scale: 1e9, currency: "USD" },
          dates: { order: null, dayInPeriod: "any" },
        },
        defaults: { vintage: "2026-11-23", source: null, status: "estimate" },
      },
    });
  });

  test("reads the columns that were sent, however many it is said that there are", () => {
    expect(read({ columns: "Infinity" })).toEqual(read());
  });

  test.each([
    ["a series that there is not", { "series-1": "VC_NOPE" }, "series-1", /There is no series VC_NOPE/],
    ["no series", { "series-1": "" }, "series-1", /Say which series/],
    ["a currency of four letters", { currency: "EURO" }, "currency", /three letters/],
    ["no day", { vintage: "" }, "vintage", /on which day/],
    ["a day that is none", { vintage: "2026-02-30" }, "vintage", /YYYY-MM-DD/],
    ["a meaning that is none", { "means-0": "soul" }, "means-0", /./],
    [
      "a name in the file that is said to mean no series",
      { "called-0": "<b>My series</b>", "code-0": "not one" },
      "code-0",
      /There is no series NOT ONE/,
    ],
  ])("with %s says so where it is, and keeps what was typed", (_, change, field, words) => {
    const refused = read(change);
    expect(!refused.ok && refused.error.errors[field]).toMatch(words);
    expect(!refused.ok && refused.error.values).toMatchObject(change);
  });

  test("keeps what names in the file mean, and forgets none that it does not ask for", () => {
    const settings = UploadSettings.parse({
      mapping: { layout: "long", series: "s", period: "p", value: "v", seriesNames: { Old: "VC_B" } },
    });
    const form = aForm({ ...SENT, "called-0": "Funding", "code-0": "vc_a" });
    expect(readColumns(form, settings, CODES)).toMatchObject({
      value: { mapping: { seriesNames: { Old: "VC_B", Funding: "VC_A" } } },
    });
  });
});

describe("the form of the check", () => {
  test("mends the cells whose text is another, and leaves ticked rows out", () => {
    const form = aForm({
      ...{ "row-0": "4", "column-0": "value", "found-0": "n.b.", "text-0": "12.5" },
      ...{ "row-1": "5", "column-1": "value", "found-1": "7", "text-1": "7" },
      leave: ["9", "2"],
    });
    expect(readMends(form)).toEqual({ fixes: [{ row: 4, column: "value", text: "12.5" }], leftOut: [9, 2] });
  });

  test("passes over what no page sends: it could not be kept", () => {
    const form = aForm({
      ...{ "row-0": "abc", "column-0": "value", "found-0": "1", "text-0": "2" },
      ...{ "row-1": "-3", "column-1": "value", "found-1": "1", "text-1": "2" },
      leave: ["x", "0", "1e20", "2.5"],
    });
    expect(readMends(form)).toEqual({ fixes: [], leftOut: [] });
  });
});
