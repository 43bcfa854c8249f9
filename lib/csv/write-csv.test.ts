import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "./write-csv.ts";

// The starts are OWASP's list for CSV injection; quoting is RFC 4180, 2.5 to 2.7.
test.each([
  { cell: "plain", written: "plain" },
  { cell: null, written: "" },
  { cell: "a,b", written: '"a,b"' },
  { cell: 'the "bubble"', written: '"the ""bubble"""' },
  { cell: "two\nlines", written: '"two\nlines"' },
  { cell: "=cmd|' /C calc'!A0", written: "'=cmd|' /C calc'!A0" },
  { cell: "+1 and more", written: "'+1 and more" },
  { cell: "-1+1", written: "'-1+1" },
  { cell: "@SUM(A1)", written: "'@SUM(A1)" },
  { cell: "\t=1", written: "'\t=1" },
  { cell: "\r=1", written: '"\'\r=1"' },
  { cell: "-12.5", written: "-12.5" },
  { cell: "+3e10", written: "+3e10" },
])("$cell is written as $written", ({ cell, written }) => {
  expect(writeCsv([[cell]])).toBe(`${written}\r\n`);
});

test("whatever the cells hold, a reader finds as many, and none that starts a formula", () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n,\"';a1é") }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (rows) => {
      const read: string[][] = parse(writeCsv(rows), {
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: "\r\n",
      });
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^([=@\t\r\n]|[+-](?!1+$))/);
    }),
  );
});
