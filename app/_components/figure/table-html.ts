import { escapeText } from "../../../lib/figures/drawing/escape-text.ts";
import type { Table } from "../../../lib/figures/model.ts";

/**
 * A figure's table as markup. A string, because the same rows as React elements could not be left out of the data
 * that repeat a page's HTML.
 */
export function tableHtml(table: Table): string {
  const head = table.columns.map(
    (column) => `<th scope="col"${wordClass(column.numeric)}>${escapeText(column.label)}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = row.map(({ text }, index) => {
      const isNumeric = table.columns[index]?.numeric ?? false;
      return index === 0
        ? `<th scope="row">${escapeText(text)}</th>`
        : `<td${wordClass(isNumeric)}>${escapeText(text)}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table><caption>${escapeText(table.caption)}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function wordClass(isNumeric: boolean): string {
  return isNumeric ? "" : ' class="words"';
}
