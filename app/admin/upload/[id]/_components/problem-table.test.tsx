import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { NEW_FORM } from "../../../../../lib/forms/form-state.ts";
import { problemOf } from "../../../../../lib/uploads/rules.ts";
import type { UploadProblem } from "../../../../../lib/uploads/staged.ts";
import { ProblemTable } from "./problem-table.tsx";

const draw = (problems: readonly UploadProblem[]) =>
  renderToString(<ProblemTable upload="an-upload" problems={problems} action={async () => NEW_FORM} />);
const found = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, text]) => text);

test("a cell with several problems has one box, which says where it stands, and later rows say so", () => {
  const html = draw([
    problemOf("unread-columns", { value: "rank" }),
    problemOf("invisible", { row: 3, column: "value", value: "1200" }),
    problemOf("period-future", { row: 3, column: "period", value: "2027" }),
    problemOf("plausible", { row: 3, column: "value", value: "1200" }),
    problemOf("width", { row: 4, value: "1 cell" }),
    problemOf("number", { row: 5, column: "value", value: "x" }),
  ]);
  expect(found(html, /aria-label="(Another text[^"]*)"/g)).toEqual([
    "Another text for row 3, value",
    "Another text for row 3, period",
    "Another text for row 5, value",
  ]);
  // The fields are read by their numbers until one is missing.
  expect(found(html, /name="(row-\d+)"/g)).toEqual(["row-0", "row-1", "row-2"]);
  expect(found(html, /name="text-\d+"[^>]*value="([^"]*)"/g)).toEqual(["1200", "2027", "x"]);
  expect(found(html, /(mended above)/g)).toHaveLength(1);
  expect(found(html, /name="leave" value="(\d+)"/g)).toEqual(["3", "3", "4", "5"]);
});
