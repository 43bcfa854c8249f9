import { expect, test } from "vitest";
import { tableHtml } from "./table-html.ts";

test("text from data is text, and every column has its header", () => {
  const html = tableHtml({
    caption: "A <b>caption</b>",
    columns: [
      { id: "period", label: "Period", numeric: false },
      { id: "v", label: "Value", numeric: true },
    ],
    rows: [
      [
        { text: "Q2 2024", value: "2024-Q2" },
        { text: "<script>", value: null },
      ],
    ],
  });
  expect(html).not.toContain("<script>");
  expect(html).toContain("A &#60;b&#62;caption");
  expect(html).toContain('<th scope="col">Value</th>');
  expect(html).toContain('<th scope="row">Q2 2024</th><td>&#60;script&#62;</td>');
});
