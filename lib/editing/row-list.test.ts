import { describe, expect, test } from "vitest";
import { RowSearch, rowQuery, searchRows } from "./row-list.ts";

const row = (code: string, title: string, isRetired = false) => ({ texts: { code, title }, isRetired });
const ROWS = [
  row("NASDAQ_M", "Nasdaq Composite"),
  row("GONE_A", "Nasdaq long ago", true),
  row("CAPE_M", "Price over earnings"),
  row("BTC_M", "Bitcoin"),
];
const found = (search: Readonly<Record<string, string>>) =>
  searchRows("series", ROWS, RowSearch.parse(search)).rows.map(({ texts }) => texts.code);

describe("a list of rows", () => {
  test.each([
    { search: {}, codes: ["BTC_M", "CAPE_M", "NASDAQ_M"] },
    { search: { q: "  composite NASDAQ " }, codes: ["NASDAQ_M"] },
    { search: { q: "nasdaq", show: "retired" }, codes: ["GONE_A"] },
    { search: { q: "nasdaq bitcoin" }, codes: [] },
    { search: { show: "everything", page: "x" }, codes: ["BTC_M", "CAPE_M", "NASDAQ_M"] },
  ])("asked for $search has $codes", ({ search, codes }) => {
    expect(found(search)).toEqual(codes);
  });

  test("has fifty rows a page, and a page past the last is the last", () => {
    const many = Array.from({ length: 101 }, (_, index) => row(`S_${1000 + index}`, "One of many"));
    const page = (number: string) => {
      const { rows, ...rest } = searchRows("series", many, RowSearch.parse({ page: number }));
      return { ...rest, first: rows[0]?.texts.code, count: rows.length };
    };
    expect(page("2")).toEqual({ found: 101, page: 2, pages: 3, first: "S_1050", count: 50 });
    expect(page("9")).toEqual({ found: 101, page: 3, pages: 3, first: "S_1100", count: 1 });
  });

  test("is an address, which says only what was asked", () => {
    expect(rowQuery(RowSearch.parse({}))).toBe("");
    expect(rowQuery({ q: "a b", show: "retired", page: 2 })).toBe("?q=a+b&show=retired&page=2");
  });
});
