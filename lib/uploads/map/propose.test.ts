import { describe, expect, test } from "vitest";
import { openUpload } from "../read/open-upload.ts";
import type { UploadFile } from "../read/upload-file.ts";
import type { HeaderChoice } from "../settings.ts";
import { AS_FOUND, aFile, FREELY } from "../testing.ts";
import { aContext, theSettings } from "../testing-context.ts";
import { headerSignature } from "./columns.ts";
import { proposeMapping } from "./propose.ts";
import { surveyTable } from "./survey.ts";

async function survey(file: UploadFile, header: HeaderChoice | null = null) {
  const opened = await openUpload(file, AS_FOUND, FREELY);
  if (!opened.ok || opened.value.kind === "package") throw new Error("no table");
  const found = await surveyTable(opened.value, header);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
}

async function propose(text: string, hints: Partial<Parameters<typeof proposeMapping>[2]> = {}) {
  return proposeMapping(await survey(aFile(text)), aContext(), {
    remembered: null,
    isSameSource: false,
    isCommaLikely: false,
    ...hints,
  });
}

describe("the header is found", () => {
  test.each([
    ["in the first row", "series,period,value\nX,2023,1\nX,2024,2\n", 1, 1, ["series", "period", "value"]],
    ["below a title", "A title,,\n,,\nseries,period,value\nX,2023,1\n", 3, 1, ["series", "period", "value"]],
    [
      "below notes of one cell",
      "A title\nby somebody\n\nyear,X\n2023,1\n2024,2\n2025,3\n",
      4,
      1,
      ["year", "X"],
    ],
    ["with periods in it", "series,2023,2024\nX,1,2\nY,3,4\n", 1, 1, ["series", "2023", "2024"]],
    [
      "of quarters only beside it",
      ",Q1 2023,Q2 2023\nX,1,2\nY,3,4\n",
      1,
      1,
      ["Column A", "Q1 2023", "Q2 2023"],
    ],
    [
      "with groups above",
      ",Venture,,Debt\nYear,World,US,US\n2023,1,2,3\n2024,1,2,3\n",
      1,
      2,
      ["Year", "Venture · World", "Venture · US", "Debt · US"],
    ],
    [
      "with units below",
      "Year,X,Y\nof closing,USD bn,USD bn\n2023,1,2\n2024,1,2\n",
      1,
      2,
      ["Year · of closing", "X · USD bn", "Y · USD bn"],
    ],
    ["nowhere", "X,2023,1.5\nX,2024,2.5\n", 0, 1, ["Column A", "Column B", "Column C"]],
    ["nowhere, with missing values", "2023,n/a\n2024,2.5\n", 0, 1, ["Column A", "Column B"]],
  ])("%s", async (_, text, row, rows, names) => {
    expect((await survey(aFile(text))).header).toEqual({ row, rows, names });
  });

  test("the editor's choice wins", async () => {
    const text = "A,B\nC,D\n2023,1\n2024,2\n";
    expect((await survey(aFile(text), { row: 2, rows: 1 })).header.names).toEqual(["C", "D"]);
    expect((await survey(aFile(text), { row: 0, rows: 1 })).header.names).toEqual(["Column A", "Column B"]);
  });
});

