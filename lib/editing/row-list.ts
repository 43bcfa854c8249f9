import { z } from "zod";
import { optionLabel } from "./change-words.ts";
import { type EditedTable, keyFieldOf } from "./edited-table.ts";
import type { RowTexts } from "./row-texts.ts";
import { TABLE_WORDS } from "./words.ts";

const ROWS_PER_PAGE = 50;

/** What a list is asked for. What cannot be read counts as not asked. */
export const RowSearch = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  show: z
    .union([z.literal("retired"), z.literal("")])
    .catch("")
    .default(""),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});
export type RowSearch = z.infer<typeof RowSearch>;

/** A row of a list. */
export interface ListedRow {
  readonly texts: RowTexts;
  readonly isRetired: boolean;
}

/** One page of the rows found. */
export interface RowPage {
  readonly rows: readonly ListedRow[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

/**
 * The rows that hold every word of `q` in any of their fields, whatever the case, by key; retired series alone, or all
 * others. A page past the last is the last.
 */
export function searchRows(
  table: EditedTable,
  rows: readonly ListedRow[],
  { q, show, page }: RowSearch,
): RowPage {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const key = keyFieldOf(table);
  const found = rows
    .filter(({ isRetired }) => isRetired === (show === "retired"))
    .filter(({ texts }) => holdsWords(texts, words))
    .toSorted((a, b) => ((a.texts[key] ?? "") < (b.texts[key] ?? "") ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const at = Math.min(page, pages);
  return {
    rows: found.slice((at - 1) * ROWS_PER_PAGE, at * ROWS_PER_PAGE),
    found: found.length,
    page: at,
    pages,
  };
}

function holdsWords(texts: RowTexts, words: readonly string[]): boolean {
  const text = Object.values(texts).join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The search as an address writes it, without what is not asked. */
export function rowQuery({ q, show, page }: Partial<RowSearch>): string {
  const set = new URLSearchParams();
  if (q) set.set("q", q);
  if (show) set.set("show", show);
  if (page !== undefined && page > 1) set.set("page", String(page));
  return set.size === 0 ? "" : `?${set}`;
}

/** What a list says of a row under the heading of a field. */
export function listedText(table: EditedTable, field: string, texts: RowTexts): string {
  return field === "spec" ? figureTitle(texts) : optionLabel(table, field, texts[field] ?? "") || "–";
}

/** What names a row: its title, name or label. */
export function rowTitle(table: EditedTable, texts: RowTexts): string {
  return listedText(table, TABLE_WORDS[table].listed[0] ?? keyFieldOf(table), texts);
}

const Titled = z.object({ titles: z.array(z.object({ text: z.string() })).min(1) });

/** The title that a figure has whatever its data: the last one. */
function figureTitle(texts: RowTexts): string {
  const spec = Titled.safeParse(JSON.parse(texts.spec ?? "null"));
  return spec.success ? (spec.data.titles.at(-1)?.text ?? "–") : "no title";
}
