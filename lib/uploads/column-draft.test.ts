import { describe, expect, test } from "vitest";
import { draftOf as draft } from "./column-draft.ts";
import { indexOfStyle } from "./map/choose-columns.ts";
import { UploadSettings } from "./settings.ts";

const COMMA = { decimal: "comma", group: "none" } as const;
const UNTOUCHED = UploadSettings.parse({});
const CODES = new Set(["VC_A", "VC_EU"]);
const draftOf = (form: FormData, settings: Parameters<typeof draft>[1]) => draft(form, settings, CODES);

/** A form of columns, each with its name, meaning, series, and what one unit of it is. */
function aForm(
  columns: ReadonlyArray<readonly [string, string, string?, string?]>,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  columns.forEach(([name, means, series = "", scale = ""], at) => {
    const style = String(indexOfStyle(COMMA));
    const cells = { name, means, series, style, scale };
    for (const [field, text] of Object.entries(cells)) form.set(`${field}-${at}`, text);
  });
  const shared = { currency: "EUR", order: "mdy", serials: "", dayInPeriod: "any" };
  const rows = { vintage: "2026-10-07", source: "cb_2025q2", status: "estimate" };
  for (const [name, text] of Object.entries({ ...shared, ...rows, ...fields })) form.set(name, text);
  return form;
}

describe("choices for the columns that are not complete yet", () => {
  test("a form that lacks its vintage keeps all the rest", () => {
    const form = aForm(
      [
        ["id", "series"],
        ["when", "period"],
        ["v", "value", "", "1000000"],
      ],
      { vintage: "", "called-0": "Europe", "code-0": "vc_eu", "called-1": "Asia", "code-1": "VC_ASIA" },
    );
    expect(draftOf(form, UNTOUCHED)).toMatchObject({
      mapping: {
        layout: "long",
        values: { style: COMMA, scale: 1_000_000, currency: "EUR" },
        dates: { order: "mdy", dayInPeriod: "any" },
        seriesNames: { Europe: "VC_EU" },
      },
      defaults: { vintage: null, source: "cb_2025q2", status: "estimate" },
    });
    expect(draftOf(form, UNTOUCHED).mapping?.seriesNames).not.toHaveProperty("Asia");
  });

  test.each([
    ["one column", [["v", "value", "", "1000"]], {}],
    [
      "one of two columns",
      [
        ["v", "value", "", "1000"],
        ["w", "value", "VC_A", "1000"],
      ],
      { w: "VC_A" },
    ],
  ] as const)("%s whose series is not said keeps how its numbers are meant", (_, values, series) => {
    expect(draftOf(aForm([["when", "period"], ...values]), UNTOUCHED).mapping).toMatchObject({
      layout: "series-across",
      period: "when",
      series,
      values: { style: COMMA, scale: 1_000, currency: "EUR" },
    });
  });

  test("a second column for what one is enough for is left unread, and what is unsound stays as it was", () => {
    const before = UploadSettings.parse({ defaults: { vintage: "2026-01-01" } });
    const form = aForm(
      [
        ["when", "period"],
        ["also", "period"],
        ["v", "value", "VC_A"],
        ["odd", "nonsense"],
      ],
      { vintage: "soon", status: "estimate" },
    );
    expect(draftOf(form, before)).toMatchObject({
      mapping: { layout: "one-series", code: "VC_A", period: "when" },
      defaults: { vintage: "2026-01-01", status: "estimate" },
    });
  });

  test("columns that make no mapping leave the one there was, with dates as they are now meant", () => {
    const before = draftOf(
      aForm([
        ["when", "period"],
        ["v", "value", "VC_A"],
      ]),
      UNTOUCHED,
    );
    const after = draftOf(aForm([["v", "value", "VC_A"]], { order: "dmy" }), before);
    expect(after.mapping).toMatchObject({ layout: "one-series", period: "when", dates: { order: "dmy" } });
    expect(draftOf(new FormData(), UNTOUCHED).mapping).toBeNull();
  });
});