describe("the layout is guessed from headers and cells", () => {
  test.each([
    ["long", "series,period,value\nVC_US_A,2023,1\n", "long"],
    ["long, in German", "Reihe;Datum;Wert\nVC_US_A;2023;1\n", "long"],
    ["long, without words in the header", "a,b,c\nVC_US_A,2023,1.5\nVC_AI_A,2024,2.5\n", "long"],
    ["one series", "date,value\n2023,1.5\n2024,2.5\n", "one-series"],
    ["one series, named by its header", "DATE,CPI_M\n2024-01-01,1.5\n", "one-series"],
    ["series across", "year,VC_US_A,VC_AI_A\n2023,1.5,2.5\n", "series-across"],
    [
      "series across, by title",
      "year,US venture funding,AI venture funding\n2023,1.5,2.5\n",
      "series-across",
    ],
    ["series across, unknown", "year,first,second\n2023,1.5,2.5\n", "series-across"],
    ["periods across", "series,2023,2024\nVC_US_A,1.5,2.5\n", "periods-across"],
    ["periods across, of quarters", "what,Q1 2023,Q2 2023\nVC_US_Q,1.5,2.5\n", "periods-across"],
    ["prose", "Dear editor,\nhow are you\n", null],
    ["numbers alone", "a,b\n1.5,2.5\n", null],
  ])("%s", async (_, text, layout) => {
    expect((await propose(text)).layout).toMatchObject({ value: layout });
  });

  test("each guess says how far it can be trusted and what it rests on", async () => {
    const { columns, layout } = await propose("series,period,value,remark\nVC_US_A,2023,1.5,x\n");
    expect(
      columns.map(({ column, value, confidence, because }) => [column, value, confidence, because]),
    ).toEqual([
      ["series", "series", 0.95, "all of its texts are codes of series"],
      ["period", "period", 0.9, "its header says period, and all of its cells are periods"],
      ["value", "value", 0.9, "its header says value, and all of its cells are numbers"],
      ["remark", "note", 0.8, "its header says remark"],
    ]);
    expect(layout).toEqual({
      value: "long",
      confidence: 0.9,
      because: "series names the series, period the periods",
    });
  });

  test("a header that its cells belie is trusted little", async () => {
    const { columns } = await propose("series,period,value\nVC_US_A,soon,1\nVC_US_A,later,2\n");
    expect(columns[1]).toMatchObject({ value: "period", confidence: 0.3 });
  });
});

describe("the mapping is drafted, and what the file does not decide is left open", () => {
  test("long", async () => {
    expect(
      (await propose("code,date,amount,as of,flag\nVC_US_A,2023,1.5,2024-01-31,p\n")).mapping,
    ).toMatchObject({
      layout: "long",
      series: "code",
      period: "date",
      value: "amount",
      vintage: "as of",
      status: "flag",
      source: null,
      values: { style: { decimal: "point", group: "none" }, scale: null, currency: null },
      dates: { order: null },
    });
  });

  test("series across, those that are known", async () => {
    const { mapping, unknownSeries } = await propose(
      "year,VC_US_A,AI venture funding,VC US Q\n2023,1.5,2.5,3.5\n",
    );
    expect(mapping).toMatchObject({ series: { VC_US_A: "VC_US_A", "AI venture funding": "VC_AI_A" } });
    expect(unknownSeries).toEqual([{ name: "VC US Q", nearest: "VC_US_Q" }]);
  });

  test("one series that is not known is asked for", async () => {
    expect(await propose("date,value\n2023,1.5\n2024,2.5\n")).toMatchObject({
      mapping: null,
      layout: { value: "one-series" },
      unknownSeries: [{ name: "value", nearest: null }],
    });
  });

  test("the order of dates and the style of numbers", async () => {
    const decided = await propose('series,date,value\nNASDAQ_D,04/14/2025,"1,234.5"\n');
    expect(decided.mapping).toMatchObject({
      dates: { order: "mdy" },
      values: { style: { decimal: "point", group: "comma" } },
    });
    const open = await propose('series,date,value\nNASDAQ_D,04/03/2025,"1,234"\n');
    expect(open.mapping).toMatchObject({ dates: { order: null }, values: { style: null } });
    expect(open.styles[2]).toMatchObject({
      value: null,
      because: "1,234 may be thousands or decimals, and no other number decides it",
    });
  });

  test("a column that writes its numbers in another way", async () => {
    const { mapping } = await propose("year;VC_US_A;VC_AI_A;DEALS_A\n2023;1,5;2.25;7\n", {
      isCommaLikely: true,
    });
    expect(mapping).toMatchObject({
      values: { style: { decimal: "comma", group: "none" } },
      valuesOf: { VC_AI_A: { style: { decimal: "point", group: "none" } } },
    });
    expect(Object.keys(mapping?.valuesOf ?? {})).toEqual(["VC_AI_A"]);
  });
});

describe("the last mapping of the same header is preferred", () => {
  const { mapping: ofOneSeries } = theSettings({
    mapping: {
      layout: "one-series",
      code: "CPI_M",
      period: "when",
      value: "what",
      seriesNames: { x: "CPI_M" },
    },
  });
  const { mapping: across } = theSettings({
    mapping: {
      layout: "series-across",
      period: "Monat",
      series: { Preise: "CPI_M" },
      values: { style: { decimal: "comma", group: "point" }, scale: 1000 },
      dates: { order: "mdy" },
    },
  });
  const styleOf = async (...values: string[]) => {
    const lines = values.map((value, at) => `2024-0${at + 1};${value}`);
    const { mapping } = await propose(["Monat;Preise", ...lines, ""].join("\n"), { remembered: across });
    return mapping?.values.style;
  };

  test("when its columns are all there, and it is of the same source", async () => {
    const proposal = await propose("when,what\n2024-01,15\n", {
      remembered: ofOneSeries,
      isSameSource: true,
    });
    expect(proposal.mapping).toEqual(ofOneSeries);
    expect(proposal.layout).toMatchObject({ because: "the last file with this header was read so" });
  });

  test("and not when one is missing", async () => {
    const proposal = await propose("when,value\n2024-01,1.5\n", {
      remembered: ofOneSeries,
      isSameSource: true,
    });
    expect(proposal.layout.because).not.toContain("the last file");
  });

  test("but a file that does not say which series it is of is not taken for the series of another source", async () => {
    const proposal = await propose("when,what\n2024-01,1.5\n", { remembered: ofOneSeries });
    expect(proposal.mapping).toBeNull();
  });

  test("columns of values keep the series that their headers mean, their scale and their style", async () => {
    const { mapping } = await propose("Monat;Preise\n2024-01;1.234,5\n", { remembered: across });
    expect(mapping).toEqual(across);
  });

  test("numbers that can only be written otherwise are read as they are written", async () => {
    expect(await styleOf("1,234.5", "15.25")).toEqual({ decimal: "point", group: "comma" });
  });

  test("numbers that this file leaves open are left open, whatever was remembered", async () => {
    expect(await styleOf("1.234", "15.678")).toBeNull();
    expect(await styleOf("1,234", "2,345")).toBeNull();
  });

  test("whole numbers bear any style out", async () => {
    expect(await styleOf("1234", "2345")).toEqual({ decimal: "comma", group: "point" });
  });

  test("dates that this file leaves open are left open, and others read as they must be", async () => {
    const orderOf = async (when: string) =>
      (await propose(`Monat;Preise\n${when};1\n`, { remembered: across })).mapping?.dates.order;
    expect(await orderOf("03/04/2025")).toBeNull();
    expect(await orderOf("31/03/2025")).toBe("dmy");
    expect(await orderOf("2025-03")).toBe("mdy");
  });

  test("headers are the same whatever their capitals", () => {
    expect(headerSignature({ names: ["Date", "VALUE"] })).toBe(headerSignature({ names: ["date", "value"] }));
    expect(headerSignature({ names: ["a,b"] })).not.toBe(headerSignature({ names: ["a", "b"] }));
  });
});

describe("a survey tells of the columns", () => {
  test("how much they hold, and an example of each way of writing", async () => {
    const { rows, columns } = await survey(aFile("period,value\n2023,$1.5B\n2024,$2.5B\n2025,n/a\n2026,\n"));
    expect(rows).toBe(4);
    expect(columns[1]).toMatchObject({ filled: 3, empty: 1, shapes: { number: 2, missing: 1 } });
    expect(columns[1]?.examples.map(({ text }) => text)).toEqual(["$1.5B", "n/a"]);
  });

  test("marks of numbers and dates are found wherever in the file they stand", async () => {
    const rows = Array.from({ length: 30_000 }, () => `NASDAQ_D,03/04/2025,1234\n`).join("");
    const { columns, dateOrder } = await survey(
      aFile(`series,date,value\n${rows}NASDAQ_D,13/04/2025,"1.234,5"\n`),
    );
    expect(dateOrder).toMatchObject({ value: "dmy", because: "13/04/2025 can only be day, month, year" });
    expect(columns[2]?.style.comma).toEqual({ count: 1, example: "1.234,5" });
  });
});
